"""The exports of the window: one chart, several charts, charts of all metals, fact sheet, statements."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.errors import KnownError
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.clipboard import confirm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.charts.spec import ChartSpec
    from explorer.data.claims import CheckedClaim
    from explorer.data.finding.code_check import CheckedLine
    from explorer.data.parties.checked_list import CheckedName
    from explorer.factsheet.drawing.document import Document
    from explorer.factsheet.drawing.statement_pages import StatementDocument


class Exports(QObject):
    """Opens the export dialogs over a window; `written` reports a file or a folder, `refused` the reason for none."""

    written = Signal(str, Path)
    refused = Signal(str)

    def __init__(self, shared: ViewContext, settings: QSettings | None, window: QWidget) -> None:
        super().__init__(window)
        self._shared = shared
        self._window = window
        self._given_settings = settings

    def _settings(self) -> QSettings:
        """Return the settings that keep the choices of the last export."""
        return self._given_settings if self._given_settings is not None else QSettings()

    @Slot(object)
    def export_chart(self, spec: "ChartSpec") -> None:
        """Open the dialog that exports a chart."""
        from explorer.ui.dialogs.export.dialog import ExportDialog

        dialog = ExportDialog(spec, self._settings(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._saved)
        dialog.severalRequested.connect(dialog.close)
        dialog.severalRequested.connect(self.export_many)
        dialog.open()

    @Slot()
    def export_many(self) -> None:
        """Open the dialog that exports several charts."""
        from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog

        shared = self._shared
        dialog = SeveralChartsDialog(
            shared.store,
            shared.context,
            [shared.state.metal_id],
            self._settings(),
            self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._several_saved)
        dialog.open()

    def export_kind(self, name: str) -> None:
        """Export a chart of all metals, or report why there is none."""
        from explorer.charts.builders.registry import KINDS, make
        from explorer.charts.spec import Missing

        chart = make(KINDS[name], self._shared.store, (), self._shared.context)
        if isinstance(chart, Missing):
            self.refused.emit(chart.reason)
        else:
            self.export_chart(chart)

    def export_sheet(self, paper: str) -> None:
        """Ask for a file name and write the fact sheet of the metal shown."""
        from explorer.ui.dialogs.export.factsheets import save_factsheet

        try:
            path = save_factsheet(self._shared, paper, self._settings(), self._window)
        except KnownError as error:
            self.refused.emit(str(error))
            return
        if path is not None:
            self._saved(str(path))

    def export_statement(self, checked: "Sequence[CheckedLine]", file_name: str) -> None:
        """Ask for a file name and write the statement on checked codes."""
        from explorer.factsheet.drawing.statement import as_document
        from explorer.factsheet.facts.statement import make_statement

        shared = self._shared
        self._write_statement(
            lambda: as_document(make_statement(shared.store, checked, shared.context, file_name))
        )

    def export_names_statement(self, checked: "Sequence[CheckedName]", file_name: str) -> None:
        """Ask for a file name and write the statement on checked names."""
        from explorer.factsheet.drawing.names_statement import as_document
        from explorer.factsheet.facts.names_statement import make_statement

        shared = self._shared
        self._write_statement(
            lambda: as_document(make_statement(shared.store, checked, shared.context, file_name))
        )

    def _write_statement(self, make: "Callable[[], StatementDocument]") -> None:
        from explorer.factsheet.drawing.statement_pages import as_pages

        try:
            statement = make()
        except KnownError as error:
            self.refused.emit(str(error))
            return
        self._write_pages(as_pages(statement), statement.stem)

    def export_fact_check(self, claims: "Sequence[CheckedClaim]", verdict: str) -> None:
        """Ask for a file name and write the fact check of claims, which are all or those with a verdict."""
        from explorer.factsheet.drawing.fact_check import document
        from explorer.factsheet.facts.fact_check import STEM, make_fact_check

        self._write_pages(document(make_fact_check(self._shared.store, claims, verdict)), STEM)

    def _write_pages(self, document: "Document", stem: str) -> None:
        from explorer.ui.dialogs.export.statements import StatementExport

        export = StatementExport(document, stem, self._settings(), self._window)
        export.progressed.connect(partial(confirm, self._window))
        export.written.connect(self._saved)
        export.refused.connect(self.refused)
        export.finished.connect(export.deleteLater)
        export.start()

    @Slot(str)
    def _saved(self, path: str) -> None:
        self.written.emit(gettext("Saved {file}").format(file=path), Path(path))

    @Slot(str, str)
    def _several_saved(self, sentence: str, folder: str) -> None:
        self.written.emit(sentence, Path(folder))

    @Slot(Path)
    def open_saved(self, path: Path) -> None:
        """Open a file that was written, with the program that the system has for it."""
        from explorer.ui.saved_files import open_file

        if not open_file(path):
            sentence = gettext("{file} could not be opened. Open it in its folder.")
            self.refused.emit(sentence.format(file=path))

    @Slot(Path)
    def show_saved(self, path: Path) -> None:
        """Open the folder of what was written."""
        from explorer.ui.saved_files import show_in_folder

        if not show_in_folder(path):
            sentence = gettext("The folder {folder} could not be opened.")
            self.refused.emit(sentence.format(folder=path.parent))

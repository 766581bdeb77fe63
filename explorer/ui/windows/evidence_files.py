"""Saves evidence files of what the window shows, and verifies files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.errors import KnownError
from explorer.language import gettext
from explorer.ui.view_context import ViewContext

if TYPE_CHECKING:
    from explorer.data.evidence.question import Question
    from explorer.data.finding.code_check import CheckedLine


class EvidenceFiles(QObject):
    """Asks for files over a window; `written` reports a file, `refused` the reason for none."""

    written = Signal(str, Path)
    refused = Signal(str)

    def __init__(self, shared: ViewContext, settings: QSettings | None, window: QWidget) -> None:
        super().__init__(window)
        self._shared, self._window = shared, window
        self._given_settings = settings

    @Slot()
    def save_metal(self) -> None:
        """Save the answer on the metal that is shown."""
        from explorer.data.evidence.question import Question

        self._save(Question(self._shared.context, self._shared.metal.metal_id))

    @Slot(object)
    def save_codes(self, checked: "Sequence[CheckedLine]") -> None:
        """Save the answers on the lines of a list of codes."""
        from explorer.data.evidence.question import question_of_lines

        try:
            question = question_of_lines(checked, self._shared.context)
        except KnownError as error:
            self.refused.emit(str(error))
            return
        self._save(question)

    def _save(self, question: "Question") -> None:
        from explorer.ui.dialogs.export.evidence import save_evidence

        settings = self._given_settings if self._given_settings is not None else QSettings()
        try:
            path = save_evidence(self._shared.store, question, settings, self._window)
        except KnownError as error:
            self.refused.emit(str(error))
            return
        if path is not None:
            self.written.emit(gettext("Saved {file}").format(file=path), path)

    @Slot()
    def verify(self) -> None:
        """Ask for an evidence file and show what its check finds."""
        title, filters = gettext("Verify an evidence file"), gettext("Evidence files (*.zip);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", filters)
        if name:
            self.verify_file(Path(name))

    def verify_file(self, path: Path) -> None:
        """Show what the check of a file finds."""
        from explorer.ui.dialogs.verify_evidence import VerifyEvidenceDialog

        dialog = VerifyEvidenceDialog(path, self._shared.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.installRequested.connect(self._shared.editions.installRequested)
        dialog.fileRequested.connect(self.verify)
        dialog.open()
        dialog.start()

"""The dialog that lists the user's own series: rename, remove with undo, export."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.charts.builders.own_lines import own_unit
from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.store import Store
from explorer.data.user.records import UserPrices, UserSeries
from explorer.data.user.series_file import FORMATS, series_file
from explorer.errors import KnownError
from explorer.files import write_file
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.own_series import OwnSeriesModel
from explorer.models.table import Cell
from explorer.ui.dialogs.export.files import FOLDER, choose_file
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.table_view import TableView

TABLE_HEIGHT = 320


@guarded
class OwnSeriesDialog(QDialog):
    """Lists all series; `addRequested` asks for the dialog that adds one, `saved` reports a file."""

    addRequested = Signal()
    saved = Signal(str)

    def __init__(
        self, model: OwnSeriesModel, store: Store, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._store, self._settings = model, store, settings
        self._series: dict[str, UserSeries] = {}
        self._removed: UserPrices | None = None
        self.setWindowTitle(gettext("Your series"))
        self.resize(size_within(self, QSize(760, 480)))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        text = gettext(
            "Your series are kept on this computer only. They never change statuses, key figures or fact sheets, "
            "and exports leave them out unless you include them."
        )
        column.addWidget(label(text, "muted"))
        header = (
            *(gettext("Name"), gettext("Metal"), gettext("Unit"), gettext("Prices")),
            *(gettext("Last date"), gettext("File"), gettext("Read on")),
        )
        self.table = TableView(header, gettext("Your series"), max_height=TABLE_HEIGHT)
        self.table.set_weights(5, 3, 3, 2, 3, 4, 3)
        self.table.opened.connect(self.rename)
        column.addWidget(self.table)
        self.message = label("")
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(self._make_buttons())
        model.changed.connect(self._fill)
        self._fill()

    def _make_buttons(self) -> QWidget:
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.add_button = self._button(gettext("Add a series…"), self._request_add)
        self.rename_button = self._button(gettext("Rename…"), self.rename)
        self.remove_button = self._button(gettext("Remove"), self.remove)
        self.undo_button = self._button(gettext("Undo"), self.undo)
        self.export_button = self._button(gettext("Export…"), self.export)
        self.undo_button.hide()
        close = self._button(gettext("Close"), self.close)
        for button in (
            self.add_button,
            self.rename_button,
            self.remove_button,
            self.undo_button,
            self.export_button,
            close,
        ):
            row.addWidget(button)
        return buttons

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    @Slot()
    def _fill(self) -> None:
        self._series = {s.series_id: s for s in self._model.all_series()}
        self.table.set_rows([self._row(s) for s in self._series.values()])
        has_any = bool(self._series)
        for button in (self.rename_button, self.remove_button, self.export_button):
            button.setEnabled(has_any)
        nothing = self._model.failure or gettext("No series yet. Add one from a file or by pasting.")
        if not has_any and self._removed is None:
            self.message.setText(nothing)
        elif has_any and self.message.text() == nothing:
            self.message.clear()

    def _row(self, series: UserSeries) -> tuple[Cell, ...]:
        metal = self._store.metals.get(series.metal_id)
        return (
            Cell(series.name, key=series.series_id),
            Cell(metal.name_en if metal is not None else series.metal_id),
            Cell(own_unit(series)),
            Cell(exact(series.points), series.points),
            Cell(show(series.last_date), series.last_date),
            Cell(series.file_name or gettext("pasted")),
            Cell(show(series.added), series.added),
        )

    def _current(self) -> UserSeries | None:
        index = self.table.currentIndex().siblingAtColumn(0)
        return self._series.get(str(index.data(self.table.records.KeyRole)))

    @Slot()
    def _request_add(self) -> None:
        self.addRequested.emit()

    @Slot()
    def rename(self, *_: object) -> None:
        """Ask for a new name for the current series."""
        series = self._current()
        if series is None:
            return
        name, is_given = QInputDialog.getText(
            self,
            gettext("Rename series"),
            gettext("New name for “{name}”:").format(name=series.name),
            QLineEdit.EchoMode.Normal,
            series.name,
        )
        if is_given:
            self._try(lambda: self._model.rename(series.series_id, name))

    @Slot()
    def remove(self) -> None:
        """Remove the current series; it can be restored until the dialog is closed."""
        series = self._current()
        if series is None:
            return

        def run() -> None:
            self._removed = self._model.remove(series.series_id)
            self.message.setText(gettext("Removed “{name}”.").format(name=series.name))
            self.undo_button.show()

        self._try(run)

    @Slot()
    def undo(self) -> None:
        """Restore the series that was removed last."""
        removed = self._removed
        if removed is None:
            return

        def run() -> None:
            self._model.restore(removed)
            self._removed = None
            self.undo_button.hide()
            self.message.setText(gettext("Restored “{name}”.").format(name=removed.series.name))

        self._try(run)

    @Slot()
    def export(self) -> None:
        """Save the current series as CSV or XLSX."""
        series = self._current()
        if series is not None:
            self._try(lambda: self._export(series))

    def _export(self, series: UserSeries) -> None:
        stem = "".join(c if c.isalnum() or c in " -_." else "-" for c in series.name).strip(" .") or "series"
        answer = choose_file(self, gettext("Save series"), f"{stem}.csv", FORMATS[0], self._settings, FORMATS)
        if answer is None:
            return
        path, force = answer
        write_file(path, series_file(self._model.one(series.series_id), path.suffix.lower()[1:]), force=force)
        self._settings.setValue(FOLDER, str(path.parent))
        self.message.setText(gettext("Saved {file}").format(file=path))
        self.saved.emit(str(path))

    def _try(self, run: Callable[[], None]) -> None:
        """Run a function and show the message of a known error."""
        try:
            run()
        except KnownError as error:
            self.message.setText(str(error))

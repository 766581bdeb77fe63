"""The dialog that lists the user's own series: rename, remove with undo, export."""

from PySide6.QtCore import QSettings, QSize, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from explorer.charts.builders.own_lines import own_unit
from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.store import Store
from explorer.data.user.records import UserPrices, UserSeries
from explorer.data.user.series_file import FORMATS, series_file
from explorer.files import write_file
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.own_series import OwnSeriesModel
from explorer.models.table import Cell
from explorer.ui.dialogs.export.files import FOLDER, choose_file
from explorer.ui.dialogs.own.saved_dialog import TABLE_HEIGHT, SavedDialog
from explorer.ui.widgets.table_view import TableView


@guarded
class OwnSeriesDialog(SavedDialog):
    """Lists all series; `addRequested` asks for the dialog that adds one, `saved` reports a file."""

    addRequested = Signal()
    saved = Signal(str)

    def __init__(
        self, model: OwnSeriesModel, store: Store, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        text = gettext(
            "Your series are kept on this computer only. They never change statuses, key figures or fact sheets, "
            "and exports leave them out unless you include them."
        )
        header = (
            *(gettext("Name"), gettext("Metal"), gettext("Unit"), gettext("Prices")),
            *(gettext("Last date"), gettext("File"), gettext("Read on")),
        )
        table = TableView(header, gettext("Your series"), max_height=TABLE_HEIGHT)
        table.set_weights(5, 3, 3, 2, 3, 4, 3)
        super().__init__(gettext("Your series"), text, table, QSize(760, 480), parent)
        self._model, self._store, self._settings = model, store, settings
        self._series: dict[str, UserSeries] = {}
        self._removed: UserPrices | None = None
        table.opened.connect(self.rename)
        self._make_buttons()
        model.changed.connect(self._fill)
        self._fill()

    def _make_buttons(self) -> None:
        self.add_button = self.button(gettext("Add a series…"), self._request_add)
        self.rename_button = self.button(gettext("Rename…"), self.rename)
        self.remove_button = self.button(gettext("Remove"), self.remove)
        self.undo_button = self.button(gettext("Undo"), self.undo)
        self.export_button = self.button(gettext("Export…"), self.export)
        self.undo_button.hide()
        close = self.button(gettext("Close"), self.close)
        self.add_buttons(
            (
                *(self.add_button, self.rename_button, self.remove_button, self.undo_button),
                *(self.export_button, close),
            )
        )

    @Slot()
    def _fill(self) -> None:
        self._series = {s.series_id: s for s in self._model.all_series()}
        self.table.set_rows([self._row(s) for s in self._series.values()])
        has_any = bool(self._series)
        for button in (self.rename_button, self.remove_button, self.export_button):
            button.setEnabled(has_any)
        nothing = self._model.failure or gettext("No series yet. Add one from a file or by pasting.")
        self.show_nothing(nothing, has_any=has_any, can_undo=self._removed is not None)

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
        return self._series.get(self.current_key())

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
            self.attempt(lambda: self._model.rename(series.series_id, name))

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

        self.attempt(run)

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

        self.attempt(run)

    @Slot()
    def export(self) -> None:
        """Save the current series as CSV or XLSX."""
        series = self._current()
        if series is not None:
            self.attempt(lambda: self._export(series))

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

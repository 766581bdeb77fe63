"""The dialog that lists the user's entries: use them or leave them out, edit them, remove them with undo."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.data.entries.texts import entry_words
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.own_entries import OwnEntriesModel
from explorer.models.table import Cell
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.table_view import TableView

TABLE_HEIGHT = 320


@guarded
class EntriesDialog(QDialog):
    """Lists all entries; `addRequested` and `editRequested` ask for a dialog, `noticeRequested` for a web address."""

    addRequested = Signal()
    editRequested = Signal(object)
    noticeRequested = Signal(str)

    def __init__(self, model: OwnEntriesModel, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._store = model, store
        self._entries: dict[str, Entry] = {}
        self._removed: Entry | None = None
        self.setWindowTitle(gettext("Your entries"))
        self.resize(860, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        text = gettext(
            "What you have read in a notice counts in every status, list, chart and export, marked “your entry”, until "
            "you leave it out. It is kept on this computer only."
        )
        column.addWidget(label(text, "muted"))
        header = (gettext("State"), gettext("Entry"), gettext("Notice"), gettext("Read"), gettext("Remark"))
        self.table = TableView(header, gettext("Your entries"), max_height=TABLE_HEIGHT)
        self.table.set_weights(2, 6, 4, 2, 5, long=(1, 4))
        self.table.opened.connect(self.edit)
        column.addWidget(self.table)
        self.message = label("")
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(self._make_buttons())
        model.changed.connect(self._fill)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self._fill()

    def _make_buttons(self) -> QWidget:
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.add_button = self._button(gettext("Add what you have read…"), self._request_add)
        self.switch_button = self._button(gettext("Leave out"), self.switch)
        self.all_button = self._button(gettext("Leave all out"), self.switch_all)
        self.edit_button = self._button(gettext("Edit…"), self.edit)
        self.remove_button = self._button(gettext("Remove"), self.remove)
        self.undo_button = self._button(gettext("Undo"), self.undo)
        self.notice_button = self._button(gettext("Open notice…"), self.open_notice)
        self.close_button = self._button(gettext("Close"), self.close)
        self.undo_button.hide()
        for button in (
            *(self.add_button, self.switch_button, self.all_button, self.edit_button),
            *(self.remove_button, self.undo_button, self.notice_button, self.close_button),
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
        self._entries = {e.entry_id: e for e in self._model.all_entries()}
        covered = self._model.covered()
        reasons = {u.entry.entry_id: u.reason for u in self._store.entries.unusable}
        rows = []
        for entry_id, entry in self._entries.items():
            remark = covered[entry_id].sentence if entry_id in covered else ""
            if entry_id in covered:
                remark = paragraph((remark, gettext("You can remove the entry.")))
            rows.append(self._row(entry, reasons.get(entry_id, ""), remark))
        self.table.set_rows(rows)
        has_any = bool(self._entries)
        for button in (
            *(self.switch_button, self.all_button, self.edit_button),
            *(self.remove_button, self.notice_button),
        ):
            button.setEnabled(has_any)
        nothing = gettext("No entry yet.")
        if not has_any and self._removed is None:
            self.message.setText(nothing)
        elif has_any and self.message.text() == nothing:
            self.message.clear()
        self._row_changed()

    def _row(self, entry: Entry, reason: str, covered: str) -> tuple[Cell, ...]:
        state = gettext("used") if entry.is_on else gettext("left out")
        remark = covered
        if reason:
            state, remark = gettext("not usable"), paragraph((reason, gettext("It is kept and not used.")))
        return (
            Cell(state, key=entry.entry_id),
            Cell(entry_words(self._store, entry)),
            Cell(entry.notice.title, tip=entry.notice.address),
            Cell(show(entry.notice.read), entry.notice.read),
            Cell(remark),
        )

    def _current(self) -> Entry | None:
        index = self.table.currentIndex().siblingAtColumn(0)
        return self._entries.get(str(index.data(self.table.records.KeyRole)))

    @Slot()
    def _row_changed(self, *_: object) -> None:
        """Name what the buttons would do."""
        entry = self._current()
        is_on = entry is None or entry.is_on
        self.switch_button.setText(gettext("Leave out") if is_on else gettext("Use"))
        any_on = any(e.is_on for e in self._entries.values())
        self.all_button.setText(gettext("Leave all out") if any_on else gettext("Use all"))

    @Slot()
    def _request_add(self) -> None:
        self.addRequested.emit()

    @Slot()
    def edit(self, *_: object) -> None:
        """Ask for the dialog that edits the current entry."""
        entry = self._current()
        if entry is not None:
            self.editRequested.emit(entry)

    @Slot()
    def switch(self) -> None:
        """Use the current entry, or leave it out."""
        entry = self._current()
        if entry is not None:
            self._try(lambda: self._model.switch({entry.entry_id: not entry.is_on}))

    @Slot()
    def switch_all(self) -> None:
        """Leave all entries out, or use all where none is used."""
        is_on = not any(e.is_on for e in self._entries.values())
        self._try(lambda: self._model.switch(dict.fromkeys(self._entries, is_on)))

    @Slot()
    def remove(self) -> None:
        """Remove the current entry; it can be restored until the dialog is closed."""
        entry = self._current()
        if entry is None:
            return

        def run() -> None:
            words = entry_words(self._store, entry)
            self._removed = entry
            self._removed = self._model.remove(entry.entry_id)
            self.message.setText(gettext("Removed: {entry}.").format(entry=words))
            self.undo_button.show()

        self._try(run)

    @Slot()
    def undo(self) -> None:
        """Restore the entry that was removed last."""
        removed = self._removed
        if removed is None:
            return

        def run() -> None:
            self._model.restore(removed)
            self._removed = None
            self.undo_button.hide()
            words = entry_words(self._store, removed)
            self.message.setText(gettext("Restored: {entry}.").format(entry=words))

        self._try(run)

    @Slot()
    def open_notice(self) -> None:
        """Ask for the address of the notice to be opened in the browser."""
        entry = self._current()
        if entry is not None:
            self.noticeRequested.emit(entry.notice.address)

    def _try(self, run: Callable[[], None]) -> None:
        """Run a function and show the message of a known error."""
        try:
            run()
        except KnownError as error:
            self.message.setText(str(error))

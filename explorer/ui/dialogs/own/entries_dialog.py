"""The dialog that lists the user's entries: turn them on or off, edit them, remove them with undo."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.data.dates import show
from explorer.data.entries.texts import entry_words
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.own_entries import OwnEntriesModel
from explorer.models.table import Cell
from explorer.ui.dialogs.own.saved_dialog import TABLE_HEIGHT, SavedDialog
from explorer.ui.widgets.table_view import TableView


@guarded
class EntriesDialog(SavedDialog):
    """Lists all entries; `addRequested` and `editRequested` ask for a dialog, `noticeRequested` for a web address."""

    addRequested = Signal()
    editRequested = Signal(object)
    noticeRequested = Signal(str)

    def __init__(self, model: OwnEntriesModel, store: Store, parent: QWidget | None = None) -> None:
        text = gettext(
            "Your entries record what you have read in notices. They count in every status, list, chart and export, "
            "marked “your entry”, until you turn them off. They are kept on this computer only."
        )
        header = (gettext("State"), gettext("Entry"), gettext("Notice"), gettext("Read"), gettext("Remark"))
        table = TableView(header, gettext("Your entries"), max_height=TABLE_HEIGHT)
        table.set_weights(2, 6, 4, 2, 5, long=(1, 4))
        super().__init__(gettext("Your entries"), text, table, QSize(860, 520), parent)
        self._model, self._store = model, store
        self._entries: dict[str, Entry] = {}
        self._removed: Entry | None = None
        table.opened.connect(self.edit)
        self._make_buttons()
        model.changed.connect(self._fill)
        table.selectionModel().currentRowChanged.connect(self._row_changed)
        self._fill()

    def _make_buttons(self) -> None:
        self.add_button = self.button(gettext("Add an entry…"), self._request_add)
        self.switch_button = self.button(gettext("Turn off"), self.switch)
        self.all_button = self.button(gettext("Turn all off"), self.switch_all)
        self.edit_button = self.button(gettext("Edit…"), self.edit)
        self.remove_button = self.button(gettext("Remove"), self.remove)
        self.undo_button = self.button(gettext("Undo"), self.undo)
        self.notice_button = self.button(gettext("Open notice…"), self.open_notice)
        self.close_button = self.button(gettext("Close"), self.close)
        self.undo_button.hide()
        self.add_buttons(
            (
                *(self.add_button, self.switch_button, self.all_button, self.edit_button),
                *(self.remove_button, self.undo_button, self.notice_button, self.close_button),
            )
        )

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
        nothing = gettext("No entries yet.")
        self.show_nothing(nothing, has_any=has_any, can_undo=self._removed is not None)
        self._row_changed()

    def _row(self, entry: Entry, reason: str, covered: str) -> tuple[Cell, ...]:
        state = gettext("in use") if entry.is_on else gettext("off")
        remark = covered
        if reason:
            state, remark = (
                gettext("cannot be used"),
                paragraph((reason, gettext("It is kept but not used."))),
            )
        return (
            Cell(state, key=entry.entry_id),
            Cell(entry_words(self._store, entry)),
            Cell(entry.notice.title, tip=entry.notice.address),
            Cell(show(entry.notice.read), entry.notice.read),
            Cell(remark),
        )

    def _current(self) -> Entry | None:
        return self._entries.get(self.current_key())

    @Slot()
    def _row_changed(self, *_: object) -> None:
        """Name what the buttons would do."""
        entry = self._current()
        is_on = entry is None or entry.is_on
        self.switch_button.setText(gettext("Turn off") if is_on else gettext("Turn on"))
        any_on = any(e.is_on for e in self._entries.values())
        self.all_button.setText(gettext("Turn all off") if any_on else gettext("Turn all on"))

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
        """Turn the current entry on or off."""
        entry = self._current()
        if entry is not None:
            self.attempt(lambda: self._model.switch({entry.entry_id: not entry.is_on}))

    @Slot()
    def switch_all(self) -> None:
        """Turn all entries off, or all on where none is on."""
        is_on = not any(e.is_on for e in self._entries.values())
        self.attempt(lambda: self._model.switch(dict.fromkeys(self._entries, is_on)))

    @Slot()
    def remove(self) -> None:
        """Remove the current entry; it can be restored until the dialog is closed."""
        entry = self._current()
        if entry is None:
            return

        def run() -> None:
            words = entry_words(self._store, entry)
            self._removed = self._model.remove(entry.entry_id)
            self.message.setText(gettext("Removed: {entry}.").format(entry=words))
            self.undo_button.show()

        self.attempt(run)

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

        self.attempt(run)

    @Slot()
    def open_notice(self) -> None:
        """Ask for the address of the notice to be opened in the browser."""
        entry = self._current()
        if entry is not None:
            self.noticeRequested.emit(entry.notice.address)

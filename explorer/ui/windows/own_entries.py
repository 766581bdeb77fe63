"""The dialogs on the user's entries, over a window."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.data.user.entry_records import Entry
from explorer.ui.browser import offer
from explorer.ui.view_context import ViewContext


class OwnEntriesDialogs(QObject):
    """Opens the dialogs; `reported` gives a sentence on what was done."""

    reported = Signal(str)

    def __init__(self, shared: ViewContext, window: QWidget) -> None:
        super().__init__(window)
        self._shared, self._window = shared, window
        shared.entries.addRequested.connect(self.add_on)
        shared.entries.listRequested.connect(self.list_entries)

    @Slot()
    def add(self) -> None:
        """Open the dialog that adds an entry, on the measure that is selected."""
        self.add_on(self._shared.state.selected_measure)

    @Slot(str)
    def add_on(self, measure_id: str) -> None:
        """Open the dialog that adds an entry on a measure, without an ID on any."""
        self._open(measure_id=measure_id)

    @Slot()
    def list_entries(self) -> None:
        """Open the list of the user's entries."""
        from explorer.ui.dialogs.own.entries_dialog import EntriesDialog

        dialog = EntriesDialog(self._shared.entries, self._shared.store, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.addRequested.connect(self.add)
        dialog.editRequested.connect(self._edit)
        dialog.noticeRequested.connect(partial(offer, dialog))
        dialog.show()

    @Slot(object)
    def _edit(self, entry: Entry) -> None:
        self._open(entry=entry)

    def _open(self, measure_id: str = "", entry: Entry | None = None) -> None:
        from explorer.ui.dialogs.own.entry_dialog import EntryDialog

        shared = self._shared
        dialog = EntryDialog(
            shared.entries,
            shared.store,
            shared.state.metal_id,
            shared.context,
            measure_id,
            entry,
            self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self.reported)
        dialog.show()

"""The dialog that saves a parts list, over a window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.ui.view_context import ViewContext

if TYPE_CHECKING:
    from explorer.data.reading.code_list import CodeList


class OwnPartsDialogs(QObject):
    """Opens the dialog for a list of codes; `reported` gives a sentence on what was done."""

    reported = Signal(str)

    def __init__(self, shared: ViewContext, window: QWidget) -> None:
        super().__init__(window)
        self._shared, self._window = shared, window
        shared.parts.saveRequested.connect(self.save)

    @Slot(object)
    def save(self, codes: "CodeList") -> None:
        """Open the dialog that saves a list for the origin and the destination of the state."""
        from explorer.ui.dialogs.own.save_parts_dialog import SavePartsDialog

        shared = self._shared
        dialog = SavePartsDialog(shared.parts, shared.store, codes, shared.context, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self.reported)
        dialog.open()

"""Metals of the list that are dropped onto a widget are compared."""

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from explorer.guard import guarded
from explorer.models import compared
from explorer.models.metal_list import METAL_MIME
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.clipboard import confirm


@guarded
class MetalDrop(QObject):
    """Lets a widget take a metal that is dragged; the status bar of the window says what was done."""

    def __init__(self, target: QWidget, shared: ViewContext) -> None:
        super().__init__(target)
        self._target, self._shared = target, shared
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept a metal, and compare it once it is dropped."""
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(METAL_MIME):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._compare(event.mimeData())
        return True

    def _compare(self, data: QMimeData) -> None:
        metal = self._shared.store.metals.get(bytes(data.data(METAL_MIME).data()).decode())
        if metal is not None:
            confirm(self._target, compared.add(self._shared.state, metal))

"""The place of messages: over the lower edge of the page, so that a message moves nothing."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.ui.widgets.style import STEP

SIDE, MARGIN = 5 * STEP, 3 * STEP


@guarded
class MessageArea(QFrame):
    """Shows those of its parts that are not hidden over another widget.

    It lies at the lower edge, or at the upper one where it would cover what has the focus.
    """

    def __init__(self, page: QWidget, *parts: QWidget) -> None:
        super().__init__(page.window())
        self._page, self._parts = page, parts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        for part in parts:
            self._column.addWidget(part)
            part.installEventFilter(self)
        page.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page, and the parts that are shown and hidden."""
        kinds = (QEvent.Type.Resize, QEvent.Type.Move) if watched is self._page else _OF_PARTS
        if event.type() in kinds:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Follow the length of a message."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._place()

    def _place(self) -> None:
        self.setVisible(not all(part.isHidden() for part in self._parts))
        if self.isHidden():
            return
        window, page = self.window(), self._page
        room = QRect(page.mapTo(window, QPoint(0, 0)), page.size()).adjusted(SIDE, MARGIN, -SIDE, -MARGIN)
        wide = self._column.heightForWidth(room.width())
        height = wide if wide > 0 else self._column.sizeHint().height()
        low = QRect(room.left(), room.bottom() + 1 - height, room.width(), height)
        high = QRect(room.left(), room.top(), room.width(), height)
        focus = self._focused_place()
        covers = low.intersects(focus) and not high.intersects(focus)
        self.setGeometry(high if covers else low)
        self.raise_()

    def _focused_place(self) -> QRect:
        """Return the place of what has the focus, of a list or table that of its current line."""
        window = self.window()
        widget = window.focusWidget()
        if widget is None or self.isAncestorOf(widget):
            return QRect()
        if isinstance(widget, QAbstractItemView):
            line = widget.visualRect(widget.currentIndex())
            return QRect(widget.viewport().mapTo(window, line.topLeft()), line.size())
        return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


_OF_PARTS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)

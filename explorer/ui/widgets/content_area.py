"""A scroll area for content whose height depends on its width."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea

from explorer.guard import guarded


@guarded
class ContentArea(QScrollArea):
    """Sizes its content once for each size that it gets.

    Another style may change the width of the scroll bar. Content such as a table may then fit without a scroll bar in
    the one width and not in the other: Qt would go from one to the other, each within the other, until the stack ends.
    """

    _is_sizing = False

    def content_paints(self) -> None:
        """Called before the content is painted; work is left to a timer.

        The area itself has no paint event where opaque content covers it.
        """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow another size of the content, but not one that follows from it."""
        if event.type() == QEvent.Type.Paint and watched is self.widget():
            self.content_paints()
        if event.type() != QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._is_sizing:
            return False
        self._is_sizing = True
        try:
            return super().eventFilter(watched, event)
        finally:
            self._is_sizing = False

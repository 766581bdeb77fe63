"""Links that macOS passes to the running program as events, where other systems start the program again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from explorer.guard import guarded


@guarded
class LinkApplication(QApplication):
    """Keeps the links that arrive before the window is ready, and passes them all on to it."""

    _linkOpened = Signal(str)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[str] = []
        self._linkOpened.connect(self._waiting.append)

    def set_link_handler(self, handler: Callable[[str], object]) -> None:
        """Call `handler` for each link, first for those that are waiting."""
        self._linkOpened.disconnect()
        self._linkOpened.connect(handler)
        for link in self._waiting:
            handler(link)
        self._waiting.clear()

    def event(self, event: QEvent) -> bool:
        """Handle an event with a link; Qt handles all others."""
        if isinstance(event, QFileOpenEvent) and not event.url().isEmpty():
            self._linkOpened.emit(event.url().toString())
            return True
        return super().event(event)

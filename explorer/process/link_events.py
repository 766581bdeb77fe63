"""Links that the system hands to a running program as an event: macOS starts no second one for them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from explorer.guard import guarded


@guarded
class LinkApplication(QApplication):
    """Passes links on, and keeps those that come before there is a window to show them."""

    _opened = Signal(str)

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(words)
        self._early: list[str] = []
        self._opened.connect(self._early.append)

    def attend(self, show: Callable[[str], object]) -> None:
        """Give every link to `show`, first those that are waiting."""
        self._opened.disconnect()
        self._opened.connect(show)
        for link in self._early:
            show(link)
        self._early.clear()

    def event(self, event: QEvent) -> bool:
        """Take a link; all else goes its way."""
        if isinstance(event, QFileOpenEvent) and not event.url().isEmpty():
            self._opened.emit(event.url().toString())
            return True
        return super().event(event)

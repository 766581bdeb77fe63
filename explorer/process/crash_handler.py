"""A bug must not vanish on the standard error of a program that was started by a double click."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from explorer.errors import KnownError

MOST_PRINTED = 20


class CrashWatch(QObject):
    """Hears of exceptions that nothing caught: `caught` carries the trace of a bug, `refused` a known error's sentence.

    They are told when the loop of events is back in charge, so that a fault while painting does not paint again,
    and one at a time: a fault while a fault is told is printed only.
    """

    caught = Signal(str)
    refused = Signal(str)
    _seen = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.excepthook
        self._telling = False
        self._printed = 0
        self._seen.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to listen."""
        self._before = sys.excepthook
        sys.excepthook = self._hook

    def remove(self) -> None:
        """Let exceptions go the way they went before."""
        if sys.excepthook == self._hook:
            sys.excepthook = self._before

    def _hook(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        known = isinstance(value, KnownError)
        if not known and self._printed < MOST_PRINTED:
            self._printed += 1
            self._before(kind, value, trace)
        if not issubclass(kind, Exception) or self._telling:
            return
        self._telling = True
        text = str(value) if known else "".join(traceback.format_exception(kind, value, trace))
        self._seen.emit(text, known)

    @Slot(str, bool)
    def _tell(self, text: str, known: bool) -> None:
        try:
            (self.refused if known else self.caught).emit(text)
        finally:
            self._telling = False

"""Reports uncaught exceptions: a program that was started from the desktop has no standard error to read."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from explorer.errors import KnownError

MAX_PRINTED = 20


class CrashHandler(QObject):
    """Emits the traceback of an uncaught exception, or the message of an uncaught known error.

    The signals are delivered once control returns to the event loop, so that an error in painting does not paint
    again. While one error is reported, others are only printed.
    """

    bugCaught = Signal(str)
    knownErrorCaught = Signal(str)
    _queued = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previous_hook = sys.excepthook
        self._reporting = False
        self._printed = 0
        self._queued.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Handle uncaught exceptions from now on."""
        self._previous_hook = sys.excepthook
        sys.excepthook = self._handle

    def remove(self) -> None:
        """Restore the previous hook."""
        if sys.excepthook == self._handle:
            sys.excepthook = self._previous_hook

    def _handle(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        known = isinstance(value, KnownError)
        if not known and self._printed < MAX_PRINTED:
            self._printed += 1
            self._previous_hook(kind, value, trace)
        if not issubclass(kind, Exception) or self._reporting:
            return
        self._reporting = True
        text = str(value) if known else "".join(traceback.format_exception(kind, value, trace))
        self._queued.emit(text, known)

    @Slot(str, bool)
    def _report(self, text: str, known: bool) -> None:
        try:
            (self.knownErrorCaught if known else self.bugCaught).emit(text)
        finally:
            self._reporting = False

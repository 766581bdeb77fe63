"""The signals with which the system terminates a program."""

import contextlib
import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class UnixSignals(QObject):
    """Emits the number of each termination signal at once; Python alone would wait until it runs its next line."""

    terminationRequested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read_numbers)
        self._previous_handlers: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}
        self._previous_descriptor = -1

    def install(self) -> None:
        """Handle the signals that this system and thread have, except those that are ignored."""
        with contextlib.suppress(ValueError, OSError):
            self._previous_descriptor = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
            for number in (getattr(signal, name, None) for name in _NAMES):
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    self._previous_handlers[number] = signal.signal(number, _ignore)

    def remove(self) -> None:
        """Restore the previous handlers."""
        self._notifier.setEnabled(False)
        for number, handler in self._previous_handlers.items():
            signal.signal(number, handler)
        if self._previous_handlers:
            signal.set_wakeup_fd(self._previous_descriptor)
        self._previous_handlers.clear()
        self._reader.close()
        self._writer.close()

    @Slot()
    def _read_numbers(self) -> None:
        with contextlib.suppress(OSError):
            for number in self._reader.recv(64):
                if number in self._previous_handlers:
                    self.terminationRequested.emit(number)


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: Python writes the number to the socket, where the event loop reads it."""

"""The signals by which a system asks a program to end."""

import contextlib
import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class SignalWatch(QObject):
    """Turns the signals of the system into `asked`, with their number; Python alone would wait for its next turn."""

    asked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._ear = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._hear)
        self._before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}
        self._fd_before = -1

    def install(self) -> None:
        """Begin to listen; what this system or thread does not have is left out."""
        with contextlib.suppress(ValueError, OSError):
            self._fd_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
            for number in (getattr(signal, name, None) for name in _NAMES):
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, _heard)

    def remove(self) -> None:
        """Give the signals back."""
        self._ear.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        if self._before:
            signal.set_wakeup_fd(self._fd_before)
        self._before.clear()
        self._reader.close()
        self._writer.close()

    @Slot()
    def _hear(self) -> None:
        with contextlib.suppress(OSError):
            for number in self._reader.recv(64):
                if number in self._before:
                    self.asked.emit(number)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Do nothing where the signal strikes: it is heard at the socket, in its turn."""

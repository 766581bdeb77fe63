"""Application lifecycle: termination signals, the end of the desktop session, requests from later launches."""

import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from explorer.process.single_instance import Start
from explorer.process.unix_signals import SignalWatch

if TYPE_CHECKING:
    from explorer.process.instance_server import Doorkeeper, PipeDoorkeeper

SAVED_AFTER_MS = 3_000


class Lifecycle(QObject):
    """Reports what the system and later launches ask of the open window."""

    requestReceived = Signal(str)
    saveRequested = Signal()

    def __init__(self, app: QApplication, start: Start) -> None:
        super().__init__(app)
        self._start = start
        self._server: Doorkeeper | PipeDoorkeeper | None = None
        self._signals = SignalWatch(self)
        self._signals.asked.connect(self._terminate)
        self._signals.install()
        app.commitDataRequest.connect(self.saveRequested)
        if hasattr(app, "attend"):
            app.attend(self.requestReceived.emit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SAVED_AFTER_MS)
        self._pause.timeout.connect(self.saveRequested)

    @Slot()
    def save_soon(self) -> None:
        """Save once the reader pauses: a desktop that goes away with its display asks nobody to save."""
        self._pause.start()

    @Slot()
    def start_server(self) -> None:
        """Answer later launches, once the window is painted."""
        from explorer.process.instance_server import Doorkeeper, PipeDoorkeeper

        if self._server is not None:
            return
        if self._start.door is not None:
            self._server = Doorkeeper(self._start.door, self)
        elif self._start.place and sys.platform == "win32":
            self._server = PipeDoorkeeper(self._start.place, self)
        if self._server is not None:
            self._server.rung.connect(self.requestReceived)

    @Slot(int)
    def _terminate(self, number: int) -> None:
        """Close as if the user did; the exit code reports an interrupt from the keyboard."""
        self.saveRequested.emit()
        QApplication.closeAllWindows()
        QApplication.exit(128 + number if number == signal.SIGINT else 0)

    def end(self) -> None:
        """Give back what was taken from the system."""
        self._signals.remove()
        if self._server is not None:
            self._server.close()
        else:
            self._start.close_door()

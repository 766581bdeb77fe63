"""Application lifecycle: termination signals, the end of the desktop session, requests from later launches."""

import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from explorer.process.launch import Launch
from explorer.process.unix_signals import UnixSignals

if TYPE_CHECKING:
    from explorer.process.instance_server import InstanceServer

SAVE_DELAY_MS = 3_000


class Lifecycle(QObject):
    """Reports requests of the system and of later launches to the open window."""

    requestReceived = Signal(str)
    saveRequested = Signal()

    def __init__(self, app: QApplication, launch: Launch) -> None:
        super().__init__(app)
        self._launch = launch
        self._server: InstanceServer | None = None
        self._signals = UnixSignals(self)
        self._signals.terminationRequested.connect(self._terminate)
        self._signals.install()
        app.commitDataRequest.connect(self.saveRequested)
        if hasattr(app, "set_link_handler"):
            app.set_link_handler(self.requestReceived.emit)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(SAVE_DELAY_MS)
        self._save_timer.timeout.connect(self.saveRequested)

    @Slot()
    def save_soon(self) -> None:
        """Request a save once nothing has changed for a while: a display server can end without warning."""
        self._save_timer.start()

    @Slot()
    def start_server(self) -> None:
        """Take requests from later launches, once the window is painted."""
        if self._server is not None or self._launch.lock is None:
            return
        from explorer.process.instance_server import InstanceServer

        self._server = InstanceServer(self._launch.lock.address, self)
        self._server.requestReceived.connect(self.requestReceived)
        self._server.start()

    @Slot(int)
    def _terminate(self, number: int) -> None:
        """Close as if the user did; the exit code reports an interrupt from the keyboard."""
        self.saveRequested.emit()
        QApplication.closeAllWindows()
        QApplication.exit(128 + number if number == signal.SIGINT else 0)

    def end(self) -> None:
        """Restore the signal handlers and let the next launch be the first instance."""
        self._signals.remove()
        if self._server is not None:
            self._server.close()
        self._launch.release_lock()

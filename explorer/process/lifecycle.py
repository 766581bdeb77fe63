"""What the system and other starts of the program may want of a window while it is open."""

import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from explorer.process.single_instance import Start
from explorer.process.unix_signals import SignalWatch

if TYPE_CHECKING:
    from explorer.process.instance_server import Doorkeeper, PipeDoorkeeper
    from explorer.ui.windows.main_window import MainWindow

SAVED_AFTER_MS = 3_000


class Attendance(QObject):
    """What the system and other starts of the program may want of a window while it is open."""

    def __init__(self, app: QApplication, window: "MainWindow", start: Start) -> None:
        super().__init__(app)
        self._window, self._start = window, start
        self._keeper: Doorkeeper | PipeDoorkeeper | None = None
        self._signals = SignalWatch(self)
        self._signals.asked.connect(self._asked_to_end)
        self._signals.install()
        app.commitDataRequest.connect(self.save_session)
        if hasattr(app, "attend"):
            app.attend(window.open_link)
        window.workspace.detail.opened.connect(self._open_door)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(SAVED_AFTER_MS)
        self._quiet.timeout.connect(window.save_session)
        state = window.workspace.state
        for changed in (state.metalChanged, state.contextChanged, state.tabChanged, state.themeChanged):
            changed.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        """Save when the reader pauses: a desktop that goes away with its display asks nobody to save."""
        self._quiet.start()

    @Slot()
    def _open_door(self) -> None:
        """Answer other starts of the program, once the window is painted."""
        from explorer.process.instance_server import Doorkeeper, PipeDoorkeeper

        if self._keeper is not None:
            return
        if self._start.door is not None:
            self._keeper = Doorkeeper(self._start.door, self)
        elif self._start.place and sys.platform == "win32":
            self._keeper = PipeDoorkeeper(self._start.place, self)
        if self._keeper is not None:
            self._keeper.rung.connect(self._window.open_link)

    @Slot(int)
    def _asked_to_end(self, number: int) -> None:
        """Close as if the user did; the exit code tells of an interrupt from the keyboard."""
        self._window.save_session()
        QApplication.closeAllWindows()
        QApplication.exit(128 + number if number == signal.SIGINT else 0)

    @Slot()
    def save_session(self) -> None:
        """Save when the desktop ends its session, and leave the window open."""
        self._window.save_session()

    def end(self) -> None:
        """Give back what was taken from the system."""
        self._signals.remove()
        if self._keeper is not None:
            self._keeper.close()
        else:
            self._start.close_door()

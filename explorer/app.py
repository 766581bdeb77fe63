"""Starts the application: data, state, window, and what the system may want of it."""

# The standard library's part of the start is imported before PySide6, which slows every later import.
import argparse
import signal
import sqlite3  # noqa: F401
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from explorer import __version__, paths
from explorer.errors import DataFileError

# isort: split
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent, QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from explorer.charts import fonts
from explorer.ui import theme
from explorer.ui.crash import CrashWatch
from explorer.ui.farewell import SignalWatch
from explorer.ui.session import open_settings, restored_state
from explorer.ui.window import MainWindow

if TYPE_CHECKING:
    from explorer.ui.door import Doorkeeper, PipeDoorkeeper

FAULT = 2
SAVED_AFTER_MS = 3_000
PROGRAM = "minor-metals-explorer"


class Application(QApplication):
    """Passes on the links that a system hands to a running program."""

    linkOpened = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and not event.url().isEmpty():
            self.linkOpened.emit(event.url().toString())
            return True
        return super().event(event)


def make_application() -> QApplication:
    """Return the application with its names set, as window managers, task bars and settings read them."""
    _name_for_taskbar()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = Application([PROGRAM])
    app.setApplicationName(PROGRAM)
    app.setApplicationDisplayName("Minor Metals Explorer")
    app.setOrganizationName("Minor Metals Explorer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(PROGRAM)
    app.setStyle("Fusion")
    bare = not QFontDatabase.families()
    families = fonts.load()  # the window, too, shows Chinese where no font of the system has it
    if bare:
        app.setFont(QFont(list(families)))
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
    return app


def _name_for_taskbar() -> None:
    """Let Windows group the windows under the program's own icon, not under that of Python."""
    if sys.platform == "win32":
        import contextlib
        import ctypes

        with contextlib.suppress(AttributeError, OSError):
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("MinorMetals.Explorer")


def run(args: argparse.Namespace) -> int:
    """Open the window and return the exit code.

    `args` may have a data file, a `wish`, a `link`, and the `door` and `place` at which other starts ring.
    """
    app = make_application()
    path = Path(args.data) if args.data else None
    report = _reporter(path)
    watch = CrashWatch(app)
    watch.install()
    try:
        settings = open_settings()
        window = MainWindow(settings=settings, report=report)
        window.show()
        app.processEvents()  # the window is on the screen before what it shows is imported and read
        _furnish(window, args, path, settings)
    except DataFileError as error:
        _close_door(args)
        window.close()
        return _run_broken(app, str(error))
    except Exception:
        _close_door(args)
        return _run_faulty(app, traceback.format_exc(), report)
    session = Session(app, window, args)
    watch.caught.connect(window.show_fault)
    watch.refused.connect(window.show_message)
    try:
        if args.link:
            window.open_link(args.link)
        code = app.exec()
    finally:
        session.end()
        watch.remove()
    return code


class Session(QObject):
    """What the system and other starts of the program may want of a window while it is open."""

    def __init__(self, app: QApplication, window: MainWindow, args: argparse.Namespace) -> None:
        super().__init__(app)
        self._window, self._args = window, args
        self._keeper: Doorkeeper | PipeDoorkeeper | None = None
        self._signals = SignalWatch(self)
        self._signals.asked.connect(self._asked_to_end)
        self._signals.install()
        app.commitDataRequest.connect(self._session_ends)
        if isinstance(app, Application):
            app.linkOpened.connect(window.open_link)
        window.detail.opened.connect(self._open_door)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(SAVED_AFTER_MS)
        self._quiet.timeout.connect(window.save_session)
        for changed in (window.state.metalChanged, window.state.contextChanged, window.state.tabChanged):
            changed.connect(self._changed)
        window.state.themeChanged.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        """Save when the reader pauses: a desktop that goes away with its display asks nobody to save."""
        self._quiet.start()

    @Slot()
    def _open_door(self) -> None:
        """Answer other starts of the program, once the window is painted."""
        from explorer.ui.door import Doorkeeper, PipeDoorkeeper

        if self._keeper is not None:
            return
        if self._args.door is not None:
            self._keeper = Doorkeeper(self._args.door, self)
        elif self._args.place and sys.platform == "win32":
            self._keeper = PipeDoorkeeper(self._args.place, self)
        if self._keeper is not None:
            self._keeper.rung.connect(self._window.open_link)

    @Slot(int)
    def _asked_to_end(self, number: int) -> None:
        """Close as if the user did; the exit code tells of an interrupt from the keyboard."""
        self._window.save_session()
        QApplication.closeAllWindows()
        QApplication.exit(128 + number if number == signal.SIGINT else 0)

    @Slot()
    def _session_ends(self) -> None:
        self._window.save_session()

    def end(self) -> None:
        """Give back what was taken from the system."""
        self._signals.remove()
        if self._keeper is not None:
            self._keeper.close()
        else:
            _close_door(self._args)


def _close_door(args: argparse.Namespace) -> None:
    if args.door is not None:
        args.door.close()
        args.door = None


def _reporter(path: Path | None) -> Callable[[], str]:
    def report() -> str:
        from explorer.commands.doctor import as_text, whole_report

        return as_text(whole_report(path or paths.data_file()))

    return report


def _run_broken(app: QApplication, sentence: str) -> int:
    from explorer.ui.broken import BrokenDataWindow

    theme.apply(app, theme.choose("system"))
    broken = BrokenDataWindow(sentence)
    broken.show()
    code = app.exec()
    return code if broken.mended else code or FAULT


def _run_faulty(app: QApplication, trace: str, report: Callable[[], str]) -> int:
    from explorer.ui.faulty import FaultyWindow

    print(trace, file=sys.stderr)
    theme.apply(app, theme.choose("system"))
    faulty = FaultyWindow(trace, report)
    faulty.show()
    return app.exec() or FAULT


def _furnish(window: MainWindow, args: argparse.Namespace, path: Path | None, settings: QSettings) -> None:
    """Read the data and fill the window with the view that is asked for, or that of last time."""
    from explorer.data.store import Store

    store = Store.open(path)
    state = restored_state(store, settings)
    state.fulfil(args.wish)
    window.furnish(store, state)

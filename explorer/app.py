"""Starts the application: data, state, window, and what the system may want of it."""

# The standard library's part of the start is imported before PySide6, which slows every later import.
import argparse
import sqlite3  # noqa: F401
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from explorer import __version__, paths
from explorer.errors import DataFileError

# isort: split
from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QFileOpenEvent, QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from explorer.charts import fonts
from explorer.ui import theme
from explorer.ui.session import open_settings, restored_state
from explorer.ui.window import MainWindow

FAULT = 2
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
    return app


def bring_look(app: QApplication) -> None:
    """Give the application its icon and the fonts that it brings along: Chinese shows where no font has it."""
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
    bare = not QFontDatabase.families()
    families = fonts.load()
    if bare:
        app.setFont(QFont(list(families)))


def _name_for_taskbar() -> None:
    """Let Windows group the windows under the program's own icon, not under that of Python."""
    if sys.platform == "win32":
        import contextlib
        import ctypes

        with contextlib.suppress(AttributeError, OSError):
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("MinorMetals.Explorer")


def run(args: argparse.Namespace, report: Callable[[], str]) -> int:
    """Open the window and return the exit code.

    `args` may have a data file, a `wish`, a `link`, and the `door` and `place` at which other starts ring; `report`
    gives the diagnostic report.
    """
    app = make_application()
    path = Path(args.data) if args.data else None
    window = None
    try:
        settings = open_settings()
        window = MainWindow(settings=settings, report=report)
        window.show()
        app.processEvents()  # the window is on the screen before what it shows is imported and read
        from explorer.ui.attendance import Session
        from explorer.ui.crash import CrashWatch

        watch = CrashWatch(app)
        watch.install()
        bring_look(app)
        _furnish(window, args, path, settings)
        session = Session(app, window, args)
    except DataFileError as error:
        _give_up(window, args)
        return _run_broken(app, str(error))
    except Exception:
        trace = traceback.format_exc()
        _give_up(window, args)
        return _run_faulty(app, trace, report)
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


def _give_up(window: MainWindow | None, args: argparse.Namespace) -> None:
    """Take a window that can't be filled off the screen, and let the next start be the first."""
    from explorer.ui.attendance import close_door

    close_door(args)
    if window is not None:
        window.hide()


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

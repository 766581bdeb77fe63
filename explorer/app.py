"""Starts the application: data, state, window, and what the system may want of it.

The window is on the screen before what it shows is imported and read; what is imported here at the top is what an
empty window needs.
"""

import sys
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from explorer import __version__, paths
from explorer.errors import DataFileError
from explorer.process.single_instance import Start
from explorer.ui.windows.main_window import MainWindow
from explorer.ui.windows.session import open_settings, restored_state, restored_theme

if TYPE_CHECKING:
    from explorer.process.lifecycle import Lifecycle

FAULT = 2
PROGRAM = "minor-metals-explorer"


def make_application() -> QApplication:
    """Return the application with its names set, as window managers, task bars and settings read them."""
    _name_for_taskbar()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = _kind()([PROGRAM])
    app.setApplicationName(PROGRAM)
    app.setApplicationDisplayName("Minor Metals Explorer")
    app.setOrganizationName("Minor Metals Explorer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(PROGRAM)
    app.setStyle("Fusion")
    return app


def _kind() -> type[QApplication]:
    if sys.platform != "darwin":
        return QApplication
    from explorer.process.link_events import LinkApplication

    return LinkApplication


def load_fonts_and_icon(app: QApplication) -> None:
    """Give the application its icon and the fonts that it brings along: Chinese shows where no font has it."""
    from explorer.charts.plot import fonts

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


def run(start: Start, report: Callable[[], str]) -> int:
    """Open the window and return the exit code; `report` gives the diagnostic report."""
    app = make_application()
    window = None
    try:
        settings = open_settings()
        _ground(app, restored_theme(settings))
        window = MainWindow(settings, report)
        window.show()
        app.processEvents()
        if not window.isVisible():  # closed before there was anything on it
            start.close_door()
            return 0
        from explorer.process.crash_handler import CrashWatch
        from explorer.process.lifecycle import Lifecycle

        watch = CrashWatch(app)
        watch.install()
        load_fonts_and_icon(app)
        _furnish(window, start, settings)
        lifecycle = Lifecycle(app, start)
        connect(lifecycle, window)
    except DataFileError as error:
        _give_up(window, start)
        return _run_broken(app, str(error))
    except Exception as error:
        from explorer.data.storage.checksum import as_data_error

        trace = traceback.format_exc()
        _give_up(window, start)
        said = as_data_error(error, start.data)
        return _run_broken(app, str(said)) if said else _run_faulty(app, trace, report)
    watch.caught.connect(window.workspace.show_fault)
    watch.refused.connect(window.workspace.show_message)
    try:
        if start.link:
            window.open_link(start.link)
        code = app.exec()
    finally:
        lifecycle.end()
        watch.remove()
    return code


def connect(lifecycle: "Lifecycle", window: MainWindow) -> None:
    """Let a window answer what its process is asked, and have changes of its state saved."""
    lifecycle.requestReceived.connect(window.open_link)
    lifecycle.saveRequested.connect(window.save_session)
    window.workspace.detail.opened.connect(lifecycle.start_server)
    state = window.workspace.state
    for changed in (state.metalChanged, state.contextChanged, state.tabChanged, state.themeChanged):
        changed.connect(lifecycle.save_soon)


def _ground(app: QApplication, chosen: str) -> None:
    """Give an empty window the ground of a theme that was forced; as the system has it, it is there already."""
    if chosen != "system":
        from explorer.ui import theme

        theme.force(chosen)
        theme.set_background(app, theme.choose(chosen))


def _give_up(window: MainWindow | None, start: Start) -> None:
    """Take a window that can't be filled off the screen, and let the next start be the first."""
    start.close_door()
    if window is not None:
        window.hide()


def _dress(app: QApplication) -> None:
    """Give a window that stands in for the proper one the theme of last time."""
    from explorer.ui import theme

    theme.apply(app, theme.choose(restored_theme(open_settings())))


def _run_broken(app: QApplication, sentence: str) -> int:
    from explorer.ui.windows.data_error_window import DataErrorWindow

    _dress(app)
    broken = DataErrorWindow(sentence)
    broken.show()
    code = app.exec()
    return code if broken.restarted else code or FAULT


def _run_faulty(app: QApplication, trace: str, report: Callable[[], str]) -> int:
    from explorer.ui.windows.startup_error_window import StartupErrorWindow

    print(trace, file=sys.stderr)
    _dress(app)
    faulty = StartupErrorWindow(trace, report)
    faulty.show()
    return app.exec() or FAULT


def _furnish(window: MainWindow, start: Start, settings: QSettings) -> None:
    """Read the data and fill the window with the view that is asked for, or that of last time."""
    from explorer.data.store import Store

    store = Store.open(start.data)
    state = restored_state(store, settings)
    state.apply(start.wish)
    window.populate(store, state)

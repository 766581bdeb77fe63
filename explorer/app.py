"""Starts the application: window, data, state, and the connection to the system.

The empty window is shown before its content is imported and read: the imports at the top are all that it needs.
"""

import sys
import traceback
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from explorer import __version__, paths
from explorer.errors import DataFileError
from explorer.process.launch import Launch
from explorer.ui.windows.main_window import MainWindow
from explorer.ui.windows.session import open_settings, restored_state, restored_theme

if TYPE_CHECKING:
    from explorer.process.lifecycle import Lifecycle

FAULT = 2
PROGRAM = "minor-metals-explorer"
COLLECT_AFTER_MS = 2000


def make_application() -> QApplication:
    """Return the application with its names set, as window managers, task bars and settings read them."""
    _name_for_taskbar()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = _application_class()([PROGRAM])
    app.setApplicationName(PROGRAM)
    app.setApplicationDisplayName("Minor Metals Explorer")
    app.setOrganizationName("Minor Metals Explorer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(PROGRAM)
    app.setStyle("Fusion")
    return app


def _application_class() -> type[QApplication]:
    if sys.platform != "darwin":
        return QApplication
    from explorer.process.link_events import LinkApplication

    return LinkApplication


def load_fonts_and_icon(app: QApplication) -> None:
    """Set the icon and the font; the bundled fonts show Chinese where the system has no font for it."""
    from explorer.ui import theme

    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
    theme.set_font(app)


def _name_for_taskbar() -> None:
    """Let Windows group the windows under the program's own icon, not under that of Python."""
    if sys.platform == "win32":
        import contextlib
        import ctypes

        with contextlib.suppress(AttributeError, OSError):
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("MinorMetals.Explorer")


def run(launch: Launch, report: Callable[[], str]) -> int:
    """Open the window and return the exit code; `report` returns the diagnostic report."""
    app = make_application()
    QTimer.singleShot(COLLECT_AFTER_MS, app, partial(_collect_from_now_on, app))
    window = None
    try:
        settings = open_settings()
        set_background(app, restored_theme(settings))
        window = MainWindow(settings, report)
        window.show()
        app.processEvents()
        if not window.isVisible():  # the user closed the empty window
            launch.release_lock()
            return 0
        from explorer.process.crash_handler import CrashHandler
        from explorer.process.lifecycle import Lifecycle

        crash_handler = CrashHandler(app)
        crash_handler.install()
        load_fonts_and_icon(app)
        populate(window, launch, settings)
        lifecycle = Lifecycle(app, launch)
        connect(lifecycle, window)
        window.populated.connect(partial(connect_content, lifecycle, window))
    except DataFileError as error:
        _abandon(window, launch)
        return _run_data_error_window(app, str(error))
    except Exception as error:
        from explorer.data.editions.current import current_path
        from explorer.data.storage.checksum import as_data_error

        trace = traceback.format_exc()
        _abandon(window, launch)
        data_error = as_data_error(error, launch.data or current_path())
        if data_error is not None:
            return _run_data_error_window(app, str(data_error))
        return _run_startup_error_window(app, trace, report)
    crash_handler.bugCaught.connect(window.show_fault)
    crash_handler.knownErrorCaught.connect(window.show_message)
    try:
        if launch.link:
            window.open_link(launch.link)
        code = app.exec()
    finally:
        lifecycle.end()
        crash_handler.remove()
    return code


def _collect_from_now_on(app: QApplication) -> None:
    """Let Python collect unused objects again."""
    from explorer.process.idle_collector import IdleCollector

    IdleCollector(app).start()


def connect(lifecycle: "Lifecycle", window: MainWindow) -> None:
    """Connect the window to requests from outside, and save its state after changes."""
    lifecycle.requestReceived.connect(window.open_link)
    lifecycle.saveRequested.connect(window.save_session)
    connect_content(lifecycle, window)


def connect_content(lifecycle: "Lifecycle", window: MainWindow) -> None:
    """Connect the content of the window, which another edition replaces."""
    window.workspace.opened.connect(lifecycle.start_server)
    state = window.workspace.state
    for changed in (
        *(state.metalChanged, state.contextChanged, state.tabChanged, state.themeChanged),
        *(state.sparklinesChanged, state.startViewChanged),
    ):
        changed.connect(lifecycle.save_soon)


def set_background(app: QApplication, chosen: str) -> None:
    """Set the background of the empty window; the theme of the system is in place already."""
    if chosen != "system":
        from explorer.ui import theme

        theme.force(chosen)
        theme.set_background(app, theme.choose(chosen))


def apply_theme(app: QApplication) -> None:
    """Apply the theme of the last session to a window that reports an error."""
    from explorer.ui import theme

    theme.apply(app, theme.choose(restored_theme(open_settings())))


def populate(window: MainWindow, launch: Launch, settings: QSettings) -> None:
    """Read the data and fill the window with the requested view, or with that of the last session."""
    from explorer.data.editions.current import open_current, open_file
    from explorer.models.own_entries import load_entries

    opened = open_file(launch.data) if launch.data is not None else open_current()
    faults = load_entries(opened.store)
    state = restored_state(opened.store, settings)
    state.apply(launch.view)
    window.populate(opened.store, state)
    window.workspace.destroyed.connect(opened.store.close)
    window.workspace.show_edition(opened)
    window.workspace.report_entries(faults)


def _abandon(window: MainWindow | None, launch: Launch) -> None:
    """Hide a window that can't be filled, and let the next launch be the first instance."""
    launch.release_lock()
    if window is not None:
        window.hide()


def _run_data_error_window(app: QApplication, sentence: str) -> int:
    from explorer.ui.windows.data_error_window import DataErrorWindow

    apply_theme(app)
    window = DataErrorWindow(sentence)
    window.show()
    code = app.exec()
    return code if window.restarted else code or FAULT


def _run_startup_error_window(app: QApplication, trace: str, report: Callable[[], str]) -> int:
    from explorer.ui.windows.startup_error_window import StartupErrorWindow

    print(trace, file=sys.stderr)
    apply_theme(app)
    window = StartupErrorWindow(trace, report)
    window.show()
    return app.exec() or FAULT

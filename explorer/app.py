"""Starts the application: data, state, window."""

# The standard library's part of the start is imported before PySide6, which slows every later import.
import argparse
import sqlite3  # noqa: F401
import sys
from pathlib import Path

from explorer import __version__, paths
from explorer.data.dates import parse_day
from explorer.data.store import Store
from explorer.errors import DataFileError

# isort: split
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from explorer.charts import fonts
from explorer.ui.window import MainWindow, restored_state

FAULT = 2


def make_application() -> QApplication:
    """Return the application with its names set, as settings and window managers read them."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Minor Metals Explorer")
    app.setOrganizationName("Minor Metals Explorer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("minor-metals-explorer")
    app.setStyle("Fusion")
    bare = not QFontDatabase.families()
    families = fonts.load()  # the window, too, shows Chinese where no font of the system has it
    if bare:
        app.setFont(QFont(list(families)))
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
    return app


def run(args: argparse.Namespace) -> int:
    """Open the window and return the exit code; `args` may name a data file, metal, day, places and a tab."""
    app = make_application()
    settings = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Minor Metals Explorer", "explorer"
    )
    path = getattr(args, "data", None)
    try:
        store = Store.open(Path(path) if path else None)
        window = MainWindow(store, _state(args, store, settings), settings)
    except DataFileError as error:
        from explorer.ui.broken import BrokenDataWindow

        broken = BrokenDataWindow(str(error))
        broken.show()
        code = app.exec()
        return code if broken.mended else code or FAULT
    window.show()
    return app.exec()


def _state(args: argparse.Namespace, store: Store, settings: QSettings):  # type: ignore[no-untyped-def]
    state = restored_state(store, settings)
    if getattr(args, "metal", None):
        from explorer.data.lookup import find_metal

        state.set_metal(find_metal(store, args.metal).metal_id)
    day = getattr(args, "on", None)
    state.set_context(
        day=parse_day(day) if isinstance(day, str) else day,
        origin=getattr(args, "origin", None) or "",
        destination=getattr(args, "to", None) or "",
    )
    if getattr(args, "tab", None):
        state.set_tab(args.tab)
    return state

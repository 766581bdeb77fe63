"""Shows every view, page and tab in a window, replaces its content twice, and ends: a process for a test.

It is given a data file and a folder for the settings.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from explorer.app import load_fonts_and_icon, make_application
from explorer.data.store import Store
from explorer.models.state import AppState
from explorer.models.views import ALL_VIEWS, DATA_PAGES, DATA_VIEW, METALS_VIEW
from explorer.ui.windows.main_window import MainWindow

TABS = ("overview", "uses", "controls", "supply", "prices", "trade", "sources")
SECONDS = 0.15


def settle() -> None:
    """Let the window do what it does while nobody touches it."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        QApplication.processEvents()


def visit(window: MainWindow) -> None:
    """Show every view, the pages of Data and the tabs of a metal, each with the focus on its content."""
    state = window.workspace.state
    for view in ALL_VIEWS:
        state.set_view(view)
        settle()
        window.workspace.views.focus_content()
    state.set_view(DATA_VIEW)
    for page in DATA_PAGES:
        state.set_option(DATA_VIEW, "page", page)
        settle()
    state.set_view(METALS_VIEW)
    for tab in TABS:
        state.set_tab(tab)
        settle()


def main(data: Path, folder: Path) -> None:
    """Visit the views, also those of content that has replaced other content."""
    app = make_application()
    load_fonts_and_icon(app)
    window = MainWindow(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat), str)
    window.resize(1200, 800)
    window.show()
    for _ in range(2):
        before = window.workspace if hasattr(window, "workspace") else None
        window.populate(Store.open(data), AppState("gallium"))
        if before is not None:
            before.discard()
        settle()
        visit(window)
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""The window on the real data, with settings of its own."""

import pytest
from PySide6.QtCore import QSettings

from explorer.models.state import AppState
from explorer.ui.windows.main_window import MainWindow


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot, store, settings):
    window = MainWindow(settings, lambda: "program  0")
    window.populate(store, AppState("gallium"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def workspace(window):
    return window.workspace

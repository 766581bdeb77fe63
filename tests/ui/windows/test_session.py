"""What a session keeps: the geometry, and settings that are damaged, foreign or cannot be written."""

import os

import pytest
from PySide6.QtCore import QByteArray, QRect, QSettings, Qt

from explorer.models.state import AppState
from explorer.ui.windows import session
from explorer.ui.windows.main_window import MainWindow
from explorer.ui.windows.session import (
    FIRST_SIZE,
    FORMAT,
    open_settings,
    restored_state,
    restored_theme,
    visible_geometry,
)

LAPTOP, SECOND = QRect(0, 0, 1440, 900), QRect(1440, 0, 2560, 1440)


@pytest.fixture
def opened(qtbot, store):
    """Open a window as a start of the program does; it lives until the test ends."""
    windows = []

    def open_window(settings: QSettings) -> MainWindow:
        window = MainWindow(settings)
        window.populate(store, restored_state(store, settings))
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        windows.append(window)
        return window

    return open_window


@pytest.mark.parametrize(
    "window",
    [
        QRect(100, 80, 1200, 700),
        QRect(1500, 100, 1320, 860),
        QRect(1300, 700, 920, 560),
        QRect(-700, 10, 920, 560),
    ],
    ids=["on one", "on the other", "across", "partly beyond the edge"],
)
def test_a_window_with_a_visible_title_bar_keeps_its_place(window):
    assert visible_geometry(window, [LAPTOP, SECOND]) == window


@pytest.mark.parametrize(
    "window",
    [
        QRect(5000, 100, 1320, 860),
        QRect(-1300, 100, 1320, 860),
        QRect(100, -500, 1320, 860),
        QRect(100, 2000, 1320, 860),
        QRect(1500, 100, 1320, 860),
    ],
    ids=["right", "left", "above", "below", "on a screen that is gone"],
)
def test_a_window_off_all_screens_is_moved_onto_one(window):
    place = visible_geometry(window, [LAPTOP])
    assert LAPTOP.contains(place) and place.size() == window.size()


def test_a_window_that_is_too_large_is_reduced_to_fit():
    assert visible_geometry(QRect(20, 20, 2500, 1400), [LAPTOP]) == LAPTOP
    assert visible_geometry(QRect(9000, 20, 2500, 500), [LAPTOP]).width() == LAPTOP.width()
    assert visible_geometry(QRect(1, 2, 3, 4), []) == QRect(1, 2, 3, 4)


def test_a_saved_geometry_off_all_screens_is_moved_onto_one(opened, settings):
    first = opened(settings)
    first.setGeometry(30_000, -9_000, 1000, 600)
    first.close()
    again = opened(settings)
    screen = again.screen().availableGeometry()
    assert screen.intersects(again.geometry())
    assert again.geometry().top() >= screen.top()


def test_a_maximised_window_is_restored_maximised(opened, settings):
    first = opened(settings)
    first.showMaximized()
    first.close()
    again = opened(settings)
    assert again.windowState() & Qt.WindowState.WindowMaximized


def test_the_splitter_is_restored(opened, settings):
    first = opened(settings)
    first.workspace.state.set_view("metals")
    first.workspace.splitter.setSizes([280, first.width() - 281])
    first.close()
    again = opened(settings)
    again.workspace.state.set_view("metals")
    assert again.workspace.splitter.sizes()[0] == 280


def test_a_view_that_was_not_opened_keeps_its_splitter(opened, settings):
    first = opened(settings)
    first.workspace.state.set_view("metals")
    first.workspace.splitter.setSizes([280, first.width() - 281])
    first.close()
    opened(settings).close()
    again = opened(settings)
    again.workspace.state.set_view("metals")
    assert again.workspace.splitter.sizes()[0] == 280


def test_the_program_opens_with_today_or_with_the_view_chosen(opened, settings):
    first = opened(settings)
    assert first.workspace.state.view == "today"
    first.workspace.views.view("today").start.box.setCurrentIndex(1)
    first.close()
    assert opened(settings).workspace.state.view == "metals"


@pytest.mark.parametrize(
    "damaged",
    [
        os.urandom(4_096),
        b"\0" * 512,
        b"[General]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3)\nsplitter=@Variant(\\0\\0\\0)\nmetal=@Invalid()\n",
        b"[General]\nmetal=a, b, c\nday=@DateTime(x)\ntheme[]=\ntab=\xff\xfe\n[export]\nwidth=nan\ndpi=1e99\n",
        b"geometry",
        b"",
    ],
    ids=["random", "zeros", "cut values", "other kinds", "no values", "empty"],
)
def test_damaged_settings_open_the_window_as_if_new(opened, store, tmp_path, damaged):
    path = tmp_path / "settings.ini"
    path.write_bytes(damaged)
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    window = opened(settings)
    as_new = AppState()
    as_new.set_view("today")
    assert window.workspace.state.as_request() == as_new.as_request() and window.isVisible()
    window.close()
    assert restored_state(store, QSettings(str(path), QSettings.Format.IniFormat)).metal_id == "gallium"


def test_a_geometry_of_another_format_is_ignored(opened, settings):
    first = opened(settings)
    first.resize(960, 580)
    first.close()
    settings.setValue("format", FORMAT + 1)
    assert opened(settings).size() != first.size()


def test_a_geometry_of_another_type_is_ignored(opened, settings):
    settings.setValue("geometry", "wide")
    settings.setValue("splitter", QByteArray(b"damaged"))
    window = opened(settings)
    assert window.size() == FIRST_SIZE.boundedTo(window.screen().availableSize()) or window.height() >= 560


def test_settings_that_can_not_be_written_are_not_kept(opened, tmp_path):
    place = tmp_path / "a file"
    place.write_text("no folder")
    settings = QSettings(str(place / "settings.ini"), QSettings.Format.IniFormat)
    window = opened(settings)
    assert window.close()
    assert settings.status() != QSettings.Status.NoError


@pytest.fixture
def settings_file(tmp_path, monkeypatch):
    """The settings file of a user whose settings are in a folder of the test."""
    monkeypatch.setattr(session, "MOST_BYTES", 1_000)
    before = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "-", "-").fileName()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    yield tmp_path / "Minor Metals Explorer" / "explorer.ini"
    place = os.path.dirname(os.path.dirname(before))  # noqa: PTH120
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)


@pytest.mark.parametrize("value", ["@Variant(\\0\\0\\0\\x7f\\0)", "@DateTime(\\0)", "x" * 1_000])
def test_settings_that_this_program_never_saves_are_renamed(settings_file, value):
    settings_file.parent.mkdir()
    text = f"[General]\ntheme=dark\nmetal={value}\n"
    settings_file.write_text(text)
    assert restored_theme(open_settings()) == "system"
    assert settings_file.with_name("explorer.ini.damaged").read_text() == text and not settings_file.exists()


def test_settings_that_this_program_saves_are_read(settings_file):
    settings_file.parent.mkdir()
    settings_file.write_text("[General]\ntheme=dark\ngeometry=@ByteArray(abc)\n")
    assert restored_theme(open_settings()) == "dark" and settings_file.exists()

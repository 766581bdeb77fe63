"""The look and help menus of the top bar, and what they do in the window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.ui import theme
from explorer.ui.about import AboutDialog
from explorer.ui.session import restored_state


def choose(button, text: str) -> None:
    """Choose an entry of the menu of a button."""
    (action,) = [a for a in button.menu().actions() if a.text().startswith(text)]
    action.trigger()


def marked(button) -> list[str]:
    """Return the marked entries of a menu."""
    return [a.text() for a in button.menu().actions() if a.isChecked()]


def test_light_and_dark_are_chosen_marked_and_remembered(window, store, settings):
    button = window.top.theme
    assert marked(button) == ["As the system"]
    choose(button, "Dark")
    assert window.desk.theme is theme.DARK and marked(button) == ["Dark"]
    window.close()
    assert restored_state(store, settings).theme == "dark"
    choose(button, "As the system")
    assert window.state.theme == "system" and marked(button) == ["As the system"]


def test_the_system_s_change_is_followed_only_where_it_is_asked_for(window, monkeypatch):
    hints = QGuiApplication.styleHints()
    scheme = [Qt.ColorScheme.Light]
    monkeypatch.setattr(theme, "system_scheme", lambda: scheme[0])
    for wish, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        scheme[0] = wish
        hints.colorSchemeChanged.emit(wish)
        assert window.desk.theme.name == name
        assert QApplication.palette().window().color().name() == window.desk.theme.window
    choose(window.top.theme, "Light")
    scheme[0] = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(scheme[0])
    assert window.desk.theme is theme.LIGHT
    choose(window.top.theme, "As the system")
    assert window.desk.theme is theme.DARK
    window.state.set_theme("light")


@pytest.mark.parametrize("name", ["theme", "help"])
def test_menus_open_by_key(window, qtbot, name):
    button = getattr(window.top, name)
    menu = button.menu()
    opened = []
    menu.aboutToShow.connect(lambda: opened.append(name))
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus and button.accessibleName()
    button.setFocus()
    QTimer.singleShot(50, menu.close)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert opened == [name]


@pytest.mark.parametrize("way", ["menu", "key"])
def test_a_link_to_the_view_is_copied(window, way):
    window.state.set_context(day=date(2024, 12, 10), destination="USA")
    window.state.set_tab("controls")
    if way == "menu":
        choose(window.top.help, "Copy link")
    else:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window, Qt.Key.Key_C, both)
    link = "minor-metals:gallium?tab=controls&on=2024-12-10&from=CHN&to=USA"
    assert QGuiApplication.clipboard().text() == link
    assert window.status.sentence == f"Copied {link}"


def test_help_opens_about_and_copies_the_report(window, qtbot):
    choose(window.top.help, "About")
    assert window.findChild(AboutDialog).isVisible()
    with qtbot.waitSignal(window.diagnosis.copied):
        choose(window.top.help, "Copy diagnostic")
    assert QGuiApplication.clipboard().text() == "program  0\n"


def test_a_link_is_opened_in_the_window(window):
    window.showMinimized()
    window.open_link("minor-metals:antimony?tab=prices&on=2024-12-10&to=USA")
    assert (window.state.metal_id, window.state.tab, window.state.destination) == (
        "antimony",
        "prices",
        "USA",
    )
    assert not window.isMinimized() and window.isVisible() and not window.banner.isVisible()


def test_what_a_link_asks_in_vain_is_told(window):
    window.open_link("minor-metals:unobtainium?to=JPN&tab=nothing")
    assert window.state.metal_id == "gallium" and window.state.destination == "JPN"
    assert "unobtainium" in window.banner.sentence and "no tab" in window.banner.sentence

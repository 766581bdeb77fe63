"""The theme and help menus of the top bar."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer import palette
from explorer.ui import theme
from explorer.ui.dialogs.about import AboutDialog
from explorer.ui.windows.session import restored_state


def choose(button, text: str) -> None:
    """Choose an entry of the menu of a button."""
    (action,) = [a for a in button.menu().actions() if a.text().startswith(text)]
    action.trigger()


def checked(button) -> list[str]:
    """Return the checked entries of a menu."""
    return [a.text() for a in button.menu().actions() if a.isChecked()]


def test_the_theme_is_chosen_checked_and_restored(window, workspace, store, settings):
    button = workspace.top.theme
    assert checked(button) == ["Match system"]
    choose(button, "Dark")
    assert workspace.shared.theme is palette.DARK and checked(button) == ["Dark"]
    window.close()
    assert restored_state(store, settings).theme == "dark"
    choose(button, "Match system")
    assert workspace.state.theme == "system" and checked(button) == ["Match system"]


def test_a_change_of_the_system_counts_only_for_the_system_theme(window, workspace, monkeypatch):
    hints = QGuiApplication.styleHints()
    scheme = [Qt.ColorScheme.Light]
    monkeypatch.setattr(theme, "system_scheme", lambda: scheme[0])
    for system, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        scheme[0] = system
        hints.colorSchemeChanged.emit(system)
        assert workspace.shared.theme.name == name
        assert QApplication.palette().window().color().name() == workspace.shared.theme.window
    choose(workspace.top.theme, "Light")
    scheme[0] = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(scheme[0])
    assert workspace.shared.theme is palette.LIGHT
    choose(workspace.top.theme, "Match system")
    assert workspace.shared.theme is palette.DARK
    workspace.state.set_theme("light")


@pytest.mark.parametrize("name", ["theme", "help"])
def test_menus_open_by_key(workspace, qtbot, name):
    button = getattr(workspace.top, name)
    menu = button.menu()
    opened = []
    menu.aboutToShow.connect(lambda: opened.append(name))
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus and button.accessibleName()
    button.setFocus()
    QTimer.singleShot(50, menu.close)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert opened == [name]


@pytest.mark.parametrize("way", ["menu", "key"])
def test_a_link_to_the_view_is_copied(window, workspace, way):
    workspace.state.set_context(day=date(2024, 12, 10), destination="USA")
    workspace.state.set_tab("controls")
    if way == "menu":
        choose(workspace.top.help, "Copy link")
    else:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window, Qt.Key.Key_C, both)
    link = "minor-metals:gallium?tab=controls&on=2024-12-10&from=CHN&to=USA"
    assert QGuiApplication.clipboard().text() == link
    assert workspace.status.sentence == f"Copied {link}."


def test_help_opens_about_and_copies_the_report(window, workspace, qtbot):
    choose(workspace.top.help, "About")
    assert window.findChild(AboutDialog).isVisible()
    with qtbot.waitSignal(workspace.dialogs.diagnosis.copied):
        choose(workspace.top.help, "Copy diagnostic")
    assert workspace.status.sentence == "Diagnostic report copied to the clipboard."
    assert QGuiApplication.clipboard().text() == "program  0\n"


def test_a_link_is_opened_in_the_window(window, workspace):
    window.showMinimized()
    window.open_link("minor-metals:antimony?tab=prices&on=2024-12-10&to=USA")
    assert (
        workspace.state.metal_id,
        workspace.state.tab,
        workspace.state.context.destination,
    ) == (
        "antimony",
        "prices",
        "USA",
    )
    assert not window.isMinimized() and window.isVisible() and not workspace.banner.isVisible()


def test_a_part_of_a_link_that_is_not_valid_is_explained(window, workspace):
    window.open_link("minor-metals:unobtainium?to=JPN&tab=nothing")
    assert workspace.state.metal_id == "gallium" and workspace.state.context.destination == "JPN"
    assert "unobtainium" in workspace.banner.sentence and "is not a tab" in workspace.banner.sentence

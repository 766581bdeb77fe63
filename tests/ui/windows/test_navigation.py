"""Back and forward in the window, the keys of the tabs, and the title of the window."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from explorer.data.finding.rows import METALS, OPEN_METAL, Action, Row
from explorer.models.state import TABS
from tests.ui.finding import by_name

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def visited(window, workspace):
    """The window after three steps: another metal, another tab, another destination."""
    for step in (
        lambda: workspace.state.set_metal("antimony"),
        lambda: workspace.state.set_tab("prices"),
        lambda: workspace.state.set_context(destination="USA"),
    ):
        step()
        QApplication.processEvents()
    return workspace


def shown(workspace) -> tuple[str, str, str]:
    return workspace.state.metal_id, workspace.state.tab, workspace.state.context.destination


@pytest.mark.parametrize("number", range(1, 8))
def test_alt_and_a_digit_open_a_tab(window, workspace, number):
    workspace.state.set_tab(TABS[number % 7])
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), ALT)
    assert workspace.state.tab == TABS[number - 1]


def test_ctrl_and_a_digit_are_free(window, workspace):
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert workspace.state.tab == "overview"


def press_keys(window, back: bool) -> None:
    QTest.keyClick(window, Qt.Key.Key_Left if back else Qt.Key.Key_Right, ALT)


def press_mouse(window, back: bool) -> None:
    """Press a button of the mouse on a line of the list, which it must not select."""
    button = Qt.MouseButton.BackButton if back else Qt.MouseButton.ForwardButton
    line = window.workspace.list.view.viewport()
    QTest.mouseClick(
        window.windowHandle(), button, Qt.KeyboardModifier.NoModifier, line.mapTo(window, QPoint(40, 20))
    )


def press_button(window, back: bool) -> None:
    by_name(window.workspace.top, QPushButton, "Back" if back else "Forward").click()


@pytest.mark.parametrize("press", [press_keys, press_mouse, press_button])
def test_steps_are_taken_back_and_forward(window, visited, press):
    expected = [
        ("antimony", "prices", "ALL"),
        ("antimony", "overview", "ALL"),
        ("gallium", "overview", "ALL"),
    ]
    for place in expected:
        press(window, back=True)
        assert shown(visited) == place
    for place in (*expected[1::-1], ("antimony", "prices", "USA")):
        press(window, back=False)
        assert shown(visited) == place


def test_a_button_is_enabled_while_it_has_a_step(window, workspace):
    back, forward = workspace.top.back, workspace.top.forward
    assert not back.isEnabled() and not forward.isEnabled()
    workspace.state.set_tab("uses")
    QApplication.processEvents()
    assert back.isEnabled() and not forward.isEnabled()
    back.click()
    assert not back.isEnabled() and forward.isEnabled()


def test_the_fields_and_the_list_follow_a_step_back(window, visited):
    visited.history.go_back()
    assert visited.top.destination.currentText() == "All destinations"
    visited.history.go_back()
    visited.history.go_back()
    view = visited.list.view
    assert view.currentIndex().data(visited.list.model.MetalIdRole) == "gallium"


def test_a_row_of_the_search_is_one_step(window, workspace):
    workspace.state.set_context(destination="JPN")
    QApplication.processEvents()
    action = Action(OPEN_METAL, "antimony", "prices", day=date(2024, 12, 10), destination="USA")
    workspace.top.search.rowChosen.emit(Row("metal", "antimony", METALS, "Antimony", action=action))
    QApplication.processEvents()
    assert shown(workspace) == ("antimony", "prices", "USA")
    workspace.history.go_back()
    assert shown(workspace) == ("gallium", "overview", "JPN") and workspace.state.follows_today


def test_a_link_is_one_step(window, workspace):
    window.open_link("minor-metals:antimony?tab=prices&on=2024-12-10&to=USA")
    QApplication.processEvents()
    workspace.history.go_back()
    assert shown(workspace) == ("gallium", "overview", "ALL") and workspace.state.follows_today


def test_keys_that_repeat_in_the_date_field_are_one_step(window, workspace):
    workspace.state.set_context(day=date(2024, 12, 10))
    QApplication.processEvents()
    workspace.history.go_back()
    workspace.history.go_forward()
    for _ in range(5):
        QTest.keyClick(workspace.top.day, Qt.Key.Key_Up)
        QApplication.processEvents()
    assert workspace.state.context.as_of == date(2024, 12, 15)
    workspace.history.go_back()
    assert workspace.state.context.as_of == date(2024, 12, 10)


def test_the_title_names_what_is_shown(window, workspace, store):
    assert window.windowTitle() == "Gallium – Minor Metals Explorer"
    workspace.state.set_metal("antimony")
    assert window.windowTitle() == "Antimony – Minor Metals Explorer"
    workspace.state.open_record("document", "cn-2024-46")
    assert window.windowTitle() == "Announcement 46 of 2024 – Minor Metals Explorer"
    claim = store.claims[0]
    workspace.state.open_record("claim", claim.claim_id)
    assert window.windowTitle().startswith(claim.claim[:40])
    assert window.windowTitle().endswith(" – Minor Metals Explorer") and len(window.windowTitle()) < 110
    workspace.state.close_record()
    assert window.windowTitle() == "Antimony – Minor Metals Explorer"


def test_a_record_is_a_step_and_going_back_shows_the_metal(window, workspace):
    workspace.state.open_record("document", "cn-2024-46")
    QApplication.processEvents()
    workspace.state.open_record("document", "cn-2023-23")
    QApplication.processEvents()
    press_keys(window, back=True)
    assert workspace.records.record.accessibleName() == "Document: Announcement 46 of 2024"
    press_keys(window, back=True)
    assert workspace.records.record is None and workspace.detail.isVisible()
    press_keys(window, back=False)
    assert window.windowTitle() == "Announcement 46 of 2024 – Minor Metals Explorer"
    assert workspace.records.record.accessibleName() == "Document: Announcement 46 of 2024"

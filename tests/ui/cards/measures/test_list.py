"""The list of measures: groups by state, lines that open, keys, and what stays open."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from explorer.data.controls.measure_list import listed_measures
from explorer.ui.cards.measures.line import NARROW
from explorer.ui.cards.measures.list import MeasureList
from tests.ui.finding import focus_chain


@pytest.fixture
def make_list(qtbot, make_shared):
    """Return a function that makes the list of the measures on a metal."""

    def make(metal: str = "gallium", **context):
        shared = make_shared(metal, **context)
        made = MeasureList(shared)
        qtbot.addWidget(made)
        made.resize(1000, 600)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        show(made, shared)
        return made, shared

    return make


def show(made, shared, *, ended=True):
    metal = shared.state.metal_id
    made.show_measures(listed_measures(shared.store, metal, shared.context, ended=ended), "")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def headings(made: MeasureList) -> list[str]:
    QCoreApplication.processEvents()
    shown = [x for x in made.findChildren(QLabel) if x.isVisible() and x.text().endswith(")")]
    wanted = ("In force (", "Paused (", "Announced (", "Ended (")
    return [x.text() for x in sorted(shown, key=lambda x: x.y()) if x.text().startswith(wanted)]


def test_lines_are_grouped_and_counted(make_list):
    made, _ = make_list()
    assert headings(made) == ["In force (4)", "Paused (1)", "Ended (1)"]
    assert [line.measure_id for line in made.lines()] == [
        "cn-2024-46-1",
        "cn-2023-23",
        "cn-2024-46-x",
        "cn-2025-28",
        "cn-2024-46-2a",
        "cn-2023-57-ga",
    ]


@pytest.mark.parametrize(
    ("measure_id", "name"),
    [
        (
            "cn-2024-46-2a",
            "Announcement 46 of 2024, section 2, first clause: refusal in principle, the United States; paused; "
            "until 27 Nov 2026",
        ),
        ("cn-2023-23", "Announcement 23 of 2023: licence, all destinations; in force; no end date on file"),
        (
            "cn-2023-57-ga",
            "Announcement 57 of 2023, non-ferrous metallurgy entry, gallium point: technology control, "
            "all destinations; ended; until 14 Jul 2025",
        ),
    ],
)
def test_a_line_has_a_name_for_screen_readers(make_list, measure_id, name):
    made, _ = make_list()
    assert made.line(measure_id).button.accessibleName() == name


def test_an_announced_measure_says_when_it_begins(make_list):
    made, _ = make_list("yttrium", on=date(2025, 10, 20), destination="ALL")
    line = made.line("cn-2025-61-12")
    assert line.button.end.text() == "from 1 Dec 2025" and "Announced (" in " ".join(headings(made))


def test_cards_are_built_only_when_a_line_opens(make_list):
    made, _ = make_list()
    assert all(line.card is None for line in made.lines())
    line = made.line("cn-2024-46-2a")
    line.button.click()
    assert line.card is not None and line.button.isChecked()
    assert line.button.accessibleDescription() == "open"
    line.button.click()
    assert line.card is None and line.button.accessibleDescription() == "closed"


@pytest.mark.parametrize(
    ("key", "opens"),
    [
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Return, True),
        (Qt.Key.Key_Enter, True),
        (Qt.Key.Key_Space, True),
        (Qt.Key.Key_Left, False),
    ],
)
def test_keys_open_a_line(make_list, key, opens):
    made, _ = make_list()
    line = made.lines()[1]
    QTest.keyClick(line.button, key)
    assert (line.card is not None) is opens
    QTest.keyClick(line.button, Qt.Key.Key_Left)
    assert line.card is None


def test_up_and_down_go_from_line_to_line(make_list, qtbot):
    made, _ = make_list()
    lines = made.lines()
    lines[0].button.setFocus()
    with qtbot.waitSignal(made.lineShown) as shown:
        QTest.keyClick(lines[0].button, Qt.Key.Key_Down)
    assert lines[1].button.hasFocus() and shown.args == [lines[1].button]
    QTest.keyClick(lines[1].button, Qt.Key.Key_Up)
    assert lines[0].button.hasFocus()
    QTest.keyClick(lines[0].button, Qt.Key.Key_Up)
    assert lines[0].button.hasFocus()


def test_an_open_line_stays_open_while_the_context_changes(make_list):
    made, shared = make_list()
    paused = made.line("cn-2024-46-2a")
    paused.button.click()
    paused.button.setFocus()
    shared.state.set_context(day=date(2026, 11, 28))
    show(made, shared)
    assert made.line("cn-2024-46-2a") is paused and paused.card is not None and paused.button.hasFocus()
    assert headings(made) == ["In force (5)", "Ended (1)"]
    shared.state.set_context(destination="JPN")
    show(made, shared)
    assert made.line("cn-2024-46-2a") is None
    shared.state.set_context(destination="USA")
    show(made, shared)
    assert made.line("cn-2024-46-2a").card is not None


def test_another_metal_begins_with_closed_lines(make_list):
    made, shared = make_list()
    made.line("cn-2024-46-2a").button.click()
    shared.state.set_metal("germanium")
    show(made, shared)
    assert made.line("cn-2024-46-2a").card is None


def test_the_tab_key_goes_through_an_open_card_before_the_next_line(make_list):
    made, _ = make_list()
    first, second = made.lines()[:2]
    first.button.click()
    reached = made.focus_widgets()
    assert reached[0] is first.button and reached[-5:][0] is second.button
    order = [widget for widget in focus_chain(first.button) if widget in reached]
    assert order == reached


def test_states_are_aligned_and_have_the_colour_of_what_returns(make_list):
    made, _ = make_list()
    places = {line.button.state.mapTo(line, line.button.state.rect().topLeft()).x() for line in made.lines()}
    assert len(places) == 1
    paused = made.line("cn-2024-46-2a").button
    assert (paused.state.text(), paused.state.state) == ("paused", "prohibition-paused")
    assert "Announcement 46 of 2024, section 2, first clause" in paused.toolTip()


@pytest.mark.parametrize("width", [420, 549, 620, 1000])
def test_names_of_parts_of_one_announcement_are_whole_at_every_width(make_list, qtbot, width):
    """Sections of one announcement differ at the end of their names."""
    made, _ = make_list()
    made.resize(width, 900)
    button = made.line("cn-2024-46-2a").button
    qtbot.waitUntil(lambda: (button.kind.y() > button.name.y()) is (width < NARROW))

    def are_whole():
        for shown in (line.button for line in made.lines()):
            for part in (shown.name, shown.kind):
                assert part.height() >= part.heightForWidth(part.width())
                assert shown.rect().contains(part.geometry())

    qtbot.waitUntil(are_whole)
    assert button.name.text() == "Announcement 46 of 2024, section 2, first clause"


def test_a_narrow_line_has_the_end_below_the_state(make_list, qtbot):
    made, _ = make_list()
    made.resize(549, 900)
    button = made.line("cn-2024-46-2a").button
    qtbot.waitUntil(lambda: button.end.mapTo(button, QPoint(0, 0)).y() > button.state.height())
    assert button.end.text() == "until 27 Nov 2026"


def test_the_menu_of_a_line_copies_and_opens(make_list):
    made, shared = make_list()
    line = made.line("cn-2024-46-2a")
    actions = {a.text(): a for a in line.menu().actions() if a.text()}
    assert list(actions)[:3] == ["Open document", "Copy row", "Copy citation"]
    assert list(actions)[3].startswith("Open http") and "in browser" in list(actions)[3]
    actions["Copy row"].trigger()
    assert QGuiApplication.clipboard().text() == (
        f"{line.button.accessibleName()}\nChecked to 8 Oct 2026: the last 50 days are not covered."
    )
    actions["Copy citation"].trigger()
    assert QGuiApplication.clipboard().text().startswith("MOFCOM, Announcement 46 of 2024, section 2")
    actions["Open document"].trigger()
    assert shared.state.record == ("document", "cn-2024-46")

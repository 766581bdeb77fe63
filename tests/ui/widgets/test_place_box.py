"""The box of places: typing in any language, completing, and what stays marked."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.data.finding.lookup import find_destination
from explorer.data.place_names import PlaceNames
from explorer.data.places import destinations
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.place_box import PlaceBox
from tests.ui.wheel import turned


@pytest.fixture
def box(qtbot, store):
    places = destinations(store)
    made = PlaceBox(
        "To", places, partial(find_destination, store, listed=True), PlaceNames(store, places).suggest
    )
    made.show_id("ALL")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: made.lineEdit().selectedText() == "All destinations")
    return made


def chosen(box):
    told = []
    box.chosen.connect(told.append)
    return told


def enter(box, text):
    """Put a text into the field and press Enter."""
    box.completer().popup().hide()
    box.lineEdit().setText(text)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)


def offered(box):
    """Return the names that drop below the field."""
    model = box.completer().popup().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def marked(box, text):
    """Return whether the box shows a text that is not applied, and says so to all users."""
    sentence = box.fault.sentence
    shown = box.lineEdit().text() == text and box.lineEdit().property("invalid") and box.property("invalid")
    return (
        bool(sentence)
        and shown
        and box.accessibleDescription() == sentence
        and box.toolTip() == wrapped(sentence)
    )


@pytest.mark.parametrize(
    ("typed", "place", "name"),
    [
        ("germany", "DEU", "Germany"),
        ("Deutschland", "DEU", "Germany"),
        ("JPN", "JPN", "Japan"),
        ("us", "USA", "United States"),
        ("U.S.A.", "USA", "United States"),
        ("韩国", "KOR", "South Korea"),
        ("usa-mil", "USA-MIL", "US military users"),
        ("US military", "USA-MIL", "US military users"),
        ("\u200f ドイツ\u00a0\n", "DEU", "Germany"),
    ],
)
def test_names_in_any_language(box, typed, place, name):
    told = chosen(box)
    enter(box, typed)
    assert told == [place]
    assert box.currentData() == place and box.lineEdit().text() == name and not box.fault.sentence


def test_pasted_text_may_hold_line_feeds(box):
    told = chosen(box)
    QGuiApplication.clipboard().setText("South\u00a0Korea\r\n")
    box.lineEdit().selectAll()
    box.lineEdit().paste()
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert told == ["KOR"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("germ", "Germany"), ("Deutsch", "Germany"), ("德国", "Germany"), ("us", "United States")],
)
def test_the_list_offers_english_names_for_any_name_and_points_at_a_certain_one(box, qtbot, typed, first):
    told = chosen(box)
    if typed.isascii():
        QTest.keyClicks(box.lineEdit(), typed)
    else:  # as an input method does it
        event = QInputMethodEvent()
        event.setCommitString(typed)
        QApplication.sendEvent(box.lineEdit(), event)
    popup = box.completer().popup()
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    assert box.lineEdit().text() == typed and offered(box)[0] == first
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert len(told) == 1
    assert box.lineEdit().text() == first


@pytest.mark.parametrize(
    ("typed", "names"),
    [("korea", ["South Korea", "North Korea"]), ("aust", ["Australia", "Austria"])],
)
def test_enter_takes_none_of_several(box, qtbot, typed, names):
    told = chosen(box)
    QTest.keyClicks(box.lineEdit(), typed)
    popup = box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.waitUntil(lambda: offered(box)[:2] == names)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told == [] and marked(box, typed)


def test_an_arrow_leads_from_a_marked_text_to_what_it_may_mean(box, qtbot):
    told = chosen(box)
    enter(box, "aust")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Down)
    popup = box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert told == [] and marked(box, "aust")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told == ["AUS"] and not box.fault.sentence


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_no_arrow_leads_from_a_marked_text_to_another_place(box, key):
    told = chosen(box)
    enter(box, "Atlantis")
    QTest.keyClick(box.lineEdit(), key)
    assert told == [] and marked(box, "Atlantis")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Xyz", "No destination “Xyz”. Pick one from the list."),
        ("Korea", "“Korea” can mean South Korea (KOR) or North Korea (PRK): pick one from the list."),
        ("East Germany", "“East Germany” is a former state. Pick one from the list."),
        ("World total", "“World total” is not a country. Pick one from the list."),
    ],
)
def test_what_is_not_a_place_stays_marked_until_escape(box, typed, said):
    told, hint = chosen(box), box.toolTip()
    enter(box, typed)
    assert told == [] and box.shown_id() == "ALL"
    assert box.fault.sentence == said and marked(box, typed)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Escape)
    assert box.lineEdit().text() == "All destinations"
    assert not box.property("invalid") and not box.lineEdit().property("invalid")
    assert box.accessibleDescription() == "" and box.toolTip() == hint


def test_leaving_keeps_what_is_not_a_place(box):
    QTest.keyClicks(box.lineEdit(), "Germny")
    for _ in range(2):
        box.clearFocus()
        assert marked(box, "Germny") and box.shown_id() == "ALL"
        box.setFocus()
    assert marked(box, "Germny")


def test_leaving_a_list_that_was_open_keeps_the_beginning_marked(box, qtbot):
    told = chosen(box)
    QTest.keyClicks(box.lineEdit(), "germ")
    popup = box.completer().popup()
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    popup.hide()
    box.clearFocus()
    qtbot.waitUntil(lambda: marked(box, "germ"))
    assert told == []


def test_a_corrected_name_is_taken(box):
    told = chosen(box)
    enter(box, "Germny")
    enter(box, "Germany")
    assert told == ["DEU"] and not box.fault.sentence and not box.property("invalid")


@pytest.mark.parametrize("listed", [False, True])
def test_typing_replaces_a_place_that_was_just_taken(box, qtbot, listed):
    told = chosen(box)
    if listed:
        QTest.keyClicks(box.lineEdit(), "germ")
        popup = box.completer().popup()
        qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
        QTest.keyClick(popup, Qt.Key.Key_Return)
    else:
        enter(box, "Germany")
    qtbot.waitUntil(lambda: box.lineEdit().selectedText() == "Germany")
    enter(box, "Japan")
    assert told == ["DEU", "JPN"]


def test_the_name_of_the_place_that_is_applied_takes_the_mark_away(box):
    told = chosen(box)
    enter(box, "Germny")
    enter(box, "All destinations")
    assert told == [] and not box.fault.sentence


def test_states_that_are_no_more_are_not_offered(box):
    assert box.findText("East Germany", Qt.MatchFlag.MatchFixedString) < 0
    assert box.findText("Soviet Union", Qt.MatchFlag.MatchFixedString) < 0
    assert box.findData("WLD") < 0


def test_the_wheel_changes_no_place(box, qtbot):
    told = chosen(box)
    event = turned(5)
    box.wheelEvent(event)
    assert told == [] and box.currentData() == "ALL" and not event.isAccepted()


def test_leaving_after_a_fault_reads_what_was_typed_since(box, qtbot):
    told = chosen(box)
    enter(box, "xyzzy")
    assert marked(box, "xyzzy")
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "Niger")
    popup = box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    popup.hide()
    box.clearFocus()
    qtbot.waitUntil(lambda: told == ["NER"])
    assert not box.fault.sentence and not box.property("invalid")

"""The list of places: names in any language, suggestions, and invalid text."""

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
    box = PlaceBox(
        "To", places, partial(find_destination, store, listed=True), PlaceNames(store, places).suggest
    )
    box.show_id("ALL")
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    box.activateWindow()
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: box.lineEdit().selectedText() == "All destinations")
    return box


def chosen(box):
    places = []
    box.chosen.connect(places.append)
    return places


def enter(box, text):
    """Put a text into the field and press Enter."""
    box.completer().popup().hide()
    box.lineEdit().setText(text)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)


def suggested(box):
    """Return the names of the suggestions."""
    model = box.completer().popup().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def marked(box, text):
    """Return whether the box shows a text as invalid, also to screen readers."""
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
def test_names_in_any_language_are_accepted(box, typed, place, name):
    places = chosen(box)
    enter(box, typed)
    assert places == [place]
    assert box.currentData() == place and box.lineEdit().text() == name and not box.fault.sentence


def test_pasted_text_may_have_line_breaks(box):
    places = chosen(box)
    QGuiApplication.clipboard().setText("South\u00a0Korea\r\n")
    box.lineEdit().selectAll()
    box.lineEdit().paste()
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert places == ["KOR"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("germ", "Germany"), ("Deutsch", "Germany"), ("德国", "Germany"), ("us", "United States")],
)
def test_the_list_suggests_english_names_and_highlights_an_unambiguous_one(box, qtbot, typed, first):
    places = chosen(box)
    if typed.isascii():
        QTest.keyClicks(box.lineEdit(), typed)
    else:  # as an input method does it
        event = QInputMethodEvent()
        event.setCommitString(typed)
        QApplication.sendEvent(box.lineEdit(), event)
    popup = box.completer().popup()
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    assert box.lineEdit().text() == typed and suggested(box)[0] == first
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert len(places) == 1
    assert box.lineEdit().text() == first


@pytest.mark.parametrize(
    ("typed", "names"),
    [("korea", ["South Korea", "North Korea"]), ("aust", ["Australia", "Austria"])],
)
def test_enter_chooses_no_ambiguous_name(box, qtbot, typed, names):
    places = chosen(box)
    QTest.keyClicks(box.lineEdit(), typed)
    popup = box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.waitUntil(lambda: suggested(box)[:2] == names)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert places == [] and marked(box, typed)


def test_an_arrow_key_opens_the_suggestions_for_invalid_text(box, qtbot):
    places = chosen(box)
    enter(box, "aust")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Down)
    popup = box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert places == [] and marked(box, "aust")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert places == ["AUS"] and not box.fault.sentence


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_arrow_keys_keep_invalid_text(box, key):
    places = chosen(box)
    enter(box, "Atlantis")
    QTest.keyClick(box.lineEdit(), key)
    assert places == [] and marked(box, "Atlantis")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Xyz", "No destination “Xyz”. Pick one from the list."),
        ("Korea", "“Korea” can mean South Korea (KOR) or North Korea (PRK): pick one from the list."),
        ("East Germany", "“East Germany” no longer exists as a country. Pick one from the list."),
        ("World total", "“World total” is not a country. Pick one from the list."),
    ],
)
def test_invalid_text_stays_marked_until_escape(box, typed, expected):
    places, hint = chosen(box), box.toolTip()
    enter(box, typed)
    assert places == [] and box.shown_id() == "ALL"
    assert box.fault.sentence == expected and marked(box, typed)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Escape)
    assert box.lineEdit().text() == "All destinations"
    assert not box.property("invalid") and not box.lineEdit().property("invalid")
    assert box.accessibleDescription() == "" and box.toolTip() == hint


def test_invalid_text_stays_marked_without_the_focus(box):
    QTest.keyClicks(box.lineEdit(), "Germny")
    for _ in range(2):
        box.clearFocus()
        assert marked(box, "Germny") and box.shown_id() == "ALL"
        box.setFocus()
    assert marked(box, "Germny")


def test_a_beginning_stays_marked_after_leaving_an_open_list(box, qtbot):
    places = chosen(box)
    QTest.keyClicks(box.lineEdit(), "germ")
    popup = box.completer().popup()
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    popup.hide()
    box.clearFocus()
    qtbot.waitUntil(lambda: marked(box, "germ"))
    assert places == []


def test_a_corrected_name_is_accepted(box):
    places = chosen(box)
    enter(box, "Germny")
    enter(box, "Germany")
    assert places == ["DEU"] and not box.fault.sentence and not box.property("invalid")


@pytest.mark.parametrize("listed", [False, True])
def test_typing_replaces_a_place_that_was_just_chosen(box, qtbot, listed):
    places = chosen(box)
    if listed:
        QTest.keyClicks(box.lineEdit(), "germ")
        popup = box.completer().popup()
        qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
        QTest.keyClick(popup, Qt.Key.Key_Return)
    else:
        enter(box, "Germany")
    qtbot.waitUntil(lambda: box.lineEdit().selectedText() == "Germany")
    enter(box, "Japan")
    assert places == ["DEU", "JPN"]


def test_the_name_of_the_applied_place_clears_the_error(box):
    places = chosen(box)
    enter(box, "Germny")
    enter(box, "All destinations")
    assert places == [] and not box.fault.sentence


def test_former_states_are_not_suggested(box):
    assert box.findText("East Germany", Qt.MatchFlag.MatchFixedString) < 0
    assert box.findText("Soviet Union", Qt.MatchFlag.MatchFixedString) < 0
    assert box.findData("WLD") < 0


def test_the_wheel_does_not_change_the_place(box, qtbot):
    places = chosen(box)
    event = turned(5)
    box.wheelEvent(event)
    assert places == [] and box.currentData() == "ALL" and not event.isAccepted()


def test_text_typed_after_an_error_is_applied_on_leaving(box, qtbot):
    places = chosen(box)
    enter(box, "xyzzy")
    assert marked(box, "xyzzy")
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "Niger")
    popup = box.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    popup.hide()
    box.clearFocus()
    qtbot.waitUntil(lambda: places == ["NER"])
    assert not box.fault.sentence and not box.property("invalid")

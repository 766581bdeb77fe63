"""The box of places: typing, completing, aliases, and what is no place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.data.lookup import find_destination
from explorer.data.places import destinations
from explorer.ui.place_box import PlaceBox
from tests.ui.wheel import turned


@pytest.fixture
def box(qtbot, store):
    made = PlaceBox("To", destinations(store), lambda text: find_destination(store, text))
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


@pytest.mark.parametrize(
    ("typed", "place"),
    [("germany", "DEU"), ("JPN", "JPN"), ("us", "USA"), ("韩国", "KOR"), ("usa-mil", "USA-MIL")],
)
def test_names_ids_and_aliases(box, typed, place):
    told = chosen(box)
    box.completer().popup().hide()
    box.lineEdit().setText(typed)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert told == [place]
    assert box.currentData() == place


def test_enter_takes_the_first_of_the_list_that_drops(box, qtbot):
    told = chosen(box)
    QTest.keyClicks(box.lineEdit(), "germ")
    popup = box.completer().popup()
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    assert box.lineEdit().text() == "germ"
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert told == ["DEU"]
    assert box.lineEdit().text() == "Germany"


def test_what_is_no_place_is_told(box):
    told, refused = chosen(box), []
    box.refused.connect(refused.append)
    box.lineEdit().setText("Germny")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert told == []
    assert "“Germny” is no destination; did you mean" in refused[0]
    assert box.lineEdit().text() == "All destinations"


def test_states_that_are_no_more_are_not_offered(box):
    assert box.findText("East Germany", Qt.MatchFlag.MatchFixedString) < 0
    assert box.findText("Soviet Union", Qt.MatchFlag.MatchFixedString) < 0
    assert box.findData("WLD") < 0


def test_the_wheel_changes_no_place(box, qtbot):
    told = chosen(box)
    event = turned(5)
    box.wheelEvent(event)
    assert told == [] and box.currentData() == "ALL" and not event.isAccepted()

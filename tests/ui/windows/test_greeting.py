"""The greeting of the first start: once, in nobody's way, and again from the menu Help."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView

from explorer.data.finding.rows import ANSWER, CODE, METALS
from explorer.models.state import AppState
from explorer.ui.windows.main_window import MainWindow


@pytest.fixture
def greeted(window, workspace, qtbot):
    """The workspace of a first start, once the greeting is there."""
    qtbot.waitUntil(lambda: workspace.greeting.isVisible())
    return workspace


def choose_from_help(workspace) -> None:
    (action,) = [a for a in workspace.top.help.menu().actions() if a.data() == "greeting"]
    action.trigger()


def restarted(qtbot, store, settings) -> MainWindow:
    """Return the window of another start with the same settings, once its page is there."""
    window = MainWindow(settings)
    window.populate(store, AppState("gallium"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.workspace.detail.opened):
        window.show()
    QApplication.processEvents()
    return window


def test_a_first_start_is_greeted_and_the_search_keeps_the_focus(window, greeted):
    assert window.focusWidget() is greeted.top.search
    assert QApplication.activeModalWidget() is None
    texts = " ".join(label.text() for label in greeted.greeting.findChildren(QLabel))
    for what in ("search field (Ctrl+K)", "“as of”", "(the origin)", "(the destination)"):
        assert what in texts
    assert [b.text() for b in greeted.greeting.examples] == ["gallium", "8112.92.8900", "what is banned"]


@pytest.mark.parametrize("way", ["button", "key"])
def test_once_dismissed_it_does_not_return(qtbot, store, settings, window, greeted, way):
    if way == "button":
        greeted.greeting.done.click()
    else:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not greeted.greeting.isVisible()
    assert not restarted(qtbot, store, settings).workspace.greeting.isVisible()


def test_it_returns_until_it_is_dismissed(qtbot, store, settings, greeted):
    again = restarted(qtbot, store, settings).workspace
    assert again.greeting.isVisible()


def test_help_shows_it_again(greeted):
    greeted.greeting.dismiss()
    choose_from_help(greeted)
    assert greeted.greeting.isVisible()


def test_escape_is_first_for_what_is_open(window, greeted):
    search = greeted.top.search
    search.setText("gallium")
    for panel, text in ((False, "gallium"), (False, "")):
        QTest.keyClick(search, Qt.Key.Key_Escape)
        assert greeted.greeting.isVisible()
        assert (window.findChild(QListView, "results").isVisible(), search.text()) == (panel, text)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not greeted.greeting.isVisible()


def test_escape_leaves_a_record_before_the_greeting(window, greeted):
    greeted.state.open_record("document", "cn-2024-46")
    for record, greeting in ((None, True), (None, False)):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert (greeted.state.record, greeted.greeting.isVisible()) == (record, greeting)


def test_it_covers_neither_the_metal_nor_a_record(window, greeted):
    for kind, record_id in (("", ""), ("document", "cn-2024-46")):
        greeted.state.open_record(kind, record_id)
        QApplication.processEvents()
        records = greeted.records
        top = greeted.greeting.mapTo(window, greeted.greeting.rect().topLeft()).y()
        assert records.mapTo(window, records.rect().bottomLeft()).y() < top


def test_a_window_that_opens_with_a_record_greets_and_reads_the_figures(qtbot, store, settings):
    window = MainWindow(settings)
    state = AppState("gallium")
    state.open_record("document", "cn-2024-46")
    window.populate(store, state)
    qtbot.addWidget(window)
    window.show()
    workspace = window.workspace
    qtbot.waitUntil(lambda: workspace.greeting.isVisible())
    entries = workspace.shared.list_builder.entries
    qtbot.waitUntil(lambda: any("%" in entry.line for entry in entries(state.context)))


def test_a_window_without_settings_greets_nobody(qtbot, store):
    assert not restarted(qtbot, store, None).workspace.greeting.isVisible()


@pytest.mark.parametrize("place", range(3))
def test_an_example_is_typed_into_the_search(window, greeted, place):
    button = greeted.greeting.examples[place]
    window.activateWindow()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert greeted.top.search.text() == button.text()
    assert window.focusWidget() is greeted.top.search


@pytest.mark.parametrize(("place", "group"), [(0, METALS), (1, CODE), (2, ANSWER)])
def test_an_example_gets_an_answer_each_time(window, greeted, qtbot, place, group):
    search = greeted.top.search
    for _ in range(2):
        greeted.greeting.examples[place].click()
        panel = window.findChild(QListView, "results")
        assert panel.isVisible() and search.results.lines[1].group == group
        search.clearFocus()
        qtbot.waitUntil(lambda panel=panel: not panel.isVisible())


@pytest.mark.parametrize("width", [920, 1440])
def test_it_is_reached_by_tab_between_the_bar_and_the_list(window, greeted, qtbot, width):
    window.activateWindow()
    window.resize(width, 700)
    QApplication.processEvents()
    last = greeted.top.last_field
    last.setFocus()
    qtbot.waitUntil(lambda: window.focusWidget() in (last, last.focusProxy()))
    reached = []
    for _ in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert reached == [*greeted.greeting.examples, greeted.greeting.done]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1000, 700), (920, 560)])
def test_it_is_whole_and_leaves_the_answer_in_sight(window, greeted, width, height):
    window.resize(width, height)
    QApplication.processEvents()
    greeting, page = greeted.greeting, greeted.detail
    assert window.rect().contains(QRect(greeting.mapTo(window, QPoint()), greeting.size()))
    for label in greeting.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    assert page.header.mapTo(page, page.header.rect().bottomLeft()).y() <= page.height()


def test_its_texts_follow_the_theme(greeted):
    before = greeted.greeting.geometry()
    greeted.state.set_theme("dark")
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert greeted.greeting.geometry() == before

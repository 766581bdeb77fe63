"""The page that opens with the window: its first chart is painted before the cards below it are built."""

import pytest
from PySide6.QtCore import QTimer

from explorer.charts.plot.view import PlotView
from explorer.models.state import AppState
from explorer.ui.views.metals.detail_pane import LONGEST_WAIT_MS
from explorer.ui.views.metals.page import Page
from explorer.ui.widgets.table_view import TableView
from explorer.ui.windows.main_window import MainWindow
from tests.ui.finding import by_text


@pytest.fixture
def window(qtbot, store, settings):
    """A window that opens with the prices of tungsten and is not shown yet."""
    state = AppState("tungsten")
    state.set_tab("prices")
    window = MainWindow(settings, lambda: "program  0")
    window.populate(store, state)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def before_completion(monkeypatch):
    """Functions that are called with the page before its rest is built."""
    calls, complete = [], Page.complete

    def complete_later(page):
        for call in calls:
            call(page)
        complete(page)

    monkeypatch.setattr(Page, "complete", complete_later)
    return calls


def open_window(window, qtbot):
    with qtbot.waitSignal(window.workspace.detail.opened):
        window.show()
    return window.workspace.detail.page("prices")


def tables(page):
    return page.findChildren(TableView)


def test_the_first_chart_is_painted_before_the_rest_is_built(window, qtbot, monkeypatch, before_completion):
    painted, seen, paint = [], [], PlotView.paintEvent

    def paint_and_note(plot, event):
        painted.append(plot)
        paint(plot, event)

    def note(page):
        seen.append((list(painted), page.chart_cards, tables(page)))

    monkeypatch.setattr(PlotView, "paintEvent", paint_and_note)
    before_completion.append(note)
    page = open_window(window, qtbot)
    ((plots, cards, early_tables),) = seen
    assert len(cards) == 1 and cards[0].view.plot in plots and early_tables == []
    assert page.is_complete and page.chart_cards[0] is cards[0] and len(page.chart_cards) == 2
    assert tables(page)[0].records.rowCount() == len(window.workspace.shared.store.price_series("tungsten"))


def test_another_metal_meanwhile_is_shown_in_all_cards(window, qtbot, before_completion):
    before_completion.append(lambda _page: window.workspace.state.set_metal("gallium"))
    page = open_window(window, qtbot)
    titles = [card.view.spec().title for card in page.chart_cards]
    assert all("allium" in title for title in titles), titles
    assert tables(page)[0].records.rowCount() == len(window.workspace.shared.store.price_series("gallium"))


def test_a_switch_used_meanwhile_is_shown_in_all_cards(window, qtbot, before_completion):
    before_completion.append(lambda page: by_text(page, "Your series").setChecked(False))
    page = open_window(window, qtbot)
    assert len(page.chart_cards) == 2 and all(card.has_chart for card in page.chart_cards)


def test_the_chart_can_be_exported_meanwhile(window, qtbot, before_completion):
    asked = []
    window.workspace.detail.exportRequested.connect(asked.append)
    before_completion.append(lambda page: page.chart_cards[0].export())
    open_window(window, qtbot)
    assert len(asked) == 1


@pytest.fixture
def opened(window):
    """The reports that the first page is open, with whether it is complete."""
    reports, detail = [], window.workspace.detail
    detail.opened.connect(lambda: reports.append(detail.page(window.workspace.state.tab).is_complete))
    return reports


@pytest.mark.parametrize("moment", ["before it is shown", "while it is filled", "before it is painted"])
@pytest.mark.parametrize("tab", ["prices", "controls"])
def test_the_opening_is_reported_once_whatever_is_asked_for_meanwhile(
    window, qtbot, monkeypatch, opened, moment, tab
):
    state, detail, fill = window.workspace.state, window.workspace.detail, Page.refresh_once

    def ask():
        state.set_tab(tab)
        detail.page(tab)

    def fill_and_ask(page):
        monkeypatch.setattr(Page, "refresh_once", fill)
        fill(page)
        if moment == "while it is filled":
            ask()
        else:
            QTimer.singleShot(0, page, ask)

    if moment == "before it is shown":
        ask()
    else:
        monkeypatch.setattr(Page, "refresh_once", fill_and_ask)
    window.show()
    qtbot.waitUntil(lambda: bool(opened))
    qtbot.wait(2 * LONGEST_WAIT_MS)
    assert opened == [True]


def test_the_opening_is_reported_if_the_page_is_never_painted(window, qtbot, monkeypatch, opened):
    monkeypatch.setattr(Page, "content_paints", lambda *_: None)
    window.show()
    qtbot.waitUntil(lambda: opened == [True])


def test_the_opening_is_reported_after_a_fault(window, qtbot, monkeypatch):
    def fail(_page):
        raise ValueError("no cards")

    reports = []
    window.workspace.detail.opened.connect(lambda: reports.append(True))
    monkeypatch.setattr(Page, "complete", fail)
    with qtbot.captureExceptions() as errors:
        window.show()
        qtbot.waitUntil(lambda: bool(reports))
    assert errors and reports == [True]


def test_charts_of_the_first_page_can_be_linked(window, qtbot):
    window.workspace.state.set_metal("gallium")
    window.workspace.state.set_tab("trade")
    with qtbot.waitSignal(window.workspace.detail.opened):
        window.show()
    page = window.workspace.detail.page("trade")
    offered = [card.view.range.buttons.link.isHidden() for card in page.chart_cards if card.has_chart]
    assert False in offered


def test_a_page_that_is_asked_for_is_complete(window):
    page = window.workspace.detail.page("prices")
    assert page.is_complete and len(page.chart_cards) == 2 and tables(page)


@pytest.mark.parametrize("tab", ["overview", "uses", "controls", "supply", "trade", "sources"])
def test_every_page_opens_with_the_window(window, qtbot, tab):
    window.workspace.state.set_tab(tab)
    with qtbot.waitSignal(window.workspace.detail.opened):
        window.show()
    page = window.workspace.detail.page(tab)
    assert page.is_complete and page.isVisible() and not page.is_stale

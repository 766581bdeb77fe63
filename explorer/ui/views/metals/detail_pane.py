"""The detail of a metal: header with its status in words, tabs, and the page of the open tab."""

from collections.abc import Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from explorer.data.controls.measure_list import listed_measures
from explorer.errors import quoted
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.chart_request import ChartRequest
from explorer.models.day_drag import DayDrag
from explorer.models.state import TABS
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.code_note import CodeNote
from explorer.ui.views.metals.status_header import StatusHeader
from explorer.ui.views.metals.words import TAB_NAMES
from explorer.ui.widgets.labels import rule
from explorer.ui.widgets.stacked_part import stacked_part
from explorer.ui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from explorer.ui.cards.axis_link import AxisLink
    from explorer.ui.cards.chart_card import ChartCard
    from explorer.ui.views.metals.page import Page

WIDEST_COUNT = 88
LONGEST_WAIT_MS = 500  # for the first page to be painted, which does not happen while the window is minimised


@guarded
class DetailPane(QWidget):
    """Shows the metal of the state.

    A page is built when its tab is first opened, the first one once the window is painted, which `opened` reports.
    """

    exportRequested = Signal(object)
    opened = Signal()
    chartRefused = Signal(str)
    evidenceRequested = Signal()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._pages: dict[str, Page] = {}
        self._links: list[AxisLink] = []
        self._day_drag = DayDrag(shared.state, self)
        self._painted = self._is_stale = self._is_opened = False
        self._requested: ChartRequest | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.header = StatusHeader(shared, self)
        layout.addWidget(self.header)
        layout.addWidget(self._make_tabs())
        self.code_note = CodeNote(shared, self)
        layout.addWidget(self.code_note)
        self._stack = QStackedWidget(self)
        layout.addWidget(self._stack, 1)
        shared.state.metalChanged.connect(self._metal_changed)
        shared.state.contextChanged.connect(self._context_changed)
        shared.state.factsChanged.connect(self._context_changed)
        shared.state.tabChanged.connect(self._show_tab)
        self._show_header()
        self._show_tab(shared.state.tab)

    def _make_tabs(self) -> QWidget:
        holder = QWidget(self)
        row = QVBoxLayout(holder)
        row.setContentsMargins(20, 0, 20, 0)
        self.tabs = TabBar(gettext("Sections"))
        self._words = {tab: gettext(TAB_NAMES[tab]) for tab in TABS}
        for tab in TABS:
            self.tabs.addTab(self._words[tab])
        self.tabs.reserve(TABS.index("controls"), gettext("Controls {count}").format(count=WIDEST_COUNT))
        self.tabs.currentChanged.connect(self._tab_clicked)
        row.addWidget(self.tabs)
        row.addWidget(rule())
        row.setSpacing(0)
        return holder

    def showEvent(self, event: QShowEvent) -> None:
        """Show the date and the places that were chosen while another view was open."""
        if self._is_stale:
            self._show_context()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the window be painted first, then build the page of the open tab."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._open_tab)

    @Slot()
    def _open_tab(self) -> None:
        """Show the beginning of the open tab; its rest follows once that is painted, or after a time if it is not."""
        page = self._begun(self._shared.state.tab)
        self._stack.setCurrentWidget(page)
        page.beginningPainted.connect(self._finish_opening)
        QTimer.singleShot(LONGEST_WAIT_MS if not page.is_complete else 0, self, self._finish_opening)

    @Slot()
    def _finish_opening(self) -> None:
        """Complete the first page, and report it, once."""
        if self._is_opened:
            return
        self._is_opened = True
        try:
            self.page(self._shared.state.tab)
            self._show_requested()
        finally:
            self.opened.emit()

    def page(self, tab: str) -> "Page":
        """Return the page of a tab, which is built at its first use."""
        page = self._begun(tab)
        if not page.is_complete:
            begun = page.chart_cards
            page.complete()
            self._connect_cards(card for card in page.chart_cards if card not in begun)
            self._connect_parts(page)
            if self._painted:
                QTimer.singleShot(0, self, self._finish_opening)
        return page

    def _begun(self, tab: str) -> "Page":
        """Return the page of a tab, of which only the beginning may be built."""
        if tab not in self._pages:
            module = import_module(f"explorer.ui.views.metals.tabs.{tab}")
            page: Page = stacked_part(self._stack, partial(module.TabPage, self._shared))
            page.setAccessibleName(self._words[tab])
            page.evidenceRequested.connect(self.evidenceRequested)
            self._connect_cards(page.chart_cards)
            self._pages[tab] = page
        return self._pages[tab]

    def _connect_cards(self, cards: "Iterable[ChartCard]") -> None:
        for card in cards:
            card.exportRequested.connect(self.exportRequested)
            card.view.asOfDragged.connect(self._day_drag.move)

    def _connect_parts(self, page: "Page") -> None:
        """Let the charts of a complete page share their range, and its menus copy and open sources."""
        from explorer.ui.cards.axis_link import AxisLink

        self._links.append(AxisLink([card.view for card in page.chart_cards], page))
        self._connect_menus(page)

    def _connect_menus(self, page: "Page") -> None:
        """Let the menus of a page copy and open sources."""
        from explorer.ui.cards.chart_card import ChartCard
        from explorer.ui.cards.figure_card import FigureCard
        from explorer.ui.cards.provenance import menu_entries, source_rows
        from explorer.ui.widgets.table_view import TableView

        parts: list[ChartCard | FigureCard | TableView] = [
            *page.findChildren(ChartCard),
            *page.findChildren(FigureCard),
            *page.findChildren(TableView),
        ]
        for part in parts:
            part.source_entries = partial(menu_entries, self._shared.store, part)
            if isinstance(part, TableView):
                part.source_rows = partial(source_rows, self._shared.store)

    @Slot(str)
    def _show_tab(self, tab: str) -> None:
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(TABS.index(tab))
        self.tabs.blockSignals(False)
        if self._painted:
            self._stack.setCurrentWidget(self.page(tab))

    def _show_header(self) -> None:
        self.header.show_status()
        shared = self._shared
        count = len(listed_measures(shared.store, shared.metal.metal_id, shared.context))
        text = gettext("Controls {count}").format(count=count) if count else gettext("Controls")
        self.tabs.setTabText(TABS.index("controls"), text)

    def restyle(self) -> None:
        """Draw everything again in the theme in use."""
        self._show_header()
        self.code_note.show_code()
        for page in self._pages.values():
            page.invalidate()

    @Slot(str)
    def _metal_changed(self, _metal_id: str) -> None:
        self._show_header()
        for page in self._pages.values():
            page.invalidate(to_top=True)

    @Slot()
    def _context_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._show_context()
        for page in self._pages.values():
            page.invalidate()

    def _show_context(self) -> None:
        self._is_stale = False
        self._show_header()
        self.code_note.show_code()

    @Slot(int)
    def _tab_clicked(self, index: int) -> None:
        self._shared.state.set_tab(TABS[index])

    def chart_request(self) -> ChartRequest | None:
        """Return what is chosen of the chart with the focus, else of the first on the open tab with a choice."""
        return next((r for card in self._charts() if (r := card.as_request()) is not None), None)

    def show_chart(self, request: ChartRequest | None) -> None:
        """Show a chart of the open tab as a link has it, once the page is built."""
        self._requested = request
        if self._painted:
            self._show_requested()

    def _show_requested(self) -> None:
        request, self._requested = self._requested, None
        if request is None:
            return
        page = self.page(self._shared.state.tab)
        page.refresh_once()
        card = next((c for c in page.chart_cards if c.kind == request.kind), None)
        if card is None:
            text = gettext("This tab has no chart {chart}.").format(chart=quoted(request.kind))
            self.chartRefused.emit(text)
        elif faults := paragraph(card.apply(request)):
            self.chartRefused.emit(faults)

    @Slot()
    def focus_page(self) -> None:
        """Move the focus to what the open tab shows, in view."""
        page = self.page(self._shared.state.tab)
        target = page.focus_target()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if target is not page:
            page.bring_into_view(target)

    def _charts(self) -> "list[ChartCard]":
        """Return the charts of the open tab, the one with the focus first."""
        cards = [c for c in self.page(self._shared.state.tab).chart_cards if c.has_chart]
        focus = self.focusWidget()
        return sorted(cards, key=lambda c: focus is None or not c.isAncestorOf(focus))

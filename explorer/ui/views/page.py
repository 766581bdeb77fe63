"""What the pages of all views share: a scrolling column of cards that refreshes only while it is visible."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.content_area import ContentArea
from explorer.ui.widgets.layouts import Columns
from explorer.ui.widgets.style import STEP

if TYPE_CHECKING:
    from explorer.ui.cards.chart_card import ChartCard

LEAST_COLUMN = 400
MOST_PASSES = 3  # of the layout: the size of a part may change once that of its contents is known
OUTER_LAYOUTS = 3  # the page and what is around it: each passes a new size on
ABOVE = 56  # room for the axis that the Controls tab keeps at the top of the page
SCROLL_BAR = 10  # the width in the style sheet, which is part of the margin
RING = 1  # the border that shows the focus, in the style sheet
MARGINS = (20 - RING, 12, 20 - SCROLL_BAR - RING, 20)


@guarded
class ScrollPage(ContentArea):
    """A page that is filled from the state; a hidden page refreshes when it is next shown.

    `chart_cards` are its charts, which are drawn once all cards have their places.
    """

    chart_cards: "tuple[ChartCard, ...]" = ()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared = shared
        self.is_stale = True
        self.setProperty("role", "content")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that appears changes the width, and so the height of tables, which can make it disappear again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_handle)
        self._show_handle(0, 0)
        self._content = content = QWidget()
        content.setObjectName("page")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(*MARGINS)
        self.column.setSpacing(3 * STEP)
        self.setWidget(content)
        self.build()
        self.column.addStretch(1)

    def build(self) -> None:
        """Build the cards, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Fill the cards for the state."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """Return what gets the focus when the page is opened from the search: the page itself, which keys scroll."""
        return self

    @Slot(QWidget)
    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll as little as it takes to see a part of the page."""
        self.ensureWidgetVisible(widget, 0, ABOVE)

    def invalidate(self, *, to_top: bool = False) -> None:
        """Refresh now if the page is visible, otherwise when it is next shown."""
        self.is_stale = True
        if to_top:
            self.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.refresh_once()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh_once()
        super().showEvent(event)

    def refresh_once(self) -> None:
        """Fill the cards if they are out of date."""
        if self.is_stale:
            self.is_stale = False
            self.refresh()

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Let the charts wait while cards are filled, until the sizes of the cards are known."""
        self._hold_charts(on=True)
        try:
            yield
            self.settle()
        finally:
            self._hold_charts(on=False)
        self._draw_charts()
        self.settle()

    def settle(self) -> None:
        """Give all cards their places now, before what depends on them.

        The innermost parts come first, so that each has its final size when the one around it asks for it; what is
        around the page follows.
        """
        depths: dict[QObject | None, int] = {None: -1}
        layouts = self._content.findChildren(QLayout)
        layouts.sort(key=lambda part: _depth(part, depths), reverse=True)
        for _ in range(MOST_PASSES):
            has_changed = [layout.activate() for layout in layouts]
            if not any(has_changed):
                break
        for _ in range(OUTER_LAYOUTS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _hold_charts(self, *, on: bool) -> None:
        """Let the charts wait, or no longer."""
        for card in self.chart_cards:
            card.view.waits_for_layout = on

    def _draw_charts(self) -> None:
        """Draw the charts in sight; all cards have their places, so that each is laid out only once."""
        for card in self.chart_cards:
            card.view.draw_if_seen()

    @Slot(int, int)
    def _show_handle(self, low: int, high: int) -> None:
        self.verticalScrollBar().setEnabled(high > low)

    def row(self, *parts: tuple[QWidget, int], least: int = LEAST_COLUMN) -> Columns:
        """Add widgets side by side with their shares of the width, where each gets its least width in pixels."""
        columns = Columns(*parts, least=least)
        self.column.addWidget(columns)
        return columns


def _depth(part: QObject | None, known: dict[QObject | None, int]) -> int:
    """Return how many parents an object has, and add its depth and theirs to the `known` ones."""
    if part not in known:
        known[part] = _depth(part.parent() if part is not None else None, known) + 1
    return known[part]

"""What every tab of the detail shares: a scrolling column of cards that refreshes only when it is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.basics import STEP
from explorer.ui.widgets.layouts import Columns

if TYPE_CHECKING:
    from explorer.ui.cards.chart_card import ChartCard

LEAST_COLUMN = 400
BAR = 10  # as wide as the style sheet has it, and a part of the margin


@guarded
class Page(QScrollArea):
    """A tab's content. A hidden page only notes that it is stale, and refreshes when it is shown."""

    chart_cards: "tuple[ChartCard, ...]" = ()
    tabRequested = Signal(str)
    sourceRequested = Signal(str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared = shared
        self._stale = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would change the width, and with it the height of tables, by which it comes and goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_handle)
        self._show_handle(0, 0)
        content = QWidget()
        content.setObjectName("page")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(20, 12, 20 - BAR, 20)
        self.column.setSpacing(3 * STEP)
        self.build()
        self.column.addStretch(1)
        self.setWidget(content)

    def build(self) -> None:
        """Make the cards, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Fill the cards for the state."""
        raise NotImplementedError

    def invalidate(self, *, to_top: bool = False) -> None:
        """The state changed: refresh now if seen, else when shown."""
        self._stale = True
        if to_top:
            self.verticalScrollBar().setValue(0)
        if self.isVisible():
            self._refresh_once()

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh_once()
        super().showEvent(event)

    def _refresh_once(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()

    @Slot(int, int)
    def _show_handle(self, low: int, high: int) -> None:
        self.verticalScrollBar().setEnabled(high > low)

    def row(self, *parts: tuple[QWidget, int], least: int = LEAST_COLUMN) -> None:
        """Add widgets with their shares of the width, side by side as far as each has its least width in pixels."""
        self.column.addWidget(Columns(*parts, least=least))

"""What the pages of all tabs share: a scrolling column of cards that refreshes only while it is visible."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.layouts import Columns
from explorer.ui.widgets.style import STEP

if TYPE_CHECKING:
    from explorer.ui.cards.chart_card import ChartCard

LEAST_COLUMN = 400
ABOVE = 56  # room for the axis that the Controls tab keeps at the top of the page
SCROLL_BAR = 10  # the width in the style sheet, which is part of the margin
RING = 1  # the border that shows the focus, in the style sheet
MARGINS = (20 - RING, 12, 20 - SCROLL_BAR - RING, 20)


@guarded
class Page(QScrollArea):
    """The content of a tab; a hidden page refreshes when it is next shown.

    `same_metal` is whether it showed the same metal before, so that the choices of the reader stay.
    """

    chart_cards: "tuple[ChartCard, ...]" = ()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared = shared
        self._stale = True
        self._metal_id = ""
        self.same_metal = False
        self.setProperty("role", "content")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that appears changes the width, and so the height of tables, which can make it disappear again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_handle)
        self._show_handle(0, 0)
        content = QWidget()
        content.setObjectName("page")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(*MARGINS)
        self.column.setSpacing(3 * STEP)
        self.build()
        self.column.addStretch(1)
        self.setWidget(content)

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
        self._stale = True
        if to_top:
            self.verticalScrollBar().setValue(0)
        if self.isVisible():
            self._refresh_once()

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh_once()
        super().showEvent(event)

    def refresh_now(self) -> None:
        """Fill the cards for the state, if they are not already."""
        self._refresh_once()

    def _refresh_once(self) -> None:
        if self._stale:
            self._stale = False
            metal_id = self.shared.state.metal_id
            self.same_metal, self._metal_id = metal_id == self._metal_id, metal_id
            self.refresh()

    @Slot(int, int)
    def _show_handle(self, low: int, high: int) -> None:
        self.verticalScrollBar().setEnabled(high > low)

    def row(self, *parts: tuple[QWidget, int], least: int = LEAST_COLUMN) -> None:
        """Add widgets side by side with their shares of the width, where each gets its least width in pixels."""
        self.column.addWidget(Columns(*parts, least=least))

"""What the pages of all tabs share: whether they show the same metal as before, and their charts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from explorer.guard import guarded
from explorer.ui.view_context import ViewContext
from explorer.ui.views.page import ScrollPage

if TYPE_CHECKING:
    from explorer.ui.cards.chart_card import ChartCard

MOST_PASSES = 3  # of the layout: the size of a part may change once that of its contents is known
OUTER_LAYOUTS = 3  # the page, the pane of the metal and the area around it: each passes a new size on


@guarded
class Page(ScrollPage):
    """The content of a tab: what is seen first, to which `complete` adds the rest.

    The page that opens with the window is painted before the rest is built, which `beginningPainted` reports.
    `same_metal` is whether it showed the same metal before, so that the choices of the reader stay. `evidenceRequested`
    asks for an evidence file of the metal.
    """

    beginningPainted = Signal()
    evidenceRequested = Signal()

    chart_cards: "tuple[ChartCard, ...]" = ()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self._metal_id = ""
        self.same_metal = self.is_complete = False
        super().__init__(shared, parent)

    def build_rest(self) -> None:
        """Build the cards below those that `build` has built, where there are more."""

    def refresh_rest(self) -> None:
        """Fill the cards of `build_rest`."""

    def complete(self) -> None:
        """Build the rest of the page, and fill it where the beginning is filled."""
        self.is_complete = True
        self.column.takeAt(self.column.count() - 1)  # the stretch
        self.build_rest()
        self.column.addStretch(1)
        if not self.is_stale:
            with self._filling():
                self.refresh_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and report that the beginning is painted."""
        super().paintEvent(event)
        if not self.is_complete:
            QTimer.singleShot(0, self, self.beginningPainted.emit)

    def refresh_once(self) -> None:
        """Fill the cards if they are out of date."""
        if self.is_stale:
            metal_id = self.shared.state.metal_id
            self.same_metal, self._metal_id = metal_id == self._metal_id, metal_id
            with self._filling():
                super().refresh_once()
                if self.is_complete:
                    self.refresh_rest()

    @contextmanager
    def _filling(self) -> Iterator[None]:
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
        layouts = self.viewport().findChildren(QLayout)
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


def _depth(part: QObject | None, known: dict[QObject | None, int]) -> int:
    """Return how many parents an object has, and add its depth and theirs to the `known` ones."""
    if part not in known:
        known[part] = _depth(part.parent() if part is not None else None, known) + 1
    return known[part]

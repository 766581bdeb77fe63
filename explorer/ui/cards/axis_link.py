"""Charts of a tab that show the same days, where the reader wants it."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Slot

from explorer.charts.spec import ChartSpec
from explorer.charts.zoom import Range, can_zoom, converted, whole
from explorer.ui.cards.chart_view import ChartView


class AxisLink(QObject):
    """Gives the range of one chart to the others while their axes are linked."""

    def __init__(self, views: Iterable[ChartView], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views = list(views)
        self.is_on = False
        self._is_passing = False
        for view in self._views:
            view.chartChanged.connect(self._offer)
            view.range.buttons.linkToggled.connect(partial(self._toggle, view))
            view.range.changed.connect(partial(self._pass_on, view))
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """Offer to link the charts where the tab has several with days or years."""
        charts = [v.spec() for v in self._views]
        count = sum(isinstance(c, ChartSpec) and can_zoom(c) for c in charts)
        for view in self._views:
            view.range.buttons.offer_link(count > 1)

    def _toggle(self, view: ChartView, on: bool) -> None:
        self.is_on = on
        for other in self._views:
            other.range.buttons.show_link(on)
        shown = view.range.shown
        if on and shown is not None:
            self._pass_on(view, shown)

    def _pass_on(self, view: ChartView, shown: Range) -> None:
        spec = view.spec()
        if not self.is_on or self._is_passing or not isinstance(spec, ChartSpec):
            return
        self._is_passing = True
        try:
            for other in self._views:
                chart = other.spec()
                if other is view or not isinstance(chart, ChartSpec):
                    continue
                if shown == whole(spec):
                    other.range.set_range(whole(chart))
                else:
                    other.range.set_range(converted(shown, spec.x, chart.x), free=True)
        finally:
            self._is_passing = False

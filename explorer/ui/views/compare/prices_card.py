"""The prices of the compared metals, set to 100 on a base date that can be dragged in the chart or typed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from explorer.charts.builders.compare import compare
from explorer.charts.spec import ChartSpec, day_of
from explorer.data.dates import parse_day
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import COMPARE_VIEW, LINEAR, LOG
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.day_field import DayField
from explorer.ui.widgets.labels import label

DRAG_MS = 40


@guarded
class PricesCard(ChartCard):
    """Follows the base date and the scale of the state, and sets them."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=gettext("Prices, indexed"))
        self._shared = shared
        self._metal_ids: tuple[str, ...] = ()
        self._dragged: date | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAG_MS)
        self._timer.timeout.connect(self._apply_drag)
        self.base = DayField(gettext("Base date, on which each price is 100"))
        self.base.dayChosen.connect(self._set_base)
        self.base.todayChosen.connect(self._set_today)
        self.default = link_button(gettext("Default base date"))
        self.default.setToolTip(gettext("Use the first date by which all series have begun"))
        self.default.clicked.connect(self._reset_base)
        self.log = toggle(gettext("Log scale"))
        self.log.clicked.connect(self._set_scale)
        name = label(gettext("Base date"), "muted", wrap=False, selectable=False)
        name.setBuddy(self.base)
        for part in (name, self.base, self.default, self.log):
            self.add_option(part)
        self.view.baseDragged.connect(self._base_dragged)

    def show_metals(self, metal_ids: Sequence[str]) -> None:
        """Show the prices of metals."""
        self._metal_ids = tuple(metal_ids)
        options = self._shared.state.options(COMPARE_VIEW)
        base = parse_day(options["base"]) if options["base"] else None
        is_log = options["scale"] == LOG
        chart = compare(self._shared.store, self._metal_ids, self._shared.context, log=is_log, base=base)
        self.show_chart(chart, self._shared.theme)
        self.options.setVisible(isinstance(chart, ChartSpec) or base is not None)
        shown = chart.base if isinstance(chart, ChartSpec) else base
        if shown is not None:
            self.base.show_day(shown)
        self.default.setVisible(base is not None)
        self.log.setChecked(is_log)

    @Slot(date)
    def _set_base(self, day: date) -> None:
        self._shared.state.set_option(COMPARE_VIEW, "base", day.isoformat())

    @Slot()
    def _set_today(self) -> None:
        self._set_base(date.today())

    @Slot()
    def _reset_base(self) -> None:
        self._shared.state.set_option(COMPARE_VIEW, "base", "")
        self.base.setFocus()

    @Slot(bool)
    def _set_scale(self, on: bool) -> None:
        self._shared.state.set_option(COMPARE_VIEW, "scale", LOG if on else LINEAR)

    @Slot(date, bool)
    def _base_dragged(self, day: date, done: bool) -> None:
        """Follow the line that is dragged, at most once in a while, and exactly at the end."""
        self._dragged = day
        if done:
            self._timer.stop()
            self._apply_drag()
        elif not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _apply_drag(self) -> None:
        """Set the base date, where a series has a price by then; the chart would be gone otherwise."""
        day, chart = self._dragged, self.chart
        if day is None or chart is None:
            return
        first = min(point.x for series in chart.series for point in series.points[:1])
        self._set_base(max(day, day_of(first)))

"""Prices: a series with control dates, and all series with their span and number of points."""

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from explorer.charts.builders.own_lines import OwnSeries, own_choices
from explorer.charts.builders.price import price
from explorer.charts.builders.price_choices import price_choices
from explorer.charts.spec import Choice, Since
from explorer.data.dates import FIRST_YEAR
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.chart_options import set_choices
from explorer.ui.views.metals.page import Page
from explorer.ui.widgets.buttons import link_button, toggle

RANGES = (0, 10, 5, 3)


@guarded
class TabPage(Page):
    """Prices, and how they changed around the control dates."""

    def build(self) -> None:
        self._saved: tuple[OwnSeries, ...] = ()
        self._chart = ChartCard()
        self._series = self._chart.add_choice(gettext("Series"), "series")
        self._second = self._chart.add_choice(gettext("Compare with"), "second")
        self._range = self._chart.add_choice(gettext("Range"), "range")
        self._index = toggle(gettext("Index (start = 100)"))
        self._index.setToolTip(gettext("Set all series to 100 on their first common date"))
        self._index.toggled.connect(self._show_chart)
        self._chart.add_option(self._index, "index")
        self._log = toggle(gettext("Log scale"))
        self._log.toggled.connect(self._show_chart)
        self._chart.add_option(self._log, "log")
        self._own = toggle(gettext("Your series"))
        self._own.setToolTip(gettext("Show your series that are in the unit of the chart"))
        self._own.setChecked(True)
        self._own.toggled.connect(self._show_charts)
        self._chart.add_option(self._own)
        self._add_own_buttons()
        self.setAcceptDrops(True)
        self.shared.own.changed.connect(self._own_changed)
        self._chart.changed.connect(self._show_chart)
        self.column.addWidget(self._chart)
        self.chart_cards = (self._chart,)

    def build_rest(self) -> None:
        from explorer.ui.views.metals.price_details import PriceDetails

        self._details = PriceDetails(self.shared, self._drawn)
        self._details.seriesOpened.connect(self._open_series)
        self.column.addWidget(self._details)
        self._details.show()  # at once, where the page is visible, so that `settle` gives it its place
        self.chart_cards = (self._chart, self._details.around)

    def _add_own_buttons(self) -> None:
        """Add the buttons for series of the user."""
        self._add_series = link_button(gettext("Add a series…"))
        self._add_series.setToolTip(gettext("Add a price series of your own from a file or by pasting"))
        self._add_series.clicked.connect(partial(self.shared.own.addRequested.emit, "", ""))
        self._list_series = link_button(gettext("Manage your series…"))
        self._list_series.clicked.connect(self.shared.own.listRequested)
        self._chart.add_option(self._add_series)
        self._chart.add_option(self._list_series)

    @Slot()
    def _own_changed(self) -> None:
        self.invalidate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the dialog that adds what was dropped."""
        data = event.mimeData()
        path = next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")
        text = "" if path else data.text()
        if path or text:
            event.acceptProposedAction()
            self.shared.own.addRequested.emit(path, text)

    def refresh(self) -> None:
        store, metal_id = self.shared.store, self.shared.state.metal_id
        self._saved = tuple(OwnSeries(p) for p in self.shared.own.prices((metal_id,)))
        own = own_choices(self._saved, store.metal(metal_id))
        for widget in (self._own, self._list_series):
            widget.setVisible(bool(own))
        choices = price_choices(store, metal_id)
        set_choices(self._series, choices, keep=self.same_metal, own=own)
        nothing = Choice("", gettext("Add a second series…"))
        several = len(choices) + len(own) > 1
        set_choices(
            self._second,
            [nothing, *choices] if several else [],
            keep=self.same_metal,
            own=own if several else (),
        )
        words = {
            0: gettext("All years"),
            10: gettext("Ten years"),
            5: gettext("Five years"),
            3: gettext("Three years"),
        }
        default = Choice("default", gettext("Default range"))
        set_choices(self._range, [default, *(Choice(str(y), words[y]) for y in RANGES)])
        self._show_chart()

    def refresh_rest(self) -> None:
        self._details.refresh(self._saved, keep=self.same_metal)

    def _show_chart(self, *_: object) -> None:
        chosen = self._range.currentData() or "default"
        today = self.shared.state.context.as_of
        fixed: dict[str, Since] = {"0": None, "default": "default"}
        since = fixed[chosen] if chosen in fixed else date(max(today.year - int(chosen), FIRST_YEAR), 1, 1)
        chart = price(
            self.shared.store,
            self.shared.state.metal_id,
            self.shared.context,
            self._chosen(),
            self._log.isChecked(),
            since,
            self._index.isChecked(),
            self._drawn(self._series.currentData(), self._second.currentData()),
        )
        self._chart.show_chart(chart, self.shared.theme)

    def _chosen(self) -> str | tuple[str, ...] | None:
        """Return the chosen series, or both where a second one is chosen."""
        first, second = self._series.currentData(), self._second.currentData()
        return (first, second) if second and second != first else first

    @Slot()
    def _show_charts(self, *_: object) -> None:
        self._show_chart()
        if self.is_complete:
            self._details.show_around()

    def _drawn(self, *chosen: str | None) -> tuple[OwnSeries, ...]:
        """Return the user's series for a chart: all of the metal, or those chosen where they are switched off."""
        return tuple(o for o in self._saved if self._own.isChecked() or o.key in chosen)

    def _open_series(self, series_id: str) -> None:
        index = self._series.findData(series_id)
        if index >= 0:
            self._series.choose(index)
            self.verticalScrollBar().setValue(0)

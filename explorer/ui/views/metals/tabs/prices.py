"""Prices: a series with control dates, and all series with their span and number of points."""

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from explorer.charts.builders.own_lines import OwnSeries, own_choices, own_line
from explorer.charts.builders.price import price
from explorer.charts.builders.price_change import price_change
from explorer.charts.builders.price_choices import price_choices
from explorer.charts.spec import Choice, Since
from explorer.data.dates import FIRST_YEAR, show, with_dates_in_words
from explorer.data.numbers import price_text
from explorer.data.supply.key_figure_texts import key_figure_texts
from explorer.data.supply.key_figures import key_figures
from explorer.data.supply.price_points import SeriesPrices
from explorer.data.supply.price_statistics_texts import statistics_texts
from explorer.data.supply.records import PriceSeries
from explorer.data.supply.sparkline import sparkline
from explorer.data.terms import frequency_label, price_basis_label
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.chart_options import set_choices
from explorer.ui.cards.figure_card import FigureCard
from explorer.ui.views.metals.card_texts import card_text
from explorer.ui.views.metals.page import Page
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.table_view import TableView

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
        self._figures = [FigureCard() for _ in range(3)]
        self.row(*((card, 1) for card in self._figures), least=200)
        self._around = ChartCard()
        self._around_series = self._around.add_choice(gettext("Series"), "series")
        self._around.changed.connect(self._show_around)
        self.column.addWidget(self._around)
        self.chart_cards = (self._chart, self._around)
        self._card = Card(gettext("All series"), gettext("Press Enter or double-click to show a series."))
        header = (
            gettext("Series"),
            gettext("Market"),
            gettext("Unit"),
            gettext("Price basis"),
            gettext("Frequency"),
            gettext("Span"),
            gettext("Points"),
            gettext("Last 5 years"),
            gettext("Latest"),
        )
        self._table = TableView(header, gettext("All price and unit value series"))
        self._table.set_weights(9, 4, 3, 3, 3, 5, 2, 3, 3, long=(3, 4, 1))
        self._table.opened.connect(self._open_series)
        self._card.add(self._table)
        self.column.addWidget(self._card)

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
        self._fill_figures()
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
        fullest = Choice("", gettext("Series with the most values around the control date"))
        set_choices(
            self._around_series, [fullest, *choices] if choices or own else [], keep=self.same_metal, own=own
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
        self._show_around()
        series = store.price_series(metal_id)
        self._table.set_rows([*(self._row(s) for s in series), *(self._own_row(o) for o in self._saved)])
        self._card.setVisible(bool(series or self._saved))

    def _fill_figures(self) -> None:
        """Show the price of the default series, its volatility and its percentile."""
        store, metal_id, context = self.shared.store, self.shared.state.metal_id, self.shared.context
        figures = key_figures(store, metal_id, context)
        price = key_figure_texts(store, metal_id, figures, context).price
        texts = (price, *statistics_texts(figures.prices, context.as_of))
        for card, text in zip(self._figures, texts, strict=True):
            card.set_text(card_text(store, text))

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
        self._show_around()

    def _drawn(self, *chosen: str | None) -> tuple[OwnSeries, ...]:
        """Return the user's series for a chart: all of the metal, or those chosen where they are switched off."""
        return tuple(o for o in self._saved if self._own.isChecked() or o.key in chosen)

    def _show_around(self) -> None:
        metal_ids = (self.shared.state.metal_id,)
        chosen = self._around_series.currentData() or None
        own = self._drawn(chosen)
        chart = price_change(self.shared.store, metal_ids, self.shared.context, chosen, own=own)
        self._around.show_chart(chart, self.shared.theme)

    def _row(self, series: PriceSeries) -> tuple[Cell, ...]:
        store = self.shared.store
        prices = store.prices(series.series_id)
        latest = prices[-1]
        tip = provenance.citations(store, latest.source_ids)
        return (
            Cell(series.name, tip=with_dates_in_words(series.note) or series.name, key=series.series_id),
            Cell(series.market or ""),
            Cell(series.unit),
            Cell(price_basis_label(series.basis)),
            Cell(frequency_label(series.frequency)),
            Cell(f"{show(series.first_date)} – {show(series.last_date)}", series.last_date),
            Cell(str(series.points), series.points),
            self._line_cell(SeriesPrices(series, prices)),
            Cell(price_text(latest.value), latest.value, tip=tip, source_ids=latest.source_ids),
        )

    def _own_row(self, own: OwnSeries) -> tuple[Cell, ...]:
        line = own_line(self.shared.metal, own)
        series, latest = line.series, line.prices[-1]
        return (
            Cell(series.name, tip=line.about, key=series.series_id),
            Cell(own.prices.series.file_name or gettext("pasted")),
            Cell(series.unit),
            Cell(""),
            Cell(frequency_label(series.frequency)),
            Cell(f"{show(series.first_date)} – {show(series.last_date)}", series.last_date),
            Cell(str(series.points), series.points),
            self._line_cell(SeriesPrices(series, line.prices)),
            Cell(price_text(latest.value), latest.value),
        )

    def _line_cell(self, held: SeriesPrices) -> Cell:
        """Return the cell with the last five years of a series as a small line."""
        line = sparkline(held, self.shared.context.as_of)
        return Cell("", None, tip=line.text, sparkline=line) if line else Cell(gettext("no figure"), None)

    def _open_series(self, series_id: str) -> None:
        index = self._series.findData(series_id)
        if index >= 0:
            self._series.choose(index)
            self.verticalScrollBar().setValue(0)

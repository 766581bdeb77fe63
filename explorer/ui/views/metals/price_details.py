"""The cards below the chart of prices: the last price, the change around the control dates, and all series."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.charts.builders.own_lines import OwnSeries, own_choices, own_line
from explorer.charts.builders.price_change import price_change
from explorer.charts.builders.price_choices import price_choices
from explorer.charts.spec import Choice
from explorer.data.dates import show, with_dates_in_words
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
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.card_texts import card_text
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.layouts import Columns
from explorer.ui.widgets.style import STEP
from explorer.ui.widgets.table_view import TableView

LEAST_FIGURE = 200


@guarded
class PriceDetails(QWidget):
    """Shows these cards for the metal of the state; `seriesOpened` asks for the chart of a series.

    `drawn` returns the user's series to draw with a chosen one.
    """

    seriesOpened = Signal(str)

    def __init__(
        self,
        shared: ViewContext,
        drawn: Callable[[str | None], tuple[OwnSeries, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shared, self._drawn = shared, drawn
        self._figures = [FigureCard() for _ in range(3)]
        self.around = ChartCard()
        self._around_series = self.around.add_choice(gettext("Series"), "series")
        self.around.changed.connect(self.show_around)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(Columns(*((card, 1) for card in self._figures), least=LEAST_FIGURE))
        column.addWidget(self.around)
        column.addWidget(self._make_table())

    def _make_table(self) -> Card:
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
        self._table.opened.connect(self.seriesOpened)
        self._card.add(self._table)
        return self._card

    def refresh(self, saved: Sequence[OwnSeries], *, keep: bool) -> None:
        """Fill the cards, with the series that the user saved; `keep` keeps what the reader has chosen."""
        store, metal_id = self._shared.store, self._shared.state.metal_id
        self._fill_figures()
        choices, own = price_choices(store, metal_id), own_choices(saved, store.metal(metal_id))
        fullest = Choice("", gettext("Series with the most values around the control date"))
        set_choices(self._around_series, [fullest, *choices] if choices or own else [], keep=keep, own=own)
        self.show_around()
        series = store.price_series(metal_id)
        self._table.set_rows([*map(self._row, series), *map(self._own_row, saved)])
        self._card.setVisible(bool(series or saved))

    def _fill_figures(self) -> None:
        """Show the price of the default series, its volatility and its percentile."""
        store, metal_id, context = self._shared.store, self._shared.state.metal_id, self._shared.context
        figures = key_figures(store, metal_id, context)
        price = key_figure_texts(store, metal_id, figures, context).price
        texts = (price, *statistics_texts(figures.prices, context.as_of))
        for card, text in zip(self._figures, texts, strict=True):
            card.set_text(card_text(store, text))

    @Slot()
    def show_around(self) -> None:
        """Show how the price of the chosen series changed around the control dates."""
        metal_ids = (self._shared.state.metal_id,)
        chosen = self._around_series.currentData() or None
        own = self._drawn(chosen)
        chart = price_change(self._shared.store, metal_ids, self._shared.context, chosen, own=own)
        self.around.show_chart(chart, self._shared.theme)

    def _row(self, series: PriceSeries) -> tuple[Cell, ...]:
        store = self._shared.store
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
        line = own_line(self._shared.metal, own)
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
        line = sparkline(held, self._shared.context.as_of)
        return Cell("", None, tip=line.text, sparkline=line) if line else Cell(gettext("no figure"), None)

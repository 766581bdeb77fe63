"""The watched metals: the status of each, its last price on file and the age of the price."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.overview.overview import Overview
from explorer.data.overview.prices import WatchedPrice
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


class PricesCard(Card):
    """A table whose rows open the prices of a metal."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Watched metals"), gettext("last price on file"), parent)
        self._shared = shared
        header = (gettext("Metal"), gettext("Status"), gettext("Last price"), gettext("Date"))
        self.table = TableView(header, gettext("Watched metals with their status and last price"))
        self.table.set_weights(3, 4, 4, 3)
        self.table.record_name = gettext("Open prices")
        self.table.opened.connect(self._open)
        self.add(self.table)
        self.add(label(gettext("Press Enter or double-click a row to open its prices."), "small"))

    def show_overview(self, found: Overview) -> None:
        """Show the prices of a day."""
        self.table.set_rows([self._row(price, found) for price in found.prices])

    def _row(self, watched: WatchedPrice, found: Overview) -> list[Cell]:
        metal = self._shared.store.metal(watched.metal_id)
        pill = self._shared.controls.pill(watched.metal_id, found.context)[0] if not found.refusal else ""
        series, price = watched.series, watched.price
        if series is None or price is None:
            return [
                Cell(short_name(metal), key=metal.metal_id),
                Cell(pill),
                Cell(_missing(watched)),
                Cell(""),
            ]
        return [
            Cell(short_name(metal), key=metal.metal_id, source_ids=series.source_ids),
            Cell(pill),
            Cell(watched.value_text, price.value, tip=series.name),
            Cell(_dated(price.date, watched.age), price.date),
        ]

    @Slot(str)
    def _open(self, metal_id: str) -> None:
        self._shared.state.set_metal(metal_id)
        self._shared.state.set_tab("prices")


def _missing(watched: WatchedPrice) -> str:
    if watched.series is None:
        return gettext("no price series on file")
    return gettext("no price on file by this date")


def _dated(day: str, age: str) -> str:
    if not age:
        return show(day)
    return gettext("{day}\n{age} old").format(day=show(day), age=age)

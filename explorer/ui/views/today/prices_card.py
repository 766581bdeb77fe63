"""The watched metals: the status of each, its last price on file and the age of the price."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.overview.overview import Overview
from explorer.data.overview.prices import WatchedPrice
from explorer.data.supply.sparkline import sparkline
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
        header = (gettext("Metal"), gettext("Status"), gettext("Last price"), gettext("5 years"))
        self.table = TableView(header, gettext("Watched metals with their status and last price"))
        self.table.set_weights(3, 4, 4, 3)
        self.table.record_name = gettext("Open prices")
        self.table.opened.connect(self._open)
        text = gettext(
            "You do not watch any metals yet: these are examples. To list your own here, press the star beside the "
            "name of a metal, choose “Watch” in its menu in the list of metals, or press Ctrl+Shift+W."
        )
        self.hint = label(text)
        self.hint.hide()
        self.add(self.hint)
        self.add(self.table)
        self.add(label(gettext("Press Enter or double-click a row to open its prices."), "small"))

    def show_overview(self, found: Overview) -> None:
        """Show the prices of a day."""
        self.hint.setVisible(not found.is_watching)
        self.table.set_theme(self._shared.theme)
        self.table.set_rows([self._row(price, found) for price in found.prices])

    def _row(self, watched: WatchedPrice, found: Overview) -> list[Cell]:
        metal = self._shared.store.metal(watched.metal_id)
        words, state = self._shared.controls.pill(watched.metal_id, found.context)
        status = Cell("") if found.refusal else Cell(words, pill=state)
        held, price = watched.held, watched.price
        name = Cell(short_name(metal), key=metal.metal_id, source_ids=held.series.source_ids if held else ())
        if held is None or price is None:
            return [name, status, Cell(_missing(watched), None), Cell("", None)]
        line = sparkline(held, found.context.as_of)
        return [
            name,
            status,
            Cell(_dated(watched.value_text, price.date, watched.age), price.value, tip=held.series.name),
            Cell("", None, tip=line.text if line else "", sparkline=line),
        ]

    @Slot(str)
    def _open(self, metal_id: str) -> None:
        self._shared.state.set_metal(metal_id)
        self._shared.state.set_tab("prices")


def _missing(watched: WatchedPrice) -> str:
    if watched.held is None:
        return gettext("no price series on file")
    return gettext("no price on file by this date")


def _dated(value: str, day: str, age: str) -> str:
    """Return a price with its date and its age, which is empty for a price of the same month."""
    if not age:
        return gettext("{value}\n{day}").format(value=value, day=show(day))
    return gettext("{value}\n{day}, {age} old").format(value=value, day=show(day), age=age)

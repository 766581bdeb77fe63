"""The key figures of a metal: the exporter's share, concentration, import dependence, price since first control."""

from datetime import date

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.default_tables import default_production
from explorer.data.supply.dependence import ImportDependence, import_dependence
from explorer.data.supply.figures import (
    Concentration,
    ProductionTable,
    Share,
    age_note,
    concentration,
)
from explorer.data.supply.price_change import PriceChange, price_since_control
from explorer.data.supply.price_points import SeriesPrices, default_prices, up_to
from explorer.data.supply.records import Price, PriceSeries, Production


class KeyFigures(Struct, frozen=True):
    """The figures, None where unknown; `supply_of` names the metal or the group whose output it is.

    Output and dependence are the latest on file, `latest_price` is the last one by the as-of date. `price_age` is the
    sentence on one that is older than twelve months, empty otherwise.
    """

    supply_of: str
    table: ProductionTable | None
    share: Share | None
    concentration: Concentration | None
    dependence: ImportDependence
    prices: SeriesPrices | None
    series: PriceSeries | None
    latest_price: Price | None
    controlled_since: date | None
    price_change: PriceChange | None
    price_age: str

    @property
    def amount(self) -> Production | None:
        """The amount to show where there is no share: the country's, or the world's if no country is named."""
        table, share = self.table, self.share
        row = table.world if table is not None and not table.rows else None
        if share is not None and share.share_pct is None:
            row = share.row
        return row if row is not None and published(row) else None


def key_figures(store: Store, metal_id: str, context: Context) -> KeyFigures:
    """Return the figures of a metal; prices end with the as-of date, and their change begins with the first control."""
    supply_of, table = default_production(store, metal_id)
    held = default_prices(store, metal_id)
    known = up_to(held.prices, context.as_of) if held is not None else ()
    latest = known[-1] if known else None
    first = Controls.of(store).first_control(metal_id, context)
    since_control = price_since_control(held, first[0] if first else None, context.as_of)
    return KeyFigures(
        supply_of=supply_of,
        table=table,
        share=table.share_of(context.origin) if table else None,
        concentration=concentration(table) if table else None,
        dependence=import_dependence(store, metal_id, context.destination),
        prices=held,
        series=held.series if held is not None else None,
        latest_price=latest,
        controlled_since=since_control.control,
        price_change=since_control.change,
        price_age=age_note(held.series, latest, context.as_of) if held is not None and latest else "",
    )

"""The figures by which metals are listed and sorted: share of output, US import reliance, price since the control."""

from collections import defaultdict
from datetime import date

from msgspec import Struct

from explorer.data.store import Store
from explorer.data.supply.default_tables import DefaultTables
from explorer.data.supply.figures import ProductionTable, Share, latest_reliance
from explorer.data.supply.price_change import PriceSinceControl, price_since_control
from explorer.data.supply.price_points import DefaultPrices, SeriesPrices
from explorer.data.supply.records import Dependence

IMPORTER = "USA"


class OriginShare(Struct, frozen=True):
    """The share of an origin in the default output table of a metal; its per cent may be unknown."""

    table: ProductionTable
    share: Share


class ListFigures(Struct, frozen=True):
    """The default production tables, the newest import reliance and the default price series by metal."""

    tables: dict[str, ProductionTable]
    reliances: dict[str, Dependence]
    prices: dict[str, SeriesPrices]

    def share_of(self, metal_id: str, origin: str) -> OriginShare | None:
        """Return the share of an origin, None where the table of the metal does not name it."""
        table = self.tables.get(metal_id)
        share = table.share_of(origin) if table is not None else None
        return OriginShare(table, share) if table is not None and share is not None else None

    def price_since(self, metal_id: str, control: date | None, as_of: date) -> PriceSinceControl:
        """Return the change of the price of a metal since a control date."""
        return price_since_control(self.prices.get(metal_id), control, as_of)


def list_figures(store: Store) -> ListFigures:
    """Read the figures of all metals."""
    dependence: dict[str, list[Dependence]] = defaultdict(list)
    for entry in store.dependence_of(IMPORTER):
        dependence[entry.metal_id].append(entry)
    reliances = {metal: latest_reliance(own, IMPORTER) for metal, own in dependence.items()}
    tables = DefaultTables.of(store).all()
    prices = DefaultPrices.of(store).of_metal
    return ListFigures(
        {metal: table for metal, (owner, table) in tables.items() if table is not None and owner == metal},
        {metal: row for metal, row in reliances.items() if row is not None},
        {metal: held for metal, held in prices.items() if held is not None},
    )

"""The figures by which metals are listed and sorted: the origin's share of output and the US import reliance."""

from collections import defaultdict
from dataclasses import dataclass

from explorer.data.store import Store
from explorer.data.supply.default_tables import DefaultTables
from explorer.data.supply.figures import ProductionTable, Share, latest_reliance
from explorer.data.supply.records import Dependence

IMPORTER = "USA"


@dataclass(frozen=True, slots=True)
class OriginShare:
    """The share of an origin in the default output table of a metal; its per cent may be unknown."""

    table: ProductionTable
    share: Share


@dataclass(frozen=True, slots=True)
class ListFigures:
    """The default production tables and the newest import reliance by metal."""

    tables: dict[str, ProductionTable]
    reliances: dict[str, Dependence]

    def share_of(self, metal_id: str, origin: str) -> OriginShare | None:
        """Return the share of an origin, None where the table of the metal does not name it."""
        table = self.tables.get(metal_id)
        share = table.share_of(origin) if table is not None else None
        return OriginShare(table, share) if table is not None and share is not None else None


def list_figures(store: Store) -> ListFigures:
    """Read the figures of all metals."""
    dependence: dict[str, list[Dependence]] = defaultdict(list)
    for entry in store.dependence_of(IMPORTER):
        dependence[entry.metal_id].append(entry)
    reliances = {metal: latest_reliance(own, IMPORTER) for metal, own in dependence.items()}
    tables = DefaultTables.of(store).all()
    return ListFigures(
        {metal: table for metal, (owner, table) in tables.items() if table is not None and owner == metal},
        {metal: row for metal, row in reliances.items() if row is not None},
    )

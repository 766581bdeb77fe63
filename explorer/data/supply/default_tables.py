"""The default production table of each metal, the same one in charts, lists, key figures and the stress test."""

from collections import defaultdict
from collections.abc import Iterable

from explorer.data.dates import first_day
from explorer.data.store import Store
from explorer.data.supply.figures import ProductionTable, default_table, own_or_group, production_tables
from explorer.data.supply.records import Production

RECENT_YEARS = 4

# The metal or group that has a table, and the table, None where it has none.
OwnedTable = tuple[str, ProductionTable | None]


def default_production(store: Store, metal_id: str, stage: str = "") -> OwnedTable:
    """Return the metal or group that has the default production table, of a stage where one is given, and the table."""
    return own_or_group(
        store.metal(metal_id), lambda owner: _default_of_stage(store.production(owner), stage)
    )


def _default_of_stage(rows: Iterable[Production], stage: str) -> ProductionTable | None:
    return default_table(t for t in production_tables(rows) if stage in ("", t.stage))


class DefaultTables:
    """The default production tables of all metals, read once for each stage."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_stage: dict[str, dict[str, OwnedTable]] = {}

    @classmethod
    def of(cls, store: Store) -> "DefaultTables":
        """Return the tables of a store."""
        if cls not in store.services:
            store.services[cls] = cls(store)
        tables: DefaultTables = store.services[cls]
        return tables

    def all(self, stage: str = "") -> dict[str, OwnedTable]:
        """Return what `default_production` returns for each metal."""
        if stage not in self._by_stage:
            self._by_stage[stage] = self._read(stage)
        return self._by_stage[stage]

    def _read(self, stage: str) -> dict[str, OwnedTable]:
        """Read the tables; a full table of recent years ranks before all older ones, which need not be read then."""
        store = self._store
        recent: dict[str, list[Production]] = defaultdict(list)
        for row in store.production_since(first_day(store.edition.verified_to).year - RECENT_YEARS):
            recent[row.metal_id].append(row)

        def read(owner: str) -> ProductionTable | None:
            table = _default_of_stage(recent[owner], stage)
            if table is not None and table.full:
                return table
            return _default_of_stage(store.production(owner), stage)

        return {metal.metal_id: own_or_group(metal, read) for metal in store.metals.values()}

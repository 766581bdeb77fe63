"""The default production table of each metal, the same one in charts, lists, key figures, map and stress test."""

from collections import defaultdict
from collections.abc import Iterable

from explorer.data.dates import first_day
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.figures import ProductionTable, default_table, own_or_group, production_tables
from explorer.data.supply.map_choice import MapChoice
from explorer.data.supply.metal_tables import MetalTables
from explorer.data.supply.records import Production

RECENT_YEARS = 4

# The metal or group that has a table, and the table, None where it has none.
OwnedTable = tuple[str, ProductionTable | None]


def default_production(
    store: Store, metal_id: str, stage: str = "", form: str = "", publisher: str = "", year: int | None = None
) -> OwnedTable:
    """Return the metal or group that has the default production table, and the table.

    It is the default one of those with the stage, form, publisher and year that are given.
    """

    def is_chosen(table: ProductionTable) -> bool:
        return (
            form in ("", table.form)
            and publisher in ("", table.publisher)
            and (year is None or year == table.year)
        )

    return own_or_group(
        store.metal(metal_id),
        lambda owner: default_table(filter(is_chosen, _of_stage(MetalTables.of(store).tables(owner), stage))),
    )


def chosen_table(
    store: Store, owner: str, default: ProductionTable | None, choice: MapChoice
) -> ProductionTable | None:
    """Return the default table of a choice; None where the owner of the default table has none with it."""
    if not choice.given:
        return default
    of_choice = (choice.stage, choice.form, choice.publisher, choice.year)
    found, table = default_production(store, owner, *of_choice)
    return table if found == owner else None


def _of_stage(tables: Iterable[ProductionTable], stage: str) -> list[ProductionTable]:
    return [table for table in tables if stage in ("", table.stage)]


class DefaultTables(StoreService):
    """The default production tables of all metals, read once for each stage."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_stage: dict[str, dict[str, OwnedTable]] = {}

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
            table = default_table(_of_stage(production_tables(recent[owner]), stage))
            if table is not None and table.full:
                return table
            return default_table(_of_stage(MetalTables.of(store).tables(owner), stage))

        return {metal.metal_id: own_or_group(metal, read) for metal in store.metals.values()}

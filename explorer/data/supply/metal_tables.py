"""The production tables of each metal, read once while they are in use."""

from collections import OrderedDict

from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.figures import ProductionTable, production_tables

KEPT = 32  # metals


class MetalTables(StoreService):
    """The production tables of the metals last asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._recent: OrderedDict[str, tuple[ProductionTable, ...]] = OrderedDict()

    def tables(self, metal_id: str) -> tuple[ProductionTable, ...]:
        """Return the tables of a metal or group itself, empty where it has none."""
        if metal_id not in self._recent:
            self._recent[metal_id] = tuple(production_tables(self._store.production(metal_id)))
            if len(self._recent) > KEPT:
                self._recent.popitem(last=False)
        self._recent.move_to_end(metal_id)
        return self._recent[metal_id]

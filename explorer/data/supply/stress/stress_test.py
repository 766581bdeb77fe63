"""The stress test of all metals: removes countries from the default production table of each metal."""

from collections.abc import Collection
from functools import lru_cache, partial

from msgspec import Struct

from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.buyers import SOURCE_ID
from explorer.data.supply.default_tables import DefaultTables, OwnedTable
from explorer.data.supply.stress.imports import BuyerFacts, MetalImports
from explorer.data.supply.stress.losses import Loss, loss
from explorer.data.supply.stress.projects import Pipeline, pipeline
from explorer.data.supply.stress.removal import Removal
from explorer.data.supply.stress.sites import Site, company_sites

KEPT = 4
# Why there is no loss of a metal: no table of output by country, or only that of its group, which has its own row.
NO_TABLE, NO_COUNTRIES, IN_GROUP = "no_table", "no_countries", "in_group"


class StressRow(Struct, frozen=True):
    """What one metal loses. `gap` says why `loss` is None, and is empty otherwise.

    `owner` is the metal, or the group whose row counts it. `imports` is None without a buyer or a removed country.
    """

    metal_id: str
    owner: str
    loss: Loss | None
    gap: str
    imports: MetalImports | None

    @property
    def lost_pct(self) -> float | None:
        """The loss in per cent of the world total, None where it is unknown."""
        return self.loss.lost_pct if self.loss is not None else None


class StressTest(Struct, frozen=True):
    """The result: the metals, most lost first, then those with an unknown loss, then those without a table."""

    removal: Removal
    buyer: str | None
    stage: str
    threshold: float | None
    rows: tuple[StressRow, ...]
    sites: tuple[Site, ...]
    pipeline: Pipeline

    @property
    def shown(self) -> tuple[StressRow, ...]:
        """The metals that lose the threshold or more; without a threshold all with a table."""
        return tuple(row for row in self.rows if _reaches(row, self.threshold))

    @property
    def below(self) -> tuple[StressRow, ...]:
        """The metals that certainly lose less than the threshold."""
        return tuple(row for row in self._rest if row.loss is not None and not row.loss.at_least)

    @property
    def uncertain(self) -> tuple[StressRow, ...]:
        """The metals below the threshold, or of unknown loss, that may lose more than is known."""
        return tuple(row for row in self._rest if row.loss is not None and row.loss.at_least)

    @property
    def not_computed(self) -> tuple[StressRow, ...]:
        """The metals without a table of output by country."""
        return tuple(row for row in self.rows if row.loss is None)

    @property
    def _rest(self) -> tuple[StressRow, ...]:
        return tuple(row for row in self.rows if not _reaches(row, self.threshold))


def stress_test(
    store: Store,
    removal: Removal,
    buyer: str | None = None,
    *,
    stage: str = "",
    threshold: float | None = None,
    delay: int = 0,
) -> StressTest:
    """Remove countries from the output of all metals, and list the sites of companies, whose output is not known.

    `threshold` is in per cent of the world total, `delay` in years. Without a country there are no losses.
    """
    return _StressTests.of(store).test(removal, buyer, stage, threshold, delay)


class _StressTests(StoreService):
    """The last results of a store, which do not depend on the day; a view asks for the same one again and again."""

    def __init__(self, store: Store) -> None:
        self.test = lru_cache(KEPT)(partial(_stress_test, store))


def _stress_test(
    store: Store, removal: Removal, buyer: str | None, stage: str, threshold: float | None, delay: int
) -> StressTest:
    rows: tuple[StressRow, ...] = ()
    if removal.countries or not removal.companies:
        rows = _rows(store, removal, buyer, stage)
    reached = {row.metal_id for row in rows if _reaches(row, threshold)}
    return StressTest(
        removal=removal,
        buyer=buyer,
        stage=stage,
        threshold=threshold,
        rows=rows,
        sites=company_sites(store, removal),
        pipeline=pipeline(store, removal, store.metals if threshold is None else reached, stage, delay),
    )


def source_ids(test: StressTest) -> tuple[str, ...]:
    """Return the sources of the metals shown, of the buyer's imports, of sites and of projects, each once."""
    ids: list[str] = []
    for row in test.shown:
        ids += [i for f in (row.loss.table.figures if row.loss is not None else ()) for i in f.source_ids]
    if any(row.imports is not None for row in test.shown):
        ids.append(SOURCE_ID)
    for record in (*(s.record for s in test.sites), *(p.project for p in test.pipeline.projects)):
        ids += record.source_ids
    return tuple(dict.fromkeys(ids))


def _rows(store: Store, removal: Removal, buyer: str | None, stage: str) -> tuple[StressRow, ...]:
    facts = BuyerFacts(store, buyer, removal.countries) if buyer is not None and removal.countries else None
    rows = []
    for metal_id, owned in DefaultTables.of(store).all(stage).items():
        imports = facts.imports(store.metal(metal_id)) if facts is not None else None
        rows.append(_row(metal_id, owned, removal.countries, imports))
    return tuple(sorted(rows, key=_rank))


def _row(
    metal_id: str, owned: OwnedTable, without: Collection[str], imports: MetalImports | None
) -> StressRow:
    owner, table = owned
    if table is None:
        return StressRow(metal_id, owner, None, NO_TABLE, imports)
    if not table.countries:
        return StressRow(metal_id, owner, None, NO_COUNTRIES, imports)
    if owner != metal_id:
        return StressRow(metal_id, owner, None, IN_GROUP, imports)
    return StressRow(metal_id, owner, loss(table, without), "", imports)


def _rank(row: StressRow) -> tuple[bool, bool, float, str]:
    return row.loss is None, row.lost_pct is None, -(row.lost_pct or 0.0), row.metal_id


def _reaches(row: StressRow, threshold: float | None) -> bool:
    if threshold is None:
        return row.loss is not None
    return row.lost_pct is not None and row.lost_pct >= threshold

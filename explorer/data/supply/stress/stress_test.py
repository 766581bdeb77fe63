"""The stress test of all metals: removes countries from the default production table of each metal."""

from collections.abc import Collection
from functools import cached_property
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.steps import Steps, each, result_of
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.buyers import SOURCE_ID
from explorer.data.supply.default_tables import DefaultTables, OwnedTable
from explorer.data.supply.stress.imports import BuyerFacts, MetalImports
from explorer.data.supply.stress.losses import Loss, loss
from explorer.data.supply.stress.projects import Pipeline, pipeline
from explorer.data.supply.stress.removal import Removal
from explorer.data.supply.stress.sites import Site, company_sites

_Result = TypeVar("_Result")
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


class StressTest(Struct, frozen=True, dict=True):
    """The result: the metals, most lost first, then those with an unknown loss, then those without a table."""

    removal: Removal
    buyer: str | None
    stage: str
    threshold: float | None
    rows: tuple[StressRow, ...]
    sites: tuple[Site, ...]
    pipeline: Pipeline

    @cached_property
    def shown(self) -> tuple[StressRow, ...]:
        """The metals that lose the threshold or more; without a threshold all with a table."""
        return tuple(row for row in self.rows if _reaches(row, self.threshold))

    @cached_property
    def below(self) -> tuple[StressRow, ...]:
        """The metals that certainly lose less than the threshold."""
        return tuple(row for row in self._rest if row.loss is not None and not row.loss.at_least)

    @cached_property
    def uncertain(self) -> tuple[StressRow, ...]:
        """The metals below the threshold, or of unknown loss, that may lose more than is known."""
        return tuple(row for row in self._rest if row.loss is not None and row.loss.at_least)

    @cached_property
    def not_computed(self) -> tuple[StressRow, ...]:
        """The metals without a table of output by country."""
        return tuple(row for row in self.rows if row.loss is None)

    @cached_property
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
    steps = stepwise_test(store, removal, buyer, stage=stage, threshold=threshold, delay=delay)
    return result_of(steps)


def stepwise_test(
    store: Store, removal: Removal, buyer: str | None, *, stage: str, threshold: float | None, delay: int
) -> Steps[StressTest]:
    """Return what `stress_test` returns, in steps of a few milliseconds."""
    return (yield from _StressTests.of(store).test(removal, buyer, stage, threshold, delay))


class _StressTests(StoreService):
    """The last results of a store, which do not depend on the day; a view asks for the same one again and again.

    Losses do not depend on buyer, threshold or delay, and are kept for other tests.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tests: dict[tuple[object, ...], StressTest] = {}
        self._rows_of: dict[tuple[object, ...], tuple[StressRow, ...]] = {}

    def test(
        self, removal: Removal, buyer: str | None, stage: str, threshold: float | None, delay: int
    ) -> Steps[StressTest]:
        """Return the result, which is calculated unless it is one of the last."""
        key = removal, buyer, stage, threshold, delay
        if key not in self._tests:
            rows: tuple[StressRow, ...] = ()
            if removal.countries or not removal.companies:
                rows = yield from self._rows(removal, buyer, stage)
            reached = {row.metal_id for row in rows if _reaches(row, threshold)}
            found = StressTest(
                removal=removal,
                buyer=buyer,
                stage=stage,
                threshold=threshold,
                rows=rows,
                sites=company_sites(self._store, removal),
                pipeline=pipeline(
                    self._store, removal, self._store.metals if threshold is None else reached, stage, delay
                ),
            )
            _keep(self._tests, key, found)
        _keep(self._tests, key, self._tests.pop(key))  # the last one used is kept longest
        return self._tests[key]

    def _rows(self, removal: Removal, buyer: str | None, stage: str) -> Steps[tuple[StressRow, ...]]:
        """Return the loss of each metal, with the imports of the buyer."""
        if not removal.countries:
            buyer = None
        key = removal.countries, stage, buyer
        if key not in self._rows_of:
            if buyer is None:
                tables = DefaultTables.of(self._store).all(stage).items()
                found = yield from each(tables, lambda owned: _row(*owned, removal.countries))
                _keep(self._rows_of, key, tuple(sorted(found, key=_rank)))
            else:
                rows = yield from self._rows(removal, None, stage)
                facts = BuyerFacts(self._store, buyer, removal.countries)
                found = yield from each(rows, lambda row: _with_imports(self._store, row, facts))
                _keep(self._rows_of, key, tuple(found))
        return self._rows_of[key]


def _keep(kept: dict[tuple[object, ...], _Result], key: tuple[object, ...], result: _Result) -> None:
    """Keep a result, and discard the oldest one if there are too many."""
    kept[key] = result
    if len(kept) > KEPT:
        del kept[next(iter(kept))]


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


def _row(metal_id: str, owned: OwnedTable, without: Collection[str]) -> StressRow:
    owner, table = owned
    if table is None:
        return StressRow(metal_id, owner, None, NO_TABLE, None)
    if not table.countries:
        return StressRow(metal_id, owner, None, NO_COUNTRIES, None)
    if owner != metal_id:
        return StressRow(metal_id, owner, None, IN_GROUP, None)
    return StressRow(metal_id, owner, loss(table, without), "", None)


def _with_imports(store: Store, row: StressRow, facts: BuyerFacts) -> StressRow:
    return replace(row, imports=facts.imports(store.metal(row.metal_id)))


def _rank(row: StressRow) -> tuple[bool, bool, float, str]:
    return row.loss is None, row.lost_pct is None, -(row.lost_pct or 0.0), row.metal_id


def _reaches(row: StressRow, threshold: float | None) -> bool:
    if threshold is None:
        return row.loss is not None
    return row.lost_pct is not None and row.lost_pct >= threshold

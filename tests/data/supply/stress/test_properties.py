"""What holds for every removal on the data that ship, tried with 200 random pairs of countries and blocs."""

import csv
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from explorer.data.store import Store
from explorer.data.supply.default_tables import DefaultTables
from explorer.data.supply.figures import ProductionTable
from explorer.data.supply.stress.losses import Loss, loss
from explorer.data.supply.stress.removal import removal_of
from explorer.data.supply.stress.stress_test import stress_test

PAIRS, SEED = 200, 13
FACTS = Path(__file__).resolve().parents[4] / "db" / "data" / "production.csv"


@pytest.fixture(scope="module")
def tables(live_store: Store) -> tuple[ProductionTable, ...]:
    """The default tables with countries, each once."""
    owned = DefaultTables.of(live_store).all().items()
    return tuple(t for metal, (owner, t) in owned if t is not None and t.countries and owner == metal)


def pairs(
    store: Store, tables: tuple[ProductionTable, ...]
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the countries of random pairs of places, of which one in ten is a bloc."""
    chance = random.Random(SEED)
    named = sorted({row.country_id for table in tables for row in table.countries})
    blocs = sorted(store.bloc_members)
    for _ in range(PAIRS):
        one, other = (chance.choice(blocs if chance.random() < 0.1 else named) for _ in range(2))
        yield removal_of(store, [one]).countries, removal_of(store, [other]).countries


def reduced(table: ProductionTable, first: Loss) -> ProductionTable:
    """Return a table whose rows and total really lack what a first removal takes away."""
    rows = tuple(row for row in table.rows if row not in first.removed)
    world = replace(table.world, value=first.remaining) if table.world is not None else None
    return replace(table, rows=rows, world=world)


def test_removing_nothing_changes_nothing(tables: tuple[ProductionTable, ...]) -> None:
    for table in tables:
        found = loss(table, ())
        assert (found.lost, found.at_least, found.remaining) == (0, False, table.share_base)
        assert (found.largest_before, found.before) == (found.largest_after, found.after)


def test_removing_one_and_then_another_equals_removing_both(
    live_store: Store, tables: tuple[ProductionTable, ...]
) -> None:
    compared = 0
    for one, other in pairs(live_store, tables):
        for table in tables:
            if not any(row.country_id in one | other for row in table.countries):
                continue
            both, first = loss(table, one | other), loss(table, one)
            assert both == loss(table, other | one)
            if first.at_least or not first.remaining:
                continue
            second = loss(reduced(table, first), other - one)
            if second.lost is None or both.lost is None:
                assert second.lost is None or second.at_least or both.at_least
                continue
            compared += 1
            assert (first.lost or 0) + second.lost == pytest.approx(both.lost)
            assert second.remaining == pytest.approx(both.remaining)
            if second.largest_after is not None and both.largest_after is not None:
                assert second.largest_after.rows == both.largest_after.rows
            if second.after is not None and both.after is not None:
                assert second.after.hhi == pytest.approx(both.after.hhi)
    assert compared > PAIRS


def test_the_order_of_removals_does_not_matter(live_store: Store) -> None:
    one, other = removal_of(live_store, ["CHN"]), removal_of(live_store, ["EUU"])
    first, second = stress_test(live_store, one | other, "JPN"), stress_test(live_store, other | one, "JPN")
    assert (first.rows, first.pipeline) == (second.rows, second.pipeline)
    assert first.rows == stress_test(live_store, removal_of(live_store, ["EUU", "CHN", "DEU"]), "JPN").rows


def test_what_is_lost_and_what_remains_make_up_the_total(
    live_store: Store, tables: tuple[ProductionTable, ...]
) -> None:
    complete = [
        t for t in tables if t.share_base and all(r.value is not None and not r.qualifier for r in t.rows)
    ]
    assert complete
    for one, other in pairs(live_store, tuple(complete)):
        for table in complete:
            found = loss(table, one | other)
            if found.at_least:
                continue
            gone = sum(row.value or 0 for row in table.rows if row.country_id in one | other)
            kept = sum(row.value or 0 for row in table.rows if row.country_id not in one | other)
            unnamed = (table.share_base or 0) - gone - kept
            assert found.lost == pytest.approx(gone)
            assert found.remaining == pytest.approx(kept + unnamed)


def test_the_index_from_the_file_of_facts_is_the_same(
    live_store: Store, tables: tuple[ProductionTable, ...]
) -> None:
    rows = defaultdict(dict)
    with FACTS.open(encoding="utf-8", newline="") as file:
        for r in csv.DictReader(file):
            key = (r["metal_id"], r["publisher"], r["stage"], r["form"], r["unit"], r["year"])
            rows[key][r["country_id"]] = float(r["value"]) if r["value"] and not r["qualifier"] else None
    full = [t for t in tables if t.full]
    for table in full:
        metal = table.rows[0].metal_id
        values = rows[metal, table.publisher, table.stage, table.form, table.unit, str(table.year)]
        total = max(values["WLD"] or 0, sum(v or 0 for c, v in values.items() if c != "WLD"))
        gone = values.get("CHN") or 0
        kept = [v for c, v in values.items() if v and c not in ("WLD", "OTH", "CHN")]
        found = loss(table, {"CHN"}).after
        assert found is not None
        assert found.hhi == pytest.approx(sum((100 * v / (total - gone)) ** 2 for v in kept)), metal
    assert full

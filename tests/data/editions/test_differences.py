"""What differs between two editions: facts by key, and statuses on a day."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from explorer.data.contents.key_names import KeyNames
from explorer.data.contents.tables import described_table
from explorer.data.context import Context
from explorer.data.editions import difference_record, difference_texts
from explorer.data.editions.difference_lines import fact_lines
from explorer.data.editions.difference_record import EditionChanges
from explorer.data.editions.fact_differences import (
    ADDED,
    REMOVED,
    REVISED,
    RowChange,
    TableChanges,
    fact_changes,
)
from explorer.data.editions.status_differences import all_contexts, status_changes
from explorer.data.store import Store

DAY = date(2026, 11, 28)
TO_ALL = Context(DAY, "CHN", "ALL")


@pytest.fixture(scope="module")
def later(later_file: Path) -> Iterator[Store]:
    """The later edition."""
    with Store.open(later_file) as opened:
        yield opened


def table(found: tuple[TableChanges, ...], name: str) -> TableChanges:
    return next(of for of in found if of.table.name == name)


def test_the_same_edition_differs_in_nothing(store: Store) -> None:
    assert fact_changes(store, store) == ()
    assert status_changes(store, store, all_contexts(store, store, TO_ALL)) == ()


def test_added_facts_are_found_by_their_keys(store: Store, later: Store) -> None:
    found = fact_changes(store, later)
    names = [of.table.name for of in found]
    assert names[:4] == ["instruments", "measures", "measure_metals", "measure_events"]
    assert not {"meta", "search", "metadata", "prices_sources", "destinations"} & set(names)
    [measure] = table(found, "measures").rows
    assert (measure.kind, measure.key, measure.values["kind"]) == (
        ADDED,
        {"measure_id": "cn-2099-1"},
        "prohibition",
    )
    assert "mofcom-2023-23" in measure.source_ids
    events = table(found, "measure_events").rows
    assert [row.label for row in events] == [
        "cn-2099-1, 2026-11-02, announced",
        "cn-2099-1, 2026-11-09, effective",
    ]
    assert {row.kind for row in table(found, "prices").rows} == {ADDED}


def test_the_same_rows_are_removed_the_other_way_round(store: Store, later: Store) -> None:
    found = fact_changes(later, store)
    [measure] = table(found, "measures").rows
    assert (measure.kind, measure.key) == (REMOVED, {"measure_id": "cn-2099-1"})
    assert table(found, "prices").count(REMOVED) == len(table(found, "prices").rows)


@pytest.fixture
def revised(edition_file: Path, tmp_path: Path) -> Iterator[Store]:
    """An edition with revised values in three tables."""
    path = Path(shutil.copy(edition_file, tmp_path / "revised.db"))
    with closing(sqlite3.connect(path)) as connection:
        for statement in (
            "UPDATE measures SET expires = '2027-01-31', confidence = 'low' WHERE measure_id = 'cn-2023-23'",
            "UPDATE production SET value = NULL, flag = 'W' WHERE id = 1",
            "UPDATE buyer_imports SET share_pct = 1.5 WHERE share_pct = (SELECT max(share_pct) FROM buyer_imports)",
        ):
            connection.execute(statement)
        connection.commit()
    with Store.open(path) as opened:
        yield opened


def test_revised_facts_have_old_and_new_values(store: Store, revised: Store) -> None:
    found = fact_changes(store, revised)
    assert [of.table.name for of in found] == ["measures", "production", "buyer_imports"]
    [measure] = found[0].rows
    assert measure.kind == REVISED
    changes = [(c.column.name, c.old, c.new) for c in measure.changes]
    assert changes == [("expires", None, "2027-01-31"), ("confidence", "high", "low")]
    [[before]] = store.query("SELECT value FROM production WHERE id = 1")
    [figure] = found[1].rows
    assert ("value", before, None) in [(c.column.name, c.old, c.new) for c in figure.changes]
    assert "cepii-baci" in found[2].rows[0].source_ids


def test_a_status_that_differs_is_found(store: Store, later: Store) -> None:
    [change] = status_changes(store, later, (TO_ALL,))
    assert change.metal_id == "gallium"
    assert change.before is not None and change.before.pill == "licence required"
    assert change.after is not None and change.after.pill == "ban"
    assert status_changes(store, later, (Context(date(2026, 11, 1), "CHN", "ALL"),)) == ()


def test_all_places_are_each_origin_with_what_its_measures_name(store: Store, later: Store) -> None:
    contexts = all_contexts(store, later, TO_ALL)
    places = {(c.origin, c.destination) for c in contexts}
    assert ("CHN", "ALL") in places and ("CHN", "USA") in places
    assert all(c.as_of == DAY for c in contexts)
    changed = {(c.context.origin, c.context.destination) for c in status_changes(store, later, contexts)}
    assert ("CHN", "ALL") in changed and {origin for origin, _ in changed} == {"CHN"}


def test_a_metal_that_an_edition_lacks_has_no_status(store: Store, later: Store) -> None:
    fewer = later.with_measures(later.measures.values())
    fewer.metals = {key: metal for key, metal in later.metals.items() if key != "antimony"}
    found = {c.metal_id: c for c in status_changes(store, fewer, (TO_ALL,))}
    assert found["antimony"].before is not None and found["antimony"].after is None
    assert difference_texts.status_text(None) == "not on file"


def changes(old: Store, new: Store) -> EditionChanges:
    return EditionChanges(
        old.edition,
        new.edition,
        old.edition.data_version,
        new.edition.data_version,
        fact_changes(old, new),
        status_changes(old, new, (TO_ALL,)),
    )


def file_rows(found: EditionChanges) -> list[dict[str, object]]:
    return [dict(zip(difference_record.HEADER, row, strict=True)) for row in difference_record.rows(found)]


def test_the_rows_of_the_file_have_every_value(store: Store, later: Store, revised: Store) -> None:
    rows = file_rows(changes(store, later))
    status = rows[0]
    assert (status["record"], status["key"]) == ("status", "gallium")
    assert (status["old"], status["new"]) == ("licence required", "ban")
    assert status["new_beyond_verified"] == status["old_beyond_verified"] == "yes"
    assert (status["origin"], status["destination"], status["as_of"]) == ("CHN", "ALL", "2026-11-28")
    kinds = [row["new"] for row in rows if row["table"] == "measures" and row["column"] == "kind"]
    assert kinds == ["prohibition"]
    found = [row for row in file_rows(changes(store, revised)) if row["table"] == "measures"]
    assert [(row["key"], row["column"], row["old"], row["new"]) for row in found] == [
        ("cn-2023-23", "expires", None, "2027-01-31"),
        ("cn-2023-23", "confidence", "high", "low"),
    ]


@pytest.fixture
def estimated(edition_file: Path, tmp_path: Path) -> Iterator[Store]:
    """An edition in which an estimated figure has another value, and an exact one became an estimate."""
    path = Path(shutil.copy(edition_file, tmp_path / "estimated.db"))
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT min(id) FROM production WHERE flag {flag} AND value > 0 AND qualifier IS NULL"
        [[known]] = connection.execute(sql.format(flag="= 'e'"))
        [[exact]] = connection.execute(sql.format(flag="IS NULL"))
        connection.execute("UPDATE production SET value = 7 WHERE id = ?", (known,))
        connection.execute("UPDATE production SET flag = 'e' WHERE id = ?", (exact,))
        connection.commit()
    with Store.open(path) as opened:
        yield opened


def test_a_revised_figure_keeps_its_flag(store: Store, estimated: Store) -> None:
    found = changes(store, estimated)
    lines = [line for of in found.facts for line in fact_lines(store, estimated, of)]
    [value] = [line for line in lines if line.field == "Value"]
    assert value.new == "7 · Flag: e (estimated)" and value.old.endswith(" · Flag: e (estimated)")
    [flag] = [line for line in lines if line.field == "Flag"]
    assert (flag.old, flag.new) == ("none", "e (estimated)")
    cells = {(row["column"], row["new"], row["flags"]) for row in file_rows(found)}
    assert cells == {("value", 7, "flag=e"), ("flag", "e", "")}
    record = difference_record.as_dict(found, TO_ALL, all_places=False, is_beyond=True)
    assert sorted(str(row["flags"]) for row in record["tables"][0]["rows"]) == ["{'flag': 'e'}", "{}"]


def test_the_summary_of_an_added_or_removed_row_has_its_flag_first(store: Store) -> None:
    """The flag of a dependence is behind more columns than a summary has."""
    buyers = described_table("buyer_dependence")
    names = KeyNames(store, buyers)
    sql = f"SELECT {', '.join(buyers.columns)} FROM buyer_dependence WHERE flag = 'o' LIMIT 1"
    [row] = store.query(sql)
    for kind in (ADDED, REMOVED):
        change = RowChange(kind, buyers, "", dict(zip(buyers.columns, row, strict=True)), (), ())
        assert difference_texts.summary(change, names).startswith("Flag: o (outlier")


def test_the_counts_are_a_sentence(store: Store, later: Store, revised: Store) -> None:
    assert difference_texts.count_text(changes(store, store)) == (
        "From edition 2026.12-test (controls checked to 8 Oct 2026) to 2026.12-test (checked to 8 Oct 2026). "
        "No fact differs. No status differs."
    )
    found = changes(store, revised)
    suppliers = found.facts[2].count(REVISED)
    text = f"Facts: 0 added, 0 removed, {2 + suppliers} revised."
    assert text in difference_texts.count_text(found)
    assert difference_texts.count_text(changes(store, later)).endswith(
        "1 metal or material has a different status."
    )

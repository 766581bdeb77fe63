"""Coverage: the latest year and the confidence of each kind, and what is not on file."""

from explorer.data.contents.coverage import (
    KINDS,
    Coverage,
    confidence_text,
    coverage_matrix,
    csv_rows,
    explanation,
    latest_text,
)
from explorer.data.store import Store
from tests.data.contents.csv_facts import facts


def entry(store: Store, metal_id: str, table: str) -> Coverage:
    matrix = coverage_matrix(store)
    row = [m.metal_id for m in matrix.metals].index(metal_id)
    return matrix.entries[row][[kind.table for kind in KINDS].index(table)]


def test_the_latest_year_of_production_leaves_capacity_out(store: Store) -> None:
    output = [r for r in facts("production") if r["metal_id"] == "gallium" and r["stage"] != "capacity"]
    found = entry(store, "gallium", "production")
    assert found.rows == len(output)
    assert found.latest == max(r["year"] for r in output)
    latest = [r["confidence"] for r in output if r["year"] == found.latest]
    assert found.confidences == {word: latest.count(word) for word in set(latest)}


def test_differing_confidences_are_both_named(store: Store) -> None:
    mixed = Coverage("gallium", KINDS[0], 3, "2024", {"high": 2, "low": 1})
    assert (mixed.lowest, mixed.highest, confidence_text(mixed)) == ("low", "high", "low to high")
    assert explanation(store, mixed) == (
        "3 rows on file. Latest: 2024. Confidence of the latest rows: low (1) and high (2)."
    )
    assert confidence_text(Coverage("gallium", KINDS[0], 1, "2024", {"high": 1})) == "high"


def test_nothing_on_file_is_never_zero(store: Store) -> None:
    assert not any(r["metal_id"] == "gallium" for r in facts("reserves"))
    found = entry(store, "gallium", "reserves")
    assert latest_text(found) == "nothing on file" and "0" not in explanation(store, found)
    (cells,) = [row for row in csv_rows(coverage_matrix(store)) if row[:2] == ("gallium", "reserves")]
    assert cells[2:] == (None, None, None, None, None)


def test_figures_of_the_group_are_named_as_such(store: Store) -> None:
    found = entry(store, "holmium", "reserves")
    assert (found.rows, found.owner, latest_text(found)) == (0, "rare-earths", "group only")
    assert "its group" in explanation(store, found)


def test_a_period_counts_by_its_last_year(store: Store) -> None:
    periods = [r["period"] for r in facts("import_sources") if r["metal_id"] == "antimony"]
    assert entry(store, "antimony", "import_sources").latest == max(p.split("/")[-1][:4] for p in periods)


def test_expected_events_do_not_count(store: Store) -> None:
    found = [
        e.latest for e in (entry(store, m, "measure_metals") for m in ("cobalt", "gallium", "tin")) if e.rows
    ]
    assert found and all(latest <= store.edition.verified_to[:4] for latest in found)

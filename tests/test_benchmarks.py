"""The comparison of two trees: its table, and that each tree can be measured. No test asserts a time."""

import re
import sys

import pytest

from tests.benchmarks import compare
from tests.benchmarks.compare import HEADLESS, QUANTITIES, ROOT, START, Tree

LITTLE = ("--codes", "200", "--repeats", "1")


def test_table_shows_old_new_and_their_ratio() -> None:
    printed = compare.table(
        {"window": 0.5, "codes": 1234.56, "size": 10.0}, {"window": 0.25, "codes": 1300.0}
    )
    assert printed.splitlines() == [
        "| Quantity                  | Unit |     Old |     New | New/old |",
        "|---------------------------|------|--------:|--------:|--------:|",
        "| Start to a visible window | s    |   0.500 |   0.250 |    0.50 |",
        "| 100,000 codes checked     | ms   | 1,234.6 | 1,300.0 |    1.05 |",
    ]


def test_medians_take_each_quantity_from_the_samples_that_hold_it() -> None:
    samples = [
        {"window": 1.0},
        {"window": 3.0},
        {"window": 2.0},
        {"size": 5.0, "queries": {"a": 1.0, "b": 9.0, "c": 3.0}},
        {"size": 5.0, "queries": {"a": 2.0, "b": 1.0, "c": 30.0}},
        {"size": 5.0, "queries": {"a": 3.0, "b": 2.0, "c": 4.0}},
    ]
    assert compare.medians(samples) == {"window": 2.0, "size": 5.0, "search_median": 2.0, "search_worst": 4.0}
    assert compare.worst_query(samples) == "c"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_this_tree_gives_every_quantity_without_a_window() -> None:
    tree = Tree("new", ROOT)
    samples = [tree.measure(part, *LITTLE) for part in compare.PARTS]
    found = compare.medians(samples)
    assert set(found) == set(HEADLESS)
    assert all(value > 0 for value in found.values())
    printed = compare.table(found, found)
    assert all(quantity.name in printed for quantity in HEADLESS.values())
    assert tree.window[1:3] == ["-m", "explorer"]


def test_a_tree_that_no_calls_fit_is_told(tmp_path) -> None:
    (tmp_path / "explorer").mkdir()
    (tmp_path / "explorer" / "__init__.py").touch()
    with pytest.raises(SystemExit, match="No calls fit this tree"):
        _ = Tree("old", tmp_path).about


def test_baseline_names_its_commit_and_every_quantity() -> None:
    assert re.fullmatch(r"[0-9a-f]{40}", compare.baseline_commit())
    text = compare.BASELINE.read_text(encoding="utf-8")
    assert all(f"| {quantity.name} " in text for quantity in QUANTITIES.values())
    assert len(QUANTITIES) == len(START) + len(HEADLESS)

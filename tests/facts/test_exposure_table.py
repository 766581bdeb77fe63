"""The exposure of Germany to China's controls on 27 Nov 2026, with shares worked out from the rows of the CSV files."""

import csv
from collections import defaultdict
from datetime import date

import pytest

from db.csv_tables import DATA
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.exposure import RANKED, Exposures, exposures

GERMANY = Context(date(2026, 11, 27), "CHN", "DEU")
# By hand from measures, items and customs codes: what covers each heading of the seven metals.
COVERED = {
    "250410": ("part", "cn-2023-39"),
    "250490": ("no", "cn-2023-39"),
    "261100": ("no", "cn-2025-10"),
    "261210": ("part", "cn-1997-230"),
    "261390": ("no", "cn-2025-10"),
    "261710": ("yes", "cn-2024-33"),
    "280530": ("part", "cn-2025-18"),
    "284690": ("part", "cn-2025-18"),
    "810110": ("part", "cn-2002-361"),
    "810600": ("yes", "cn-2025-10"),
}


@pytest.fixture(scope="module")
def germany(live_store: Store) -> Exposures:
    return exposures(live_store, GERMANY)


@pytest.fixture(scope="module")
def chinese_pct() -> dict[tuple[str, str], float]:
    """China's share of the tonnes that Germany imports, by customs code and year, from the suppliers."""
    tonnes: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    with (DATA / "buyer_imports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["buyer"] == "DEU" and row["quantity_t"]:
                tonnes[row["hs_code"], row["year"]][row["partner"]] = float(row["quantity_t"])
    return {key: 100 * of.get("CHN", 0.0) / sum(of.values()) for key, of in tonnes.items()}


def test_twenty_two_metals_are_controlled_and_seven_have_a_heading(germany: Exposures) -> None:
    assert len(germany.controlled) == 22
    assert sorted(row.metal_id for row in germany.with_heading) == [
        "antimony",
        "bismuth",
        "graphite",
        "molybdenum",
        "rare-earths",
        "tungsten",
        "uranium",
    ]


def test_the_shares_of_rare_earths_are_those_of_the_rows(
    germany: Exposures, chinese_pct: dict[tuple[str, str], float]
) -> None:
    assert round(chinese_pct["280530", "2024"], 2) == 89.12
    assert round(chinese_pct["284690", "2024"], 2) == 58.47
    (rare_earths,) = [row for row in germany.rows if row.metal_id == "rare-earths"]
    assert [(h.code.hs_code, h.share_pct) for h in rare_earths.headings] == [
        ("280530", 89.12),
        ("284690", 58.47),
    ]


def test_every_share_is_that_of_the_rows(
    germany: Exposures, chinese_pct: dict[tuple[str, str], float]
) -> None:
    headings = [h for row in germany.with_heading for h in row.headings if h.total and h.share_pct]
    assert len(headings) == 7
    for heading in headings:
        assert heading.total is not None and heading.share_pct is not None
        of_rows = chinese_pct[heading.code.hs_code, str(heading.total.year)]
        assert heading.share_pct == pytest.approx(of_rows, abs=0.006)


def test_each_heading_is_covered_as_judged_by_hand(germany: Exposures) -> None:
    found = {
        h.code.hs_code: (h.covers, h.coverage[0].row.measure_id)
        for row in germany.with_heading
        for h in row.headings
    }
    assert found == COVERED


def test_molybdenum_is_not_ranked_and_all_others_have_no_figure(germany: Exposures) -> None:
    assert "molybdenum" not in [row.metal_id for row in germany.ranked]
    assert len(germany.ranked) == 6
    assert all(row.leading is None for row in germany.rows if row.state != RANKED)


def test_an_item_with_a_code_under_a_heading_covers_it(live_store: Store) -> None:
    """No row says “no” where an item of the measure has a customs code that begins with the heading."""
    for row in live_store.buyer_code_measures:
        if row.covers == "no":
            codes = [
                code.hs_code
                for item in live_store.items.values()
                if item.measure_id == row.measure_id and item.metal_id == row.metal_id
                for code in item.codes
            ]
            assert not any(code.startswith(row.hs_code) for code in codes), row

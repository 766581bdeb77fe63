"""Ratios of by-products, worked out by hand from the published world totals."""

import pytest

from explorer.data.contents.by_products import (
    HEADER,
    ByProduct,
    Ratio,
    by_products,
    counted_text,
    csv_rows,
    explanation,
    flags_text,
    rounded,
)
from explorer.data.store import Store
from tests.data.contents.csv_facts import facts


def pair(store: Store, metal_id: str, host: str) -> ByProduct:
    (found,) = [p for p in by_products(store) if (p.metal_id, p.host) == (metal_id, host)]
    return found


def ratios(found: ByProduct, publisher: str, year: int) -> list[Ratio]:
    return [r for s in found.series if s.publisher == publisher for r in s.ratios if r.year == year]


def test_a_ratio_takes_both_totals_of_one_publisher_and_year(store: Store) -> None:
    (ratio,) = ratios(pair(store, "gallium", "zinc"), "wmd", 2024)
    assert rounded(ratio.value) == 0.08036  # 987 t of gallium, 12,281,625 t of zinc
    assert counted_text(ratio.by_product) == "Primary output (Ga (primary gallium))"
    assert flags_text(ratio) == "" and ratio.source_ids == ("wmd-2026",)


def test_kilograms_are_tonnes_and_flags_stay(store: Store) -> None:
    mine, refinery = ratios(pair(store, "gallium", "zinc"), "usgs", 2025)
    assert {rounded(mine.value), rounded(refinery.value)} == {
        0.06923,
        0.06522,
    }  # 900 t; 13.0 and 13.8 million t
    assert flags_text(mine) == flags_text(refinery) == "both estimated"
    (earlier,) = [
        r for r in ratios(pair(store, "gallium", "zinc"), "usgs", 2024) if r.by_product.stage == "primary"
    ]
    assert flags_text(earlier) == ""


def test_a_pair_without_a_ratio_says_why(store: Store) -> None:
    assert "(coal) has no entry" in pair(store, "germanium", "coal").reason
    assert (
        pair(store, "holmium", "rare-earths").reason
        == "No world total of holmium is on file as a single figure."
    )
    # a range is not a figure
    assert (
        pair(store, "yttrium", "rare-earths").reason
        == "No world total of yttrium is on file as a single figure."
    )


def test_the_pairs_are_those_of_the_data(store: Store) -> None:
    named = [(r["metal_id"], host) for r in facts("metals") for host in r["by_product_of"].split(";") if host]
    assert [(p.metal_id, p.host) for p in by_products(store)] == named


def test_each_pair_has_ratios_or_a_reason(store: Store) -> None:
    for found in by_products(store):
        assert bool(found.series) != bool(found.reason)
    ratio, reason = HEADER.index("t_per_1000_t"), HEADER.index("reason")
    assert all((row[ratio] is None) == (row[reason] is not None) for row in csv_rows(by_products(store)))


def test_totals_are_never_mixed(store: Store) -> None:
    for found in by_products(store):
        for series in found.series:
            for ratio in series.ratios:
                own, host = ratio.by_product, ratio.host
                assert own.publisher == host.publisher == series.publisher and own.year == host.year
                assert own.country_id == host.country_id == "WLD" and "capacity" not in (
                    own.stage,
                    host.stage,
                )


@pytest.mark.parametrize("part", ["not a recovery rate", "or the content of the ore"])
def test_what_the_ratio_is_not(part: str) -> None:
    assert part in " ".join(explanation())

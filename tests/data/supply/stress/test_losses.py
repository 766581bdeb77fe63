"""What a table loses, worked out by hand from tests/edition/production.csv and from made-up rows."""

import pytest
from msgspec.structs import replace

from explorer.data.store import Store
from explorer.data.supply.default_tables import default_production
from explorer.data.supply.figures import ProductionTable, concentration
from explorer.data.supply.records import Production
from explorer.data.supply.stress.losses import Loss, loss
from explorer.data.supply.stress.removal import removal_of

SOURCES = ("a-source",)


def row(country: str, value: float | None, flag: str | None = None, **more: object) -> Production:
    plain = Production(
        "tin", "mine", "content", country, 2024, "usgs", value, None, None, None, "t", flag, None, None, "high",
        SOURCES, None,
    )  # fmt: skip
    return replace(plain, **more)


def table(*rows: Production, world: float | None = None, world_flag: str | None = None) -> ProductionTable:
    total = row("WLD", world, world_flag) if world is not None else None
    return ProductionTable("usgs", "mine", "content", 2024, "t", total, rows)


def of_metal(store: Store, metal_id: str, *places: str) -> Loss:
    owned = default_production(store, metal_id)[1]
    assert owned is not None
    return loss(owned, removal_of(store, places).countries)


def test_gallium_without_china(store: Store) -> None:
    """USGS 2025 in kg: 900,000 (China), 3,000, 6,000, 0 and 0; the rows exceed the published 900,000."""
    found = of_metal(store, "gallium", "CHN")
    assert (found.total, found.total_is_sum, found.lost, found.remaining) == (909_000, True, 900_000, 9_000)
    assert found.lost_pct == pytest.approx(99.0099, abs=1e-4)
    assert (found.flag, found.total_flag, found.at_least) == ("e", "e", False)
    assert found.largest_before is not None and found.largest_after is not None
    assert [r.country_id for r in found.largest_before.rows] == ["CHN"]
    assert [r.country_id for r in found.largest_after.rows] == ["RUS"]
    assert found.largest_after.share_pct == pytest.approx(100 * 6 / 9)
    assert found.before is not None and found.after is not None
    assert found.before.hhi == pytest.approx((900**2 + 3**2 + 6**2) / 909**2 * 10_000)
    assert found.after.hhi == pytest.approx((3**2 + 6**2) / 9**2 * 10_000)
    assert (found.before.at_least, found.after.at_least, found.is_more_concentrated) == (False, False, False)


def test_tungsten_without_china_has_a_bound_because_of_unnamed_countries(store: Store) -> None:
    """USGS 2025: 67,000 of 85,140 t; 2,400 t of other countries remain and count towards no country."""
    found = of_metal(store, "tungsten", "CHN")
    assert (found.total, found.lost, found.remaining) == (85_140, 67_000, 18_140)
    assert found.lost_pct == pytest.approx(78.694, abs=1e-3)
    named = (1000, 840, 1700, 800, 2400, 2000, 700, 2000, 1300, 3000)
    assert found.after is not None
    assert found.after.hhi == pytest.approx(sum(n * n for n in named) / 18_140**2 * 10_000)
    assert found.after.at_least and not found.at_least
    assert found.largest_after is not None
    assert [r.country_id for r in found.largest_after.rows] == ["VNM"]
    assert found.largest_after.share_pct == pytest.approx(100 * 3000 / 18_140)


def test_tungsten_without_the_union_is_a_minimum(store: Store) -> None:
    """Austria 840, Spain 800 and Portugal 700 t; the other 24 members may be part of other countries."""
    found = of_metal(store, "tungsten", "EUU")
    assert (found.lost, found.at_least, found.remaining) == (2_340, True, 82_800)
    assert {r.country_id for r in found.removed} == {"AUT", "ESP", "PRT"} and len(found.not_named) == 24


def test_germanium_without_china(store: Store) -> None:
    """WMD 2024: 140 of 150 t; the figure of China has no flag, those of Japan, Russia and the US are estimates."""
    found = of_metal(store, "germanium", "CHN")
    assert (found.lost, found.remaining, found.total_is_sum) == (140, 10, False)
    assert (found.flag, found.total_flag) == (None, None)
    assert found.after is not None and found.after.flag == "e"
    assert found.after.hhi == pytest.approx(50**2 + 10**2 + 20**2 + 20**2)


def test_antimony_without_a_country_whose_figure_is_withheld(store: Store) -> None:
    found = of_metal(store, "antimony", "USA")
    assert (found.lost, found.lost_pct, found.remaining, found.at_least) == (None, None, None, True)
    assert [r.country_id for r in found.withheld] == ["USA"]
    both = of_metal(store, "antimony", "USA", "RUS")
    assert (both.lost, both.at_least, both.total) == (32_000, True, 110_720)
    assert both.largest_after is not None and both.largest_after.at_least


def test_nothing_is_lost_without_a_removal(store: Store) -> None:
    found = of_metal(store, "tungsten")
    assert (found.lost, found.at_least, found.remaining) == (0, False, found.total)
    assert found.before == found.after and found.largest_before == found.largest_after


def test_a_country_that_is_not_named_has_no_output_only_where_the_table_names_all() -> None:
    rows = (row("AUS", 60), row("BOL", 30), row("CHN", 10))
    assert loss(table(*rows, world=100), {"FRA"}).lost == 0
    missing = loss(table(*rows, world=110), {"FRA"})
    assert (missing.lost, missing.at_least, missing.not_named) == (None, True, ("FRA",))
    others = loss(table(*rows, row("OTH", 0.2), world=100.2), {"FRA"})
    assert others.lost is None and others.after is not None and others.after.at_least
    unstated = loss(table(*rows, row("OTH", None), world=100), {"FRA"})
    assert unstated.lost is None


def test_a_range_counts_with_its_lower_end_and_an_upper_bound_with_nothing() -> None:
    rows = (row("AUS", 60), row("BOL", 30), row("CHN", None, low=5.0, high=9.0), row("USA", 4, qualifier="<"))
    found = loss(table(*rows, world=100), {"CHN", "BOL"})
    assert (found.lost, found.at_least, found.remaining) == (35, True, 65)
    bound = loss(table(*rows, world=100), {"USA"})
    assert (bound.lost, bound.at_least) == (None, True)


def test_the_flag_of_a_loss_is_that_of_the_removed_rows_and_of_shares_also_that_of_the_total() -> None:
    rows = (row("AUS", 60, "e"), row("BOL", 30), row("CHN", 10, "p"))
    assert loss(table(*rows, world=100), {"BOL"}).flag is None
    assert loss(table(*rows, world=100), {"CHN"}).flag == "p"
    assert loss(table(*rows, world=100), {"CHN", "AUS"}).flag == "e"
    estimated = loss(table(*rows, world=100, world_flag="e"), {"BOL"})
    assert (estimated.flag, estimated.total_flag) == (None, "e")


def test_a_partial_table_has_a_loss_and_no_rank() -> None:
    found = loss(table(row("AUS", 60), row("BOL", 30), world=100), {"AUS"})
    assert (found.lost, found.lost_pct, found.remaining) == (60, 60, 40)
    assert (found.largest_before, found.largest_after, found.before, found.after) == (None,) * 4


def test_without_a_world_total_only_the_amount_is_known() -> None:
    found = loss(table(row("AUS", 60), row("BOL", 30)), {"AUS"})
    assert (found.lost, found.lost_pct, found.remaining, found.total_is_sum) == (60, None, None, False)


def test_where_nothing_remains_there_is_no_rank() -> None:
    rows = (row("AUS", 60), row("BOL", 30), row("CHN", 10))
    found = loss(table(*rows, world=100), {"AUS", "BOL", "CHN"})
    assert (found.lost_pct, found.remaining, found.largest_after, found.after) == (100, 0, None, None)


def test_the_largest_is_uncertain_where_more_is_unnamed() -> None:
    rows = (row("AUS", 60), row("BOL", 10), row("CHN", 5))
    found = loss(table(*rows, world=100), {"AUS"})
    assert found.largest_before is not None and not found.largest_before.is_uncertain
    assert found.largest_after is not None and found.largest_after.is_uncertain


def test_two_countries_with_the_same_output_are_both_the_largest() -> None:
    rows = (row("AUS", 60), row("BOL", 20), row("CHN", 20))
    found = loss(table(*rows, world=100), {"AUS"})
    assert found.largest_after is not None
    assert [r.country_id for r in found.largest_after.rows] == ["BOL", "CHN"]
    assert (found.largest_after.share_pct, found.is_more_concentrated) == (50, True)


def test_a_bound_does_not_say_whether_concentration_rises() -> None:
    rows = (row("AUS", 60), row("BOL", 20), row("CHN", 10))
    found = loss(table(*rows, world=100), {"AUS"})
    assert found.before is not None and found.before.at_least and found.is_more_concentrated is None


def test_the_index_over_the_rest_leaves_out_what_is_removed() -> None:
    rows = (row("AUS", 50), row("BOL", 30), row("CHN", 20))
    index = concentration(table(*rows, world=100), {"AUS"})
    assert index is not None and index.hhi == pytest.approx(60**2 + 40**2) and not index.at_least

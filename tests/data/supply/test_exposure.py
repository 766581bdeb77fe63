"""The ranking of what an origin controls by the imports of a buyer, on the frozen edition."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.exposure import (
    NO_BUYER,
    NO_EXPORT,
    NO_HEADING,
    NO_YEAR,
    NOT_A_BUYER,
    NOT_CONTROLLED,
    NOT_NAMED,
    OTHER_FORM,
    RANKED,
    STATES,
    Exposure,
    exposure,
    exposures,
)

DAY = date(2026, 11, 27)
GERMANY = Context(DAY, "CHN", "DEU")


def ranking(store: Store, context: Context) -> list[tuple[str, str, int, float]]:
    """Return metal, heading, year and share of tonnage of what is ranked."""
    rows = []
    for row in exposures(store, context).ranked:
        assert row.leading is not None and row.leading.total is not None
        assert row.leading.share_pct is not None
        rows.append((row.metal_id, row.leading.code.hs_code, row.leading.total.year, row.leading.share_pct))
    return rows


def of(store: Store, metal_id: str, context: Context = GERMANY) -> Exposure:
    found = exposure(store, metal_id, context)
    assert found is not None
    return found


def test_germany_is_ranked_by_the_share_of_tonnage_in_the_last_usable_year(store: Store) -> None:
    assert ranking(store, GERMANY) == [
        ("rare-earths", "280530", 2024, 89.12),
        ("bismuth", "810600", 2024, 85.04),
        ("graphite", "250410", 2024, 31.85),
        ("tungsten", "810110", 2024, 6.78),
        ("antimony", "261710", 2024, 0.0),
    ]


def test_outliers_and_thin_records_give_way_to_an_earlier_year(store: Store) -> None:
    """The Union: 2024 is thin (NLD), 280530 is an outlier in 2023."""
    found = ranking(store, replace(GERMANY, destination="EUU"))
    assert found[:2] == [("rare-earths", "280530", 2022, 95.48), ("bismuth", "810600", 2023, 89.24)]
    (compounds,) = [
        h
        for h in of(store, "rare-earths", replace(GERMANY, destination="EUU")).headings
        if h.code.hs_code == "284690"
    ]
    assert compounds.total is not None and (compounds.total.year, compounds.share_pct) == (2023, 77.2)


def test_only_forms_that_a_measure_in_force_covers_count(store: Store) -> None:
    molybdenum = of(store, "molybdenum")
    assert (molybdenum.state, molybdenum.leading) == (OTHER_FORM, None)
    (ore,) = molybdenum.headings
    assert (ore.covers, [c.row.measure_id for c in ore.coverage]) == ("no", ["cn-2025-10"])
    graphite = of(store, "graphite")
    assert [(h.code.hs_code, h.covers) for h in graphite.headings] == [("250410", "part"), ("250490", "no")]
    # Lump graphite comes 94.2 % from China, which does not count.
    assert graphite.leading is not None and graphite.leading.share_pct == 31.85


def test_a_heading_in_an_older_entry_counts_for_a_metal_under_licence(store: Store) -> None:
    """Tungsten powder is in entry 1C111.b.1.f of 2002, not among the items of Announcement 10 of 2025."""
    leading = of(store, "tungsten").leading
    assert leading is not None and [c.row.measure_id for c in leading.coverage] == ["cn-2002-361"]
    before = of(store, "tungsten", replace(GERMANY, as_of=date(2025, 2, 3)))
    assert before.state == NOT_CONTROLLED


def test_all_others_follow_without_a_figure(store: Store) -> None:
    found = exposures(store, GERMANY)
    assert len(found.rows) == len(store.metals)
    places = [STATES.index(row.state) for row in found.rows]
    assert places == sorted(places)
    gallium = of(store, "gallium")
    assert (gallium.state, gallium.headings, gallium.leading) == (NO_HEADING, (), None)
    assert of(store, "copper").state == NOT_CONTROLLED
    assert all(row.leading is None for row in found.rows if row.state != RANKED)


def test_controlled_metals_and_those_with_a_heading_of_their_own_are_counted(store: Store) -> None:
    """To Germany: 15 of the metals of this edition under licence or ban, 6 with a heading."""
    found = exposures(store, GERMANY)
    assert [row.metal_id for row in found.with_heading] == [
        "rare-earths",
        "bismuth",
        "graphite",
        "tungsten",
        "antimony",
        "molybdenum",
    ]
    assert len(found.controlled) == 15


def test_a_member_has_the_headings_of_its_group_and_no_rank(store: Store) -> None:
    dysprosium = of(store, "dysprosium")
    assert (dysprosium.state, dysprosium.group, dysprosium.leading) == (NO_HEADING, "rare-earths", None)
    assert dysprosium.headings[0].state == RANKED and dysprosium.headings[0].share_pct == 89.12
    # On 12 Jan 2027 a licence on ores bearing neodymium is in force; no licence covers its metal.
    neodymium = of(store, "neodymium", replace(GERMANY, as_of=date(2027, 1, 12)))
    assert (neodymium.state, [h.covers for h in neodymium.headings]) == (NO_HEADING, ["no", "no"])


def test_paused_measures_do_not_count_and_presumed_ones_do(store: Store) -> None:
    assert of(store, "holmium").state == NOT_CONTROLLED
    holmium = of(store, "holmium", replace(GERMANY, as_of=date(2027, 1, 12)))
    assert holmium.state == NO_HEADING
    leading = holmium.headings[0]
    assert leading.presumed and [c.row.measure_id for c in leading.coverage] == ["cn-2025-57"]
    dysprosium = of(store, "dysprosium", replace(GERMANY, as_of=date(2027, 1, 12)))
    assert not dysprosium.headings[0].presumed


def test_the_refusal_to_the_united_states_is_presumed_after_its_pause(store: Store) -> None:
    usa = Context(date(2026, 11, 27), "CHN", "USA")
    paused, again = of(store, "antimony", usa), of(store, "antimony", replace(usa, as_of=date(2026, 11, 28)))
    assert paused.leading is not None and again.leading is not None
    assert [c.row.measure_id for c in paused.leading.coverage] == ["cn-2024-33"]
    assert [(c.row.measure_id, c.presumed) for c in again.leading.coverage] == [
        ("cn-2024-46-2a", True),
        ("cn-2024-33", False),
    ]
    assert not again.leading.presumed


def test_military_users_have_the_imports_of_their_country_and_their_own_measures(store: Store) -> None:
    military = of(store, "bismuth", replace(GERMANY, destination="USA-MIL"))
    assert military.buyer == "USA" and military.leading is not None
    assert military.leading.coverage[0].row.measure_id == "cn-2024-46-1b"
    assert military.leading.share_pct == 42.21


def test_another_origin_is_ranked_where_it_is_named(store: Store) -> None:
    """Indonesia bans copper concentrate and nickel ore; 7.52 % and 5.53 % of Germany's imports come from it."""
    indonesia = Context(date(2025, 3, 1), "IDN", "DEU")
    assert ranking(store, indonesia) == [("copper", "260300", 2024, 7.52), ("nickel", "260400", 2024, 5.53)]
    tin = of(store, "tin", indonesia)
    assert (tin.state, tin.headings[0].share_pct) == (NOT_NAMED, None)


def test_a_heading_without_a_usable_year_has_no_share(store: Store) -> None:
    """All rows of mercury to Japan are outliers."""
    mercury = of(store, "mercury", Context(date(2025, 3, 1), "USA", "JPN"))
    assert mercury.state == NO_YEAR and mercury.headings[0].has_rows
    assert mercury.headings[0].share is None and mercury.headings[0].total is None


@pytest.mark.parametrize(
    ("origin", "destination", "gap"),
    [
        ("CHN", "ALL", NO_BUYER),
        ("CHN", "AFG", NOT_A_BUYER),
        ("CHN", "CHN", NO_EXPORT),
        ("EUU", "DEU", NO_EXPORT),
        ("CHN", "DEU", ""),
        ("CHN", "JPN-MIL", ""),
    ],
)
def test_there_is_a_ranking_only_for_buyers_on_file(
    store: Store, origin: str, destination: str, gap: str
) -> None:
    context = Context(DAY, origin, destination)
    found = exposures(store, context)
    assert found.gap == gap and bool(found.rows) is not bool(gap)
    assert (exposure(store, "bismuth", context) is None) is bool(gap)

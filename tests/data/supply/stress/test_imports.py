"""Imports from removed countries, worked out by hand from tests/edition/buyer_imports.csv."""

import pytest

from explorer.data.store import Store
from explorer.data.supply.stress.imports import (
    IMPORTED,
    LABELLED_ONLY,
    NO_HEADING,
    NOT_IMPORTED,
    NOT_NAMED,
    BuyerFacts,
    HeadingImports,
)
from explorer.data.supply.stress.removal import removal_of

FLAKES = "250410"


def heading(store: Store, buyer: str, code: str, metal_id: str, *places: str) -> HeadingImports:
    facts = BuyerFacts(store, buyer, removal_of(store, places).countries)
    return next(h for h in facts.imports(store.metal(metal_id)).headings if h.code.hs_code == code)


def test_graphite_to_germany_from_china(store: Store) -> None:
    """HS 250410, 2024: China 14,909.92 of 46,814.744 t and 16,571.168 of 54,386.229 thousand USD."""
    found = heading(store, "DEU", FLAKES, "graphite", "CHN")
    assert found.state == IMPORTED and found.total is not None
    assert (found.total.year, found.is_preliminary, found.at_least) == (2024, True, False)
    assert found.of_tonnage == 31.85
    assert found.of_value == pytest.approx(100 * 16571.168 / 54386.229)
    assert found.upper_of_tonnage == pytest.approx(31.85 + (found.total.share_hkg_pct or 0))


def test_shares_of_several_countries_are_added_under_one_heading(store: Store) -> None:
    found = heading(store, "DEU", FLAKES, "graphite", "CHN", "MDG")
    assert found.of_tonnage == pytest.approx(31.85 + 19.67) and not found.at_least
    assert found.of_value == pytest.approx(100 * (16571.168 + 9719.143) / 54386.229)


def test_a_country_that_is_not_named_makes_the_share_a_minimum(store: Store) -> None:
    found = heading(store, "DEU", FLAKES, "graphite", "CHN", "USA")
    assert (found.of_tonnage, found.at_least, found.not_named) == (31.85, True, ("USA",))


def test_a_country_that_is_not_named_has_no_share_of_zero(store: Store) -> None:
    found = heading(store, "DEU", FLAKES, "graphite", "USA")
    assert (found.state, found.of_tonnage, found.of_value) == (NOT_NAMED, None, None)
    assert found.upper_of_tonnage is None and found.upper_of_value is None


def test_a_share_is_zero_only_where_all_suppliers_are_named(store: Store) -> None:
    zeros = 0
    for buyer in store.buyers:
        facts = BuyerFacts(store, buyer, {"ISL"})
        for metal in store.metals.values():
            for found in facts.imports(metal).headings:
                if found.state == NOT_IMPORTED and found.total is not None:
                    zeros += 1
                    rows = store.buyer_imports(buyer, found.code.metal_ids[0])
                    named = [
                        r.partner
                        for r in rows
                        if (r.hs_code, r.year) == (found.code.hs_code, found.total.year)
                    ]
                    assert "OTH" not in named and len(named) == found.total.suppliers
    assert zeros


def test_the_union_does_not_count_trade_among_its_members(store: Store) -> None:
    facts = BuyerFacts(store, "EUU", {"DEU"})
    states = {h.state for metal in store.metals.values() for h in facts.imports(metal).headings}
    assert NOT_IMPORTED not in states


def test_a_metal_without_a_heading_is_not_covered(store: Store) -> None:
    found = BuyerFacts(store, "DEU", {"CHN"}).imports(store.metal("gallium"))
    assert (found.state, found.leading) == (NO_HEADING, None)


def test_magnesite_is_never_shown_as_the_supply_of_magnesium(live_store: Store) -> None:
    """HS 251910 is all that is on file for magnesium, and is labelled: it stays in the list and decides nothing."""
    found = BuyerFacts(live_store, "DEU", {"CHN"}).imports(live_store.metal("magnesium"))
    assert [(h.code.hs_code, h.code.form, h.code.use) for h in found.headings] == [
        ("251910", "magnesite", "labelled")
    ]
    assert (found.state, found.leading) == (LABELLED_ONLY, None)


def test_a_heading_that_matches_poorly_never_leads(live_store: Store) -> None:
    """Vanadium has its oxide (HS 282530) and, labelled, ferro-vanadium, of which some buyers import more."""
    for buyer in live_store.buyers:
        facts = BuyerFacts(live_store, buyer, {"CHN"})
        for metal in live_store.metals.values():
            found = facts.imports(metal)
            uses = [h.code.use for h in found.headings]
            assert uses == sorted(uses, key=("yes", "labelled").index)
            assert found.leading is None if "yes" not in uses else found.leading == found.headings[0]
        vanadium = facts.imports(live_store.metal("vanadium")).leading
        assert vanadium is not None and vanadium.code.hs_code == "282530"


def test_a_member_has_the_headings_of_its_group(store: Store) -> None:
    found = BuyerFacts(store, "DEU", {"CHN"}).imports(store.metal("holmium"))
    assert found.owner == "rare-earths" and found.headings

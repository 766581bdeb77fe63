"""What a customs heading contains beside its share of imports, from tests/edition/buyer_codes.csv."""

from explorer.data.store import Store
from explorer.data.supply.stress.imports import BuyerFacts, HeadingImports
from explorer.data.supply.stress.removal import removal_of
from explorer.data.supply.stress.texts import import_shares_text, imports_text


def heading(store: Store, metal_id: str, code: str) -> HeadingImports:
    facts = BuyerFacts(store, "DEU", removal_of(store, ["CHN"]).countries)
    return next(h for h in facts.imports(store.metal(metal_id)).headings if h.code.hs_code == code)


def test_a_heading_with_more_than_the_material_says_so_with_the_note_on_its_total(store: Store) -> None:
    """HS 810510, cobalt, is of mixed scope; the note of 2024 names the hubs BEL 16 % and NLD 11 %."""
    cobalt = heading(store, "cobalt", "810510")
    assert import_shares_text(cobalt).endswith(" of value; forms of very different content or price")
    assert imports_text(cobalt).endswith(
        "; forms of very different content or price (HS 810510, intermediates and metal, 2024, preliminary); "
        "re-export hubs: Belgium 16 %, Netherlands 11 %"
    )


def test_a_heading_of_the_material_only_has_its_shares_only(store: Store) -> None:
    """HS 250410 is natural graphite alone, not labelled, and its total of 2024 has no note."""
    flakes = imports_text(heading(store, "graphite", "250410"))
    assert "trade" not in flakes and flakes.endswith("(HS 250410, powder or flakes, 2024, preliminary)")

"""Claims with their figures as a reader sees them."""

import pytest

from explorer.data.claims import checked_claim
from explorer.data.store import Store
from explorer.errors import NotFound


@pytest.mark.parametrize(
    ("claim_id", "claimed", "found", "as_of"),
    [
        ("25-rare-metals", "25 metals", "5 metals", "4 Feb 2025"),
        (
            "antimony-price-2024",
            "13\u202f000 to 38\u202f000 USD/t",
            "12\u202f000 to 39\u202f750 USD/t",
            "31 Dec 2024",
        ),
        ("perpetua-2028", "2028", "2028", "22 May 2026"),
        ("tungsten-etc-4-feb-2025", "4 Feb 2025", "4 Feb 2025", "4 Feb 2025"),
        (
            "controls-issued-aug-2023",
            "Aug 2023",
            "announced 3 Jul 2023; effective 1 Aug 2023",
            "1 Aug 2023",
        ),
        ("us-antimony-china-63", "63 %", "55 %", "2021 to 2024"),
        ("us-tens-of-billions", "tens of billions", "12 billion USD", "Feb 2026"),
        ("cdte-exports-plus-1-87", "1.87 %", "", "2024"),
        ("bloomberg-precedent", "", "", "24 Nov 2026"),
    ],
)
def test_figures_have_their_unit_and_dates_are_in_words(
    live_store: Store, claim_id: str, claimed: str, found: str, as_of: str
) -> None:
    checked = checked_claim(live_store, claim_id)
    assert (checked.claimed, checked.found, checked.as_of) == (claimed, found, as_of)


def test_a_claim_names_its_metals(store: Store) -> None:
    checked = checked_claim(store, "25-rare-metals")
    assert {m.metal_id for m in checked.metals} <= {
        "tungsten",
        "tellurium",
        "bismuth",
        "molybdenum",
        "indium",
    }
    assert checked.claim.verdict == "misleading"


def test_every_claim_on_file_can_be_shown(store: Store) -> None:
    for claim in store.claims:
        assert checked_claim(store, claim.claim_id).claim is claim


def test_an_unknown_claim_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="No claim with the ID “nothing”"):
        checked_claim(store, "nothing")

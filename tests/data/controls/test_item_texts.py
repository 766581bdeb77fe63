"""Items in words: which codes come first, which are unknown, and what is not said twice."""

from datetime import date

from msgspec.structs import replace

from explorer.data.controls.item_texts import code_texts, described, no_annex
from tests.data.builders import code, item, measure


def test_codes_that_have_ended_come_last():
    """Codes of gallium nitride changed with the tariff of 2026."""
    thing = item(codes=(code("3818009001", "2023-08-01", "2025-12-31"), code("3818009020", "2026-01-01")))
    rule = measure(effective="2023-08-01")
    assert code_texts(thing, rule, date(2026, 11, 27)) == ["3818.00.9020", "3818.00.9001 until 31 Dec 2025"]


def test_items_of_an_annex_that_was_not_read_are_counted():
    unread, read = replace(item(), code_basis="not seen"), item(codes=("2805301900",))
    assert no_annex([read]) == ""
    assert no_annex([unread, read]) == "The codes of 1 item are unknown: its annex is not available to us."
    assert no_annex([unread, unread]).startswith("The codes of 2 items are unknown")


def test_a_description_beside_codes_does_not_repeat_that_none_is_given():
    thing = replace(item(), description="Erbium targets (no customs code given)")
    assert described(thing, with_codes=True) == "Erbium targets"
    assert described(thing) == thing.description

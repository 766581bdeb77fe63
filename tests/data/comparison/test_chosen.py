"""Which metals are compared: names in any form, suggestions while typing, and those controlled first."""

from datetime import date

import pytest

from explorer.data.comparison.chosen import MOST_METALS, ids_of, read_metals, text_of
from explorer.data.comparison.controlled import controlled_first
from explorer.data.comparison.suggestions import offered_metals, suggested_metals
from explorer.data.context import Context
from explorer.errors import KnownError, NotFound


def test_names_symbols_and_characters_are_read_once_each(store):
    assert read_metals(store, ["Ga", "", "钨", "gallium"]) == ("gallium", "tungsten")
    assert ids_of(text_of(("gallium", "tungsten"))) == ("gallium", "tungsten")
    assert ids_of("") == ()


def test_an_unknown_name_and_too_many_are_refused(store):
    with pytest.raises(NotFound, match="unobtainium"):
        read_metals(store, ["unobtainium"])
    with pytest.raises(KnownError, match="At most 8 metals can be compared"):
        read_metals(store, list(store.metals)[: MOST_METALS + 1])


@pytest.mark.parametrize(
    ("text", "first", "certain"),
    [("ga", "gallium", True), ("W", "tungsten", True), ("锑", "antimony", True), ("plat", "platinum", False)],
)
def test_a_metal_is_suggested_by_any_of_its_names(store, text, first, certain):
    found = suggested_metals(store, text)
    assert found.place_ids[0] == first and found.certain is certain


def test_without_a_text_all_are_offered_and_none_is_certain(store):
    assert suggested_metals(store, " ").place_ids == tuple(store.metals)
    assert not suggested_metals(store, "").certain and not suggested_metals(store, "qqq").place_ids
    assert [place.place_id for place in offered_metals(store)] == list(store.metals)


def test_the_metals_controlled_first_have_begun(store):
    found = controlled_first(store, Context(date(2023, 12, 31), "CHN", "USA"), 8)
    assert {"gallium", "germanium"} <= set(found) and "antimony" not in found
    assert controlled_first(store, Context(date(2023, 12, 31), "CHN", "CHN"), 8) == ()

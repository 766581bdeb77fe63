"""Traditional characters, in the vocabulary of questions and in names of places."""

import pytest

from explorer.data.finding.place_lookup import PlaceLookup
from explorer.data.finding.traditional import simplified
from explorer.data.store import Store


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("鎵可以出口到日本嗎", "镓可以出口到日本吗"),
        ("銻的出口禁令暫停到什麼時候", "锑的出口禁令暂停到什么时候"),
        ("矽", "硅"),
        ("镓 may go to Japan", "镓 may go to Japan"),
    ],
)
def test_a_text_has_simplified_characters_in_the_same_places(typed: str, meant: str) -> None:
    assert simplified(typed) == meant


def test_the_name_of_every_metal_stays_as_it_is(live_store: Store) -> None:
    for metal in live_store.metals.values():
        assert simplified(metal.name_zh) == metal.name_zh


def test_traditional_names_of_places_are_found_by_their_simplified_characters(live_store: Store) -> None:
    lookup = PlaceLookup.of(live_store)
    for name, place in (("韓國", "KOR"), ("紐西蘭", "NZL"), ("台灣", "TWN"), ("德國", "DEU")):
        assert lookup.destinations(simplified(name)) == (place,)

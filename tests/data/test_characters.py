"""Traditional and Japanese forms of Chinese characters, in questions and in names."""

import pytest

from explorer.data.characters import simplified, unified
from explorer.data.finding.place_lookup import PlaceLookup
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


@pytest.mark.parametrize(
    ("written", "unified_form"),
    [
        ("漢翔航空工業", "汉翔航空工业"),
        ("國際造船", "国际造船"),
        ("滬電股份", "沪电股份"),
        ("広沢鉄鋼", "广泽铁钢"),
        ("エンジン", "エンジン"),
        ("Boeing", "Boeing"),
    ],
)
def test_a_character_has_one_form_in_chinese_and_japanese(written: str, unified_form: str) -> None:
    assert unified(written) == unified_form
    assert unified(unified_form) == unified_form

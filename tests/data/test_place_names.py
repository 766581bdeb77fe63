"""The names of places: those on file, and the suggestions for a beginning."""

import pytest

from explorer.data.place_names import OTHER_LANGUAGES, SHORT_FORMS, PlaceNames, all_names, meanings
from explorer.data.places import ALL, FORMER_STATES, NO_PLACE, destinations, origins
from explorer.data.spelling import fold
from explorer.data.store import Store
from explorer.data.words import MILITARY_DESTINATIONS, military_users

SPECIAL = {ALL: "all destinations"} | {m: military_users(m) for m in MILITARY_DESTINATIONS}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("The Bahamas", "BAHAMAS"),
        ("U.S.A.", "usa"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("St. Lucia", "Saint Lucia"),
        ("Großbritannien", "GROSSBRITANNIEN"),
        ("İsrail", "israil"),
        ("Polska Łódź", "polska lodz"),
        ("ｶﾞｰﾅ", "ガーナ"),
        ("Ger\u00admany\u200e", "germany"),
    ],
)
def test_names_that_compare_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_an_accent_of_japanese_is_part_of_a_letter() -> None:
    assert fold("ガーナ") != fold("カーナ")


def test_every_place_is_found_by_its_own_names(live_store: Store) -> None:
    for country in live_store.countries.values():
        for name in (country.country_id, country.name_en, country.name_zh):
            if name:
                assert meanings(live_store, name, SPECIAL) == (country.country_id,), name


def test_other_names_belong_to_places_of_the_data(live_store: Store) -> None:
    known = {*live_store.countries, *SPECIAL}
    named = {i for i, names in all_names(live_store, SPECIAL).items() if len(names) > 3}
    assert named <= known
    assert len(named) > 240


def test_every_name_in_another_language_finds_its_place_or_is_ambiguous(live_store: Store) -> None:
    for place_id, names in all_names(live_store, SPECIAL).items():
        for name in names:
            assert place_id in meanings(live_store, name, SPECIAL), name


def test_former_states_have_no_name_of_a_present_one(live_store: Store) -> None:
    present = {
        name for i, names in all_names(live_store, {}).items() if i not in FORMER_STATES for name in names
    }
    for state in FORMER_STATES & set(live_store.countries):
        assert not present & set(all_names(live_store, {})[state])


def test_the_files_are_two() -> None:
    assert {SHORT_FORMS, OTHER_LANGUAGES} == {"short_forms.json", "cldr_names.json"}


@pytest.fixture(scope="module")
def names(store: Store) -> PlaceNames:
    return PlaceNames(store, destinations(store))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("us", "USA"),
        ("Deutsch", "DEU"),
        ("deutschland", "DEU"),
        ("德国", "DEU"),
        ("germ", "DEU"),
        ("All dest", "ALL"),
        ("usa m", "USA-MIL"),
        ("Corea del S", "KOR"),
        ("niger", "NER"),
        ("Türke", "TUR"),
        ("chin", "CHN"),
    ],
)
def test_a_text_for_one_place_only_is_certain(names: PlaceNames, typed: str, first: str) -> None:
    found = names.suggest(typed)
    assert (found.place_ids[0], found.certain) == (first, True)


@pytest.mark.parametrize(
    ("typed", "some"),
    [
        ("uni", {"USA", "GBR", "ARE"}),
        ("aust", {"AUS", "AUT"}),
        ("korea", {"KOR", "PRK"}),
        ("Corea", {"KOR", "PRK"}),
        ("congo", {"COD", "COG"}),
        ("roc", {"TWN", "CHN", "COG"}),
        ("south", {"ZAF", "KOR", "SSD"}),
    ],
)
def test_a_text_for_several_places_is_never_certain(names: PlaceNames, typed: str, some: set[str]) -> None:
    found = names.suggest(typed)
    assert some <= set(found.place_ids) and not found.certain


@pytest.mark.parametrize("typed", ["", "  ", "zzzz", "?", "\u200f"])
def test_a_text_that_begins_no_name_suggests_nothing(names: PlaceNames, typed: str) -> None:
    found = names.suggest(typed)
    assert found.place_ids == () and not found.certain


def test_a_word_that_is_being_typed_is_not_taken_for_a_short_form(names: PlaceNames) -> None:
    """`St` stands for Saint in a name, but is also the beginning of `States`."""
    for typed in ("United S", "United St", "United Sta"):
        found = names.suggest(typed)
        assert found.place_ids[0] == "USA" and found.certain
    assert "LCA" in names.suggest("St").place_ids
    assert names.suggest("St Lucia").place_ids[0] == "LCA"


def test_a_word_inside_a_name_is_found_and_is_not_certain(names: PlaceNames) -> None:
    found = names.suggest("stan")
    assert {"KAZ", "UZB"} <= set(found.place_ids) and not found.certain
    assert "RUS" not in names.suggest("us").place_ids


def test_one_ideograph_is_found_inside_names(names: PlaceNames) -> None:
    assert "DEU" in names.suggest("德").place_ids
    assert "KOR" in names.suggest("韩").place_ids


def test_places_outside_the_list_are_not_suggested(names: PlaceNames, store: Store) -> None:
    offered = {p.place_id for p in destinations(store)}
    for typed in ("so", "east", "w", "soviet", "world"):
        assert set(names.suggest(typed).place_ids) <= offered - NO_PLACE
    controlling = PlaceNames(store, origins(store))
    assert "KOR" not in controlling.suggest("Brazil").place_ids
    assert not controlling.suggest("Liechtenstein").certain

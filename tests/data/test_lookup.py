"""From what is typed to a metal or a place."""

import pytest

from explorer.data.lookup import find_destination, find_jurisdiction, find_metal, normalised, toneless
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound


@pytest.mark.parametrize("text", ["gallium", "Gallium", "GALLIUM", "ga", "Ga", "镓", " gallium ", "ＧＡ"])
def test_a_metal_by_any_of_its_names(store: Store, text: str) -> None:
    assert find_metal(store, text).metal_id == "gallium"


def test_other_spellings_and_pinyin(store: Store) -> None:
    assert find_metal(store, "Caesium").metal_id == "cesium"
    assert find_metal(store, "wolfram").metal_id == "tungsten"
    assert find_metal(store, "wū").metal_id == "tungsten"


def test_american_and_older_spellings_find_the_metal_that_ships(live_store: Store) -> None:
    assert find_metal(live_store, "aluminum").metal_id == "aluminium"
    assert find_metal(live_store, "Columbium").metal_id == "niobium"


def test_every_metal_is_found_by_id_symbol_and_names(store: Store) -> None:
    for metal in store.metals.values():
        for text in (metal.metal_id, metal.symbol, metal.name_en.upper(), metal.name_zh):
            if text:
                assert find_metal(store, text).metal_id == metal.metal_id, text


def test_a_symbol_goes_before_a_pronunciation(store: Store) -> None:
    assert find_metal(store, "ga").metal_id == "gallium"  # gá is gadolinium


def test_an_unknown_metal_names_the_nearest(store: Store) -> None:
    with pytest.raises(NotFound, match=r"No metal is called “galium”; did you mean Gallium"):
        find_metal(store, "galium")
    with pytest.raises(NotFound, match=r"No metal is called “qqqq”; `minor-metals list`"):
        find_metal(store, "qqqq")
    with pytest.raises(NotFound):
        find_metal(store, "")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("USA", "USA"),
        ("usa", "USA"),
        ("United States", "USA"),
        ("US", "USA"),
        ("Germany", "DEU"),
        ("deu", "DEU"),
        ("德国", "DEU"),
        ("eu", "EUU"),
        ("European Union", "EUU"),
        ("all", "ALL"),
        ("usa-mil", "USA-MIL"),
        ("JPN-MIL", "JPN-MIL"),
        ("Japanese military users", "JPN-MIL"),
    ],
)
def test_a_destination(store: Store, text: str, place: str) -> None:
    assert find_destination(store, text) == place


@pytest.mark.parametrize("text", ["WLD", "OTH", "World total", "", "XYZ", "CHN-MIL", "U"])
def test_what_is_no_destination(store: Store, text: str) -> None:
    with pytest.raises(KnownError, match="is no destination"):
        find_destination(store, text)


def test_a_wrong_destination_names_the_nearest(store: Store) -> None:
    with pytest.raises(KnownError, match=r"“Germny” is no destination; did you mean DEU \(Germany\)"):
        find_destination(store, "Germny")
    with pytest.raises(KnownError, match=r"USA-MIL"):
        find_destination(store, "US-MIL")


def test_a_jurisdiction_is_a_country_and_nothing_else(store: Store) -> None:
    assert find_jurisdiction(store, "china") == "CHN"
    assert find_jurisdiction(store, "EU") == "EUU"
    for text in ("ALL", "USA-MIL", "WLD", "nowhere"):
        with pytest.raises(KnownError, match="is no controlling country"):
            find_jurisdiction(store, text)


def test_an_unknown_place_is_no_matter_of_not_found(store: Store) -> None:
    with pytest.raises(KnownError) as caught:
        find_destination(store, "zzz")
    assert not isinstance(caught.value, NotFound)


def test_normalised_and_toneless() -> None:
    assert normalised("  Ｇａ\tLLium ") == "ga llium"
    assert toneless("lǚ") == "lu"
    assert toneless("jiā") == "jia"

"""Origins and destinations of exports."""

import pytest

from explorer.data.controls.headline import headline
from explorer.data.controls.pill import pill
from explorer.data.places import not_an_export, origins
from explorer.data.store import Store
from tests.data.controls.test_headline import status

STAY = [
    ("CHN", "CHN", "from China to China are not exports"),
    ("USA", "USA-MIL", "from the United States to US military users are not exports"),
    ("JPN", "JPN-MIL", "from Japan to Japanese military users are not exports"),
    ("DEU", "FRA", "do not leave the European Union"),
    ("EUU", "DEU", "do not leave the European Union"),
    ("DEU", "EUU", "do not leave the European Union"),
    ("EUU", "EUU", "from the European Union to the European Union are not exports"),
]


@pytest.mark.parametrize(("origin", "to", "words"), STAY)
def test_goods_that_are_not_exported_have_a_sentence(store: Store, origin: str, to: str, words: str) -> None:
    sentence = not_an_export(store, origin, to)
    assert words in sentence and sentence.endswith("choose another origin or destination.")
    asked = status(store, "mercury", "2026-01-01", to, origin)
    assert headline(store, asked).sentence == sentence
    assert pill(store, asked) == ("not an export", "none")


@pytest.mark.parametrize(
    ("origin", "to"),
    [
        ("CHN", "ALL"),
        ("CHN", "USA-MIL"),
        ("EUU", "ALL"),
        ("DEU", "CHN"),
        ("EUU", "GBR"),
        ("DEU", "USA-MIL"),
        ("USA", "JPN-MIL"),
    ],
)
def test_exported_goods_have_no_sentence(store: Store, origin: str, to: str) -> None:
    assert not_an_export(store, origin, to) == ""


def test_origins_are_the_jurisdictions_on_file_and_the_members_of_blocs(store: Store) -> None:
    found = [place.place_id for place in origins(store)]
    assert found[0] == "CHN"
    assert {"EUU", "DEU", "FRA", "USA", "IDN"} <= set(found)
    assert "GBR" not in found
    assert len(set(found)) == len(found)

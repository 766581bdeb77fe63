"""Destinations for which an origin is stricter than for all, worked out by hand from the notices."""

import pytest

from explorer.data.controls.headline import headline
from explorer.data.controls.stricter_destinations import stricter_destinations
from explorer.data.store import Store
from tests.data.controls.test_headline import status

CASES = [
    # metal, day, origin, stricter destinations with their headline
    ("gallium", "2024-12-02", "CHN", {}),
    ("gallium", "2024-12-10", "CHN", {"USA": "prohibition", "USA-MIL": "prohibition"}),
    # the refusal towards the United States is paused; the ban for Japanese military users has come
    ("gallium", "2026-11-27", "CHN", {"JPN-MIL": "prohibition", "USA-MIL": "prohibition"}),
    (
        "gallium",
        "2026-11-28",
        "CHN",
        {"USA": "prohibition", "JPN-MIL": "prohibition", "USA-MIL": "prohibition"},
    ),
    ("graphite", "2024-12-10", "CHN", {"USA-MIL": "prohibition"}),
    ("indium", "2026-11-27", "CHN", {"JPN-MIL": "prohibition", "USA-MIL": "prohibition"}),
    # a licence by the United States towards six destinations, none towards all
    (
        "beryllium",
        "2026-06-01",
        "USA",
        dict.fromkeys(("CHN", "HKG", "IND", "MAC", "TWN", "VNM"), "licence"),
    ),
    ("helium", "2026-11-24", "CHN", {}),
]


@pytest.mark.parametrize(("metal", "on", "origin", "expected"), CASES)
def test_stricter_destinations(
    store: Store, metal: str, on: str, origin: str, expected: dict[str, str]
) -> None:
    found = stricter_destinations(store, status(store, metal, on, "ALL", origin))
    assert {x.destination: x.status for x in found} == expected
    military = [x.destination.endswith("-MIL") for x in found]
    assert military == sorted(military)


def test_an_answer_for_one_destination_has_none(store: Store) -> None:
    assert stricter_destinations(store, status(store, "gallium", "2024-12-10", "JPN")) == ()


def test_the_sentence_names_them(store: Store) -> None:
    sentence = headline(store, status(store, "gallium", "2024-12-10")).sentence
    assert sentence.startswith("Allowed with a licence.")
    assert sentence.endswith(
        "Stricter for the United States (refusal in principle); US military users (ban)."
    )


@pytest.mark.parametrize(
    ("metal", "on", "to", "origin", "sentence"),
    [
        (
            "tin",
            "2027-01-01",
            "ALL",
            "CHN",
            (
                "Nothing in force. The term of the ordinary export licence requirement ended on 31 Dec 2026, and no "
                "replacement is on file. Note on file: “Annual catalogue; renewed each December”."
            ),
        ),
        (
            "gallium",
            "2026-01-01",
            "ALL",
            "IDN",
            "Nothing on file; some controls may exist.",
        ),
        (
            "copper",
            "2024-11-30",
            "DEU",
            "CHN",
            "Nothing on file; some controls may exist.",
        ),
        (
            "copper",
            "2024-12-01",
            "DEU",
            "CHN",
            (
                "Nothing on file; some controls may exist. Goods that are not on any list also need a "
                "licence where the exporter knows of an end use of concern (Order 792)."
            ),
        ),
        (
            "nickel",
            "2025-06-01",
            "ALL",
            "CHN",
            "Nothing in force for the metal itself. 2 special forms or compounds are controlled.",
        ),
        (
            "nickel",
            "2025-06-01",
            "USA-MIL",
            "CHN",
            "Nothing in force for the metal itself. 2 special forms or compounds are banned.",
        ),
    ],
)
def test_sentences_where_nothing_is_in_force(
    store: Store, metal: str, on: str, to: str, origin: str, sentence: str
) -> None:
    assert headline(store, status(store, metal, on, to, origin)).sentence == sentence

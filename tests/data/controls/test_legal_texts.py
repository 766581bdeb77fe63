"""Thresholds, official wording and named parties, against rows of the frozen edition read by hand."""

from explorer.data.controls.legal_records import LegalText, Listing, Party, Threshold
from explorer.data.controls.legal_texts import (
    parties_by_measure,
    texts_by_subject,
    threshold_text,
    thresholds_by_item,
)
from explorer.data.store import Store


def test_thresholds_belong_to_their_items(store: Store) -> None:
    found = thresholds_by_item(store)
    assert [(t.quantity, t.operator, t.value, t.unit) for t in found["cn-2024-33-1-3"]] == [
        ("purity", ">=", "99.99", "%")
    ]
    assert sum(map(len, found.values())) == len(store.rows(Threshold)) == store.count("thresholds")


def test_a_threshold_in_words() -> None:
    def words(operator: str, value: str, unit: str | None, joint: str = "all") -> str:
        return threshold_text(
            Threshold("i", "purity", operator, value, unit, joint, "notice", None, "high", ("s",))
        )

    assert words(">=", "99.99", "%") == "purity ≥ 99.99 %"
    assert words("<", "50", "1/cm2") == "purity < 50 1/cm2"
    assert words("range", "5 to 7", "A/cm2") == "purity 5 to 7 A/cm2"
    assert words("=", "1:500", None) == "purity 1:500"
    assert words(">=", "97", "%", "shape a of three") == "purity ≥ 97 % (shape a of three)"


def test_official_wording_belongs_to_items_measures_events_and_documents(store: Store) -> None:
    items = texts_by_subject(store, "item")
    (text,) = items["cn-2023-23-1-1"]
    assert (text.lang, text.official, text.complete) == ("zh", "yes", "yes")
    assert "金属镓" in text.text
    assert set(items) <= set(store.items)
    assert set(texts_by_subject(store, "measure")) <= set(store.measures)
    assert set(texts_by_subject(store, "instrument")) <= set(store.instruments)
    events = {f"{e.measure_id}|{e.date}|{e.event}" for m in store.measures.values() for e in m.events}
    assert set(texts_by_subject(store, "event")) <= events
    kinds = ("item", "measure", "event", "instrument")
    counted = sum(len(rows) for kind in kinds for rows in texts_by_subject(store, kind).values())
    assert counted == len(store.rows(LegalText))


def test_parties_belong_to_the_measures_that_name_them(store: Store) -> None:
    named = parties_by_measure(store)
    assert {x.party.party_id: x.listing.list_no for x in named["cn-2026-20"]} == {
        "fn-herstal": "1",
        "omnipol": "2",
        "hensoldt": "3",
        "excalibur-army": "4",
        "spaceknow-odstepny-zavod": "5",
        "vzlu-aerospace": "6",
        "fn-browning": "7",
    }
    assert all(store.measures[measure_id].reach == "parties" for measure_id in named)
    assert sum(map(len, named.values())) == len(store.rows(Listing))


def test_other_names_of_a_party_are_a_tuple(store: Store) -> None:
    (found,) = store.rows(Party, party_id="aerospace-industrial-development")
    assert found.aliases == (
        "Aerospace Industrial Development Corporation",
        "漢翔航空工業股份有限公司",
        "汉翔航空工业",
    )
    (plain,) = store.rows(Party, party_id="acsl")
    assert (plain.aliases, plain.name_zh, plain.country_id) == ((), "ACSL株式会社", "JPN")

"""The target of a search hit."""

from datetime import date

from explorer.data.dates import show
from explorer.data.finding.search import search
from explorer.data.finding.search_targets import measure_of, metal_of, sentence_of
from explorer.data.records import Hit

DAY = date(2026, 10, 8)


def hit_of(store, text: str, kind: str):
    """Return the first hit of a kind."""
    return next(h for h in search(store, text) if h.kind == kind)


def test_a_document_leads_to_the_metal_shown_where_it_targets_it(store):
    hit = hit_of(store, "2024-46", "instrument")
    assert metal_of(store, hit, "gallium") == "gallium"
    other = metal_of(store, hit, "copper")
    assert other in store.metals and other != "copper"
    measure = measure_of(store, hit, "antimony")
    assert measure.instrument_id == hit.key and measure.target("antimony") is not None


def test_a_metal_leads_to_itself_and_to_no_measure(store):
    hit = hit_of(store, "锑", "metal")
    assert metal_of(store, hit, "gallium") == "antimony"
    assert measure_of(store, hit, "antimony") is None


def test_an_item_leads_to_its_measure(store):
    hit = hit_of(store, "3C001", "item")
    measure = measure_of(store, hit, "")
    assert measure.measure_id == store.items[hit.key].measure_id
    assert metal_of(store, hit, "copper") == store.items[hit.key].metal_id


def test_a_source_leads_to_a_metal_that_uses_it(store):
    hit = hit_of(store, "Geological Survey", "source")
    found = metal_of(store, hit, "gallium")
    assert hit.key in store.sources_of(found)
    assert metal_of(store, hit, found) == found
    assert measure_of(store, hit, found) is None
    assert store.sources[hit.key].title in sentence_of(store, hit, DAY)


def test_a_claim_and_an_event_have_a_sentence(store):
    claim = hit_of(store, "25 rare metals", "claim")
    assert metal_of(store, claim, "gallium") == ""
    assert "misleading" in sentence_of(store, claim, DAY) and "control-list items" in sentence_of(
        store, claim, DAY
    )
    ((day, headline, metal_id), *_) = store.query(
        "SELECT date, headline, metal_id FROM market_events ORDER BY date"
    )
    event = next(h for h in search(store, day) if h.kind == "event" and h.metal_id == metal_id)
    assert sentence_of(store, event, DAY) == f"{show(day)}: {headline}"
    assert sentence_of(store, hit_of(store, "锑", "metal"), DAY) == ""


def test_a_party_has_a_sentence_on_the_notices_that_name_it(store):
    hit = Hit("party", "hensoldt", None, "Hensoldt AG", None)
    assert metal_of(store, hit, "gallium") == ""
    assert sentence_of(store, hit, DAY) == (
        "Hensoldt AG: named in Announcement 20 of 2026 (ban, listed on 24 Apr 2026; in force)."
    )

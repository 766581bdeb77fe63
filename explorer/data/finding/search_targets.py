"""The target of a search hit: a metal, a measure, or a sentence of its own."""

from datetime import date

from explorer.data.citation import cite
from explorer.data.controls.legal_records import Listing
from explorer.data.controls.legal_texts import listing_words
from explorer.data.dates import show
from explorer.data.records import Hit, Measure
from explorer.data.store import Store
from explorer.data.terms import verdict_word
from explorer.data.words import instrument_name, measure_kind
from explorer.language import gettext, paragraph


def metal_of(store: Store, hit: Hit, shown: str) -> str:
    """Return the metal of a hit, empty where it has none; of several metals, preferably the one shown."""
    if hit.kind == "source":
        return next((m for m in (shown, *store.metals) if hit.key in store.sources_of(m)), "")
    if hit.metal_id or hit.kind != "instrument":
        return hit.metal_id or ""
    named = [t.metal_id for m in _measures(store, hit) for t in m.targets]
    return shown if shown in named or not named else named[0]


def sentence_of(store: Store, hit: Hit, on: date) -> str:
    """Return the content of a hit that no view of a metal shows, on a day; empty where one does."""
    if hit.kind == "claim":
        claim = next(c for c in store.claims if c.claim_id == hit.key)
        verdict = verdict_word(claim.verdict)
        sentence = gettext("“{claim}”: {verdict}.").format(claim=claim.claim, verdict=verdict)
        return paragraph((sentence, claim.explanation))
    if hit.kind == "party":
        return _party_sentence(store, hit, on)
    if hit.kind == "event":
        day = show(hit.key.partition("|")[0])
        return gettext("{day}: {headline}").format(day=day, headline=hit.title)
    return cite(store.sources[hit.key]) if hit.kind == "source" else ""


def _party_sentence(store: Store, hit: Hit, on: date) -> str:
    """Return which notices name a party, with the day of each listing and its state."""
    notices = []
    for listing in store.rows(Listing, party_id=hit.key):
        measure = store.measures[listing.measure_id]
        name, kind = instrument_name(measure.instrument), measure_kind(measure)
        state = listing_words(listing, measure, on)
        entry = gettext("{notice} ({kind}, listed on {day}; {state})")
        notices.append(entry.format(notice=name, kind=kind, day=show(listing.listed), state=state))
    return gettext("{party}: named in {notices}.").format(party=hit.title, notices="; ".join(notices))


def measure_of(store: Store, hit: Hit, metal_id: str) -> Measure | None:
    """Return the measure of an item or document, preferably one on the metal."""
    if hit.kind == "item":
        return store.measures[store.items[hit.key].measure_id]
    return max(_measures(store, hit), key=lambda m: m.target(metal_id) is not None, default=None)


def _measures(store: Store, hit: Hit) -> list[Measure]:
    return [m for m in store.measures.values() if hit.kind == "instrument" and m.instrument_id == hit.key]

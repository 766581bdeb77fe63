"""The answer on whether a company is on the lists of named companies."""

from explorer.data.controls.legal_records import Listing, Party
from explorer.data.controls.legal_texts import listing_words
from explorer.data.dates import first_day, show
from explorer.data.finding.questions.answers.answer import Answer, with_warning
from explorer.data.finding.questions.party_questions import parties_like, parties_named
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import FILTER, OPEN_DOCUMENT, Action
from explorer.data.places import place_name
from explorer.data.records import Instrument
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_kind
from explorer.errors import quoted
from explorer.language import gettext, list_of, paragraph

MOST_OTHERS, MOST_NAMED = 5, 20


def named_company(store: Store, reading: Reading) -> Answer:
    """Return by which documents a company of exactly this name is listed, and which similar names are on file."""
    found = [
        (party, listing)
        for party in parties_named(store, reading.party)
        for listing in store.rows(Listing, party_id=party.party_id)
        if store.measures[listing.measure_id].jurisdiction == reading.origin
    ]
    found.sort(key=lambda x: x[1].listed, reverse=True)
    known = [x for x in found if first_day(x[1].listed) <= reading.until]
    sentences = [_listed(store, reading, known) if known else _not_listed(store, reading)]
    sentences += [_others(store, reading), gettext("Ownership and subsidiaries are not covered.")]
    return Answer(with_warning(store, reading, paragraph(sentences)), _action(store, reading, known))


def companies_named(store: Store, document: Instrument, reading: Reading) -> Answer:
    """Return which companies a document names, by the state of their listing on the day."""
    names = {party.party_id: party.name_en for party in store.rows(Party)}
    by_state: dict[str, list[str]] = {}
    for measure in (m for m in store.measures.values() if m.instrument_id == document.instrument_id):
        for listing in store.rows(Listing, measure_id=measure.measure_id):
            state = listing_words(listing, measure, reading.until)
            by_state.setdefault(state, []).append(names[listing.party_id])
    action = Action(OPEN_DOCUMENT, record=document.instrument_id)
    if not by_state:
        text = gettext(
            "No companies named by {document} are on file; the text of the document may name some."
        )
        return Answer(text.format(document=instrument_name(document)), action)
    sentences = [_of_state(document, state, each) for state, each in by_state.items()]
    sentences.append(gettext("Ownership and subsidiaries are not covered."))
    return Answer(with_warning(store, reading, paragraph(sentences)), action)


def _of_state(document: Instrument, state: str, names: list[str]) -> str:
    """Return the companies whose listing has a state, each once, the first ones of many."""
    each = list(dict.fromkeys(names))
    left = len(each) - MOST_NAMED
    text = gettext("Companies and persons named by {document}: {names} ({state}).")
    if left > 0:
        text = gettext(
            "Companies and persons named by {document}: {names} and {count} more on the page of the document ({state})."
        )
    shown = "; ".join(each[:MOST_NAMED])
    return text.format(document=instrument_name(document), state=state, names=shown, count=left)


def _action(store: Store, reading: Reading, found: list[tuple[Party, Listing]]) -> Action:
    if not found:
        return Action(FILTER, day=reading.until, origin=reading.origin, destination=reading.destination)
    return Action(OPEN_DOCUMENT, record=store.measures[found[0][1].measure_id].instrument_id)


def _listed(store: Store, reading: Reading, found: list[tuple[Party, Listing]]) -> str:
    entry = gettext("{document} ({title}): {kind}, listed on {day}; {state}")
    entries = []
    for _, listing in found:
        measure = store.measures[listing.measure_id]
        entries.append(
            entry.format(
                document=instrument_name(measure.instrument),
                title=measure.instrument.title_en,
                kind=measure_kind(measure),
                day=show(listing.listed),
                state=listing_words(listing, measure, reading.until),
            )
        )
    names = list(dict.fromkeys(party.name_en for party, _ in found))
    text = gettext("{company} is named by {entries}.")
    return text.format(company=list_of(names), entries="; ".join(entries))


def _not_listed(store: Store, reading: Reading) -> str:
    """Return that a name is on no list, or that no list of the origin is on file."""
    if not any(store.measures[x.measure_id].jurisdiction == reading.origin for x in store.rows(Listing)):
        text = gettext("No lists of named companies by {origin} are on file.")
        return text.format(origin=place_name(store, reading.origin))
    text = gettext("The name {name} is not on file in the lists of named companies by {origin} on {day}.")
    return text.format(
        name=quoted(reading.party), origin=place_name(store, reading.origin), day=show(reading.until)
    )


def _others(store: Store, reading: Reading) -> str:
    """Return the similar names on file, empty without any."""
    names = list(dict.fromkeys(party.name_en for party in parties_like(store, reading.party)))
    if not names:
        return ""
    left = len(names) - MOST_OTHERS
    if left > 0:
        text = gettext("Similar names on file: {names} and {count} more.")
        return text.format(names=", ".join(names[:MOST_OTHERS]), count=left)
    return gettext("Similar names on file: {names}.").format(names=list_of(names))

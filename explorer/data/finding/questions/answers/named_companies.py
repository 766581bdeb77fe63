"""The answer on whether a company is on the lists of named companies."""

from collections.abc import Iterable

from explorer.data.context import Context
from explorer.data.controls.legal_records import Listing, Party
from explorer.data.controls.listings import NOT_LISTED_YET, listing_words
from explorer.data.dates import show
from explorer.data.finding.questions.answers.answer import Answer, with_warning
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import FILTER, OPEN_DOCUMENT, Action
from explorer.data.hints import hint
from explorer.data.parties.check import OTHER_DAYS, DatedListing, PartyChecker, PartyVerdict
from explorer.data.parties.names import LONGEST
from explorer.data.parties.texts import listing_line
from explorer.data.places import place_name
from explorer.data.records import Instrument
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.errors import KnownError, quoted
from explorer.language import gettext, list_of, paragraph

MOST_OTHERS, MOST_NAMED = 5, 20


def named_company(store: Store, reading: Reading) -> Answer:
    """Return by which documents a company of this name is listed, and which similar names are on file."""
    context = Context(reading.until, reading.origin)
    checker = PartyChecker(store, context)
    try:
        verdict = checker.check(reading.party)
    except KnownError as error:
        return Answer(str(error), _action(reading, []))
    known = [x for m in verdict.decisive if m.is_same for x in m.listings if x.state.name != NOT_LISTED_YET]
    known.sort(key=lambda x: x.listing.listed, reverse=True)
    if known:
        sentences = [_listed(verdict, known, context)]
    else:
        sentences = [_not_listed(store, reading, has_lists=checker.has_lists)]
    sentences += [
        *_later(verdict, context),
        _others(verdict),
        gettext("Ownership and subsidiaries are not covered."),
    ]
    return Answer(with_warning(store, reading, paragraph(sentences)), _action(reading, known))


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
        text = hint(
            window=gettext(
                "Companies and persons named by {document}: {names} and {count} more ({state}; see the page of the "
                "document)."
            ),
            command=gettext(
                "Companies and persons named by {document}: {names} and {count} more ({state}; see `{command}`)."
            ),
        )
    return text.format(
        document=instrument_name(document),
        state=state,
        names="; ".join(each[:MOST_NAMED]),
        count=left,
        command=f"minor-metals document {document.instrument_id}",
    )


def _action(reading: Reading, found: list[DatedListing]) -> Action:
    if not found:
        return Action(FILTER, day=reading.until, origin=reading.origin, destination=reading.destination)
    return Action(OPEN_DOCUMENT, record=found[0].measure.instrument_id)


def _listed(verdict: PartyVerdict, found: list[DatedListing], context: Context) -> str:
    text = gettext("{company} is named by {entries}.")
    return text.format(company=_companies(verdict), entries=_entries(found, context))


def _entries(found: Iterable[DatedListing], context: Context) -> str:
    return "; ".join(listing_line(x, context) for x in found)


def _companies(verdict: PartyVerdict) -> str:
    return list_of(list(dict.fromkeys(m.party.name_en for m in verdict.decisive)))


def _not_listed(store: Store, reading: Reading, *, has_lists: bool) -> str:
    """Return that a name is on no list, or that no list of the origin is on file."""
    if not has_lists:
        text = gettext("No lists of named companies by {origin} are on file.")
        return text.format(origin=place_name(store, reading.origin))
    text = gettext("The name {name} is not on file in the lists of named companies by {origin} on {day}.")
    return text.format(
        name=quoted(reading.party), origin=place_name(store, reading.origin), day=show(reading.until)
    )


def _later(verdict: PartyVerdict, context: Context) -> list[str]:
    """Return by which documents a company of this name is listed after the day only."""
    if verdict.verdict != OTHER_DAYS:
        return []
    later = [x for m in verdict.decisive for x in m.listings if x.state.name == NOT_LISTED_YET]
    text = gettext("After that day, {company} is named by {entries}.")
    return [text.format(company=_companies(verdict), entries=_entries(later, context))] if later else []


def _others(verdict: PartyVerdict) -> str:
    """Return the similar names on file, empty without any."""
    names = list(dict.fromkeys(quoted(m.party.name_en, LONGEST) for m in verdict.matches if not m.is_same))
    if not names:
        return ""
    left = len(names) - MOST_OTHERS
    if left > 0:
        text = gettext("Similar names on file: {names} and {count} more.")
        return text.format(names=", ".join(names[:MOST_OTHERS]), count=left)
    return gettext("Similar names on file: {names}.").format(names=list_of(names))

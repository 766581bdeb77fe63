"""The explanation of a verdict on a name: the parties, why they are named, their listings over time, what is open."""

from collections.abc import Iterator

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.change_texts import basis_text, change_text
from explorer.data.controls.listings import listing_words
from explorer.data.controls.state_changes import StateChanges
from explorer.data.dates import show
from explorer.data.parties.check import DatedListing, PartyMatch, PartyVerdict
from explorer.data.parties.texts import (
    cautions,
    listing_pill,
    party_line,
    reasons,
    setting,
    verdict_sentence,
)
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_kind
from explorer.language import gettext


class ListingText(Struct, frozen=True):
    """A listing in words: its notice, kind and days, its state, and its history; `tone` is one of PILL_STATES."""

    dated: DatedListing
    name: str
    line: str
    state: str
    tone: str
    titles: tuple[str, ...]
    history: tuple[str, ...]
    note: str


class PartyText(Struct, frozen=True):
    """A party in words, with the reasons and its listings."""

    match: PartyMatch
    name: str
    aliases: str
    reasons: tuple[str, ...]
    listings: tuple[ListingText, ...]
    note: str


class PartyExplanation(Struct, frozen=True):
    """All that explains a verdict."""

    sentence: str
    parties: tuple[PartyText, ...]
    cautions: tuple[str, ...]


def explanation_of(
    store: Store, verdict: PartyVerdict, context: Context, *, has_lists: bool
) -> PartyExplanation:
    """Return the explanation of a verdict."""
    return PartyExplanation(
        verdict_sentence(verdict, context),
        tuple(party_text(store, verdict, match, context) for match in verdict.matches),
        tuple(cautions(store, context, has_lists=has_lists)),
    )


def party_text(store: Store, verdict: PartyVerdict, match: PartyMatch, context: Context) -> PartyText:
    """Return a party in words."""
    aliases = "; ".join(match.party.aliases)
    return PartyText(
        match,
        party_line(store, match),
        gettext("Other names on file: {names}").format(names=aliases) if aliases else "",
        tuple(reasons(verdict.name, match)),
        tuple(_listing_text(store, x, context) for x in match.listings),
        gettext("Note: {note}").format(note=match.party.note) if match.party.note else "",
    )


def _listing_text(store: Store, dated: DatedListing, context: Context) -> ListingText:
    measure, listing = dated.measure, dated.listing
    line = gettext("{kind}, listed on {day}, number {number} of the notice")
    instrument = measure.instrument
    return ListingText(
        dated,
        instrument_name(instrument),
        line.format(kind=measure_kind(measure), day=show(listing.listed), number=listing.list_no),
        listing_words(listing, measure, context.as_of),
        listing_pill(dated)[1],
        tuple(text for text in (instrument.title_en, instrument.title_zh) if text),
        tuple(_history(store, dated)),
        gettext("Note: {note}").format(note=listing.note) if listing.note else "",
    )


def _history(store: Store, dated: DatedListing) -> Iterator[str]:
    """Yield the changes of the measure, then the days that the listing has for itself, each with its basis."""
    entry = gettext("{day}: {change} ({basis})")
    for change in StateChanges.of(store).of_measure(dated.measure):
        words = change_text(change, [dated.measure])
        yield entry.format(day=show(change.published), change=words, basis=basis_text(change))
    listing = dated.listing
    if listing.suspended_from:
        text = gettext("{day}: paused for this party until {until}")
        if not listing.suspended_until:
            text = gettext("{day}: paused for this party; last day unknown")
        yield text.format(day=show(listing.suspended_from), until=show(listing.suspended_until))
    if listing.removed:
        yield gettext("{day}: removed from the list").format(day=show(listing.removed))


def plain_text(store: Store, verdict: PartyVerdict, found: PartyExplanation, context: Context) -> str:
    """Return the verdict on a name with its explanation, one fact on each line, to be copied."""
    return "\n".join(_lines(store, verdict, found, context))


def _lines(store: Store, verdict: PartyVerdict, found: PartyExplanation, context: Context) -> Iterator[str]:
    yield setting(store, context)
    yield gettext("{name}: {verdict}").format(name=verdict.name.text, verdict=verdict.verdict)
    yield found.sentence
    for party in found.parties:
        yield from filter(None, (party.name, party.aliases, *party.reasons, party.note))
        for listing in party.listings:
            text = gettext("{notice} ({state}): {line}")
            yield text.format(notice=listing.name, state=listing.state, line=listing.line)
            yield from (*listing.titles, *listing.history, *filter(None, (listing.note,)))
    yield from found.cautions

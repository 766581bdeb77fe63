"""The verdict on a name in words: what is on file, why the names are the same or similar, and what is not covered."""

import re
from collections.abc import Iterable, Sequence

from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.controls.listings import REMOVED, listing_words
from explorer.data.controls.pill import rule_pill
from explorer.data.controls.status import ENDED
from explorer.data.dates import show
from explorer.data.parties.check import (
    NOT_FOUND,
    ON_LIST,
    OTHER_DAYS,
    SIMILAR,
    DatedListing,
    PartyMatch,
    PartyVerdict,
)
from explorer.data.parties.names import Name
from explorer.data.places import place_name
from explorer.data.spelling import without_accents
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_kind, with_marks
from explorer.errors import quoted
from explorer.language import gettext, gettext_noop, list_of, ngettext

_LONGEST_QUOTED = 80
_GROUP_NAMES = {
    ON_LIST: gettext_noop("On a list"),
    OTHER_DAYS: gettext_noop("Listed on other days"),
    SIMILAR: gettext_noop("Similar"),
    NOT_FOUND: gettext_noop("Not in this database"),
}
_WORD = re.compile(r"[^\W_]+")


def setting(store: Store, context: Context) -> str:
    """Return whose lists a check is about, and the day."""
    text = gettext("Lists of named parties issued by {origin} as of {day}")
    return text.format(origin=place_name(store, context.origin), day=show(context.as_of))


def verdict_name(verdict: str) -> str:
    """Return the name of a verdict for a choice or a count."""
    return gettext(_GROUP_NAMES[verdict])


def verdict_sentence(verdict: PartyVerdict, context: Context) -> str:
    """Return the verdict on a name as a sentence."""
    name, day = quoted(verdict.name.text, _LONGEST_QUOTED), show(context.as_of)
    if verdict.verdict == ON_LIST:
        return gettext("{name} is on a list as of {day}.").format(name=name, day=day)
    if verdict.verdict == OTHER_DAYS:
        return gettext("{name} is on file, but not on a list as of {day}.").format(name=name, day=day)
    if verdict.verdict == SIMILAR:
        count = len(verdict.matches)
        text = ngettext(
            "{count} name on file is similar to {name}.",
            "{count} names on file are similar to {name}.",
            count,
        )
        return text.format(count=count, name=name)
    return gettext("No name on file is the same as {name} or similar to it.").format(name=name)


def reasons(name: Name, match: PartyMatch) -> list[str]:
    """Return why a name counts as the same as one on file, or as similar to it."""
    return _same(name, match) if match.is_same else _similar(name, match)


def _same(name: Name, match: PartyMatch) -> list[str]:
    known = match.found.known
    if known.name.text == name.text:
        return [gettext("The name is spelt as on file.")]
    fields = {"name": quoted(known.name.text, _LONGEST_QUOTED), "party": match.party.name_en}
    text = gettext(
        "The same name as {name} on file, ignoring case, punctuation, spaces, accents, traditional characters and "
        "the legal form."
    )
    if known.is_alias:
        text = gettext(
            "The same name as {name}, another name of {party} on file, ignoring case, punctuation, spaces, "
            "accents, traditional characters and the legal form."
        )
    found = [text.format(**fields)]
    if bool(known.name.forms) != bool(name.forms):
        found.append(
            gettext("Only one of the two names has a legal form: check that it is the same company.")
        )
    return found


def _similar(name: Name, match: PartyMatch) -> list[str]:
    known, overlap = match.found.known.name, match.found.overlap
    assert overlap is not None
    found = []
    if overlap.shared:
        words = enumerated(matching_words(name, match))
        found.append(gettext("Words that match: {words}.").format(words=words))
    if match.found.differs_by_letter:
        found.append(gettext("The names differ by one letter."))
    if name.letters == known.letters:
        found.append(gettext("The legal forms differ."))
    own = {place for s in overlap.shared for place in s.own.places}
    others = {place for s in overlap.shared for place in s.other.places}
    for text, of, used in (
        (gettext("Only in the name entered: {words}."), name, own),
        (gettext("Only in the name on file: {words}."), known, others),
    ):
        left = [w for place, w in enumerate(_as_written(of)) if place not in used]
        if left:
            found.append(text.format(words=enumerated(left)))
    return found


def matching_words(name: Name, match: PartyMatch) -> list[str]:
    """Return the words that a name shares with a similar one on file, with the spelling on file where it differs."""
    overlap = match.found.overlap
    if overlap is None:
        return []
    own, others = _as_written(name), _as_written(match.found.known.name)
    found = []
    for shared in overlap.shared:
        word = " ".join(own[place] for place in shared.own.places)
        other = " ".join(others[place] for place in shared.other.places)
        text = gettext("{word}") if shared.similarity == 1 else gettext("{word} (on file: {other})")
        found.append(text.format(word=word, other=other))
    return found


def enumerated(words: Sequence[str]) -> str:
    """Return words as a list."""
    return list_of(list(dict.fromkeys(words)))


def _as_written(name: Name) -> list[str]:
    """Return the words of a name as they are written, in their normal form where that has other letters."""
    written = {without_accents(word): word for word in _WORD.findall(name.text)}
    return [written.get(word, word) for word in name.words]


def listing_line(dated: DatedListing, context: Context) -> str:
    """Return which notice names a party, what it does, since when, and its state on the day."""
    text = gettext("{document} ({title}): {kind}, listed on {day}; {state}")
    instrument = dated.measure.instrument
    return text.format(
        document=instrument_name(instrument),
        title=instrument.title_en,
        kind=measure_kind(dated.measure),
        day=show(dated.listing.listed),
        state=listing_words(dated.listing, dated.measure, context.as_of),
    )


def listing_pill(dated: DatedListing) -> tuple[str, str]:
    """Return the short words for a listing, and the state of the pill, one of PILL_STATES."""
    state = dated.state
    if state.name == ENDED:
        words = gettext("measures stopped")
        return with_marks(words, presumed=False, your_entry=state.your_entry), "none"
    if state.name == REMOVED:
        return gettext("removed"), "none"
    if not state.is_listed:
        return gettext("not listed yet"), "none"
    return rule_pill(dated.measure, state.name, presumed=state.presumed, your_entry=state.your_entry)


def cautions(store: Store, context: Context, *, has_lists: bool) -> list[str]:
    """Return what a check of names leaves open."""
    found = [beyond(store, context.as_of)]
    if not has_lists:
        found.append(no_lists(store, context))
    found += [
        gettext(
            "Ownership is not covered: a company that belongs to a listed party can be affected without being "
            "named."
        ),
        gettext(
            "Only names are compared. Two companies can have the same name: compare country and address with the "
            "notice."
        ),
        gettext(
            "“{verdict}” means only that no name on file is the same or similar. Names can be written in other ways, "
            "and other lists exist."
        ).format(verdict=NOT_FOUND),
    ]
    return [text for text in found if text]


def no_lists(store: Store, context: Context) -> str:
    """Return that no lists of the origin are on file."""
    text = gettext("No lists of named parties issued by {origin} are on file; some may exist.")
    return text.format(origin=place_name(store, context.origin))


def source_ids(matches: Iterable[PartyMatch]) -> tuple[str, ...]:
    """Return the ids of the sources of parties and their listings, each once."""
    ids = (i for m in matches for x in m.listings for i in (*m.party.source_ids, *x.listing.source_ids))
    return tuple(dict.fromkeys(ids))


def party_line(store: Store, match: PartyMatch) -> str:
    """Return the names of a party and its country."""
    party = match.party
    country = store.country_name(party.country_id) if party.country_id else gettext("country unknown")
    if not party.name_zh:
        return gettext("{name} ({country})").format(name=party.name_en, country=country)
    text = gettext("{name} {chinese} ({country})")
    return text.format(name=party.name_en, chinese=party.name_zh, country=country)

"""The places that the words of a question name."""

from explorer.data.finding.place_lookup import PlaceLookup
from explorer.data.finding.questions import english
from explorer.data.finding.questions.chinese import SHORT_PLACES
from explorer.data.finding.questions.nationalities import ADJECTIVES
from explorer.data.finding.words import Word
from explorer.data.spelling import fold
from explorer.data.store import Store

_MOST_WORDS = 6
_SHORTEST_NAME = 4
# Short forms that are no words; in lower case all but the last.
_ABBREVIATIONS = frozenset(("usa", "uk", "eu", "uae", "drc", "prc", "rok", "dprk", "us"))
_EVERYWHERE = ("all countries", "all destinations")
_BEFORE_US = ("the", "to", "from", "for", "by", "of")


def find_place(store: Store, words: list[Word], at: int) -> tuple[int, tuple[str, ...], bool] | None:
    """Return the place at a word: how many words its name has, what it can mean, whether it is an adjective."""
    lookup = PlaceLookup.of(store)
    for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        part = words[at : at + count]
        name = " ".join(w.plain for w in part)
        if name in ADJECTIVES:
            return count, (ADJECTIVES[name],), True
        if part[0].plain == "the":  # the article is a word of its own
            return None
        ids = lookup.destinations(name)
        if ids and _is_name(words, at, count):
            return count, ids, part[-1].is_possessive
    return None


def _is_name(words: list[Word], at: int, count: int) -> bool:
    """Return whether words are the name of a place and not ordinary words that a code resembles."""
    first = words[at]
    if count > 1:
        name = " ".join(w.plain for w in words[at : at + count])
        has_other_word = any(not english.meanings_of(w.plain) for w in words[at : at + count])
        is_whole = words[at + count - 1].plain != "the" and len(fold(name)) >= _SHORTEST_NAME
        return is_whole and (has_other_word or name in _EVERYWHERE)
    if len(fold(first.plain)) >= _SHORTEST_NAME:
        return not english.meanings_of(first.plain)
    if first.text.isupper() and len(first.text) > 2:
        return not english.meanings_of(first.plain)
    if first.plain not in _ABBREVIATIONS:
        return False
    return (
        first.plain != "us" or first.text.startswith("US") or (at > 0 and words[at - 1].plain in _BEFORE_US)
    )


def find_short_place(store: Store, part: str, after: str) -> tuple[str, ...]:
    """Return the places that a part of a Chinese text means: a name, or a short one after a particle (`对美`)."""
    lookup = PlaceLookup.of(store)
    if part in SHORT_PLACES:
        longer = any(lookup.destinations(f"{part[1]}{after[:n]}") for n in (1, 2, 3))
        return () if longer else (SHORT_PLACES[part],)
    return lookup.destinations(part) if len(part) > 1 else ()

"""The places that the words of a question name."""

import re

from explorer.data.finding.place_lookup import PlaceLookup
from explorer.data.finding.questions import english
from explorer.data.finding.questions.chinese import SHORT_PLACES
from explorer.data.finding.questions.cities import CITIES
from explorer.data.finding.questions.nationalities import ADJECTIVES, AMBIGUOUS
from explorer.data.finding.words import Word
from explorer.data.spelling import fold
from explorer.data.store import Store
from explorer.data.words import MILITARY_DESTINATIONS

_MOST_WORDS = 6
_SHORTEST_NAME = 4
# Short forms that are no words; in lower case all but the last.
_ABBREVIATIONS = frozenset(("usa", "uk", "eu", "uae", "drc", "prc", "rok", "dprk", "us"))
_FORCES = (
    "military end users", "military end use", "military users", "military use", "military", "armed forces", "army",
    "navy", "air force", "defence forces", "defense forces",
)  # fmt: skip
_SUPPLYING = (
    "contractor",
    "supplier",
    "company",
    "firm",
    "industry",
    "manufacturer",
    "maker",
    "buyer",
    "customer",
)
_PLURALS = {"company": "companies", "industry": "industries"}
# Those that supply the forces of a country are its military users: `defence contractors`.
_CONTRACTORS = tuple(
    f"{forces} {form}"
    for forces in ("military", "army", "navy", "air force", "defence", "defense", "arms", "weapons")
    for supplying in _SUPPLYING
    for form in (supplying, _PLURALS.get(supplying, f"{supplying}s"))
)
_MILITARY = (
    *_CONTRACTORS,
    *_FORCES,
    "military end user",
    "military user",
    "ministry of defence",
    "defence ministry",
)
_MILITARY_BEGINNINGS = frozenset(name.split()[0] for name in _MILITARY)
_CHINESE_MILITARY = (
    "军工企业", "军工厂", "军工公司", "军工", "军火商", "国防承包商", "国防工业", "国防企业", "军事企业", "军事承包商",
    "军事最终用户", "军事最终用途", "军事用户", "军事用途", "军方", "军队", "军事机构", "军事部门", "国防部", "自卫队",
)  # fmt: skip
_SHORT_MILITARY = {"美军": "USA-MIL", "美方军队": "USA-MIL", "日军": "JPN-MIL"}
_BRACKETED = re.compile(r"[\u4e00-\u9fff]{1,8}[（(][\u4e00-\u9fff]{1,6}[）)]")
_EVERYWHERE = ("all countries", "all destinations")
_BEFORE_US = ("the", "to", "from", "for", "by", "of")


def find_place(store: Store, words: list[Word], at: int) -> tuple[int, tuple[str, ...], bool] | None:
    """Return the place at a word: how many words its name has, what it can mean, whether it is an adjective."""
    lookup = PlaceLookup.of(store)
    for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        part = words[at : at + count]
        name = " ".join(w.plain for w in part)
        if name in ADJECTIVES or name in AMBIGUOUS:
            meant = (ADJECTIVES[name],) if name in ADJECTIVES else _on_file(store, AMBIGUOUS[name])
            return _with_military(words, at, count, meant, adjective=True)
        if name in CITIES:
            return count, (CITIES[name],), part[-1].is_possessive
        if part[0].plain == "the":  # the article is a word of its own
            return None
        ids = lookup.destinations(name)
        if ids and _is_name(words, at, count):
            return _with_military(words, at, count, ids, adjective=part[-1].is_possessive)
    return _military_of(store, words, at)


def _on_file(store: Store, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the places that are on file."""
    return tuple(place for place in ids if place in store.countries)


def _with_military(
    words: list[Word], at: int, count: int, ids: tuple[str, ...], *, adjective: bool
) -> tuple[int, tuple[str, ...], bool]:
    """Return a place, as its military users where the words after its name say so."""
    users = f"{ids[0]}-MIL"
    if len(ids) == 1 and users in MILITARY_DESTINATIONS:
        rest = [w.plain for w in words[at + count :]]
        for name in _MILITARY:
            length = len(name.split())
            if " ".join(rest[:length]) == name:
                return count + length, (users,), False
    return count, ids, adjective


def _military_of(store: Store, words: list[Word], at: int) -> tuple[int, tuple[str, ...], bool] | None:
    """Return the military users that come before the name of their country: `military users in Japan`."""
    if words[at].plain not in _MILITARY_BEGINNINGS:
        return None
    for name in _MILITARY:
        length = len(name.split())
        rest = words[at + length :]
        if (
            " ".join(w.plain for w in words[at : at + length]) == name
            and rest
            and rest[0].plain in ("in", "of")
        ):
            skipped = 2 if len(rest) > 1 and rest[1].plain == "the" else 1
            place = find_place(store, words, at + length + skipped)
            if place is not None and f"{place[1][0]}-MIL" in MILITARY_DESTINATIONS:
                return length + skipped + place[0], (f"{place[1][0]}-MIL",), False
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
    if part in CITIES:
        return (CITIES[part],)
    if part in _SHORT_MILITARY:
        return (_SHORT_MILITARY[part],)
    for name in _CHINESE_MILITARY:
        if part.endswith(name):
            ids = lookup.destinations(part.removesuffix(name).removesuffix("的"))
            users = f"{ids[0]}-MIL" if len(ids) == 1 else ""
            return (users,) if users in MILITARY_DESTINATIONS else ()
    return lookup.destinations(part) if len(part) > 1 else ()


def find_bracketed(store: Store, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return the places whose Chinese names end in brackets, such as `刚果（金）`, with their positions."""
    lookup = PlaceLookup.of(store)
    found = []
    for match in _BRACKETED.finditer(text):
        for start in range(match.start(), match.end() - 3):
            ids = lookup.destinations(text[start : match.end()])
            if ids:
                found.append((start, match.end(), ids))
                break
    return found

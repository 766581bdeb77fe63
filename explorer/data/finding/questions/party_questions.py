"""Questions on whether a company is on a list of named companies: `Is Lockheed Martin on China's control list?`."""

import re
from datetime import date

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.finding.questions.dates import find_days
from explorer.data.finding.questions.reading import LIST, PARTY, Reading
from explorer.data.finding.questions.tokens import tokenise
from explorer.data.parties.check import PartyChecker
from explorer.data.parties.known_names import KnownNames
from explorer.data.parties.names import read_name
from explorer.data.store import Store

_LISTS = r"(?P<kind>export[- ]?controls?|control|unreliable[- ]entit(?:y|ies)|watch)"
_ENGLISH = re.compile(
    r"^\W*(?:is|are|was|were)\s+(?P<name>\S.*?)\s+(?:(?:still|currently|now|named|listed|placed|put|included)\s+)*"
    rf"(?:on|in)\s+(?:(?:the|a|any|one\s+of)\s+)?(?:(?P<owner>(?!export|unreliable|watch|control)\S+?)(?:['’]s)?\s+)?(?:{_LISTS}\s+)?lists?"
    r"(?:\s+(?:of|by)\s+(?P<issuer>\w+))?(?:\W+(?:and\s+)?since\s+when)?\W*$",
    re.IGNORECASE,
)
# Words before the name: 请问汉翔航空…, 是否汉翔航空….
_CHINESE_OPENING = (
    r"(?:您好|你好|请问|请教|求问|麻烦|帮忙|帮我|我?想(?:知道|了解|请教|问)|[问查]?一下|请|是否|是不是)\W*"
)
_CHINESE = re.compile(
    rf"^\W*(?:{_CHINESE_OPENING})*(?P<name>\S+?)(?:在不在|是否在|是不是在|有没有被列入|是否被列入|是否列入|被列入|列入|在)"
    r"(?P<owner>中国|美国|日本)?的?(?P<kind>出口管制管控|出口管制|管控|不可靠实体|关注)?(?:名单|清单)(?:上|里|中|内)?了?[吗么]?\W*$"
)


# A place before a Chinese name: 台湾的汉翔航空工业.
_OF_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,6}的(?=[\u4e00-\u9fff]{2})")


class _Asked(Struct, frozen=True):
    name: str
    owner: str
    names_kind: bool


def read_party_question(store: Store, text: str, context: Context, today: date) -> Reading | None:
    """Return how a question on one company and the lists of named companies reads, None for other texts."""
    days = find_days(text, today, context.as_of)
    if len(days) > 1 or any(d.fault or not d.is_day or d.is_limit or d.is_start for d in days):
        return None
    day = days[0] if days else None
    rest = f"{text[: day.start]} {text[day.end :]}" if day is not None else text
    asked = _asked(rest)
    if asked is None or _is_no_company(store, asked.name, today, context):
        return None
    origin = _place(store, asked.owner, today, context) if asked.owner else context.origin
    if not origin:
        return None
    as_of = day.since if day is not None else context.as_of
    if not asked.names_kind and not _has_lists_of(store, asked.owner, origin, as_of):
        return None
    return Reading(
        intent=LIST,
        metals=(),
        origin=origin,
        destination=context.destination,
        since=as_of,
        until=as_of,
        has_days=day is not None,
        has_origin=bool(asked.owner),
        listed=PARTY,
        party=asked.name,
    )


def _asked(text: str) -> _Asked | None:
    match = _ENGLISH.match(text.strip()) or _CHINESE.match(text.strip())
    if match is None:
        return None
    groups = match.groupdict()
    name = re.sub(r"^(?:the\s+company|company)\s+", "", match["name"], flags=re.IGNORECASE)
    return _Asked(
        _OF_PLACE.sub("", name.strip("\"'“”‘’ ,")),
        groups.get("owner") or groups.get("issuer") or "",
        bool(groups["kind"]),
    )


def _has_lists_of(store: Store, owner: str, origin: str, as_of: date) -> bool:
    """Return whether a list that is only said to be of a place, as `China's list`, can be one of named companies."""
    return bool(owner) and PartyChecker(store, Context(as_of, origin)).has_lists


def _is_no_company(store: Store, name: str, today: date, context: Context) -> bool:
    """Return whether a name is not that of a company: every word is one of a question, a metal, a place or a code."""
    if KnownNames.of(store).same(read_name(name)):
        return False
    tokens = tokenise(store, name, today, context.as_of)
    is_lower = name.isascii() and not any(word[0].isupper() for word in name.split())
    return is_lower or all(t.is_known for t in tokens)


def _place(store: Store, owner: str, today: date, context: Context) -> str:
    """Return the place that has the list, empty where the word before the list is not a place."""
    tokens = tokenise(store, owner, today, context.as_of)
    place = tokens[0].place if len(tokens) == 1 else None
    return place.ids[0] if place is not None and len(place.ids) == 1 else ""

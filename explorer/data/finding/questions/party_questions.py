"""Questions on whether a company is on a list of named companies: `Is Lockheed Martin on China's control list?`."""

import re
from dataclasses import dataclass
from datetime import date

from explorer.data.context import Context
from explorer.data.controls.legal_records import Party
from explorer.data.finding.questions.dates import find_days
from explorer.data.finding.questions.reading import LIST, PARTY, Reading
from explorer.data.finding.questions.tokens import tokenise
from explorer.data.store import Store

_LISTS = r"(?:export[- ]?controls?|control|unreliable[- ]entit(?:y|ies)|watch)"
_ENGLISH = re.compile(
    r"^\W*(?:is|are|was|were)\s+(?P<name>\S.*?)\s+(?:(?:still|currently|now|named|listed|placed|put|included)\s+)*"
    rf"(?:on|in)\s+(?:(?:the|a|any|one\s+of)\s+)?(?:(?P<owner>(?!export|unreliable|watch|control)\S+?)(?:['’]s)?\s+)?(?:{_LISTS}\s+)lists?"
    r"(?:\s+(?:of|by)\s+(?P<issuer>\w+))?(?:\W+(?:and\s+)?since\s+when)?\W*$",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"^\W*(?P<name>\S+?)(?:在不在|是否在|是不是在|有没有被列入|是否被列入|是否列入|被列入|列入|在)"
    r"(?P<owner>中国|美国|日本)?的?(?:出口管制管控|出口管制|管控|不可靠实体|关注)(?:名单|清单)(?:上|里|中|内)?了?[吗么]?\W*$"
)
_SHORTEST_FIRST_WORD, _FIRST_CHARACTERS = 4, 2
_CHINESE_LEGAL_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|集团)$")
_OF_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,6}的(?=[\u4e00-\u9fff]{2})")
# What may follow the name of a company without making it another one.
_LEGAL_FORM = re.compile(
    r"(?:,?\s+(?:corporation|corp|incorporated|inc|company|co|limited|ltd|llc|l\.l\.c|plc|gmbh|ag|se|s\.?a|n\.?v|b\.?v|"
    r"a\.?s|k\.k|oy|ab|s\.r\.o|s\.p\.a)\.?)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Asked:
    name: str
    owner: str


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


def parties_named(store: Store, name: str) -> list[Party]:
    """Return the parties that have a name or an alias exactly, but for the legal form."""
    wanted = _plain(name)
    return [p for p in store.rows(Party) if any(_plain(n) == wanted for n in _names(p))]


def parties_like(store: Store, name: str) -> list[Party]:
    """Return the parties with another name that contains a name, then those that begin like it."""
    wanted = _plain(name)
    found = [
        p
        for p in store.rows(Party)
        if all(_plain(n) != wanted for n in _names(p)) and any(_is_like(_plain(n), wanted) for n in _names(p))
    ]
    return sorted(found, key=lambda p: all(wanted not in _plain(n) for n in _names(p)))


def _is_like(name: str, wanted: str) -> bool:
    """Return whether a name contains another in whole words, or has the same first word."""
    if not wanted.isascii():
        return wanted in name or name[:_FIRST_CHARACTERS] == wanted[:_FIRST_CHARACTERS]
    if re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", name):
        return True
    first = wanted.split()[0] if wanted.split() else ""
    return len(first) >= _SHORTEST_FIRST_WORD and name.split()[:1] == [first]


def _names(party: Party) -> list[str]:
    return [n for n in (party.name_en, party.name_zh, *party.aliases) if n]


def _plain(name: str) -> str:
    short = _LEGAL_FORM.sub("", name.strip())
    if not short.isascii():
        short = _CHINESE_LEGAL_FORM.sub("", _OF_PLACE.sub("", short))
    return " ".join(short.casefold().replace("’", "'").split())


def _asked(text: str) -> _Asked | None:
    match = _ENGLISH.match(text.strip()) or _CHINESE.match(text.strip())
    if match is None:
        return None
    groups = match.groupdict()
    name = re.sub(r"^(?:the\s+company|company)\s+", "", match["name"], flags=re.IGNORECASE)
    return _Asked(name.strip("\"'“”‘’ ,"), groups.get("owner") or groups.get("issuer") or "")


def _is_no_company(store: Store, name: str, today: date, context: Context) -> bool:
    """Return whether a name is not that of a company: every word is one of a question, a metal, a place or a code."""
    if parties_named(store, name):
        return False
    tokens = tokenise(store, name, today, context.as_of)
    is_lower = name.isascii() and not any(word[0].isupper() for word in name.split())
    return is_lower or all(t.is_known for t in tokens)


def _place(store: Store, owner: str, today: date, context: Context) -> str:
    """Return the place that has the list, empty where the word before the list is not a place."""
    tokens = tokenise(store, owner, today, context.as_of)
    place = tokens[0].place if len(tokens) == 1 else None
    return place.ids[0] if place is not None and len(place.ids) == 1 else ""

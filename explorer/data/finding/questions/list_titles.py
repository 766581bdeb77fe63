"""The titles of lists of critical materials: their words and how many entries they have."""

import re

from explorer.data.finding.chinese_numerals import number_of
from explorer.data.finding.questions.question_parts import Token
from explorer.data.supply.records import CriticalList

_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_NUMBER = re.compile(r"\b\d{1,2}\b")
_WORD = re.compile(r"[a-z]{3,}")
_KINDS = {"critical": ("critical", "关键"), "strategic": ("strategic", "战略")}
_CHINESE = {"国防": "defence", "defense": "defence"}
_UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}


def numbers_of(found: CriticalList) -> set[int]:
    """Return how many entries a list has by its title and by its record."""
    title = _PARENTHESIS.sub(lambda m: m[1] if m[1].isdigit() else " ", found.name.casefold())
    named = {int(number) for number in _NUMBER.findall(title)}
    named |= {n for n in map(_number, re.findall(r"[a-z]+(?:-[a-z]+)?", title)) if n}
    return named | ({found.entry_count} if found.entry_count else set())


def has_word(found: CriticalList, token: Token) -> bool:
    """Return whether a part of a question is a word of the title of a list, or how many entries it has."""
    word, count = token.text.casefold(), _count(token)
    if count:
        return count in numbers_of(found)
    return _CHINESE.get(word, word) in _WORD.findall(found.name.casefold())


def meant(lists: list[CriticalList], tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """Return the lists of an issuer that a question means by their number or kind, all where it does not say which."""
    texts = [t.text.casefold() for t in tokens]
    kinds = {kind for kind, words in _KINDS.items() if any(w in text for w in words for text in texts)}
    fitting = [x for x in lists if kinds <= set(_WORD.findall(x.name.casefold()))]
    counts = {count for t in tokens if (count := _count(t))}
    counted = [x for x in fitting if counts & numbers_of(x)]
    return tuple(x.list_id for x in counted or fitting or lists)


def without_title_words(text: str) -> str:
    """Return a text without the Chinese words of titles at its end, which follow the name of an issuer."""
    ending = next((word for word in _CHINESE if text.endswith(word) and not word.isascii()), "")
    return text.removesuffix(ending)


def _count(token: Token) -> int:
    """Return the number that a part of a question is, 0 for another part."""
    word = token.text.casefold()
    return token.count or (int(word) if word.isdecimal() else _number(word) or number_of(word))


def _number(text: str) -> int:
    """Return the number that a word is: `ten`, `thirty-four`; 0 for another word."""
    tens, _, unit = text.partition("-")
    if tens in _TENS:
        return _TENS[tens] + (_UNITS.index(unit) if unit in _UNITS[:10] else 0)
    return _UNITS.index(text) if text and text in _UNITS else 0

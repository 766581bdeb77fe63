"""Where words occur in a text: Latin words where a word begins, Chinese ones at every position."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from explorer.data.finding.rows import Ranges

# Letters and digits of the Latin script, before which no word begins.
_LATIN = "0-9A-Za-z\u00c0-\u024f"
_JOINT = re.compile(r"[-\u2010-\u2015/\s]+")
_ANY_JOINT = r"[-\u2010-\u2015/\s]*"
_SHORTEST_PLURAL = 4
SHORT = 3


def is_latin(word: str) -> bool:
    """Return whether a word begins with a letter or digit of the Latin script, so that its place in a word counts."""
    return re.match(f"[{_LATIN}]", word) is not None


def stem(word: str) -> str:
    """Return the singular of an English word, by which both forms are found."""
    if len(word) < _SHORTEST_PLURAL or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=4096)
def pattern(word: str, *, whole: bool = False) -> re.Pattern[str]:
    """Return the pattern of a word or phrase; it is found as a word, with `whole`, or as the beginning of one."""
    parts = [re.escape(part) for part in _JOINT.split(word) if part]
    text = _ANY_JOINT.join(parts) or re.escape(word)
    if _takes_ies(word):
        text = f"{text[:-1]}(?:y|ies)"
    if not is_latin(word):
        return re.compile(text, re.IGNORECASE)
    end = rf"s?(?![{_LATIN}])" if whole else ""
    return re.compile(rf"(?<![{_LATIN}]){text}{end}", re.IGNORECASE)


def marks(text: str, words: Iterable[str], *, whole: bool = False) -> Ranges:
    """Return the parts of a text that match one of the words, in order and without overlap."""
    found = sorted(
        m.span() for w in words for m in pattern(w, whole=whole and len(w) <= SHORT).finditer(text)
    )
    result: list[tuple[int, int]] = []
    for start, end in found:
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif end > start:
            result.append((start, end))
    return tuple(result)


def pieces(words: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of words between hyphens and spaces, by which an index finds candidates."""
    parts = (part for word in words for part in _JOINT.split(word) if part)
    return tuple(dict.fromkeys(part[:-1] if _takes_ies(part) else part for part in parts))


def _takes_ies(word: str) -> bool:
    """Return whether the plural of a word ends in `ies`."""
    return word.isascii() and len(word) > _SHORTEST_PLURAL and word.endswith("y") and word[-2] not in "aeiou"

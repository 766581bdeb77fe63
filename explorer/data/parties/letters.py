"""Words that are spelt alike: with a typing error, or in another transliteration."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from explorer.data.spelling import typing_errors

SOUNDS_ALIKE = 0.9
_SHORTEST, _LONG, _SHORTEST_NAME, _SHORTEST_SOUND = 5, 8, 4, 3
_SHORTEST_CHINESE, _LONG_CHINESE = 3, 7
# One spelling for several: Hepburn and Kunrei for Japanese, pinyin and Wade-Giles for Chinese, German umlauts and
# letters that are used for one another in English and Slavic languages.
_RESPELT = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("sch|sh|sy(?=[aeou])", "s"),
        ("tch|zh|ch|ts|tz|ty(?=[aou])", "t"),
        ("jy|zy(?=[aou])|dj|dz|j", "z"),
        ("ph", "f"),
        ("fu", "hu"),
        ("ck|qu?|c(?![eiy])", "k"),
        ("c", "s"),
        ("x", "ks"),
        ("m(?=[bp])", "n"),
        ("ung", "ong"),
        ("ou|oh(?![aeiou])|oe|oo", "o"),
        ("ue|uu", "u"),
        ("ae|aa", "a"),
        ("ii|ie|y", "i"),
        ("w", "v"),
        ("z", "s"),
        (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
    )
)


def sound(word: str) -> str:
    """Return a word of Latin letters in one spelling for all transliterations; empty for others and short ones."""
    if len(word) < _SHORTEST_SOUND or not word.isascii():
        return ""
    for pattern, replacement in _RESPELT:
        word = pattern.sub(replacement, word)
    return word


def most_errors(word: str) -> int:
    """Return how many typing errors a word may have: none where it is short."""
    shortest, long = (_SHORTEST, _LONG) if word.isascii() else (_SHORTEST_CHINESE, _LONG_CHINESE)
    return 0 if len(word) < shortest else 1 if len(word) < long else 2


def most_errors_in_name(letters: str) -> int:
    """Return how many typing errors all letters of a name may have."""
    shortest = _SHORTEST_NAME if letters.isascii() else _SHORTEST_CHINESE
    return 1 if len(letters) >= shortest else 0


class Spellings:
    """Known words or names, found by one that is spelt alike; `most` is how many errors one may have."""

    def __init__(self, words: Iterable[str], most: Callable[[str], int] = most_errors) -> None:
        self._most = most
        known = sorted(set(words))
        self._longest = max(map(len, known), default=0)
        self._by_part: dict[str, list[str]] = defaultdict(list)
        for word in known:
            for part in self._parts(word):
                self._by_part[part].append(word)

    def like(self, word: str) -> dict[str, float]:
        """Return the known words that are spelt like a word, each with its similarity up to 1."""
        found: dict[str, float] = {}
        if len(word) > self._longest + self._most(word):
            return found
        for known in sorted({known for part in self._parts(word) for known in self._by_part.get(part, ())}):
            errors = typing_errors(word, known)
            if errors <= min(self._most(word), self._most(known)):
                found[known] = 1 - errors / (max(len(word), len(known)) + 1)
        return found

    def _parts(self, word: str) -> set[str]:
        """Return what is left of a word without as many letters as it may have errors, the word itself included."""
        parts, shortest = {word}, {word}
        for _ in range(self._most(word)):
            shortest = {part[:i] + part[i + 1 :] for part in shortest for i in range(len(part))}
            parts |= shortest
        return parts


class Sounds:
    """Known words, found by one in another transliteration."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words):
            self._by_sound[sound(word)].append(word)

    def like(self, word: str) -> dict[str, float]:
        """Return the known words that sound like a word, each with the same similarity."""
        key = sound(word)
        return dict.fromkeys(self._by_sound.get(key, ()), SOUNDS_ALIKE) if key else {}

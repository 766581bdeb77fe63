"""Texts in the form in which they are compared, however they were typed or pasted."""

import re
import unicodedata
from functools import lru_cache

# Invisible characters of pasted text, such as the marks of right-to-left text and the soft hyphen.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Letters that no decomposition turns into plain ones.
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
_VOICED = "\u3099\u309a"  # part of a Japanese letter, not an accent
_JOINED = dict.fromkeys(map(ord, ".'’‘`´\u02bc"))
# Names of metals that are spelt in another way than here.
OTHER_SPELLINGS = {
    "aluminum": "aluminium",
    "caesium": "cesium",
    "chrome": "chromium",
    "columbium": "niobium",
    "sulphur": "sulfur",
    "sulfur": "sulphur",
    "wolfram": "tungsten",
}
_WORDS = {"the": "", "st": "saint", "ste": "sainte"}


def normalised(text: str) -> str:
    """Return text in compatibility form, case folded, with single spaces and without invisible characters."""
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a name without case, accents, punctuation, spaces and “the”."""
    return "".join(_WORDS.get(word, word) for word in _words(text))


def fold_beginning(text: str) -> str:
    """Return the beginning of a name as `fold` does, with its last word as typed: `St` in `United St` is not Saint."""
    words = _words(text)
    return "".join((*(_WORDS.get(word, word) for word in words[:-1]), *words[-1:]))


def _words(text: str) -> list[str]:
    """Return the words of a name without case, accents and punctuation."""
    plain = without_accents(text).translate(_JOINED).replace("&", " and ")
    return "".join(c if c.isalnum() else " " for c in plain).split()


def toneless(pinyin: str) -> str:
    """Return pinyin without its tone marks, ü as u."""
    letters = unicodedata.normalize("NFD", pinyin)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def without_accents(text: str) -> str:
    """Return text in small letters without accents; the letters of Japanese and Korean stay as they are."""
    plain = normalised(text).translate(_PLAIN)
    if plain.isascii():
        return plain
    letters = (
        c for c in unicodedata.normalize("NFD", plain) if c in _VOICED or unicodedata.category(c) != "Mn"
    )
    return unicodedata.normalize("NFC", "".join(letters))


def typing_errors(typed: str, name: str) -> int:
    """Return how many letters of a name were left out, added, replaced or swapped with the next one."""
    last: list[int] = []
    row = list(range(len(name) + 1))
    for i, letter in enumerate(typed, start=1):
        before, last, row = last, row, [i]
        for j, wanted in enumerate(name, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == name[j - 2] and typed[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]

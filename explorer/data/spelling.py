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
_WORDS = {"the": "", "st": "saint", "ste": "sainte"}


def normalised(text: str) -> str:
    """Return text in compatibility form, case folded, with single spaces and without invisible characters."""
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a name without case, accents, punctuation, spaces and “the”."""
    plain = normalised(text).translate(_PLAIN).translate(_JOINED).replace("&", " and ")
    letters = (
        c if c.isalnum() or c in _VOICED else " "
        for c in unicodedata.normalize("NFD", plain)
        if c in _VOICED or unicodedata.category(c) != "Mn"
    )
    return "".join(_WORDS.get(word, word) for word in "".join(letters).split())


def toneless(pinyin: str) -> str:
    """Return pinyin without its tone marks, ü as u."""
    letters = unicodedata.normalize("NFD", pinyin)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()

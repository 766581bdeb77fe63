"""The normal form of a name: its words without case, accents, punctuation and legal form, with their weights."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from explorer.data.characters import unified
from explorer.data.parties.common_words import GENERIC, GENERIC_CHINESE, ORDINARY
from explorer.data.parties.legal_forms import without_legal_forms
from explorer.data.spelling import without_accents

LONGEST = 200
# Weights of words: of those that many companies share, of ordinary words, and of all others.
COMMON, USUAL, RARE = 1, 2, 4

_JOINING_WORDS = """
    and und et of for the a der die das des de la le les du del della di da do dos
"""
_JOINING = frozenset(_JOINING_WORDS.split())
_IDEOGRAPHS = "\u3005\u3007\u3400-\u9fff"
_KANA = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
_HANGUL = "\uac00-\ud7a3"
_PART = re.compile(rf"[{_IDEOGRAPHS}]+|[{_KANA}]+|[{_HANGUL}]+|[^\W_{_IDEOGRAPHS}{_KANA}{_HANGUL}]+")
_APOSTROPHES = re.compile("['’‘`´\u02bc\u02b9]")
# A full stop after one letter belongs to an abbreviation such as `S.p.A.`; after a word it separates.
_ABBREVIATION = re.compile(r"(?<![^\W_])([^\W\d_])\.")
_CHINESE_FORMS = re.compile(
    "(株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|股份公司|(?<![分子总])公司$|总公司$|^[株有](?=.{2})|(?<=.{2})[株有]$)"
)


class Name(Struct, frozen=True):
    """A name as written, its words without legal form and words such as “of”, the legal forms, and all letters in one.

    `letters` are those of the words, `full` also has those of words such as “of”, `whole` of the legal forms too.
    """

    text: str
    words: tuple[str, ...]
    forms: frozenset[str]
    letters: str
    full: str
    whole: str


def read_name(text: str) -> Name:
    """Return the normal form of a name; it has no words where the text has no letter or digit."""
    words = tuple(_words(text))
    core, forms = without_legal_forms(words)
    kept = tuple(word for word in core if word not in _JOINING) or core
    return Name(text, kept, forms, "".join(kept), "".join(core), "".join(words))


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text; Chinese ones are split where a legal form or a common word begins or ends."""
    plain = unified(without_accents(text)).replace("&", " and ").replace("+", " and ")
    plain = _APOSTROPHES.sub("", _ABBREVIATION.sub(r"\1", plain))
    for part in _PART.findall(plain):
        if not re.match(f"[{_IDEOGRAPHS}{_KANA}]", part):
            yield part
            continue
        for piece in _CHINESE_FORMS.split(part):
            if _CHINESE_FORMS.fullmatch(piece):
                yield piece
            elif piece:
                yield from _chinese_words(piece)


def _chinese_words(text: str) -> Iterator[str]:
    """Yield the common words of a Chinese name and what is between them."""
    place = 0
    for match in _common_chinese().finditer(text):
        if match.start() > place:
            yield text[place : match.start()]
        yield match[0]
        place = match.end()
    if place < len(text):
        yield text[place:]


@cache
def _common_chinese() -> re.Pattern[str]:
    words = sorted({unified(word) for word in GENERIC_CHINESE}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))


class Weights:
    """How much a word says about a name; `places` and metals are as common as words of business."""

    def __init__(self, more_common: frozenset[str] = frozenset()) -> None:
        self._common = GENERIC | {unified(word) for word in GENERIC_CHINESE} | more_common

    def of(self, word: str) -> int:
        """Return the weight of a word: COMMON, USUAL or RARE."""
        if word in self._common or len(word) == 1 or word.isdecimal():
            return COMMON
        if word in ORDINARY or (len(word) == 2 and word.isascii()):
            return USUAL
        return RARE

"""The words of a text with their places: Latin words and numbers, and runs of Chinese characters."""

import re

from msgspec import Struct

_WORD = re.compile(
    r"[0-9A-Za-z\u00c0-\u024f]+(?:['\u2019\u02bc](?=[A-Za-z])[A-Za-z]+)?|[\u3005-\u9fff\uac00-\ud7a3]+"
)

_POSSESSIVES = ("'s", "\u2019s", "\u02bcs")


class Word(Struct, frozen=True):
    """A word as written, from its first position up to the one after its last."""

    text: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """The word without case and without the ending of a possessive."""
        plain = self.text.casefold()
        return plain[:-2] if plain.endswith(_POSSESSIVES) else plain

    @property
    def is_possessive(self) -> bool:
        """Whether the word ends in an apostrophe and s."""
        return self.text.casefold().endswith(_POSSESSIVES)


def split_words(text: str) -> list[Word]:
    """Return the words of a text in order; a hyphen separates, an apostrophe between letters does not."""
    return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]

"""Puts the fonts of a PDF by Qt into the order of their first use.

QPdfWriter (as of Qt 6.11) embeds fonts in the order of a hash table whose keys have the paths of the font files, so two
installations would write the same document with other bytes. A font is a descriptor, which begins its objects, four or
five more with the next numbers, and a dictionary with a number from its first use.
"""

import re
from collections.abc import Sequence

from explorer.charts.output.pdf_objects import PdfObject

_DESCRIPTOR = re.compile(rb"\d+ 0 obj\n<< /Type /FontDescriptor\n")
_DICTIONARY = re.compile(rb"\d+ 0 obj\n<< /Type /Font\n/Subtype /Type0\n")
_REFERENCE = re.compile(rb"\b(\d+) 0 (R|obj)\b")
_TAG = re.compile(rb"/FontName /Q[A-Z]{5}\+")


def with_fonts_in_order(objects: Sequence[PdfObject]) -> list[PdfObject]:
    """Return the objects with the fonts in the order of their first use, and the numbers that go with it."""
    fonts, rest = _fonts(objects)
    if len(fonts) < 2:
        return list(objects)
    first = objects.index(fonts[0][0])
    fonts.sort(key=_first_use)
    numbers = _new_numbers(fonts)
    ordered = [*rest[:first], *(part for font in fonts for part in font), *rest[first:]]
    return [_renumbered(part, numbers) for part in ordered]


def _fonts(objects: Sequence[PdfObject]) -> tuple[list[list[PdfObject]], list[PdfObject]]:
    """Return the objects of each font, and all others."""
    fonts: list[list[PdfObject]] = []
    rest: list[PdfObject] = []
    last = 0
    for part in objects:
        if _DESCRIPTOR.match(part.content):
            fonts.append([])
            last = part.number
        is_own = bool(fonts) and (part.number >= last or _DICTIONARY.match(part.content))
        (fonts[-1] if is_own else rest).append(part)
    return fonts, rest


def _first_use(font: list[PdfObject]) -> int:
    return next(part.number for part in font if _DICTIONARY.match(part.content))


def _new_numbers(fonts: list[list[PdfObject]]) -> dict[int, int]:
    """Return the new number of each object that was numbered when its font was embedded."""
    embedded = [[part.number for part in font if not _DICTIONARY.match(part.content)] for font in fonts]
    free = iter(sorted(number for numbers in embedded for number in numbers))
    return {number: next(free) for numbers in embedded for number in sorted(numbers)}


def _renumbered(part: PdfObject, numbers: dict[int, int]) -> PdfObject:
    """Return an object with new numbers before its stream, and the name that Qt derives from that of a descriptor."""

    def reference(match: re.Match[bytes]) -> bytes:
        number = int(match[1])
        return b"%d 0 %s" % (numbers.get(number, number), match[2])

    number = numbers.get(part.number, part.number)
    head, stream, content = part.content.partition(b"\nstream\n")
    head = _TAG.sub(b"/FontName /%s+" % _tag(number), _REFERENCE.sub(reference, head))
    return PdfObject(number, head + stream + content)


def _tag(number: int) -> bytes:
    letters = [b"Q"]
    for _ in range(5):
        number, letter = divmod(number, 26)
        letters.append(b"%c" % (65 + letter))
    return b"".join(letters)

"""Puts the fonts of a PDF by Qt into the order of their first use.

QPdfWriter (as of Qt 6.11) embeds fonts in the order of a hash table whose keys have the paths of the font files, so two
installations would write the same document with other bytes. A font is a descriptor, which begins its objects, four or
five more with the next numbers, and a dictionary with a number from its first use.
"""

import re
from dataclasses import dataclass
from itertools import count

_DESCRIPTOR = re.compile(rb"(\d+) 0 obj\n<< /Type /FontDescriptor\n")
_DICTIONARY = re.compile(rb"(\d+) 0 obj\n<< /Type /Font\n/Subtype /Type0\n")
_REFERENCE = re.compile(rb"\b(\d+) 0 (R|obj)\b")
_TAG = re.compile(rb"/FontName /Q[A-Z]{5}\+")
_ENTRY = re.compile(rb"(\d{10}) 00000 n ")
_TABLE = b"xref\n0 "


@dataclass(frozen=True, slots=True)
class _Object:
    """An object of a PDF with all its bytes up to the next one."""

    number: int
    content: bytes


def with_fonts_in_order(data: bytes) -> bytes:
    """Return a PDF as Qt wrote it with its fonts in the order of their first use, and the numbers that go with it."""
    table = data.rindex(_TABLE)
    offsets = {int(e[1]): n for n, e in enumerate(_ENTRY.finditer(data, table), start=1) if int(e[1])}
    starts = sorted(offsets)
    objects = [
        _Object(offsets[start], data[start:end])
        for start, end in zip(starts, (*starts[1:], table), strict=True)
    ]
    fonts, rest = _fonts(objects)
    if len(fonts) < 2:
        return data
    first = objects.index(fonts[0][0])
    fonts.sort(key=_first_use)
    numbers = _new_numbers(fonts)
    ordered = [*rest[:first], *(part for font in fonts for part in font), *rest[first:]]
    return _written(data[: starts[0]], [_renumbered(o, numbers) for o in ordered], data[table:])


def _fonts(objects: list[_Object]) -> tuple[list[list[_Object]], list[_Object]]:
    """Return the objects of each font, and all others."""
    fonts: list[list[_Object]] = []
    rest: list[_Object] = []
    last = 0
    for part in objects:
        if _DESCRIPTOR.match(part.content):
            fonts.append([])
            last = part.number
        is_own = bool(fonts) and (part.number >= last or _DICTIONARY.match(part.content))
        (fonts[-1] if is_own else rest).append(part)
    return fonts, rest


def _first_use(font: list[_Object]) -> int:
    return next(part.number for part in font if _DICTIONARY.match(part.content))


def _new_numbers(fonts: list[list[_Object]]) -> dict[int, int]:
    """Return the new number of each object that was numbered when its font was embedded."""
    embedded = [[part.number for part in font if not _DICTIONARY.match(part.content)] for font in fonts]
    free = iter(sorted(number for numbers in embedded for number in numbers))
    return {number: next(free) for numbers in embedded for number in sorted(numbers)}


def _renumbered(part: _Object, numbers: dict[int, int]) -> _Object:
    """Return an object with new numbers before its stream, and the name that Qt derives from that of a descriptor."""

    def reference(match: re.Match[bytes]) -> bytes:
        number = int(match[1])
        return b"%d 0 %s" % (numbers.get(number, number), match[2])

    number = numbers.get(part.number, part.number)
    head, stream, content = part.content.partition(b"\nstream\n")
    head = _TAG.sub(b"/FontName /%s+" % _tag(number), _REFERENCE.sub(reference, head))
    return _Object(number, head + stream + content)


def _tag(number: int) -> bytes:
    letters = [b"Q"]
    for _ in range(5):
        number, letter = divmod(number, 26)
        letters.append(b"%c" % (65 + letter))
    return b"".join(letters)


def _written(head: bytes, objects: list[_Object], table: bytes) -> bytes:
    """Return a document of objects with the places at which they are."""
    offsets: dict[int, int] = {}
    position = len(head)
    for part in objects:
        offsets[part.number] = position
        position += len(part.content)
    numbers = count(1)
    table = _ENTRY.sub(lambda _: b"%010d 00000 n " % offsets.get(next(numbers), 0), table)
    table = re.sub(rb"startxref\n\d+", b"startxref\n%d" % position, table)
    return b"".join((head, *(part.content for part in objects), table))

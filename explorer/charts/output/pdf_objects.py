"""The objects of a PDF by Qt, which can be changed and put together again."""

import re
from collections.abc import Iterable
from itertools import count

from msgspec import Struct

_ENTRY = re.compile(rb"(\d{10}) 00000 n ")
_TABLE = b"xref\n0 "


class PdfObject(Struct, frozen=True):
    """An object of a PDF with all its bytes up to the next one."""

    number: int
    content: bytes


class PdfObjects(Struct, frozen=True):
    """The objects in the order of the file, what is before them, and the table of their places after them."""

    head: bytes
    objects: tuple[PdfObject, ...]
    table: bytes


def read_objects(data: bytes) -> PdfObjects:
    """Return the objects of a document that Qt wrote."""
    table = data.rindex(_TABLE)
    numbers = {int(e[1]): n for n, e in enumerate(_ENTRY.finditer(data, table), start=1) if int(e[1])}
    starts = sorted(numbers)
    ends = (*starts[1:], table)
    objects = (PdfObject(numbers[a], data[a:b]) for a, b in zip(starts, ends, strict=True))
    return PdfObjects(data[: starts[0]], tuple(objects), data[table:])


def written(head: bytes, objects: Iterable[PdfObject], table: bytes) -> bytes:
    """Return a document of objects; the table gets the places at which they are now."""
    objects = tuple(objects)
    places: dict[int, int] = {}
    position = len(head)
    for part in objects:
        places[part.number] = position
        position += len(part.content)
    numbers = count(1)
    table = _ENTRY.sub(lambda _: b"%010d 00000 n " % places.get(next(numbers), 0), table)
    table = re.sub(rb"startxref\n\d+", b"startxref\n%d" % position, table)
    return b"".join((head, *(part.content for part in objects), table))

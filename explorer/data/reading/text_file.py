"""The text of files in the encodings in which tables of prices come."""

import codecs
import re

from explorer.errors import KnownError
from explorer.language import gettext

_SAMPLE = 200_000
_LEAST_ZEROS = 0.05  # the part of zero bytes from which a file without a mark is UTF-16
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_COMMON_CHINESE = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file: UTF-8, UTF-16, GB18030 or Windows-1252; raise KnownError where it is none."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.removeprefix("\ufeff")
    raise KnownError(gettext("{file} is not text. Save the table as CSV in UTF-8.").format(file=name))


def _encodings(data: bytes) -> tuple[str, ...]:
    """Return the encodings to try, the most likely first."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if data.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    head = data[:_SAMPLE]
    if 0 < head.count(0) < _LEAST_ZEROS * len(head):
        return ()
    if len(head) > 3 and b"\0" in head:  # without a mark; the digits of a table show the order of the bytes
        return ("utf-16-le",) if head[1::2].count(0) > head[::2].count(0) else ("utf-16-be",)
    if _looks_chinese(head):
        return ("utf-8", "gb18030", "cp1252")
    return ("utf-8", "cp1252", "gb18030")


def _looks_chinese(head: bytes) -> bool:
    """Return whether the bytes that are not ASCII come in pairs, as in Chinese text and rarely in Western text."""
    runs = _HIGH_BYTES.findall(head)
    if len(head) == _SAMPLE:
        runs = runs[:-1]  # the sample may end inside a character
    paired = sum(len(run) % 2 == 0 for run in runs)
    return paired > 0.9 * len(runs) and any(_COMMON_CHINESE.search(run) for run in runs)

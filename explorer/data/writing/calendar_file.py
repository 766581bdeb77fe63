"""Dates as a calendar file by RFC 5545: all-day events with a reminder a week before.

The bytes are the same for the same dates and edition.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from explorer.data.plain_text import without_controls

LONGEST_LINE = 75
_NEW_LINE = "\r\n"
_REMINDER = "-P6DT15H"  # before the midnight at which the day begins: at 9 o'clock a week earlier
_VERSION = re.compile(r"(\d{4})\.(\d{2})")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


class CalendarEntry(Struct, frozen=True):
    """An all-day event; `key` identifies it, so that a later import replaces it."""

    key: str
    day: date
    summary: str
    description: str


def calendar_file(entries: Iterable[CalendarEntry], data_version: str, verified_to: date) -> bytes:
    """Return a calendar file; the time stamp is the month of the edition, else the last day that was checked."""
    stamp = _stamp(data_version, verified_to)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Minor Metals Explorer//Edition {_escaped(data_version)}//EN",
        "CALSCALE:GREGORIAN",
        *(line for entry in entries for line in _event(entry, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}{_NEW_LINE}" for line in lines for folded in _folded(line)).encode()


def _event(entry: CalendarEntry, stamp: date) -> Iterator[str]:
    digest = hashlib.sha256(entry.key.encode()).hexdigest()[:24]
    yield "BEGIN:VEVENT"
    yield f"UID:{digest}@minor-metals-explorer"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(entry.summary)}"
    yield f"DESCRIPTION:{_escaped(entry.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(entry.summary)}"
    yield f"TRIGGER:{_REMINDER}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _stamp(data_version: str, verified_to: date) -> date:
    found = _VERSION.match(data_version)
    try:
        return date(int(found[1]), int(found[2]), 1) if found is not None else verified_to
    except ValueError:
        return verified_to


def _escaped(text: str) -> str:
    return without_controls(text).translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 bytes; each later part begins with a blank, and no character is split."""
    part, size = "", 0
    for character in line:
        length = len(character.encode())
        if size + length > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part += character
        size += length
    yield part

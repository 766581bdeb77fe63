"""A small reader of calendar files, by the rules of RFC 5545 for lines and texts."""

import re

_ESCAPES = {"\\n": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}


def lines_of(data: bytes) -> list[str]:
    """Return the unfolded lines of a file; every line ends with CR and LF."""
    assert data.endswith(b"\r\n")
    unfolded = data.replace(b"\r\n ", b"")
    assert b"\r" not in unfolded.replace(b"\r\n", b"") and b"\n" not in unfolded.replace(b"\r\n", b"")
    return unfolded.decode().removesuffix("\r\n").split("\r\n")


def events_of(data: bytes) -> list[dict[str, str]]:
    """Return the properties of each event, texts without their escapes; those of its reminder begin with VALARM."""
    events: list[dict[str, str]] = []
    is_inside, prefix = False, ""
    for line in lines_of(data):
        if line == "BEGIN:VEVENT":
            is_inside = True
            events.append({})
        elif line == "END:VEVENT":
            is_inside = False
        elif line in ("BEGIN:VALARM", "END:VALARM"):
            assert is_inside
            prefix = "VALARM " if line == "BEGIN:VALARM" else ""
        elif is_inside:
            name, _, value = f"{prefix}{line}".partition(":")
            assert name not in events[-1]
            events[-1][name] = re.sub(r"\\[n,;\\]", lambda found: _ESCAPES[found[0]], value)
    return events

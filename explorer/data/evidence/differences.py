"""Where a part of an evidence file differs from what the edition gives."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from explorer.data.evidence.json_text import NotJsonError, read_json
from explorer.data.evidence.part_names import MANIFEST, RECORDS
from explorer.language import gettext

MOST_SHOWN, LONGEST = 20, 120
MOST_MORE = 100_000  # bytes; a part that is much larger is not read
_MISSING = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of a part that is not the one that the edition gives; `field` is empty for a part as a whole.

    `in_file` and `by_edition` are the values in JSON, shortened, or empty where there is none.
    """

    part: str
    field: str
    in_file: str
    by_edition: str


def part_differences(name: str, found: bytes | None, wanted: bytes | None) -> list[Difference]:
    """Return where a part differs, at most MOST_SHOWN values."""
    if found == wanted:
        return []
    if found is None or wanted is None:
        size = gettext("not there")
        return [Difference(name, "", size if found is None else "", size if wanted is None else "")]
    if name not in (MANIFEST, *RECORDS):
        return [Difference(name, "", "", "")]
    if len(found) > 2 * len(wanted) + MOST_MORE:
        text = gettext("{count} bytes")
        return [Difference(name, "", text.format(count=len(found)), text.format(count=len(wanted)))]
    try:
        read = read_json(found)
    except NotJsonError:
        return [Difference(name, "", gettext("not valid JSON"), "")]
    values = list(islice(_values(read, read_json(wanted), ""), MOST_SHOWN))
    listed = [Difference(name, field, _shown(a), _shown(b)) for field, a, b in values]
    return listed or [Difference(name, "", gettext("the same values in another notation"), "")]


def _values(found: Any, wanted: Any, field: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield the values that differ with their fields, such as `status.measures[0].state`."""
    if type(found) is not type(wanted):
        yield field, found, wanted
    elif isinstance(wanted, dict):
        for name in dict.fromkeys((*wanted, *found)):
            inner = f"{field}.{name}" if field else name
            yield from _values(found.get(name, _MISSING), wanted.get(name, _MISSING), inner)
    elif isinstance(wanted, list):
        for number in range(max(len(found), len(wanted))):
            a, b = (values[number] if number < len(values) else _MISSING for values in (found, wanted))
            yield from _values(a, b, f"{field}[{number}]")
    elif found != wanted:
        yield field, found, wanted


def _shown(value: Any) -> str:
    if value is _MISSING:
        return ""
    text = json.dumps(value, ensure_ascii=False)
    text = "".join(c if c.isprintable() else "\ufffd" for c in text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

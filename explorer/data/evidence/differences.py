"""Where a part of an evidence file differs from what the edition gives."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from msgspec import Struct

from explorer.data.evidence.json_text import NotJsonError, read_json
from explorer.data.evidence.part_names import MANIFEST, RECORDS
from explorer.data.storage.connection import printable
from explorer.language import gettext

MOST_SHOWN, LONGEST = 20, 120
MOST_MORE = 100_000  # bytes; a part that is much larger is not read
_MISSING = object()
_ID_NAMES = ("measure_id", "item_id", "instrument_id", "source_id", "metal_id", "id")


class Difference(Struct, frozen=True):
    """A value of a part that is not the one that the edition gives.

    `in_file` and `by_edition` are the values in JSON, shortened, or empty where there is none. Where a part differs as
    a whole, `field` is empty and `sentence` says how.
    """

    part: str
    field: str = ""
    in_file: str = ""
    by_edition: str = ""
    sentence: str = ""


def part_differences(name: str, found: bytes | None, wanted: bytes | None) -> list[Difference]:
    """Return where a part differs, at most MOST_SHOWN values."""
    if found == wanted:
        return []
    if found is None:
        return [_whole(name, gettext("{part} is not in the file, but the edition gives it."))]
    if wanted is None:
        return [_whole(name, gettext("{part} is in the file, but the edition does not give it."))]
    if name not in (MANIFEST, *RECORDS):
        return [_whole(name, gettext("{part} is not the same."))]
    if len(found) > 2 * len(wanted) + MOST_MORE:
        text = gettext("{part} has {count} bytes; by the edition it has {wanted}.")
        return [_whole(name, text, count=len(found), wanted=len(wanted))]
    try:
        read = read_json(found)
    except NotJsonError:
        return [_whole(name, gettext("{part} is not valid JSON."))]
    values = list(islice(_values(read, read_json(wanted), ""), MOST_SHOWN))
    listed = [Difference(name, field, _shown(a), _shown(b)) for field, a, b in values]
    return listed or [_whole(name, gettext("{part} has the same values in another notation."))]


def _whole(name: str, sentence: str, **fields: int) -> Difference:
    return Difference(name, sentence=sentence.format(part=name, **fields))


def _values(found: Any, wanted: Any, field: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield the values that differ with their fields, such as `status.measures[0].state`."""
    if type(found) is not type(wanted):
        yield field, found, wanted
    elif isinstance(wanted, dict):
        for name in dict.fromkeys((*wanted, *found)):
            inner = f"{field}.{name}" if field else name
            yield from _values(found.get(name, _MISSING), wanted.get(name, _MISSING), inner)
    elif isinstance(wanted, list) and (ids := _ids(found, wanted)):
        yield from _values_by_id(found, wanted, field, ids)
    elif isinstance(wanted, list):
        for number in range(max(len(found), len(wanted))):
            a, b = (values[number] if number < len(values) else _MISSING for values in (found, wanted))
            yield from _values(a, b, f"{field}[{number}]")
    elif found != wanted:
        yield field, found, wanted


def _ids(found: list[Any], wanted: list[Any]) -> str:
    """Return the name of the ids of the records in two lists, empty where they have none or one twice."""
    first = next(iter(wanted or found), None)
    name = next((key for key in first if key in _ID_NAMES), "") if isinstance(first, dict) else ""
    for records in (found, wanted):
        ids = [record.get(name) if isinstance(record, dict) else None for record in records]
        if not all(isinstance(i, str) for i in ids) or len(set(ids)) != len(ids):
            return ""
    return name


def _values_by_id(
    found: list[Any], wanted: list[Any], field: str, name: str
) -> Iterator[tuple[str, Any, Any]]:
    """Yield the values that differ in records with the same ids, such as `[cn-2024-46-2a].state`."""
    before, after = ({record[name]: record for record in records} for records in (found, wanted))
    for i in dict.fromkeys((*after, *before)):
        a, b = before.get(i, _MISSING), after.get(i, _MISSING)
        if _MISSING in (a, b):
            a, b = (_MISSING if x is _MISSING else {name: i} for x in (a, b))
        yield from _values(a, b, f"{field}[{printable(i)}]")
    common = [i for i in before if i in after]
    if common != [i for i in after if i in before]:
        yield field, common, [i for i in after if i in before]


def _shown(value: Any) -> str:
    if value is _MISSING:
        return ""
    return printable(json.dumps(value, ensure_ascii=False), LONGEST)

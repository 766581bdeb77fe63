"""The differences between two editions as plain values and as rows of a CSV file."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from explorer.data.contents.cells import plain_values
from explorer.data.context import Context
from explorer.data.controls.change_record import STATUS_COLUMNS, metal_status_dict, status_cells
from explorer.data.controls.changes import MetalStatus
from explorer.data.editions.fact_differences import KINDS, REMOVED, REVISED, RowChange, TableChanges
from explorer.data.editions.status_differences import StatusChange
from explorer.data.records import Edition

_PLACES = ("origin", "destination", "as_of")
HEADER = (
    *("record", "change", "table", "key", "column", "sources", *_PLACES),
    *(f"{edition}{name}" for edition in ("old", "new") for name in STATUS_COLUMNS),
    "flags",
)
FACT, STATUS = "fact", "status"


class EditionChanges(Struct, frozen=True):
    """What differs between an old and a new edition: facts, and statuses on a day.

    The names are the versions, or the names of editions or files of one version.
    """

    old: Edition
    new: Edition
    old_name: str
    new_name: str
    facts: tuple[TableChanges, ...]
    statuses: tuple[StatusChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether neither a fact nor a status differs."""
        return not (self.facts or self.statuses)

    def count(self, kind: str) -> int:
        """Return the number of facts of a kind."""
        return sum(table.count(kind) for table in self.facts)


def as_dict(found: EditionChanges, context: Context, *, all_places: bool, is_beyond: bool) -> dict[str, Any]:
    """Return the differences as plain values; an unknown value is null, and so are places where all are compared.

    `is_beyond` is whether the as-of date is later than the last day checked of the new edition.
    """
    return {
        "on": context.as_of.isoformat(),
        "from": None if all_places else context.origin,
        "to": None if all_places else context.destination,
        "beyond_verified": is_beyond,
        "old": _edition_dict(found.old),
        "new": _edition_dict(found.new),
        "statuses": [_status_dict(change) for change in found.statuses],
        "tables": [
            {
                "table": of.table.name,
                **{kind: of.count(kind) for kind in KINDS},
                "rows": [_row_dict(row) for row in of.rows],
            }
            for of in found.facts
        ],
    }


def _edition_dict(edition: Edition) -> dict[str, Any]:
    return {
        "data_version": edition.data_version,
        "verified_to": edition.verified_to,
        "inputs_sha256": edition.sha256,
    }


def _status_dict(change: StatusChange) -> dict[str, Any]:
    return {
        "metal": change.metal_id,
        "from": change.context.origin,
        "to": change.context.destination,
        "on": change.context.as_of.isoformat(),
        "old": None if change.before is None else metal_status_dict(change.before),
        "new": None if change.after is None else metal_status_dict(change.after),
    }


def _row_dict(row: RowChange) -> dict[str, Any]:
    described = {
        "change": row.kind,
        "key": _plain(row.key),
        "label": row.label,
        "sources": list(row.source_ids),
        "flags": row.flags,
    }
    if row.kind == REVISED:
        changes = [{"column": c.column.name, "old": _value(c.old), "new": _value(c.new)} for c in row.changes]
        return {**described, "changes": changes}
    return {**described, "values": _plain(row.values)}


def _plain(values: Any) -> dict[str, object]:
    return dict(zip(values, plain_values(list(values.values())), strict=True))


def _value(value: object) -> object:
    return plain_values([value])[0]


def rows(found: EditionChanges) -> Iterator[tuple[object, ...]]:
    """Yield a row for each status, then one for each value of a fact, below HEADER."""
    for change in found.statuses:
        context = change.context
        places = context.origin, context.destination, context.as_of.isoformat()
        cells = *_status_cells(change.before), *_status_cells(change.after)
        yield STATUS, REVISED, "", change.metal_id, "", "", *places, *cells, ""
    for table in found.facts:
        for row in table.rows:
            yield from _fact_rows(row)


def _fact_rows(row: RowChange) -> Iterator[tuple[object, ...]]:
    key = "|".join("" if value is None else str(value) for value in row.key.values())
    flags = ";".join(f"{name}={value}" for name, value in row.flags.items())
    start, sources = (FACT, row.kind, row.table.name, key), ";".join(row.source_ids)
    no_place, no_status = ("",) * len(_PLACES), ("",) * (len(STATUS_COLUMNS) - 1)
    for name, old, new in _values(row):
        yield *start, name, sources, *no_place, _value(old), *no_status, _value(new), *no_status, flags


def _values(row: RowChange) -> Iterable[tuple[str, object, object]]:
    """Return the values of a row with their columns; those of an added or removed row are new or old."""
    if row.kind == REVISED:
        return [(c.column.name, c.old, c.new) for c in row.changes]
    others = [(n, v) for n, v in row.values.items() if n not in row.table.key and v is not None]
    pairs = [(n, v, None) if row.kind == REMOVED else (n, None, v) for n, v in others]
    return pairs or [("", None, None)]


def _status_cells(status: MetalStatus | None) -> tuple[object, ...]:
    """Return a status as cells; all are empty for a metal that is not on file."""
    return ("",) * len(STATUS_COLUMNS) if status is None else status_cells(status)

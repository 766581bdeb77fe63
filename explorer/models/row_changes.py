"""The single steps that turn one list of rows into another, so that a view keeps its place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct


class RowChange(Struct, frozen=True):
    """The row of a key is taken from `source`, None for a new row, and put at `target`, None for a removed one.

    `target` counts the rows without the one that is taken away.
    """

    key: str
    source: int | None
    target: int | None


def row_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[RowChange]:
    """Yield the removals, then the moves and insertions that turn old into new; each key occurs once in a list."""
    rows = list(old)
    wanted = set(new)
    for row in range(len(rows) - 1, -1, -1):
        if rows[row] not in wanted:
            yield RowChange(rows.pop(row), row, None)
    kept = set(rows)
    unmoved = _longest_in_order(rows, new)
    previous: str | None = None
    for key in new:
        if key not in unmoved:
            source = rows.index(key) if key in kept else None
            if source is not None:
                del rows[source]
            target = 0 if previous is None else rows.index(previous) + 1
            rows.insert(target, key)
            yield RowChange(key, source, target)
        previous = key


def _longest_in_order(rows: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the largest set of rows that have the same order in both lists: these need not move."""
    position = {key: place for place, key in enumerate(new)}
    tails: list[int] = []  # the smallest last position of a run of each length
    ends: list[str] = []
    before: dict[str, str | None] = {}
    for key in rows:
        length = bisect_left(tails, position[key])
        before[key] = ends[length - 1] if length else None
        tails[length : length + 1] = [position[key]]
        ends[length : length + 1] = [key]
    result = set()
    key_or_none = ends[-1] if ends else None
    while key_or_none is not None:
        result.add(key_or_none)
        key_or_none = before[key_or_none]
    return result

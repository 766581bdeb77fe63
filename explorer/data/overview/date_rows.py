"""The dates and counts around a day as rows of a CSV file."""

from collections.abc import Iterator

from explorer.data.overview.date_entry import EntryState, NearDates
from explorer.data.writing.csv_file import yes_no

_STATE = ("", "_presumed", "_your_entry", "_until")
HEADER = (
    *("record", "day", "published", "change", "words", "document", "from", "to", "measures", "metals"),
    *(f"before{name}" for name in _STATE),
    *(f"after{name}" for name in _STATE),
    *("applies_from", "by_statement", "beyond_verified", "pill_state", "count", "next_count", "source_ids"),
)


def rows(found: NearDates) -> Iterator[tuple[object, ...]]:
    """Yield a row for each date, then one for each status under HEADER; several values are joined by `;`."""
    for entry in found.entries:
        yield (
            *("date", entry.day.isoformat(), entry.published, entry.change, entry.words, entry.document_id),
            *(entry.origin, ";".join(entry.destinations), ";".join(entry.measure_ids)),
            *(";".join(entry.metal_ids), *_cells(entry.before), *_cells(entry.after)),
            *(
                entry.applies_from.isoformat(),
                yes_no(entry.by_statement),
                yes_no(entry.beyond_verified),
            ),
            *(entry.tone, "", "", ";".join(entry.source_ids)),
        )
    nothing = [""] * len(HEADER)
    for count in found.counts:
        cells = dict(zip(HEADER, nothing, strict=True)) | {
            "record": "status",
            "day": found.as_of.isoformat(),
            "metals": ";".join(count.metal_ids),
            "beyond_verified": yes_no(found.as_of > found.checked),
            "pill_state": count.state,
            "count": str(len(count.metal_ids)),
            "next_count": str(count.next_count),
        }
        yield tuple(cells.values())


def _cells(state: EntryState) -> tuple[str, ...]:
    if not state.name:
        return ("",) * len(_STATE)
    return state.name, yes_no(state.presumed), yes_no(state.your_entry), state.until

"""A timeline as plain values and as rows of a CSV file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from explorer.data.controls.timeline import Timeline, TimelineRow, TimelineSpan
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_name
from explorer.data.writing.csv_file import yes_no

HEADER = (
    *("metal", "document_id", "measure_id", "measure", "kind", "strictness", "destination"),
    *("for_special_forms", "purchasing_rule", "state", "from", "to", "presumed", "your_entry"),
    *("beyond_verified", "metals"),
    *("source_ids", "note"),
)


def as_dict(store: Store, found: Timeline, days: tuple[date, date], reason: str = "") -> dict[str, Any]:
    """Return the rows of a timeline in the days shown as plain values, or the reason why there are none."""
    context = found.context
    return {
        "on": context.as_of.isoformat(),
        "from": context.origin,
        "to": context.destination,
        "all_destinations": found.everywhere,
        "by": found.by,
        "kind": found.kind,
        "since": days[0].isoformat(),
        "until": days[1].isoformat(),
        "data_version": store.edition.data_version,
        "verified_to": store.edition.verified_to,
        "reason": reason or None,
        "rows": [_row_dict(row, days) for row in found.rows],
    }


def _row_dict(row: TimelineRow, days: tuple[date, date]) -> dict[str, Any]:
    measure = row.measure
    return {
        "metal": row.metal_id or None,
        "document_id": row.instrument.instrument_id,
        "measure_id": measure.measure_id if measure is not None else None,
        "measure": row_name(row),
        "kind": row.kind,
        "strictness": measure.strictness if measure is not None else None,
        "destination": measure.destination if measure is not None else None,
        "for_special_forms": not row.targeted,
        "purchasing_rule": measure is not None and measure.is_purchasing_rule,
        "state": row.state.name if row.state is not None else None,
        "presumed": row.state.presumed if row.state is not None else False,
        "your_entry": row.state.your_entry if row.state is not None else False,
        "paused_until": row.state.until if row.state is not None else None,
        "metals": _metals(row),
        "spans": [_span_dict(span) for span in row.spans if span.meets(*days)],
        "source_ids": list(row.source_ids),
    }


def _span_dict(span: TimelineSpan) -> dict[str, Any]:
    return {
        "state": span.state,
        "from": span.start.isoformat(),
        "to": span.end.isoformat() if span.end is not None else None,
        "presumed": span.presumed,
        "your_entry": span.your_entry,
        "until": span.until,
        "note": span.note or None,
        "beyond_verified": span.beyond_verified,
    }


def row_name(row: TimelineRow) -> str:
    """Return the short name of a measure, or of a document without one."""
    return measure_name(row.measure) if row.measure is not None else instrument_name(row.instrument)


def rows(found: Timeline, days: tuple[date, date]) -> Iterator[tuple[str, ...]]:
    """Yield the spans in the days shown under HEADER."""
    for row in found.rows:
        measure = row.measure
        for span in row.spans:
            if span.meets(*days):
                yield (
                    row.metal_id,
                    row.instrument.instrument_id,
                    measure.measure_id if measure is not None else "",
                    row_name(row),
                    row.kind,
                    (measure.strictness or "") if measure is not None else "",
                    measure.destination if measure is not None else "",
                    yes_no(not row.targeted),
                    yes_no(measure is not None and measure.is_purchasing_rule),
                    span.state,
                    span.start.isoformat(),
                    span.end.isoformat() if span.end is not None else "",
                    yes_no(span.presumed),
                    yes_no(span.your_entry),
                    yes_no(span.beyond_verified),
                    ";".join(_metals(row)),
                    ";".join(row.source_ids),
                    span.note,
                )


def _metals(row: TimelineRow) -> list[str]:
    return [target.metal_id for target in row.measure.targets] if row.measure is not None else []

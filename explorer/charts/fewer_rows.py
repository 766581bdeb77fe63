"""Fewer rows for a chart in a small image: which rows are left out, and the note on them."""

from collections import Counter
from dataclasses import replace
from datetime import date

from explorer.charts.spec import Axis, ChartSpec, Row, SpanBar
from explorer.data.controls.status import IN_FORCE
from explorer.data.records import KIND_RANK
from explorer.data.words import kind_word, state_name


def fewer_rows(spec: ChartSpec, count: int) -> ChartSpec:
    """Return a chart with a number of its rows, and a note on those left out.

    Bars lose their last rows. Of measures, ended ones are left out first, then those of the lowest rank; measures of
    the highest rank in force are kept longest, and all keep their order.
    """
    if count >= spec.row_count:
        return spec
    if not spec.rows:
        return _first_rows(spec, count)
    dropped = sorted(range(len(spec.rows)), key=lambda n: (_weight(spec.rows[n], spec.context.as_of), -n))
    gone = dropped[: len(spec.rows) - count]
    left_out = [spec.rows[n] for n in gone]
    kept = tuple(row for n, row in enumerate(spec.rows) if n not in gone)
    return _with_note(replace(spec, rows=kept, y=_lower(spec, len(left_out))), _note(spec, left_out))


def _with_note(spec: ChartSpec, note: str) -> ChartSpec:
    """Return a chart with a note in the first place, where it is never cut."""
    return replace(spec, left_out=(note, *spec.left_out), notes=(note, *spec.notes))


def lasting_rows(spec: ChartSpec) -> int:
    """Return the number of rows of measures that have not ended, or of all rows of a chart of bars."""
    if not spec.rows:
        return spec.row_count
    return sum(_current_span(row, spec.context.as_of) is not None for row in spec.rows)


def _first_rows(spec: ChartSpec, count: int) -> ChartSpec:
    left_out = spec.row_count - count
    note = f"{left_out} of {spec.row_count} rows not shown."
    series = tuple(replace(s, points=s.points[:count]) for s in spec.series)
    return _with_note(replace(spec, series=series, y=_lower(spec, left_out)), note)


def _lower(spec: ChartSpec, rows: int) -> Axis:
    return replace(spec.y, high=spec.y.high - rows)


def _current_span(row: Row, day: date) -> SpanBar | None:
    """Return the span of a day or the next one after it; None where the measure has ended."""
    return next((s for s in row.spans if s.end is None or s.end >= day), None)


def _weight(row: Row, day: date) -> tuple[bool, int, bool, bool]:
    """Return the weight of a row; rows with the lowest weight are left out first."""
    span = _current_span(row, day)
    kind = (span.kind if span is not None else "") or row.kind
    in_force = span is not None and span.state == IN_FORCE
    return span is not None, KIND_RANK[kind], in_force, not row.background


def _note(spec: ChartSpec, left_out: list[Row]) -> str:
    """Return `4 of 9 measures not shown: 3 ended, 1 technology control.`"""
    groups = Counter(_group(row, spec.context.as_of) for row in left_out)
    parts = [(n, one if n == 1 else many) for (one, many), n in groups.items()]
    groups_text = parts[0][1] if len(parts) == 1 else ", ".join(f"{n} {words}" for n, words in parts)
    noun = "metals" if spec.by_metal else "measures"
    return f"{len(left_out)} of {len(spec.rows)} {noun} not shown: {groups_text}."


def _group(row: Row, day: date) -> tuple[str, str]:
    """Return the group of a row that is left out, in the singular and the plural: `ended`, `quota`, `quotas`."""
    span = _current_span(row, day)
    if span is None:
        return "ended", "ended"
    word = kind_word(span.kind or row.kind, span.strictness)
    state = "" if span.state == IN_FORCE else f" ({state_name(span.state)})"
    if row.metal_id:
        return f"with {word}{state}", f"with {word}{state}"
    head, space, tail = word.partition(" in ")  # refusals in principle
    plural = head if head.endswith("trading") else f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"
    plural = f"{plural}{space}{tail}"
    return f"{word}{state}", f"{plural}{state}"

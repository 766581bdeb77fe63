"""The headline of a metal over time: its highest measure, in force, paused or announced, day by day."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.answer import pill_of
from explorer.data.controls.history import turning_days
from explorer.data.controls.status import Status, matches, status_of
from explorer.data.records import Measure

_DAY = timedelta(days=1)


class HeadlineSpan(Struct, frozen=True):
    """Days, both included, with one kind of measure in one state as the headline; an open end is None."""

    start: date
    end: date | None
    kind: str
    state: str
    presumed: bool
    strictness: str | None
    until: str | None
    measure_ids: tuple[str, ...]
    your_entry: bool = False


def headline_spans(measures: Iterable[Measure], metal_id: str, context: Context) -> tuple[HeadlineSpan, ...]:
    """Return the headlines of a metal in the order of days; days without any measure have none.

    A suspension that was prolonged is one span, which ends on its latest last day.
    """
    relevant = [m for m in measures if matches(m, context) and m.target(metal_id) is not None]
    days = sorted({day for measure in relevant for day in turning_days(measure)})
    result: list[HeadlineSpan] = []
    for start, following in zip_longest(days, days[1:]):
        end = following - _DAY if following else None
        span = _span(status_of(relevant, metal_id, replace(context, as_of=start)), start, end)
        if span is None:
            continue
        if result and result[-1].end == start - _DAY and _headline(result[-1]) == _headline(span):
            ids = tuple(dict.fromkeys((*result[-1].measure_ids, *span.measure_ids)))
            span = replace(span, start=result[-1].start, end=end, measure_ids=ids)
            result.pop()
        result.append(span)
    return tuple(result)


def _headline(span: HeadlineSpan) -> tuple[object, ...]:
    return span.kind, span.state, span.presumed, span.strictness, span.your_entry


def _span(status: Status, start: date, end: date | None) -> HeadlineSpan | None:
    pill = pill_of(status)
    if pill.kind == "none":
        return None
    ids = tuple(m.measure.measure_id for m in pill.measures)
    found = (pill.kind, pill.state, pill.presumed, pill.strictness, pill.until)
    return HeadlineSpan(start, end, *found, ids, pill.your_entry)


def first_start(spans: Sequence[HeadlineSpan], kinds: frozenset[str]) -> date | None:
    """Return the first day on which the headline is a measure of some kinds, in any state."""
    return next((s.start for s in spans if s.kind in kinds), None)

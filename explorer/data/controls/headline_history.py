"""What headlines the status of a metal over time: its highest measure, in force or waiting, day by day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from explorer.data.context import Context
from explorer.data.controls.answer import pill_of
from explorer.data.controls.history import turning_days
from explorer.data.controls.status import IN_FORCE, Status, matches, status_of
from explorer.data.records import Measure

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HeadlineSpan:
    """Days, both included, on which one kind of measure in one state headlines; an open end is None."""

    start: date
    end: date | None
    kind: str
    state: str
    presumed: bool
    strictness: str | None
    until: str | None
    measure_ids: tuple[str, ...]


def headline_spans(measures: Iterable[Measure], metal_id: str, context: Context) -> tuple[HeadlineSpan, ...]:
    """Return the headlines of a metal in the order of days; days without any measure have none.

    A suspension that was prolonged is one span, which ends as the last word on it says.
    """
    bound = [m for m in measures if matches(m, context) and m.target(metal_id) is not None]
    days = sorted({day for measure in bound for day in turning_days(measure)})
    found: list[HeadlineSpan] = []
    for start, following in zip_longest(days, days[1:]):
        end = following - _DAY if following else None
        span = _span(status_of(bound, metal_id, replace(context, as_of=start)), start, end)
        if span is None:
            continue
        if found and found[-1].end == start - _DAY and _look(found[-1]) == _look(span):
            ids = tuple(dict.fromkeys((*found[-1].measure_ids, *span.measure_ids)))
            span = HeadlineSpan(found[-1].start, end, *_look(span), span.until, ids)
            found.pop()
        found.append(span)
    return tuple(found)


def _look(span: HeadlineSpan) -> tuple[str, str, bool, str | None]:
    return span.kind, span.state, span.presumed, span.strictness


def _span(status: Status, start: date, end: date | None) -> HeadlineSpan | None:
    found = pill_of(status)
    if found.kind == "none":
        return None
    ids = tuple(m.measure.measure_id for m in found.measures)
    until = found.measures[0].until if found.state != IN_FORCE else None
    return HeadlineSpan(start, end, found.kind, found.state, found.presumed, found.strictness, until, ids)


def first_start(spans: Sequence[HeadlineSpan], kinds: frozenset[str]) -> date | None:
    """Return the first day on which a measure of some kinds headlines, in whatever state."""
    return next((s.start for s in spans if s.kind in kinds), None)

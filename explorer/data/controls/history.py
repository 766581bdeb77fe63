"""Measures over time: days of change, spans of one state, the first day of a control."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from itertools import zip_longest

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.status import ENDED, IN_FORCE, State, matches, state_on
from explorer.data.dates import first_day
from explorer.data.records import Measure

CONTROLS = frozenset({"prohibition", "licence"})
_DAY = timedelta(days=1)


class Span(Struct, frozen=True):
    """Days, both ends included, on which a measure has one state; an open end is None."""

    start: date
    end: date | None
    state: State


def turning_days(measure: Measure) -> list[date]:
    """Return the days, in order, on which the state of a measure can change."""
    days = {first_day(d) for d in (measure.announced, measure.effective) if d}
    days |= {first_day(e.date) for e in measure.events}
    days |= {first_day(e.until) + _DAY for e in measure.events if e.until}
    if measure.expires:
        days.add(first_day(measure.expires) + _DAY)
    return sorted(days)


@lru_cache(maxsize=1024)
def spans(measure: Measure) -> tuple[Span, ...]:
    """Return the states of a measure as spans in order, adjacent ones of one state joined."""
    result: list[Span] = []
    days = turning_days(measure)
    for start, following in zip_longest(days, days[1:]):
        state = state_on(measure, start)
        if state is None:
            continue
        end = following - _DAY if following else None
        if result and result[-1].state == state and result[-1].end == start - _DAY:
            result[-1] = Span(result[-1].start, end, state)
        else:
            result.append(Span(start, end, state))
    return tuple(result)


def ends_term(measure: Measure, end: date | None) -> bool:
    """Return whether a measure ends after a day because the term in its document runs out."""
    after = state_on(measure, end + _DAY) if end is not None else None
    return measure.ends_with_term and after is not None and after.name == ENDED


def first_controlled(
    measures: Iterable[Measure], metal_id: str, context: Context
) -> tuple[date, Measure] | None:
    """Return the first day on which a licence or prohibition was in force, not presumed, and that measure.

    Figures depend on this day, so entries of the user do not change it.
    """
    first: tuple[date, Measure] | None = None
    for shown in measures:
        measure = shown.published or shown
        if (
            measure.is_own
            or measure.kind not in CONTROLS
            or not matches(measure, context)
            or not measure.target(metal_id)
        ):
            continue
        for span in spans(measure):
            if span.state.name == IN_FORCE and not span.state.presumed:
                if first is None or span.start < first[0]:
                    first = (span.start, measure)
                break
    return first

"""The control dates of metals: the days on which a measure was announced, took effect, was paused or ended."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from explorer.charts.builders.subject import metal_names
from explorer.charts.spec import Axis, ControlDate
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.controls.history import CONTROLS, Span, spans
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, matches
from explorer.data.dates import show
from explorer.data.places import place_name
from explorer.data.records import KIND_RANK, Measure, Metal
from explorer.data.store import Store
from explorer.data.words import measure_kind, state_name
from explorer.language import list_of

YEARS_AFTER, END_ROOM = 1.5, 0.15
_DAY = timedelta(days=1)
_ORDER = {ENDED: 0, SUSPENDED: 1, ANNOUNCED: 2, IN_FORCE: 3}


@dataclass(frozen=True, slots=True)
class _Change:
    day: date
    state: str
    presumed: bool
    tail: str
    measure: Measure


def control_dates(store: Store, metal_id: str, context: Context) -> tuple[ControlDate, ...]:
    """Return the control dates of a metal up to the as-of date, one for each day and state, in order."""
    measures = [m for m in store.measures.values() if matches(m, context) and m.target(metal_id) is not None]
    spans_of = {m.measure_id: spans(m) for m in measures}
    groups: dict[tuple[date, int, str, bool, str], list[Measure]] = defaultdict(list)
    for measure in measures:
        for change in _changes(measure, spans_of[measure.measure_id], context.as_of):
            if not _is_renewal(change, measures, spans_of):
                key = (change.day, _ORDER[change.state], change.state, change.presumed, change.tail)
                groups[key].append(measure)
    return tuple(
        _control_date(store, day, state, presumed, tail, members)
        for (day, _, state, presumed, tail), members in sorted(groups.items(), key=lambda g: g[0])
    )


def joint_control_dates(store: Store, metals: Sequence[Metal], context: Context) -> tuple[ControlDate, ...]:
    """Return the control dates of licences and prohibitions on several metals, with the metals of each."""
    groups: dict[tuple[date, str, bool, str], list[tuple[Metal, ControlDate]]] = defaultdict(list)
    for metal in metals:
        for event in control_dates(store, metal.metal_id, context):
            if event.kind in CONTROLS:
                groups[event.day, event.state, event.presumed, event.label].append((metal, event))
    events = [_joint(members) for members in groups.values()]
    return tuple(sorted(events, key=lambda e: (e.day, -KIND_RANK[e.kind], e.label)))


def _joint(members: list[tuple[Metal, ControlDate]]) -> ControlDate:
    names = capital(metal_names(metal for metal, _ in members))
    ids = dict.fromkeys(i for _, event in members for i in event.measure_ids)
    return replace(members[0][1], label=f"{names}: {members[0][1].label}", measure_ids=tuple(ids))


def on_years(events: Iterable[ControlDate], x: Axis) -> tuple[tuple[ControlDate, ...], Axis]:
    """Return the control dates inside the years shown or shortly after, and an axis of years for them."""
    kept = tuple(e for e in events if x.low <= x.place(e.day) <= x.high + YEARS_AFTER)
    last = max((x.place(e.day) for e in kept), default=x.low)
    return kept, replace(x, high=max(x.high, last + END_ROOM))


def _changes(measure: Measure, of_measure: tuple[Span, ...], as_of: date) -> Iterable[_Change]:
    """Yield the changes of one measure; spans that only extend a pause are part of its first one."""
    known = [s for s in of_measure if s.start <= as_of]
    for i, span in enumerate(known):
        name, before = span.state.name, known[i - 1].state.name if i else None
        if name == before and name == SUSPENDED:
            continue
        if name == ANNOUNCED and _takes_effect_next(of_measure, i):
            continue
        if name == ENDED and before not in (IN_FORCE, SUSPENDED):
            continue
        yield _Change(span.start, name, span.state.presumed, _tail(known, i), measure)


def _takes_effect_next(of_measure: tuple[Span, ...], i: int) -> bool:
    """Return whether an announced measure took effect next, so that the first day in force is enough."""
    return i + 1 < len(of_measure) and of_measure[i + 1].state.name == IN_FORCE


def _tail(known: Sequence[Span], i: int) -> str:
    """Return the end of a pause as it is known, and from when it is presumed; ` again` after a pause."""
    span = known[i]
    if span.state.name == SUSPENDED:
        run = [span]
        for later in known[i + 1 :]:
            if later.state.name != SUSPENDED:
                break
            run.append(later)
        tail = f" until {show(run[-1].state.until)}" if run[-1].state.until else ""
        presumed = next((s for s in run if s.state.presumed), None)
        if presumed is not None and presumed is not span:
            tail += f", since {show(presumed.start)} by a statement only (presumed)"
        return tail
    if span.state.name == IN_FORCE and any(s.state.name == SUSPENDED for s in known[:i]):
        return " again"
    return ""


def _is_renewal(change: _Change, measures: list[Measure], spans_of: dict[str, tuple[Span, ...]]) -> bool:
    """Return whether another measure of the same kind was in force on the day as well, so that nothing changed."""
    if change.measure.kind in CONTROLS or change.state not in (IN_FORCE, ENDED):
        return False
    day = change.day - _DAY if change.state == IN_FORCE else change.day
    return any(
        other is not change.measure
        and (other.kind, other.destination) == (change.measure.kind, change.measure.destination)
        and any(
            s.start <= day and (s.end is None or day <= s.end) and s.state.name == IN_FORCE
            for s in spans_of[other.measure_id]
        )
        for other in measures
    )


def _control_date(
    store: Store, day: date, state: str, presumed: bool, tail: str, members: list[Measure]
) -> ControlDate:
    members = sorted(members, key=lambda m: (-KIND_RANK[m.kind], m.measure_id))
    by_place: dict[str, list[str]] = {}
    for measure in members:
        words = by_place.setdefault(measure.destination, [])
        if measure_kind(measure) not in words:
            words.append(measure_kind(measure))
    parts = [f"{list_of(words)}, {place_name(store, place)}" for place, words in by_place.items()]
    label = "; ".join(parts)
    if state == IN_FORCE:
        label += f", in force{tail}" if tail else ""
    else:
        label += f": {state_name(state)}{tail}"
    if presumed:
        label += " (presumed)"
    return ControlDate(day, label, members[0].kind, state, tuple(m.measure_id for m in members), presumed)

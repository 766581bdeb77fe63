"""The days on which control changed, as marks on a time axis."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from explorer.charts.spec import Axis, ControlDate
from explorer.data.context import Context
from explorer.data.controls.history import CONTROLS, Span, spans
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, matches
from explorer.data.dates import show
from explorer.data.places import place_name
from explorer.data.records import KIND_RANK, Measure
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
    """Return the control dates of a metal up to the day asked, one mark a day and state reached, in order."""
    bound = [m for m in store.measures.values() if matches(m, context) and m.target(metal_id) is not None]
    lives = {m.measure_id: spans(m) for m in bound}
    groups: dict[tuple[date, int, str, bool, str], list[Measure]] = defaultdict(list)
    for measure in bound:
        for change in _changes(measure, lives[measure.measure_id], context.as_of):
            if not _renewal(change, bound, lives):
                key = (change.day, _ORDER[change.state], change.state, change.presumed, change.tail)
                groups[key].append(measure)
    return tuple(
        _mark(store, day, state, presumed, tail, members)
        for (day, _, state, presumed, tail), members in sorted(groups.items(), key=lambda g: g[0])
    )


def on_years(events: Iterable[ControlDate], x: Axis) -> tuple[tuple[ControlDate, ...], Axis]:
    """Return the control dates inside the shown years, and an axis that holds those shortly after them."""
    kept = tuple(e for e in events if x.low <= x.place(e.day) <= x.high + YEARS_AFTER)
    last = max((x.place(e.day) for e in kept), default=x.low)
    return kept, replace(x, high=max(x.high, last + END_ROOM))


def _changes(measure: Measure, life: tuple[Span, ...], as_of: date) -> Iterable[_Change]:
    """Yield the steps of one measure; spans that only prolong a suspension join the first of them."""
    known = [s for s in life if s.start <= as_of]
    for i, span in enumerate(known):
        name, before = span.state.name, known[i - 1].state.name if i else None
        if name == before and name == SUSPENDED:
            continue
        if name == ANNOUNCED and _soon_in_force(life, i):
            continue
        if name == ENDED and before not in (IN_FORCE, SUSPENDED):
            continue
        yield _Change(span.start, name, span.state.presumed, _tail(known, i), measure)


def _soon_in_force(life: tuple[Span, ...], i: int) -> bool:
    """Tell whether an announcement led straight to force, so that the day of force says it all."""
    return i + 1 < len(life) and life[i + 1].state.name == IN_FORCE


def _tail(known: Sequence[Span], i: int) -> str:
    """Return what a mark adds: the end of the suspension as it is known, and from when on it is presumed."""
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


def _renewal(change: _Change, bound: list[Measure], lives: dict[str, tuple[Span, ...]]) -> bool:
    """Tell whether another measure of the same kind bound on the day as well, so that nothing changed."""
    if change.measure.kind in CONTROLS or change.state not in (IN_FORCE, ENDED):
        return False
    day = change.day - _DAY if change.state == IN_FORCE else change.day
    return any(
        other is not change.measure
        and (other.kind, other.destination) == (change.measure.kind, change.measure.destination)
        and any(
            s.start <= day and (s.end is None or day <= s.end) and s.state.name == IN_FORCE
            for s in lives[other.measure_id]
        )
        for other in bound
    )


def _mark(
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

"""The control dates of metals: the days on which a measure was announced, took effect, was paused or ended."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.builders.subject import first_metal_names
from explorer.charts.spec import Axis, ControlDate
from explorer.data.context import Context
from explorer.data.controls.history import CONTROLS, Span, spans
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, matches
from explorer.data.dates import show
from explorer.data.places import not_an_export, place_name
from explorer.data.records import KIND_RANK, Measure, Metal
from explorer.data.store import Store
from explorer.data.words import measure_kind, state_words, with_marks
from explorer.language import gettext, list_of

YEARS_AFTER, END_ROOM = 1.5, 0.15
_DAY = timedelta(days=1)
_ORDER = {ENDED: 0, SUSPENDED: 1, ANNOUNCED: 2, IN_FORCE: 3}


class _Change(Struct, frozen=True, order=True):
    """A new state of measures on a day.

    `until` is the last day of a pause, `statement` the day from which it rests on a statement only, both as ISO dates;
    `again` is set for measures in force after a pause.
    """

    day: date
    order: int
    state: str
    presumed: bool
    your_entry: bool
    until: str = ""
    statement: str = ""
    again: bool = False


def control_dates(store: Store, metal_id: str, context: Context) -> tuple[ControlDate, ...]:
    """Return the control dates of a metal up to the as-of date, one for each day and state, in order.

    Where goods are not exported there are none.
    """
    if not_an_export(store, context.origin, context.destination):
        return ()
    measures = [m for m in store.measures.values() if matches(m, context) and m.target(metal_id) is not None]
    spans_of = {m.measure_id: spans(m) for m in measures}
    groups: dict[_Change, list[Measure]] = defaultdict(list)
    for measure in measures:
        for change in _changes(spans_of[measure.measure_id], context.as_of):
            if not _is_renewal(change, measure, measures, spans_of):
                groups[change].append(measure)
    return tuple(_control_date(store, change, groups[change]) for change in sorted(groups))


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
    names = first_metal_names(metal for metal, _ in members)
    label = gettext("{metals}: {control}").format(metals=names, control=members[0][1].label)
    ids = dict.fromkeys(i for _, event in members for i in event.measure_ids)
    return replace(members[0][1], label=label, measure_ids=tuple(ids))


def on_years(events: Iterable[ControlDate], x: Axis) -> tuple[tuple[ControlDate, ...], Axis]:
    """Return the control dates inside the years shown or shortly after, and an axis of years for them."""
    kept = tuple(e for e in events if x.low <= x.place(e.day) <= x.high + YEARS_AFTER)
    last = max((x.place(e.day) for e in kept), default=x.low)
    return kept, replace(x, high=max(x.high, last + END_ROOM))


def _changes(of_measure: tuple[Span, ...], as_of: date) -> Iterable[_Change]:
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
        yield _change(known, i)


def _takes_effect_next(of_measure: tuple[Span, ...], i: int) -> bool:
    """Return whether an announced measure took effect next, so that the first day in force is enough."""
    return i + 1 < len(of_measure) and of_measure[i + 1].state.name == IN_FORCE


def _change(known: Sequence[Span], i: int) -> _Change:
    """Return the change at the start of a span; a pause has its last day as far as it is known."""
    span = known[i]
    state = span.state.name
    change = _Change(span.start, _ORDER[state], state, span.state.presumed, span.state.your_entry)
    if state == SUSPENDED:
        run = list(takewhile(lambda s: s.state.name == SUSPENDED, known[i:]))
        presumed = next((s for s in run if s.state.presumed), span)
        statement = "" if presumed is span else presumed.start.isoformat()
        return replace(change, until=run[-1].state.until or "", statement=statement)
    if state == IN_FORCE and any(s.state.name == SUSPENDED for s in known[:i]):
        return replace(change, again=True)
    return change


def _is_renewal(
    change: _Change, measure: Measure, measures: list[Measure], spans_of: dict[str, tuple[Span, ...]]
) -> bool:
    """Return whether another measure of the same kind was in force on the day as well, so that nothing changed."""
    if measure.kind in CONTROLS or change.state not in (IN_FORCE, ENDED):
        return False
    day = change.day - _DAY if change.state == IN_FORCE else change.day
    return any(
        other is not measure
        and (other.kind, other.destination) == (measure.kind, measure.destination)
        and any(
            s.start <= day and (s.end is None or day <= s.end) and s.state.name == IN_FORCE
            for s in spans_of[other.measure_id]
        )
        for other in measures
    )


def _control_date(store: Store, change: _Change, members: list[Measure]) -> ControlDate:
    members = sorted(members, key=lambda m: (-KIND_RANK[m.kind], m.measure_id))
    return ControlDate(
        day=change.day,
        label=_label(change, members, _measures_text(store, members)),
        kind=members[0].kind,
        state=change.state,
        measure_ids=tuple(m.measure_id for m in members),
        presumed=change.presumed,
        your_entry=change.your_entry,
    )


def _measures_text(store: Store, members: list[Measure]) -> str:
    """Return the kinds of measures by destination: `licence, all destinations; ban, the United States`."""
    kinds: dict[str, list[str]] = {}
    for measure in members:
        of_place = kinds.setdefault(measure.destination, [])
        if measure_kind(measure) not in of_place:
            of_place.append(measure_kind(measure))
    text = gettext("{measure}, {destination}")
    return "; ".join(
        text.format(measure=list_of(of_place), destination=place_name(store, place))
        for place, of_place in kinds.items()
    )


def _label(change: _Change, members: Sequence[Measure], measures: str) -> str:
    """Return the label of a control date: the measures, and their new state unless they take effect."""
    if change.state == IN_FORCE:
        words = gettext("{measures}, in force again").format(measures=measures) if change.again else measures
        return with_marks(words, presumed=change.presumed, your_entry=change.your_entry)
    if change.state == ENDED and all(m.ends_with_term for m in members):
        words = gettext("{measures}: term ended").format(measures=measures)
        return with_marks(words, presumed=change.presumed, your_entry=change.your_entry)
    state = state_words(change.state, change.until, presumed=change.presumed, your_entry=change.your_entry)
    if change.statement:
        text = gettext("{measures}: {state}, since {day} based only on a statement (presumed)")
        return text.format(measures=measures, state=state, day=show(change.statement))
    return gettext("{measures}: {state}").format(measures=measures, state=state)

"""The status rule: which measures apply to a metal on a day, from one origin to a destination.

A pure function of measures, their events, the day, origin and destination, as the README of the data defines it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.dates import first_day
from explorer.data.records import ENDINGS, KIND_RANK, Measure, MeasureEvent, MeasureMetal

ANNOUNCED, IN_FORCE, SUSPENDED, ENDED = "announced", "in_force", "suspended", "ended"
_WAITING = (SUSPENDED, ANNOUNCED)
MILITARY_USERS = "-MIL"
RETURNS = frozenset({"resumed", "effective"})
IN_PRINCIPLE = "in_principle"
ABROAD = "abroad"


class State(Struct, frozen=True):
    """The state of a measure on a day; `until` is the last day of the suspension that decides.

    `your_entry` is whether it would be another one without the entries of the user.
    """

    name: str
    presumed: bool = False
    until: str | None = None
    your_entry: bool = False


class MeasureStatus(Struct, frozen=True):
    """A measure with its state on the as-of date; `scope` and `target` say how it targets the metal."""

    measure: Measure
    state: str
    presumed: bool
    until: str | None
    scope: str | None
    target: MeasureMetal | None = None
    your_entry: bool = False

    @classmethod
    def of(
        cls, measure: Measure, state: State, scope: str | None = None, target: MeasureMetal | None = None
    ) -> "MeasureStatus":
        """Return a measure with its state."""
        return cls(measure, state.name, state.presumed, state.until, scope, target, state.your_entry)

    @property
    def rank(self) -> int:
        """The rank of the measure's kind, 1 to 8."""
        return KIND_RANK[self.measure.kind]

    @property
    def covers(self) -> str:
        """How much of the metal the measure covers, empty where it names no metal."""
        return self.target.covers if self.target is not None else ""


class Status(Struct, frozen=True):
    """What applies to a metal on a day: the highest kind in force, four flags, and every measure behind them.

    `measures` set the status; `general` name no metal and set no status. Purchasing rules are in neither.
    `published` is the status without the entries of the user, where they change the state of a measure.
    """

    metal_id: str
    context: Context
    status: str
    announced: bool
    suspended: bool
    presumed: bool
    beyond_verified: bool
    measures: tuple[MeasureStatus, ...]
    general: tuple[MeasureStatus, ...]
    published: "Status | None" = None

    @property
    def leading(self) -> tuple[MeasureStatus, ...]:
        """The measures in force of the highest kind; rules on goods abroad never decide the answer."""
        in_force = [m for m in self.measures if m.state == IN_FORCE and m.covers != ABROAD]
        top = max((m.rank for m in in_force), default=0)
        return tuple(m for m in in_force if m.rank == top)

    @property
    def outranking(self) -> tuple[MeasureStatus, ...]:
        """The highest paused, else announced, measures above what is in force, of one rank and one end."""
        rank = max((m.rank for m in self.leading), default=0)
        for state in _WAITING:
            above = [m for m in self.measures if m.state == state and m.rank > rank and m.covers != ABROAD]
            if above:
                top = max(above, key=lambda m: m.rank)
                return tuple(m for m in above if (m.rank, m.until) == (top.rank, top.until))
        return ()


@lru_cache(maxsize=8192)
def state_on(measure: Measure, day: date) -> State | None:
    """Return the state of a measure on a day, or None before it was announced or took effect."""
    state = _state_on(measure, day)
    if state is None or not (measure.is_own or measure.published):
        return state
    is_published = measure.published is not None and _state_on(measure.published, day) == state
    return replace(state, your_entry=not is_published)


def _state_on(measure: Measure, day: date) -> State | None:
    """Return the state by the rule, whoever the facts are from."""
    announced, effective = (first_day(d) if d else None for d in (measure.announced, measure.effective))
    past = [e for e in measure.events if first_day(e.date) <= day]
    if any(e.event in ENDINGS for e in past) or (measure.expires and day > first_day(measure.expires)):
        return State(ENDED)
    suspension = _latest_suspension(past)
    if suspension is not None and _covers(suspension, day, past):
        by_text = any(_covers(e, day, past) for e in past if e.event == "suspended" and e.basis == "text")
        return State(SUSPENDED, not by_text, suspension.until)
    if effective is not None and effective <= day:
        return State(IN_FORCE, suspension is not None and _lapsed_unrecorded(suspension, effective, past))
    if announced is not None and announced <= day:
        return State(ANNOUNCED)
    return None


def _latest_suspension(past: list[MeasureEvent]) -> MeasureEvent | None:
    """Return the latest suspension that has begun, over or not: its end is the one that is shown."""
    suspensions = (e for e in past if e.event == "suspended")
    return max(suspensions, key=lambda e: (first_day(e.date), e.until or "9"), default=None)


def _covers(suspension: MeasureEvent, day: date, past: list[MeasureEvent]) -> bool:
    """Return whether a suspension that has begun covers the day: neither over nor resumed since."""
    if any(e.event == "resumed" and first_day(e.date) > first_day(suspension.date) for e in past):
        return False
    return suspension.until is None or day <= first_day(suspension.until)


def _lapsed_unrecorded(suspension: MeasureEvent, effective: date, past: list[MeasureEvent]) -> bool:
    """Return whether a measure is in force again only because a suspension lapsed, with no later record of it."""
    if any(e.event in RETURNS and first_day(e.date) > first_day(suspension.date) for e in past):
        return False
    return suspension.until is None or effective <= first_day(suspension.until)


def comes_from(measure: Measure, origin: str) -> bool:
    """Return whether a measure is one of the origin, or of the bloc that it belongs to."""
    return origin == measure.jurisdiction or origin in measure.jurisdiction_members


def matches(measure: Measure, context: Context) -> bool:
    """Return whether a measure applies to exports from the origin to the destination.

    Members of a bloc inherit its measures as an origin and those aimed at it as a destination. Military users inherit
    the measures without metals aimed at their country: the named parties are often such users themselves.
    """
    to = context.destination
    if not comes_from(measure, context.origin):
        return False
    if measure.destination in ("ALL", to) or to in measure.destination_members:
        return True
    return not measure.targets and f"{measure.destination}{MILITARY_USERS}" == to


def general_rules(measures: Iterable[Measure], context: Context) -> tuple[MeasureStatus, ...]:
    """Return the measures that name no metal, with their states: they are the same for every metal."""
    return _ordered([MeasureStatus.of(m, state) for m, _, state in _found(measures, None, context)])


def status_of(
    measures: Iterable[Measure],
    metal_id: str,
    context: Context,
    verified_to: date = date.max,
    general: tuple[MeasureStatus, ...] | None = None,
) -> Status:
    """Return the status of a metal on a day for a destination, by the measures of the origin.

    A caller with many metals passes the `general_rules` once; `measures` may then leave them out.
    """
    given = tuple(measures)
    if general is None:
        general = general_rules(given, context)
    status = _status_of(given, metal_id, context, verified_to, general)
    found = (*status.measures, *status.general)
    if not any(m.your_entry for m in found):
        return status
    published = [m.measure.published or m.measure for m in found if not m.measure.is_own]
    without_entries = general_rules(published, context)
    return replace(status, published=_status_of(published, metal_id, context, verified_to, without_entries))


def _status_of(
    measures: Iterable[Measure],
    metal_id: str,
    context: Context,
    verified_to: date,
    general: tuple[MeasureStatus, ...],
) -> Status:
    """Return the status by the rule, whoever the facts are from."""
    own = [
        MeasureStatus.of(measure, state, target.scope if target is not None else None, target)
        for measure, target, state in _found(measures, metal_id, context)
    ]
    kinds = (m.measure.kind for m in own if m.state == IN_FORCE)
    kind = max(kinds, key=KIND_RANK.__getitem__, default="none")
    leading = [m.presumed for m in own if m.state == IN_FORCE and m.measure.kind == kind]
    outranked = any(m.state == SUSPENDED and m.presumed and m.rank > KIND_RANK[kind] for m in own)
    announced, suspended = (any(m.state == state for m in own) for state in (ANNOUNCED, SUSPENDED))
    presumed = outranked or (bool(leading) and all(leading))
    flags = (announced, suspended, presumed, context.as_of > verified_to)
    return Status(metal_id, context, kind, *flags, _ordered(own), general)


def _found(
    measures: Iterable[Measure], metal_id: str | None, context: Context
) -> Iterator[tuple[Measure, MeasureMetal | None, State]]:
    """Yield the measures that name a metal, without one those that name none, with their states on the day."""
    for measure in measures:
        target = measure.target(metal_id) if metal_id is not None else None
        is_asked = target is not None if metal_id is not None else not measure.targets
        if not is_asked or measure.is_purchasing_rule or not matches(measure, context):
            continue
        state = state_on(measure, context.as_of)
        if state is not None:
            yield measure, target, state


def strictness(measures: Iterable[Measure]) -> str | None:
    """Return `in_principle` where every one of the measures only refuses in principle."""
    return IN_PRINCIPLE if {m.strictness for m in measures} == {IN_PRINCIPLE} else None


def _ordered(measures: list[MeasureStatus]) -> tuple[MeasureStatus, ...]:
    """Return measures in the order of their importance: not ended, then high rank, then new."""
    newest = sorted(measures, key=lambda m: m.measure.effective or m.measure.announced or "", reverse=True)
    return tuple(sorted(newest, key=lambda m: (m.state == ENDED, -m.rank)))

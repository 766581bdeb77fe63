"""The answer about a metal on a day, shared by window, command line, fact sheet and JSON.

It is derived from a `Status` and adds what a reader needs to know: what a measure covers, what is paused and until
when, the other rules, the stricter destinations. `explorer.data.controls.headline` puts it into words.
"""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.controls.history import first_controlled
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.parties import military_measures
from explorer.data.controls.pauses import basis, returns_on
from explorer.data.controls.special_forms import special_forms
from explorer.data.controls.status import (
    ABROAD,
    ANNOUNCED,
    IN_FORCE,
    SUSPENDED,
    MeasureStatus,
    Status,
    comes_from,
    strictness,
)
from explorer.data.controls.stricter_destinations import StricterDestination, stricter_destinations
from explorer.data.dates import first_day
from explorer.data.records import KIND_RANK, Item, Measure
from explorer.data.store import Store
from explorer.data.words import measure_rule

WIDEST_FIRST = ("metal", "forms", "ores", "technology")
SOON = 30
ABOVE, SAME, BELOW = "above", "same", "below"


class Pill(Struct, frozen=True):
    """The content of a pill: a kind of measure in one state, for how much of the metal.

    `covers` is metal, forms, ores or technology, and None where nothing applies; `measures` are those it summarises.
    `your_entry` is whether it would be another one without the entries of the user.
    """

    kind: str
    state: str
    covers: str | None
    strictness: str | None
    presumed: bool
    measures: tuple[MeasureStatus, ...]
    your_entry: bool = False

    @property
    def until(self) -> str | None:
        """The last day of the pause, None where nothing is paused or announced."""
        return self.measures[0].until if self.measures and self.state != IN_FORCE else None


class Waiting(Struct, frozen=True):
    """Measures that are paused or announced and change on the same day.

    `relation` says whether the highest of them outranks what is in force, ranks the same or below. `until` is the
    last day of the pause, `starts_on` the day from which they apply, None where no such day is on file.
    """

    relation: str
    state: str
    until: str | None
    starts_on: date | None
    measures: tuple[MeasureStatus, ...]


class Answer(Struct, frozen=True):
    """What applies to a metal on a day for a destination.

    `leading` are the measures in force that decide, `metal_itself` is the highest one in force on the metal as such
    where those cover only a part of it, `other_rules` what else is in force, `abroad` the rules on goods abroad.
    `on_file` is whether any measure of the origin names the metal or a form of it, `targeted` whether one names the
    metal.
    """

    status: Status
    kind: str
    covers: str | None
    strictness: str | None
    pill: Pill
    leading: tuple[MeasureStatus, ...]
    metal_itself: MeasureStatus | None
    waiting: tuple[Waiting, ...]
    other_rules: tuple[MeasureStatus, ...]
    abroad: tuple[MeasureStatus, ...]
    military: tuple[MeasureStatus, ...]
    forms: tuple[Item, ...]
    stricter: tuple[StricterDestination, ...]
    on_file: bool
    targeted: bool
    first: tuple[date, Measure] | None

    @property
    def returns_on(self) -> date | None:
        """The first day on which one of the paused or announced measures applies."""
        return min((w.starts_on for w in self.waiting if w.starts_on is not None), default=None)


def answer(store: Store, status: Status) -> Answer:
    """Return the answer for a status."""
    leading = status.leading
    kind = leading[0].measure.kind if leading else "none"
    covers = widest(leading)
    in_force = [m for m in status.measures if m.state == IN_FORCE]
    abroad = tuple(m for m in in_force if m.covers == ABROAD)
    rest = tuple(m for m in in_force if m not in leading and m not in abroad)
    itself = next((m for m in rest if m.covers == "metal"), None) if covers != "metal" else None
    is_banned = kind == "prohibition" and covers == "metal"  # a licence for it adds nothing then
    return Answer(
        status=status,
        kind=kind,
        covers=covers,
        strictness=strictness(m.measure for m in leading),
        pill=pill_of(status),
        leading=leading,
        metal_itself=itself,
        waiting=_waiting(status, kind),
        other_rules=tuple(
            m for m in rest if m is not itself and not (is_banned and m.measure.kind == "licence")
        ),
        abroad=abroad,
        military=military_measures(store, status),
        forms=tuple(special_forms(store, status)),
        stricter=stricter_destinations(store, status),
        on_file=is_on_file(store, status),
        targeted=has_measures(store, status),
        first=_first(store, status),
    )


def pill_of(status: Status) -> Pill:
    """Return the content of the pill: the highest in force, or what is paused or announced above it."""
    return _marked(status, _pill_of)


def in_force_of(status: Status) -> Pill:
    """Return the content of a pill on what is in force alone."""
    return _marked(status, _in_force_of)


def _marked(status: Status, make: Callable[[Status], Pill]) -> Pill:
    """Return a pill, marked where the entries of the user change it."""
    found = make(status)
    if status.published is None:
        return found
    published = make(status.published)
    return replace(found, your_entry=_content(found) != _content(published))


def _content(pill: Pill) -> tuple[object, ...]:
    return pill.kind, pill.state, pill.covers, pill.strictness, pill.presumed, pill.until


def _pill_of(status: Status) -> Pill:
    above = status.outranking
    if above:
        presumed = any(m.presumed for m in above)
        kind, state = above[0].measure.kind, above[0].state
        return Pill(kind, state, widest(above), strictness(m.measure for m in above), presumed, above)
    return _in_force_of(status)


def _in_force_of(status: Status) -> Pill:
    leading = status.leading
    if not leading:
        return Pill("none", "none", None, None, status.presumed, ())
    certain = tuple(m for m in leading if not m.presumed)
    summarised = certain or leading
    kind, strict = leading[0].measure.kind, strictness(m.measure for m in summarised)
    return Pill(kind, IN_FORCE, widest(summarised), strict, not certain, summarised)


def has_measures(store: Store, status: Status) -> bool:
    """Return whether any measure of the origin on the metal is on file, for whatever destination and day."""
    return any(
        comes_from(m, status.context.origin) and not m.is_purchasing_rule
        for m in MeasureIndex.of(store).naming(status.metal_id)
    )


def is_on_file(store: Store, status: Status) -> bool:
    """Return whether any measure of the origin names the metal or one of its special forms."""
    return has_measures(store, status) or any(
        comes_from(store.measures[item.measure_id], status.context.origin)
        for item in store.items_of.get(status.metal_id, ())
    )


def widest(measures: Iterable[MeasureStatus]) -> str | None:
    """Return the widest of what measures cover, None without measures."""
    present = {m.covers for m in measures}
    return next((covers for covers in WIDEST_FIRST if covers in present), None)


def measure_rules(measures: Iterable[MeasureStatus]) -> list[tuple[str, list[MeasureStatus]]]:
    """Return measures by the word for the rule that they are, in their order."""
    groups: dict[str, list[MeasureStatus]] = {}
    for measure in measures:
        groups.setdefault(measure_rule(measure.measure), []).append(measure)
    return list(groups.items())


def _waiting(status: Status, kind: str) -> tuple[Waiting, ...]:
    """Return what is paused or announced: above, of the same rank, and below only what changes within 30 days."""
    pending = []
    for measure in status.measures:
        if measure.state not in (SUSPENDED, ANNOUNCED):
            continue
        starts = _starts_on(measure)
        soon = starts is not None and (starts - status.context.as_of).days <= SOON
        relation = _relation(measure, kind)
        if relation != BELOW or soon:
            pending.append((relation, measure, starts))
    pending.sort(key=lambda x: _end(x[1], status.context.as_of))
    groups = [list(group) for _, group in groupby(pending, key=lambda x: _end(x[1], status.context.as_of))]
    waiting = []
    for group in groups:
        group.sort(key=lambda x: -x[1].rank)
        relation, first, starts = group[0]
        waiting.append(Waiting(relation, first.state, first.until, starts, tuple(m for _, m, _ in group)))
    order = (ABOVE, SAME, BELOW)
    return tuple(sorted(waiting, key=lambda w: (order.index(w.relation), w.state != SUSPENDED)))


def _relation(measure: MeasureStatus, kind: str) -> str:
    if measure.rank == KIND_RANK[kind] or (measure.rank > KIND_RANK[kind] and measure.covers == ABROAD):
        return SAME
    return ABOVE if measure.rank > KIND_RANK[kind] else BELOW


def _starts_on(measure: MeasureStatus) -> date | None:
    if measure.state == SUSPENDED:
        return returns_on(measure)
    return first_day(measure.measure.effective) if measure.measure.effective else None


def _end(measure: MeasureStatus, on: date) -> tuple[str, str, bool, str, bool]:
    """Return what measures have in common that change on the same day for the same reason; it sorts by that day."""
    day = measure.until if measure.state == SUSPENDED else measure.measure.effective
    rests_on = basis(measure.measure, on) if measure.state == SUSPENDED else None
    statement = rests_on.statement if rests_on is not None else None
    return day or "9", measure.state, measure.presumed, statement or "", measure.your_entry


def _first(store: Store, status: Status) -> tuple[date, Measure] | None:
    first = first_controlled(MeasureIndex.of(store).naming(status.metal_id), status.metal_id, status.context)
    return first if first is not None and first[0] <= status.context.as_of else None

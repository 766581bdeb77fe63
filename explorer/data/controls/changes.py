"""What changed between two days: the metals with a different status, the measures behind it, and their documents."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache, partial

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.answer import Pill, pill_of
from explorer.data.controls.documents import APPLIES, applies
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.pauses import basis
from explorer.data.controls.service import Controls
from explorer.data.controls.state_changes import StateChange, StateChanges
from explorer.data.controls.status import State, matches, state_on, strictness
from explorer.data.dates import first_day, show
from explorer.data.places import ALL, not_an_export
from explorer.data.records import Measure
from explorer.data.steps import Steps, each, result_of
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.errors import KnownError
from explorer.language import gettext

KEPT = 2_000


class MetalStatus(Struct, frozen=True):
    """The status of a metal on a day, with its pill; `pill_state` is one of PILL_STATES.

    `until` is the last day of the pause that the pill names, `text_until` the last one by the text of a notice where
    only a statement says that it continues.
    """

    pill: str
    pill_state: str
    status: str
    strictness: str | None
    presumed: bool
    your_entry: bool
    beyond_verified: bool
    until: str | None
    text_until: str | None = None

    def differs_from(self, other: "MetalStatus") -> bool:
        """Return whether the status differs; a mere difference in `beyond_verified` does not count."""
        return replace(self, beyond_verified=other.beyond_verified) != other


class MeasureChange(Struct, frozen=True):
    """The states of a measure on the first and on the last day, and every change after the first day."""

    measure: Measure
    before: State | None
    after: State | None
    steps: tuple[StateChange, ...]


class MetalChange(Struct, frozen=True):
    """A metal with a different status for a destination, and the measures that changed it."""

    metal_id: str
    destination: str
    before: MetalStatus
    after: MetalStatus
    causes: tuple[MeasureChange, ...]


class Changes(Struct, frozen=True):
    """What changed from the status on one day to that on a later one, for exports from an origin to a destination.

    `measures` have another state on the last day, `returned` changed in between and have the first state again.
    For all destinations, `metals` has a metal once for `ALL` and once for each destination whose own measures changed.
    `refusal` is the sentence where nothing is exported between origin and destination.
    """

    since: date
    until: Context
    metals: tuple[MetalChange, ...]
    measures: tuple[MeasureChange, ...]
    returned: tuple[MeasureChange, ...]
    refusal: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no metal and no measure has changed."""
        return not (self.metals or self.measures or self.returned)


def check_days(since: date, until: date) -> None:
    """Raise KnownError unless the first day is before the last one."""
    if since >= until:
        text = gettext("The first day, {since}, must be before the last day, {until}.")
        raise KnownError(text.format(since=show(since), until=show(until)))


def changes(store: Store, since: date, until: Context) -> Changes:
    """Return what changed after a day until the as-of date of a context, whose places count."""
    return result_of(stepwise_changes(store, since, until))


def stepwise_changes(store: Store, since: date, until: Context) -> Steps[Changes]:
    """Return what `changes` returns, in steps of a few milliseconds."""
    refusal = not_an_export(store, until.origin, until.destination)
    if refusal:
        return Changes(since, until, (), (), (), refusal)
    concerned = [m for m in store.measures.values() if applies(m, until) == APPLIES]
    moved = [change for m in concerned if (change := _measure_change(store, m, since, until.as_of)).steps]
    moved.sort(key=lambda change: (change.steps[0].day, change.measure.measure_id))
    net = tuple(change for change in moved if change.before != change.after)
    returned = tuple(change for change in moved if change.before == change.after)
    metals = yield from _metal_changes(store, since, until, net)
    return Changes(since, until, metals, net, returned)


def metal_status(store: Store, metal_id: str, context: Context) -> MetalStatus:
    """Return the status of a metal with its pill."""
    return _Statuses.of(store).status(metal_id, context)


class _Statuses(StoreService):
    """The statuses of a store, each worked out once for metals under the same rules and days of the same states."""

    def __init__(self, store: Store) -> None:
        self._index = MeasureIndex.of(store)
        self._verified_to = first_day(store.edition.verified_to)
        self._kept = lru_cache(KEPT)(partial(_status, store))

    def status(self, metal_id: str, context: Context) -> MetalStatus:
        """Return the status of a metal on a day."""
        first = self._index.under_same_rules(metal_id)
        unchanged = replace(context, as_of=self._index.unchanged_since(first, context.as_of))
        return replace(self._kept(first, unchanged), beyond_verified=context.as_of > self._verified_to)


def _status(store: Store, metal_id: str, context: Context) -> MetalStatus:
    controls = Controls.of(store)
    status = controls.status(metal_id, context)
    words, pill_state = controls.pill(metal_id, context)
    pill = pill_of(status)
    return MetalStatus(
        pill=words,
        pill_state=pill_state,
        status=status.status,
        strictness=strictness(m.measure for m in status.leading),
        presumed=status.presumed or pill.presumed,
        your_entry=pill.your_entry,
        beyond_verified=status.beyond_verified,
        until=pill.until,
        text_until=_text_until(pill, context.as_of),
    )


def _text_until(pill: Pill, on: date) -> str | None:
    """Return the last day of a pause by the text of a notice, None where the text covers the whole pause or none."""
    if pill.until is None or pill.presumed:
        return None
    found = basis(pill.measures[0].measure, on)
    return found.text_until if found is not None and found.statement is not None else None


def _measure_change(store: Store, measure: Measure, since: date, until: date) -> MeasureChange:
    steps = tuple(s for s in StateChanges.of(store).of_measure(measure) if since < s.day <= until)
    return MeasureChange(measure, state_on(measure, since), state_on(measure, until), steps)


def _metal_changes(
    store: Store, since: date, until: Context, net: Iterable[MeasureChange]
) -> Steps[tuple[MetalChange, ...]]:
    """Return the metals whose status differs, in the order of their names; only metals of changed measures can."""
    by_metal: dict[str, list[MeasureChange]] = {}
    forms = _metals_of_forms(store)
    for change in net:
        targeted = [t.metal_id for t in change.measure.targets]
        for metal_id in dict.fromkeys((*targeted, *forms.get(change.measure.measure_id, ()))):
            by_metal.setdefault(metal_id, []).append(change)
    concerned = ((metal_id, by_metal[metal_id]) for metal_id in store.metals if metal_id in by_metal)

    def changes_of(metal: tuple[str, list[MeasureChange]]) -> list[MetalChange]:
        return list(_changes_of_metal(store, since, until, *metal))

    found = yield from each(concerned, changes_of)
    return tuple(change for own in found for change in own)


def _changes_of_metal(
    store: Store, since: date, until: Context, metal_id: str, own: list[MeasureChange]
) -> Iterator[MetalChange]:
    """Yield the changes of a metal whose measures changed."""
    for destination in _destinations(own, until.destination):
        context = replace(until, destination=destination)
        before = metal_status(store, metal_id, replace(context, as_of=since))
        after = metal_status(store, metal_id, context)
        if before.differs_from(after):
            causes = tuple(c for c in own if matches(c.measure, context)) or tuple(own)
            yield MetalChange(metal_id, destination, before, after, causes)


def _destinations(own: Iterable[MeasureChange], destination: str) -> list[str]:
    """Return the destinations whose status may differ; for `ALL`, also those that the measures name."""
    found = (
        [destination, *sorted({c.measure.destination for c in own})] if destination == ALL else [destination]
    )
    return list(dict.fromkeys(found)) if any(True for _ in own) else []


def _metals_of_forms(store: Store) -> dict[str, list[str]]:
    """Return the metals of which a measure names special forms, by the measure."""
    found: dict[str, list[str]] = {}
    for metal_id, items in store.items_of.items():
        for measure_id in dict.fromkeys(item.measure_id for item in items):
            found.setdefault(measure_id, []).append(metal_id)
    return found

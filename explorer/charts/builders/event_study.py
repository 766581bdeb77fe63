"""Event studies: a price series around a control date, in per cent of the last price before it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.builders.periods import middle
from explorer.charts.builders.price_lines import Line, line_of, relative
from explorer.charts.builders.subject import first_metal_names
from explorer.charts.spec import Point, day_number
from explorer.data.context import Context
from explorer.data.controls.history import spans
from explorer.data.controls.service import Controls
from explorer.data.controls.status import IN_FORCE
from explorer.data.dates import first_day, is_quarter, last_day, show
from explorer.data.places import place_name
from explorer.data.records import Measure, Metal
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.price_points import last_before
from explorer.data.supply.records import Price
from explorer.data.words import measure_kind, measure_name
from explorer.language import gettext, gettext_noop

WINDOW = timedelta(days=365)
MIN_PRICES, MIN_AFTER = 6, 2
MAX_BASE_AGE = timedelta(days=92)
KEPT = 256

_CHOSEN_DAY = gettext_noop("{metals}: day 0 is {day}, the chosen day.")
_BY_MEASURE = gettext_noop("{metals}: day 0 is {day} ({kind}, {measure}).")
_OF_OTHER_METALS = gettext_noop(
    "{metals}: day 0 is {day} ({kind}, {measure}, which does not name this metal)."
)
_NEVER_IN_FORCE = gettext_noop("{metals} not shown: {measure} was never in force.")
_NO_CONTROL = gettext_noop(
    "{metals} not shown: no licence requirement or ban on file for exports from {origin} to {destination} "
    "had taken effect by {day}."
)
_NO_PRICE = gettext_noop("{metals} not shown: no prices on file.")
_YEARLY = gettext_noop("{metals} not shown: only annual averages are on file, which are too coarse.")
_TOO_FEW = gettext_noop(
    "{metals} not shown: too few values around the date (needs {least} within a year, one of them "
    "in the {days} days before)."
)
_TOO_FEW_CHOSEN = gettext_noop(
    "{metals} not shown: too few values in the chosen series around the date (needs {least} within "
    "a year, one of them in the {days} days before)."
)


class MetalNote(Struct, frozen=True):
    """A sentence that is the same for several metals, with a field for their names."""

    message: str
    fields: tuple[tuple[str, str], ...] = ()

    def text(self, metals: Iterable[Metal]) -> str:
        """Return the sentence about some metals."""
        return gettext(self.message).format(metals=first_metal_names(metals), **dict(self.fields))


class DayZero(Struct, frozen=True):
    """The day from which the change of a price is counted, and the note on what happened on it."""

    day: date
    note: MetalNote


class EventStudy(Struct, frozen=True):
    """A price series around its day 0, in per cent of the price at the base."""

    line: Line
    day_zero: DayZero
    base: Price
    points: tuple[Point, ...]


def event_study(
    store: Store,
    metal: Metal,
    context: Context,
    event: Measure | date | None,
    keys: Sequence[str],
) -> EventStudy | MetalNote:
    """Return the event study of a metal, or the reason why it has none; `keys` are chosen series."""
    day_zero = find_day_zero(store, metal, context, event)
    if isinstance(day_zero, MetalNote):
        return day_zero
    series = store.price_series(metal.metal_id)
    if not series:
        return MetalNote(_NO_PRICE)
    chosen = [s for s in series if s.series_id in keys]
    usable = [s for s in chosen or series if s.frequency != "annual" and s.basis == "nominal"]
    if not usable:
        return MetalNote(_YEARLY)
    kept = _Studies.of(store)
    studies = [x for s in usable if (x := kept.study(metal.metal_id, s.series_id, day_zero)) is not None]
    if not studies:
        return too_few(is_chosen=bool(chosen))
    return max(studies, key=lambda x: (len(x.points), x.line.series.series_id))


class _Studies(StoreService):
    """The studies of the series of a store, which stay the same while the as-of date moves."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.study = lru_cache(KEPT)(self._study)

    def _study(self, metal_id: str, series_id: str, day_zero: DayZero) -> EventStudy | None:
        store = self._store
        series = next(s for s in store.price_series(metal_id) if s.series_id == series_id)
        return study_around(line_of(store, store.metal(metal_id), series), day_zero)


def too_few(*, is_chosen: bool) -> MetalNote:
    """Return the note on a metal without enough prices around day 0, in its series or in a chosen one."""
    needs = (("least", str(MIN_PRICES)), ("days", str(MAX_BASE_AGE.days)))
    return MetalNote(_TOO_FEW_CHOSEN if is_chosen else _TOO_FEW, needs)


def find_day_zero(
    store: Store, metal: Metal, context: Context, event: Measure | date | None
) -> DayZero | MetalNote:
    """Return day 0 of a metal, by default its first control, or the reason why it has none."""
    if isinstance(event, date):
        return DayZero(event, MetalNote(_CHOSEN_DAY, (("day", show(event)),)))
    if event is not None:
        days = (s.start for s in spans(event) if s.state.name == IN_FORCE and not s.state.presumed)
        day = next(days, None)
        if day is None:
            return MetalNote(_NEVER_IN_FORCE, (("measure", measure_name(event)),))
        return DayZero(day, _measure_note(event, day, metal))
    first = Controls.of(store).first_control(metal.metal_id, context)
    if first is None or first[0] > context.as_of:
        fields = (
            ("origin", place_name(store, context.origin)),
            ("destination", place_name(store, context.destination)),
            ("day", show(context.as_of)),
        )
        return MetalNote(_NO_CONTROL, fields)
    return DayZero(first[0], _measure_note(first[1], first[0], metal))


def _measure_note(measure: Measure, day: date, metal: Metal) -> MetalNote:
    message = _BY_MEASURE if measure.target(metal.metal_id) else _OF_OTHER_METALS
    fields = (("day", show(day)), ("kind", measure_kind(measure)), ("measure", measure_name(measure)))
    return MetalNote(message, fields)


def study_around(line: Line, day_zero: DayZero) -> EventStudy | None:
    """Return a series around a day, None with too few prices; a month counts once it has ended."""
    near = [p for p in line.prices if abs(_day(p) - day_zero.day) <= WINDOW and len(p.date) > 4]
    base = last_before(near, day_zero.day)
    if base is None or len(near) < MIN_PRICES or near.index(base) >= len(near) - MIN_AFTER:
        return None
    if day_zero.day - last_day(base.date) > MAX_BASE_AGE or base.value == 0:
        return None
    return EventStudy(line, day_zero, base, tuple(_point(p, base, day_zero.day) for p in near))


def _day(price: Price) -> date:
    """Return the day at which a price is drawn: a month or quarter in its middle."""
    return middle(price.date) if is_quarter(price.date) else _day_of_month(price)


def _day_of_month(price: Price) -> date:
    return first_day(price.date) + timedelta(days=14) if len(price.date) == 7 else first_day(price.date)


def _point(price: Price, base: Price, day: date) -> Point:
    """Return a price as its change in per cent, at its days from the control date."""
    point = relative(price, base.value, shift=-100.0, digits=1)
    return replace(point, x=float(day_number(_day(price)) - day_number(day)))

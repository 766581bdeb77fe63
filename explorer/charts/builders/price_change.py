"""Prices from a year before to a year after a control date, as change in per cent of the last price before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from explorer.charts.builders.choices import check_keys, keys_of, options
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.price_lines import Line, line_of, price_keys, relative
from explorer.charts.builders.price_notes import line_notes, unit_value_notes
from explorer.charts.builders.subject import metal_names
from explorer.charts.spec import Axis, Chart, Missing, Point, ReferenceLine, Series, day_number
from explorer.charts.text import capital
from explorer.charts.ticks import linear_range
from explorer.data.context import Context
from explorer.data.controls.history import spans
from explorer.data.controls.service import Controls
from explorer.data.controls.status import IN_FORCE
from explorer.data.dates import first_day, last_day, show
from explorer.data.places import place_name
from explorer.data.records import Measure, Metal
from explorer.data.store import Store
from explorer.data.supply.figures import value_words
from explorer.data.supply.records import Price
from explorer.data.words import measure_kind, measure_name
from explorer.errors import NotFound

KIND = "price-change"
WINDOW = timedelta(days=365)
MIN_PRICES, MIN_AFTER = 6, 2
MAX_BASE_AGE = timedelta(days=92)
_ENOUGH = f"{MIN_PRICES} points within a year of the day, one of them in the {MAX_BASE_AGE.days} days before"


@dataclass(frozen=True, slots=True)
class _DayZero:
    """The day from which the change of a price is counted, and what happened on it."""

    day: date
    event: str


@dataclass(frozen=True, slots=True)
class _Study:
    """A price series around its day 0, in per cent of the price at the base."""

    line: Line
    day_zero: _DayZero
    base: Price
    points: tuple[Point, ...]


def price_change(
    store: Store,
    metal_ids: Sequence[str],
    context: Context,
    series: str | Sequence[str] | None = None,
    event: str | date | None = None,
) -> Chart:
    """Describe how prices of metals moved from a year before to a year after a control date, day by day.

    The day is the first on which a metal was controlled, or that of `event`, the id of a measure or a day.
    """
    keys = keys_of(series)
    check_keys(keys, price_keys(store, metal_ids), "price series")
    measure = _measure(store, event)
    studies: list[_Study] = []
    left_out: dict[str, list[Metal]] = {}
    for metal in (store.metal(m) for m in metal_ids):
        day_zero = _day_zero(store, metal, context, event, measure)
        study = _study(store, metal, day_zero, keys) if isinstance(day_zero, _DayZero) else day_zero
        if isinstance(study, _Study):
            studies.append(study)
        else:
            left_out.setdefault(study, []).append(metal)
    metals = [s.line.metal for s in studies] or [store.metal(m) for m in metal_ids]
    words = value_words(s.line.series for s in studies)
    title = f"{capital(metal_names(metals))}: {words.one} around {_when(event)}"
    if not studies:
        return Missing(KIND, " ".join(_left_out(left_out)), metal_ids[0], title)
    content = replace(
        _content(studies, _when(event)),
        title=title,
        notes=_notes(studies),
        left_out=_left_out(left_out),
        options=options(series=keys, event=_event_option(event)),
    )
    return finish(store, metal_ids, context, content)


def _when(event: str | date | None) -> str:
    """Return what day 0 is called; a day that was given need not be a control date."""
    return show(event) if isinstance(event, date) else "the control date"


def _event_option(event: str | date | None) -> str | None:
    return event.isoformat() if isinstance(event, date) else event


def _measure(store: Store, event: str | date | None) -> Measure | None:
    """Return the measure with the id of an event; raise NotFound for an unknown id."""
    if event is None or isinstance(event, date):
        return None
    measure = store.measures.get(event)
    if measure is None:
        raise NotFound(f"No measure has the id “{event}”: give an id as the controls show it, or a day.")
    return measure


def _day_zero(
    store: Store, metal: Metal, context: Context, event: str | date | None, measure: Measure | None
) -> _DayZero | str:
    """Return day 0 of a metal, or the reason why it has none."""
    if isinstance(event, date):
        return _DayZero(event, "the day asked for")
    if measure is not None:
        day = next(
            (s.start for s in spans(measure) if s.state.name == IN_FORCE and not s.state.presumed), None
        )
        if day is None:
            return f"{measure_name(measure)} was never in force"
        aimed = "" if measure.target(metal.metal_id) else ", which does not name this metal"
        return _DayZero(day, f"{measure_kind(measure)} by {measure_name(measure)}{aimed}")
    first = Controls.of(store).first_control(metal.metal_id, context)
    if first is None or first[0] > context.as_of:
        origin = place_name(store, context.origin)
        target = place_name(store, context.destination)
        return f"no licence or ban from {origin} to {target} was in force by {show(context.as_of)}"
    return _DayZero(first[0], f"{measure_kind(first[1])} by {measure_name(first[1])}")


def _study(store: Store, metal: Metal, day_zero: _DayZero, keys: Sequence[str]) -> _Study | str:
    """Return the series with the most prices around the day, or why there is none; yearly averages do not count."""
    series = store.price_series(metal.metal_id)
    if not series:
        return "no price is on file"
    named = [s for s in series if s.series_id in keys]
    usable = [s for s in named or series if s.frequency != "annual" and s.basis == "nominal"]
    if not usable:
        return "only yearly averages are on file, which hide the day"
    studies = [x for s in usable if (x := _around(line_of(store, metal, s), day_zero)) is not None]
    if not studies:
        which = "the series asked for has not" if named else "no series has"
        return f"{which} {_ENOUGH}"
    return max(studies, key=lambda x: (len(x.points), x.line.series.series_id))


def _around(line: Line, day_zero: _DayZero) -> _Study | None:
    """Return a series around a day, None with too few prices; a month counts from its last day."""
    near = [p for p in line.prices if abs(_day(p) - day_zero.day) <= WINDOW and len(p.date) > 4]
    before = [p for p in near if last_day(p.date) <= day_zero.day]
    if len(near) < MIN_PRICES or len(near) - len(before) < MIN_AFTER or not before:
        return None
    base = before[-1]
    if day_zero.day - last_day(base.date) > MAX_BASE_AGE or base.value == 0:
        return None
    return _Study(line, day_zero, base, tuple(_point(p, base, day_zero.day) for p in near))


def _day(price: Price) -> date:
    """Return the day at which a price is drawn: a month in its middle."""
    return first_day(price.date) + timedelta(days=14) if len(price.date) == 7 else first_day(price.date)


def _point(price: Price, base: Price, day: date) -> Point:
    """Return a price as its change in per cent, at its days from the control date."""
    point = relative(price, base.value, shift=-100.0, digits=1)
    return replace(point, x=float(day_number(_day(price)) - day_number(day)))


def _content(studies: Sequence[_Study], when: str) -> Content:
    """Return axes and lines, without title, notes and options."""
    points = [p for s in studies for p in s.points]
    values = [v for p in points for v in (p.y, p.low, p.high) if v is not None]
    days = float(WINDOW.days)
    return Content(
        kind=KIND,
        title="",
        subtitle=_subtitle(studies, when),
        x=Axis(
            "value",
            f"Days from {when}",
            "days",
            "linear",
            -days - 12,
            days + 12,
            (ReferenceLine(0.0, when.removeprefix("the ")),),
        ),
        y=Axis(
            "value",
            f"Change in {value_words(s.line.series for s in studies).one}",
            "%",
            "linear",
            *linear_range(min(values), max(values), from_zero=False),
            (ReferenceLine(0.0, ""),),
        ),
        series=tuple(
            Series(
                name=f"{s.line.name}; day 0: {show(s.day_zero.day)}",
                style="line",
                points=s.points,
                short=s.line.metal.name_en,
                published_unit=s.line.series.unit,
            )
            for s in studies
        ),
    )


def _notes(studies: Sequence[_Study]) -> tuple[str, ...]:
    points = [p for s in studies for p in s.points]
    return (
        *_day_zero_notes(studies),
        *line_notes([s.line for s in studies], True),
        *unit_value_notes(s.line.series for s in studies),
        *flag_notes(points, bars=False),
    )


def _left_out(reasons: dict[str, list[Metal]]) -> tuple[str, ...]:
    """Return a sentence for each reason with the metals that are left out for it."""
    return tuple(f"{capital(metal_names(metals))} left out: {reason}." for reason, metals in reasons.items())


def _subtitle(studies: Sequence[_Study], when: str) -> str:
    words = value_words(s.line.series for s in studies)
    what = f"Change in per cent of the last {words.one} on or before {when}, by days from it"
    return f"{what}; {studies[0].line.name}" if len(studies) == 1 else what


def _day_zero_notes(studies: Sequence[_Study]) -> list[str]:
    """Return day 0 and the base price of each metal, the metals of one event together."""
    bases_of: dict[_DayZero, dict[str, list[Metal]]] = {}
    for study in studies:
        bases_of.setdefault(study.day_zero, {}).setdefault(study.base.date, []).append(study.line.metal)
    word = value_words(s.line.series for s in studies).one
    notes = []
    for day_zero, bases in bases_of.items():
        names = capital(metal_names(m for metals in bases.values() for m in metals))
        notes.append(
            f"{names}: day 0 is {show(day_zero.day)}, {day_zero.event}; 0 % is the {word} of {_bases(bases)}."
        )
    return notes


def _bases(bases: dict[str, list[Metal]]) -> str:
    """Return the dates of the base prices, with the metals where they differ."""
    if len(bases) == 1:
        return show(next(iter(bases)))
    return ", ".join(f"{show(day)} ({metal_names(metals)})" for day, metals in bases.items())

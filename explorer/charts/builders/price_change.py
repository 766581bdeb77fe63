"""What prices did around a control date: change in per cent of the last price before it, a year either way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from explorer.charts.builders.common import Content, finish, flag_notes, keys_of, metal_names, options
from explorer.charts.builders.price_lines import Line, line_notes, line_of, refuse_foreign, relative
from explorer.charts.builders.price_series import unit_value_notes
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
class Turn:
    """The day from which the change of a metal's price is counted, and what happened on it, in words."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class _Study:
    line: Line
    turn: Turn
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
    refuse_foreign(store, metal_ids, keys)
    measure = _measure(store, event)
    studies: list[_Study] = []
    left_out: dict[str, list[Metal]] = {}
    for metal in (store.metal(m) for m in metal_ids):
        turn = _turn(store, metal, context, event, measure)
        found = _study(store, metal, turn, keys) if isinstance(turn, Turn) else turn
        if isinstance(found, _Study):
            studies.append(found)
        else:
            left_out.setdefault(found, []).append(metal)
    drawn = [s.line.metal for s in studies] or [store.metal(m) for m in metal_ids]
    words = value_words(s.line.series for s in studies)
    title = f"{capital(metal_names(drawn))}: {words.one} around {_when(event)}"
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
    """Return what day 0 is called: a day that is given need not be one of control."""
    return show(event) if isinstance(event, date) else "the control date"


def _event_option(event: str | date | None) -> str | None:
    return event.isoformat() if isinstance(event, date) else event


def _measure(store: Store, event: str | date | None) -> Measure | None:
    """Return the measure that an event names; raise NotFound where there is none."""
    if event is None or isinstance(event, date):
        return None
    measure = store.measures.get(event)
    if measure is None:
        raise NotFound(f"No measure has the id “{event}”: give an id as the controls show it, or a day.")
    return measure


def _turn(
    store: Store, metal: Metal, context: Context, event: str | date | None, measure: Measure | None
) -> Turn | str:
    """Return the day of a metal with its words, or why it has none."""
    if isinstance(event, date):
        return Turn(event, "the day asked for")
    if measure is not None:
        day = next(
            (s.start for s in spans(measure) if s.state.name == IN_FORCE and not s.state.presumed), None
        )
        if day is None:
            return f"{measure_name(measure)} was never in force"
        aimed = "" if measure.target(metal.metal_id) else ", which does not name this metal"
        return Turn(day, f"{measure_kind(measure)} by {measure_name(measure)}{aimed}")
    first = Controls.of(store).first_control(metal.metal_id, context)
    if first is None or first[0] > context.as_of:
        origin = place_name(store, context.origin)
        target = place_name(store, context.destination)
        return f"no licence or ban from {origin} to {target} was in force by {show(context.as_of)}"
    return Turn(first[0], f"{measure_kind(first[1])} by {measure_name(first[1])}")


def _study(store: Store, metal: Metal, turn: Turn, keys: Sequence[str]) -> _Study | str:
    """Return the fullest series around the day, or why no series will do; yearly averages never do."""
    series = store.price_series(metal.metal_id)
    if not series:
        return "no price is on file"
    named = [s for s in series if s.series_id in keys]
    telling = [s for s in named or series if s.frequency != "annual" and s.basis == "nominal"]
    if not telling:
        return "only yearly averages are on file, which hide the day"
    studies = [x for s in telling if (x := _around(line_of(store, metal, s), turn)) is not None]
    if not studies:
        which = "the series asked for has not" if named else "no series has"
        return f"{which} {_ENOUGH}"
    return max(studies, key=lambda x: (len(x.points), x.line.series.series_id))


def _around(line: Line, turn: Turn) -> _Study | None:
    """Return a series around a day, None where it has too few prices; a month counts by its last day."""
    near = [p for p in line.prices if abs(_day(p) - turn.day) <= WINDOW and len(p.date) > 4]
    before = [p for p in near if last_day(p.date) <= turn.day]
    if len(near) < MIN_PRICES or len(near) - len(before) < MIN_AFTER or not before:
        return None
    base = before[-1]
    if turn.day - last_day(base.date) > MAX_BASE_AGE or base.value == 0:
        return None
    return _Study(line, turn, base, tuple(_point(p, base, turn.day) for p in near))


def _day(price: Price) -> date:
    """Return the day at which a price stands: a month in its middle."""
    return first_day(price.date) + timedelta(days=14) if len(price.date) == 7 else first_day(price.date)


def _point(price: Price, base: Price, day: date) -> Point:
    """Return a price as its change in per cent, at its days from the control date."""
    point = relative(price, base.value, shift=-100.0, digits=1)
    return replace(point, x=float(day_number(_day(price)) - day_number(day)))


def _content(studies: Sequence[_Study], when: str) -> Content:
    """Return axes and lines; title, notes and command are the caller's to add."""
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
                name=f"{s.line.name}; day 0: {show(s.turn.day)}",
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
        *_told(studies),
        *line_notes([s.line for s in studies], True),
        *unit_value_notes(s.line.series for s in studies),
        *flag_notes(points, bars=False),
    )


def _left_out(reasons: dict[str, list[Metal]]) -> tuple[str, ...]:
    """Return a sentence a reason with the metals that are left out for it."""
    return tuple(f"{capital(metal_names(metals))} left out: {reason}." for reason, metals in reasons.items())


def _subtitle(studies: Sequence[_Study], when: str) -> str:
    words = value_words(s.line.series for s in studies)
    what = f"Change in per cent of the last {words.one} on or before {when}, by days from it"
    return f"{what}; {studies[0].line.name}" if len(studies) == 1 else what


def _told(studies: Sequence[_Study]) -> list[str]:
    """Return which event and which price the lines start from, those of one event together."""
    turns: dict[Turn, dict[str, list[Metal]]] = {}
    for study in studies:
        turns.setdefault(study.turn, {}).setdefault(study.base.date, []).append(study.line.metal)
    word = value_words(s.line.series for s in studies).one
    said = []
    for turn, bases in turns.items():
        names = capital(metal_names(m for metals in bases.values() for m in metals))
        said.append(
            f"{names}: day 0 is {show(turn.day)}, {turn.words}; 0 % is the {word} of {_bases(bases)}."
        )
    return said


def _bases(bases: dict[str, list[Metal]]) -> str:
    """Return the dates of the first prices, with the metals where they differ."""
    if len(bases) == 1:
        return show(next(iter(bases)))
    return ", ".join(f"{show(day)} ({metal_names(metals)})" for day, metals in bases.items())

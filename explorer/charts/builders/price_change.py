"""Prices from a year before to a year after a control date, as change in per cent of the last price before it."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from explorer.charts.builders.choices import check_keys, keys_of, options
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.event_study import (
    WINDOW,
    DayZero,
    EventStudy,
    MetalNote,
    event_study,
    find_day_zero,
    study_around,
    too_few,
)
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.own_lines import (
    OwnSeries,
    own_line,
    own_of,
    own_options,
)
from explorer.charts.builders.price_lines import Line, in_colours_of_metals, price_keys
from explorer.charts.builders.price_notes import line_notes, unit_value_notes
from explorer.charts.builders.price_words import (
    CHANGE,
    CHANGE_AXIS,
    CHANGE_BASE,
    CHANGE_OF_DAY,
    CHANGE_SUBTITLE,
    CHANGE_SUBTITLE_OF_DAY,
    value_kind,
)
from explorer.charts.builders.subject import first_metal_names, metal_names, titles
from explorer.charts.spec import Axis, Chart, ChartSpec, Missing, OwnFacts, ReferenceLine, Series
from explorer.charts.ticks import linear_range
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.records import Measure, Metal
from explorer.data.store import Store
from explorer.errors import NotFound, quoted
from explorer.language import gettext, paragraph

KIND = "price-change"


def price_change(
    store: Store,
    metal_ids: Sequence[str],
    context: Context,
    series: str | Sequence[str] | None = None,
    event: str | date | None = None,
    own: Sequence[OwnSeries] = (),
) -> Chart:
    """Describe how prices of metals moved from a year before to a year after a control date, day by day.

    The day is the first on which a metal was controlled, or that of `event`, the id of a measure or a day. The series
    of the user in `own` are added to those of the data; one that is chosen is shown in place of them.
    """
    keys = keys_of(series)
    own = [o for m in metal_ids for o in own_of(own, m)]
    own_keys = [o.key for o in own if o.key in keys]
    check_keys(keys, [*price_keys(store, metal_ids), *own_keys])
    day = event if isinstance(event, date) else None
    chosen = _measure(store, event) if isinstance(event, str) else day
    studies: list[EventStudy] = []
    left_out: dict[MetalNote, list[Metal]] = {}
    added: list[EventStudy] = []
    for metal in (store.metal(m) for m in metal_ids):
        lines = [own_line(metal, o) for o in own_of(own, metal.metal_id)]
        wanted = [x for x in lines if x.series.series_id in keys]
        if not wanted:
            study = event_study(store, metal, context, chosen, keys)
            if isinstance(study, EventStudy):
                studies.append(study)
            else:
                left_out.setdefault(study, []).append(metal)
        drawn = _own_studies(store, metal, context, chosen, wanted or lines)
        if wanted and not drawn:
            left_out.setdefault(too_few(is_chosen=True), []).append(metal)
        added += drawn
    shown = [*studies, *added]
    metals = _metals(shown) or [store.metal(m) for m in metal_ids]
    title, heading = titles(first_metal_names(metals), _what(shown, day))
    reasons = tuple(note.text(metals) for note, metals in left_out.items())
    if not shown:
        return Missing(KIND, paragraph(reasons), metal_ids[0], title, heading)
    content = replace(
        _content(metal_ids, shown, day),
        title=title,
        heading=heading if len(metal_ids) == 1 else "",
        notes=(*_notes(studies), *_own_notes(added, bool(studies))),
        left_out=reasons,
        options=(
            *options(series=keys, event=day.isoformat() if day is not None else str(event or "")),
            *own_options(s.line for s in added),
        ),
    )
    chart = finish(store, metal_ids, context, content)
    if not own or not studies:
        return chart
    plain = price_change(store, metal_ids, context, [k for k in keys if k not in own_keys], event)
    return replace(chart, without_own=plain if isinstance(plain, ChartSpec) else None)


def _own_studies(
    store: Store, metal: Metal, context: Context, event: Measure | date | None, lines: Sequence[Line]
) -> list[EventStudy]:
    """Return the event studies of the user's series of a metal."""
    day_zero = find_day_zero(store, metal, context, event)
    if isinstance(day_zero, MetalNote):
        return []
    return [s for line in lines if (s := study_around(line, day_zero)) is not None]


def _own_notes(studies: Sequence[EventStudy], is_added: bool) -> tuple[str, ...]:
    """Return the base of each of the user's series, and day 0 where no other series is shown."""
    bases = [note for s in studies if (facts := _facts(s)) is not None for note in facts.notes]
    points = [p for s in studies for p in s.points]
    zero = [] if is_added else dict.fromkeys(s.day_zero.note.text([s.line.metal]) for s in studies)
    return (*zero, *bases, *flag_notes(points, bars=False))


def _facts(study: EventStudy) -> OwnFacts | None:
    """Return what is said about a series of the user, with its base; None for one of the data."""
    facts = study.line.facts
    if facts is None:
        return None
    text = gettext("{series}: 0 % is its price for {day}.")
    return replace(facts, notes=(text.format(series=facts.name, day=show(study.base.date)),))


def _metals(studies: Sequence[EventStudy]) -> list[Metal]:
    """Return the metals of the studies, each once."""
    return list({s.line.metal.metal_id: s.line.metal for s in studies}.values())


def _measure(store: Store, measure_id: str) -> Measure:
    """Return the measure with an id; raise NotFound for an unknown id."""
    measure = store.measures.get(measure_id)
    if measure is None:
        text = gettext("No measure with the ID {id}. Use an ID shown in Controls, or a date.")
        raise NotFound(text.format(id=quoted(measure_id)))
    return measure


def _content(metal_ids: Sequence[str], studies: Sequence[EventStudy], day: date | None) -> Content:
    """Return axes and lines, without title, notes and options."""
    points = [p for s in studies for p in s.points]
    values = [v for p in points for v in (p.y, p.low, p.high) if v is not None]
    label = gettext(CHANGE_AXIS[value_kind(s.line.series for s in studies)])
    y_range = linear_range(min(values), max(values), from_zero=False)
    return Content(
        kind=KIND,
        shape="around event",
        title="",
        subtitle=_subtitle(studies, day),
        x=_day_axis(day),
        y=Axis("value", label, "%", "linear", *y_range, (ReferenceLine(0.0, ""),)),
        series=in_colours_of_metals(_series(studies), [s.line for s in studies], metal_ids),
    )


def _series(studies: Sequence[EventStudy]) -> list[Series]:
    """Return the line of each study."""
    return [
        Series(
            name=gettext("{series}; day 0: {day}").format(series=s.line.name, day=show(s.day_zero.day)),
            points=s.points,
            short=s.line.about if s.line.is_own else s.line.metal.name_en,
            own=_facts(s),
            published_unit=s.line.series.unit,
            key=s.line.series.series_id,
        )
        for s in studies
    ]


def _day_axis(day: date | None) -> Axis:
    """Return the axis of days from a control date, or from a day that was chosen."""
    if day is None:
        label, line = gettext("Days from the control date"), gettext("control date")
    else:
        label, line = gettext("Days from {day}").format(day=show(day)), show(day)
    days = float(WINDOW.days)
    return Axis("value", label, gettext("days"), "linear", -days - 12, days + 12, (ReferenceLine(0.0, line),))


def _what(studies: Sequence[EventStudy], day: date | None) -> str:
    kind = value_kind(s.line.series for s in studies)
    if day is None:
        return gettext(CHANGE[kind])
    return gettext(CHANGE_OF_DAY[kind]).format(day=show(day))


def _subtitle(studies: Sequence[EventStudy], day: date | None) -> str:
    kind = value_kind(s.line.series for s in studies)
    change = gettext(CHANGE_SUBTITLE[kind])
    if day is not None:
        change = gettext(CHANGE_SUBTITLE_OF_DAY[kind]).format(day=show(day))
    return join_subtitle(change, studies[0].line.name if len(studies) == 1 else None)


def _notes(studies: Sequence[EventStudy]) -> tuple[str, ...]:
    points = [p for s in studies for p in s.points]
    if not studies:
        return ()
    return (
        *_day_zero_notes(studies),
        *line_notes([s.line for s in studies], True),
        *unit_value_notes(s.line.series for s in studies),
        *flag_notes(points, bars=False),
    )


def _day_zero_notes(studies: Sequence[EventStudy]) -> list[str]:
    """Return day 0 and the base price of each metal, the metals of one event together."""
    bases_of: dict[DayZero, dict[str, list[Metal]]] = {}
    for study in studies:
        bases_of.setdefault(study.day_zero, {}).setdefault(study.base.date, []).append(study.line.metal)
    base = gettext(CHANGE_BASE[value_kind(s.line.series for s in studies)])
    notes = []
    for day_zero, bases in bases_of.items():
        metals = [m for of_day in bases.values() for m in of_day]
        notes.append(paragraph((day_zero.note.text(metals), base.format(days=_days(bases)))))
    return notes


def _days(bases: dict[str, list[Metal]]) -> str:
    """Return the dates of the base prices, with the metals where they differ."""
    if len(bases) == 1:
        return show(next(iter(bases)))
    return "; ".join(f"{show(day)} ({metal_names(metals)})" for day, metals in bases.items())

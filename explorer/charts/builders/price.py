"""Price series of one metal with its control dates, in their published unit or each set to 100 on one day."""

from collections.abc import Sequence
from datetime import date

from explorer.charts.builders.choices import keys_of, options, pick, since_option
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.control_dates import control_dates
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.periods import span_name
from explorer.charts.builders.price_lines import Line, Shown, index_unit, line_of, line_series
from explorer.charts.builders.price_notes import (
    base_note,
    earlier_note,
    end_note,
    gap_note,
    line_notes,
    single_notes,
    unit_value_notes,
)
from explorer.charts.builders.price_words import (
    AXIS,
    NONE_SINCE,
    NONE_SINCE_IN_ANY,
    ONE,
    ONE_WITH_DATES,
    PRICE,
    SEVERAL,
    SEVERAL_WITH_DATES,
    value_kind,
)
from explorer.charts.builders.subject import titles
from explorer.charts.builders.time_axis import first_shown, time_axis, value_range
from explorer.charts.spec import Axis, Chart, Choice, Missing, Point, ReferenceLine, Series, Since
from explorer.charts.ticks import YEAR
from explorer.data.context import Context
from explorer.data.dates import first_day, show
from explorer.data.metal_names import plain_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.figures import default_series
from explorer.data.supply.records import PriceSeries
from explorer.data.terms import frequency_word
from explorer.language import gettext, list_of, ngettext, paragraph

KIND = "price"


def price_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return all price series of a metal with span and number of points, the default one first."""
    series = list(store.price_series(metal_id))
    default = default_series(series, first_day(store.edition.verified_to))
    series.sort(
        key=lambda s: (s is not default, s.basis != "nominal", -first_day(s.last_date).toordinal(), -s.points)
    )
    return tuple(Choice(s.series_id, _choice_label(s)) for s in series)


def _choice_label(series: PriceSeries) -> str:
    points = ngettext("{count} point", "{count} points", series.points).format(count=series.points)
    return gettext("{series} · {unit}, {frequency}, {span}, {points}").format(
        series=series.name,
        unit=series.unit,
        frequency=frequency_word(series.frequency),
        span=span_name(show(series.first_date), show(series.last_date)),
        points=points,
    )


def price(
    store: Store,
    metal_id: str,
    context: Context,
    series: str | Sequence[str] | None = None,
    log: bool = False,
    since: Since = "default",
    index: bool = False,
) -> Chart:
    """Describe one price series of a metal, or several on one axis; with `index` each is set to 100."""
    keys = keys_of(series)
    metal = store.metal(metal_id)
    choices = price_choices(store, metal_id)
    if not choices:
        return _no_price(store, metal)
    chosen = [pick(choices, key).key for key in keys] or [choices[0].key]
    by_key = {s.series_id: s for s in store.price_series(metal_id)}
    lines = [line_of(store, metal, by_key[key]) for key in chosen]
    given = options(series=keys, index=index, log=log, since=since_option(since))
    if len(lines) == 1 and not index:
        content = _one_series(store, lines[0], context, log, since, given)
    else:
        content = _several_series(store, lines, context, log, since, index, given)
    return content if isinstance(content, Missing) else finish(store, (metal_id,), context, content)


def _no_price(store: Store, metal: Metal) -> Missing:
    """Return the sentence for a metal without any price on file."""
    reason = gettext("No prices on file for {metal}.").format(metal=plain_name(metal))
    if metal.member_of:
        text = gettext(
            "Prices of the group ({group}) are not shown because prices differ between its members."
        )
        reason = paragraph((reason, text.format(group=plain_name(store.metal(metal.member_of)))))
    return Missing(KIND, reason, metal.metal_id, *titles(metal.name_en, gettext(ONE[PRICE])))


def _one_series(
    store: Store, line: Line, context: Context, log: bool, since: Since, given: tuple[tuple[str, str], ...]
) -> Content | Missing:
    """Describe one series in its published unit, with the control dates up to the as-of date."""
    metal, series = line.metal, line.series
    whole = line.points()
    points = _shown_points(whole, since)
    kind = value_kind([series])
    if not points:
        reason = gettext(NONE_SINCE[kind]).format(day=show(str(since)))
        return Missing(KIND, reason, metal.metal_id, *titles(metal.name_en, gettext(ONE[kind])))
    least = 2.4 * YEAR if series.frequency == "annual" else 0.0
    events, x = time_axis(points, control_dates(store, metal.metal_id, context), context, least)
    title, heading = titles(metal.name_en, gettext((ONE_WITH_DATES if events else ONE)[kind]))
    return Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=join_subtitle(
            series.unit, series.name.removeprefix(f"{metal.name_en}: "), frequency_word(series.frequency)
        ),
        x=x,
        y=_value_axis([(line, points)], points, None, False, log),
        series=(Series(series.name, points),),
        events=events,
        notes=single_notes(series, points),
        range_notes=earlier_note(whole, points, kind),
        options=given,
    )


def _shown_points(points: tuple[Point, ...], since: Since) -> tuple[Point, ...]:
    """Return the points in the range that was chosen; the default range grows to all where it holds one point."""
    first = first_shown(points[-1].x, since) if points else None
    shown = tuple(p for p in points if first is None or p.x >= first)
    return points if since == "default" and len(shown) < 2 else shown


def _several_series(
    store: Store,
    lines: list[Line],
    context: Context,
    log: bool,
    since: Since,
    index: bool,
    given: tuple[tuple[str, str], ...],
) -> Content | Missing:
    """Describe several series in one unit, or each set to 100 on their first common day."""
    metal = lines[0].metal
    units = list(dict.fromkeys(x.series.unit for x in lines))
    kind = value_kind(x.series for x in lines)
    missing_titles = titles(metal.name_en, gettext(SEVERAL[kind]))
    if len(units) > 1 and not index:
        text = gettext("These series have different units ({units}). Set each to 100 to compare them.")
        return Missing(KIND, text.format(units=list_of(units)), metal.metal_id, *missing_titles)
    base = _common_day(lines) if index else None
    whole = [(x, (x.indexed(base or x.first) or ()) if index else x.points()) for x in lines]
    shown = _shown_lines(whole, since)
    if not shown:
        reason = gettext(NONE_SINCE_IN_ANY[kind]).format(day=show(str(since)))
        return Missing(KIND, reason, metal.metal_id, *missing_titles)
    points = sorted((p for _, ps in shown for p in ps), key=lambda p: p.x)
    events, x = time_axis(points, control_dates(store, metal.metal_id, context), context)
    title, heading = _titles(shown, bool(events))
    return Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=_subtitle(shown, base, index),
        x=x,
        y=_value_axis(shown, points, base, index, log),
        series=line_series(shown, named=False, relative=index),
        events=events,
        notes=_notes(shown, points, base, index),
        range_notes=earlier_note((p for _, ps in whole for p in ps), points, kind),
        options=given,
    )


def _common_day(lines: Sequence[Line]) -> date | None:
    """Return the first day by which every series has begun, None where one had ended by then."""
    day = max(x.first for x in lines)
    return day if all(x.last >= day for x in lines) else None


def _shown_lines(lines: Shown, since: Since) -> Shown:
    """Return all lines in the range that was chosen, the same days for each."""
    first = first_shown(max(p.x for _, points in lines for p in points), since)
    cropped = [(x, tuple(p for p in points if first is None or p.x >= first)) for x, points in lines]
    return [(x, points) for x, points in cropped if points]


def _value_axis(shown: Shown, points: Sequence[Point], base: date | None, index: bool, log: bool) -> Axis:
    """Return the axis of prices; with `index` it has a line at 100."""
    label = gettext(AXIS[value_kind(x.series for x, _ in shown)])
    unit = index_unit(base) if index else shown[0][0].series.unit
    lines = (ReferenceLine(100.0, ""),) if index else ()
    return Axis("value", label, unit, "log" if log else "linear", *value_range(points, log), lines)


def _titles(shown: Shown, with_events: bool) -> tuple[str, str]:
    what = SEVERAL_WITH_DATES if with_events else SEVERAL
    kind = value_kind(x.series for x, _ in shown)
    return titles(shown[0][0].metal.name_en, gettext(what[kind]))


def _subtitle(shown: Shown, base: date | None, index: bool) -> str:
    first, count = shown[0][0], len(shown)
    name = (
        first.about if count == 1 else ngettext("{count} series", "{count} series", count).format(count=count)
    )
    if not index:
        return join_subtitle(first.series.unit, name)
    if base is None:
        return gettext("{series}; first value = 100").format(series=name)
    return gettext("{series}; {day} = 100").format(series=name, day=show(base))


def _notes(shown: Shown, points: Sequence[Point], base: date | None, index: bool) -> tuple[str, ...]:
    lines = [x for x, _ in shown]
    kind = value_kind(x.series for x in lines)
    return (
        *_index_notes(lines, base, index),
        *end_note(((x.about, ps[-1].when) for x, ps in shown), kind),
        *line_notes(lines, False),
        *unit_value_notes(x.series for x in lines),
        *dict.fromkeys(n for _, ps in shown for n in gap_note(ps)),
        *flag_notes(points, bars=False),
    )


def _index_notes(lines: Sequence[Line], base: date | None, index: bool) -> tuple[str, ...]:
    if not index:
        return ()
    if base is None:
        text = gettext(
            "No common date: each series is 100 at its own first value, so levels cannot be compared."
        )
        return (text,)
    return (base_note(lines, base, False),)

"""Price series of one metal with its control dates, in their published unit or each set to 100 on one day."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from explorer.charts.builders.choices import keys_of, options, pick, since_option
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.control_dates import control_dates
from explorer.charts.builders.own_lines import (
    OwnLine,
    OwnSeries,
    added_in_unit,
    added_indexed,
    own_choices,
    own_line,
    own_of,
)
from explorer.charts.builders.price_choices import price_choices
from explorer.charts.builders.price_lines import Line, Shown, index_unit, line_of, line_series
from explorer.charts.builders.price_notes import (
    earlier_note,
    several_notes,
    single_notes,
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
from explorer.charts.builders.time_axis import YEARLY, first_shown, time_axis, value_range
from explorer.charts.spec import Axis, Chart, ChartSpec, Missing, Point, ReferenceLine, Series, Since
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.metal_names import plain_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.terms import frequency_word
from explorer.language import gettext, list_of, ngettext, paragraph

KIND = "price"


def price(
    store: Store,
    metal_id: str,
    context: Context,
    series: str | Sequence[str] | None = None,
    log: bool = False,
    since: Since = "default",
    index: bool = False,
    own: Sequence[OwnSeries] = (),
) -> Chart:
    """Describe one price series of a metal, or several on one axis; with `index` each is set to 100.

    The series of the user in `own` are added to those of the data where units allow it; one that is chosen is shown
    by itself, or beside the others that are chosen.
    """
    keys = keys_of(series)
    metal = store.metal(metal_id)
    own = own_of(own, metal_id)
    choices = (*price_choices(store, metal_id), *own_choices(own, metal))
    if not choices:
        return _no_price(store, metal)
    chosen = [pick(choices, key).key for key in keys] or [choices[0].key]
    by_key = {o.key: o for o in own}
    lines = _lines(store, metal, chosen, by_key)
    more = [] if any(x.is_own for x in lines) else [own_line(metal, o) for o in own]
    given = options(series=keys, index=index, log=log, since=since_option(since))
    if len(lines) == 1 and not index:
        content = _one_series(store, lines[0], context, log, since, given, more)
    else:
        content = _several_series(store, lines, context, log, since, index, given, more)
    if isinstance(content, Missing):
        return content
    chart = finish(store, (metal_id,), context, content)
    plain_keys = [key for key in chosen if key not in by_key]
    if not own or not plain_keys:
        return chart
    plain = price(store, metal_id, context, [k for k in keys if k in plain_keys], log, since, index)
    return replace(chart, without_own=plain if isinstance(plain, ChartSpec) else None)


def _lines(store: Store, metal: Metal, chosen: Sequence[str], own: Mapping[str, OwnSeries]) -> list[Line]:
    """Return the chosen series, of the data and of the user, as lines."""
    by_key = {s.series_id: s for s in store.price_series(metal.metal_id)}
    return [own_line(metal, own[key]) if key in own else line_of(store, metal, by_key[key]) for key in chosen]


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
    store: Store,
    line: Line,
    context: Context,
    log: bool,
    since: Since,
    given: tuple[tuple[str, str], ...],
    more: Sequence[OwnLine],
) -> Content | Missing:
    """Describe one series in its published unit, with the control dates up to the as-of date."""
    metal, series = line.metal, line.series
    whole = line.points()
    points = _shown_points(whole, since)
    kind = value_kind([series])
    if not points:
        reason = gettext(NONE_SINCE[kind]).format(day=show(str(since)))
        return Missing(KIND, reason, metal.metal_id, *titles(metal.name_en, gettext(ONE[kind])))
    least = YEARLY if series.frequency == "annual" else 0.0
    added = added_in_unit(more, series, first_shown(points[-1].x, since))
    everything = added.with_points(points)
    events, x = time_axis(everything, control_dates(store, metal.metal_id, context), context, least)
    title, heading = titles(metal.name_en, gettext((ONE_WITH_DATES if events else ONE)[kind]))
    return Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=join_subtitle(
            series.unit, series.name.removeprefix(f"{metal.name_en}: "), frequency_word(series.frequency)
        ),
        x=x,
        y=_value_axis([(line, points), *added.shown], everything, None, False, log),
        series=(
            Series(series.name, points, key=series.series_id, own=line.facts),
            *line_series(added.shown, named=False, relative=False),
        ),
        events=events,
        notes=(*single_notes(series, points), *added.notes()),
        left_out=added.left_out,
        range_notes=earlier_note(whole, points, kind),
        options=(*given, *added.options([line])),
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
    more: Sequence[OwnLine],
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
    first = first_shown(points[-1].x, since)
    added = added_indexed(more, base, first) if index else added_in_unit(more, shown[0][0].series, first)
    everything = added.with_points(points)
    events, x = time_axis(everything, control_dates(store, metal.metal_id, context), context)
    title, heading = _titles(shown, bool(events))
    return Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=_subtitle(shown, base, index),
        x=x,
        y=_value_axis([*shown, *added.shown], everything, base, index, log),
        series=line_series([*shown, *added.shown], named=False, relative=index),
        events=events,
        notes=(*several_notes(shown, points, base, index), *added.notes()),
        left_out=added.left_out,
        range_notes=earlier_note((p for _, ps in whole for p in ps), points, kind),
        options=(*given, *added.options(lines)),
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

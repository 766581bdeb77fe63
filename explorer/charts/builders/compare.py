"""Prices of several metals on one axis, each set to 100 on one day, with the control dates of all."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from explorer.charts.builders.choices import check_keys, keys_of, options, since_option
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.control_dates import joint_control_dates
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.own_lines import (
    Added,
    OwnSeries,
    added_indexed,
    own_line,
    own_of,
)
from explorer.charts.builders.price_lines import (
    Line,
    Shown,
    default_line,
    in_colours_of_metals,
    index_unit,
    line_series,
    price_keys,
)
from explorer.charts.builders.price_notes import (
    base_note,
    earlier_note,
    end_note,
    gap_note,
    line_notes,
    unit_value_notes,
)
from explorer.charts.builders.price_words import AXIS, COMPARE_TITLE, value_kind
from explorer.charts.builders.subject import metal_names
from explorer.charts.builders.time_axis import time_axis, value_range
from explorer.charts.spec import Axis, Chart, ChartSpec, Missing, ReferenceLine, Scale, Since, day_number
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.language import gettext, gettext_noop

KIND = "compare"
LEAD = timedelta(days=5 * 365)
_NO_PRICES = gettext_noop("No prices on file for {metals}.")
_NO_VALUES = gettext_noop(
    "The chosen series of {metals} do not have values both on or before {day} and after it; "
    "another base date or series may have them."
)
_NO_VALUES_BY_DEFAULT = gettext_noop(
    "The default series of {metals} do not have values both on or before {day} and after it; "
    "another base date or series may have them."
)


def compare(
    store: Store,
    metal_ids: Sequence[str],
    context: Context,
    series: str | Sequence[str] | None = None,
    log: bool = False,
    since: Since = "default",
    base: date | None = None,
    own: Sequence[OwnSeries] = (),
) -> Chart:
    """Describe the prices of metals, set to 100 at a base date: by default the first by which all series have begun.

    The series of the user in `own` are added, and do not decide the base date.
    """
    keys = keys_of(series)
    check_keys(keys, price_keys(store, metal_ids))
    metals = [store.metal(m) for m in metal_ids]
    found = [line for m in metals if (line := default_line(store, m, keys)) is not None]
    lines = [line for line in found if line.series.basis == "nominal" or line.series.series_id in keys]
    constant = [line.metal for line in found if line not in lines]
    names = metal_names(metals)
    title = gettext(COMPARE_TITLE[value_kind(x.series for x in lines)]).format(metals=names)
    if not lines:
        text = gettext("No nominal prices on file for {metals}.") if constant else gettext(_NO_PRICES)
        return Missing(KIND, text.format(metals=names), metal_ids[0], title)
    day = base if base is not None else max(x.first for x in lines)
    shown = _shown(lines, day, since)
    if not shown:
        text = gettext(_NO_VALUES) if keys else gettext(_NO_VALUES_BY_DEFAULT)
        return Missing(KIND, text.format(metals=names, day=show(day)), metal_ids[0], title)
    given = options(series=keys, log=log, since=since_option(since), base=base.isoformat() if base else None)
    start = _start(day, since)
    own_lines = [own_line(m, o) for m in metals for o in own_of(own, m.metal_id)]
    added = added_indexed(own_lines, day, day_number(start) if start is not None else None)
    content = replace(
        _content(store, metal_ids, context, shown, day, log, added),
        title=title,
        options=(*given, *added.options(())),
    )
    left_out = (*_left_out(metals, lines, [x for x, _ in shown], constant, day), *added.left_out)
    chart = finish(store, metal_ids, context, replace(content, left_out=left_out))
    if not own_lines:
        return chart
    plain = compare(store, metal_ids, context, keys, log, since, base)
    return replace(chart, without_own=plain if isinstance(plain, ChartSpec) else None)


def _start(day: date, since: Since) -> date | None:
    """Return the first day of the chart, by default five years before the base date; None for all."""
    return day - LEAD if since == "default" else since


def _shown(lines: Sequence[Line], day: date, since: Since) -> Shown:
    """Return the lines set to 100 at a base date."""
    start = _start(day, since)
    shown: Shown = []
    for line in lines:
        points = line.indexed(day) or ()
        kept = tuple(p for p in points if start is None or p.x >= day_number(start))
        if kept:
            shown.append((line, kept))
    return shown


def _content(
    store: Store,
    metal_ids: Sequence[str],
    context: Context,
    shown: Shown,
    day: date,
    log: bool,
    added: Added,
) -> Content:
    """Return axes, lines, control dates and notes, without title and options."""
    points = sorted((p for _, ps in shown for p in ps), key=lambda p: p.x)
    everything = added.with_points(points)
    lines = [x for x, _ in shown]
    events, x = time_axis(everything, joint_control_dates(store, [k.metal for k in lines], context), context)
    kind = value_kind(x.series for x in lines)
    scale: Scale = "log" if log else "linear"
    return Content(
        kind=KIND,
        title="",
        subtitle=_subtitle(lines, day),
        x=x,
        y=Axis(
            "value",
            gettext(AXIS[kind]),
            index_unit(day),
            scale,
            *value_range(everything, log),
            (ReferenceLine(100.0, ""),),
        ),
        series=in_colours_of_metals(
            line_series([*shown, *added.shown], named=True, relative=True),
            [x for x, _ in (*shown, *added.shown)],
            metal_ids,
        ),
        events=events,
        base=day,
        notes=(
            base_note(lines, day, True),
            *end_note(((x.metal.name_en, ps[-1].when) for x, ps in shown), kind),
            *([gettext("Control dates: licences and bans only.")] if events else []),
            *line_notes(lines, True),
            *unit_value_notes(x.series for x in lines),
            *flag_notes(everything, bars=False),
            *dict.fromkeys(n for _, ps in shown for n in gap_note(ps)),
            *earlier_note((p for x in lines for p in x.points()), points, kind),
        ),
    )


def _subtitle(lines: Sequence[Line], day: date) -> str:
    if len(lines) == 1:
        return gettext("{series}; {day} = 100").format(series=lines[0].name, day=show(day))
    return gettext("One series per metal; {day} = 100").format(day=show(day))


def _left_out(
    metals: Sequence[Metal],
    lines: Sequence[Line],
    kept: Sequence[Line],
    constant: Sequence[Metal],
    day: date,
) -> tuple[str, ...]:
    """Return which metals are not shown, and why."""
    notes = []
    unpriced = [m for m in metals if m not in constant and all(x.metal is not m for x in lines)]
    if unpriced:
        text = gettext("Not shown, because no prices are on file: {metals}.")
        notes.append(text.format(metals=metal_names(unpriced)))
    if constant:
        text = gettext("Not shown, because only constant (real) prices are on file: {metals}.")
        notes.append(text.format(metals=metal_names(constant)))
    late = [x.metal for x in lines if all(x is not k for k in kept)]
    if late:
        text = gettext(
            "Not shown, because their series do not have values both on or before {day} and after it: "
            "{metals}."
        )
        notes.append(text.format(day=show(day), metals=metal_names(late)))
    return tuple(notes)

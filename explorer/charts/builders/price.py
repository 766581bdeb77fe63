"""Several price series of one metal in one chart: in one unit as printed, or each set to 100 on one day."""

from collections.abc import Sequence
from datetime import date

from explorer.charts.builders.common import (
    Content,
    finish,
    flag_notes,
    join_subtitle,
    keys_of,
    options,
    pick,
    since_option,
)
from explorer.charts.builders.control_dates import control_dates
from explorer.charts.builders.price_lines import Line, Shown, base_words, drawn, line_notes, line_of
from explorer.charts.builders.price_series import (
    DEFAULT_YEARS,
    KIND,
    earlier_note,
    end_note,
    no_price,
    price_choices,
    single_price,
    sparse_note,
    time_axis,
    unit_value_notes,
)
from explorer.charts.builders.price_series import value_range as price_range
from explorer.charts.spec import Axis, Chart, Missing, Point, ReferenceLine, Since, day_number, day_of
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.store import Store
from explorer.data.supply.figures import value_words
from explorer.language import list_of


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
    if len(keys) < 2 and not index:
        return single_price(store, metal_id, context, keys[0] if keys else None, log, since)
    metal = store.metal(metal_id)
    choices = price_choices(store, metal_id)
    if not choices:
        return no_price(store, metal)
    chosen = [pick(choices, key, "price series").key for key in keys] or [choices[0].key]
    by_key = {s.series_id: s for s in store.price_series(metal_id)}
    lines = [line_of(store, metal, by_key[key]) for key in chosen]
    units = list(dict.fromkeys(x.series.unit for x in lines))
    words = value_words(x.series for x in lines)
    title = f"{metal.name_en}: {words.many}"
    if len(units) > 1 and not index:
        reason = f"These series are in different units, {list_of(units)}: set each to 100 to compare them."
        return Missing(KIND, reason, metal_id, title)
    base = common_day(lines) if index else None
    whole = [(x, _points(x, base, index)) for x in lines]
    shown = _cropped(whole, since)
    if not shown:
        return Missing(KIND, f"These series have no {words.one} since {show(str(since))}.", metal_id, title)
    return _described(store, metal_id, context, whole, shown, base, index, log, since, keys)


def common_day(lines: Sequence[Line]) -> date | None:
    """Return the first day by which every series has begun, None where one had ended by then."""
    day = max(x.first for x in lines)
    return day if all(x.last >= day for x in lines) else None


def _points(line: Line, base: date | None, index: bool) -> tuple[Point, ...]:
    return line.indexed(base or line.first) or () if index else line.points()


def _cropped(lines: Shown, since: Since) -> Shown:
    """Crop all lines to the same days; a century opens with its last 25 years."""
    last = max(p.x for _, points in lines for p in points)
    if since == "default":
        since = date(day_of(last).year - DEFAULT_YEARS, 1, 1)
    first = day_number(since) if since is not None else None
    cropped = [(x, tuple(p for p in points if first is None or p.x >= first)) for x, points in lines]
    return [(x, points) for x, points in cropped if points]


def _described(
    store: Store,
    metal_id: str,
    context: Context,
    whole: Shown,
    shown: Shown,
    base: date | None,
    index: bool,
    log: bool,
    since: Since,
    keys: tuple[str, ...],
) -> Chart:
    metal, lines = store.metal(metal_id), [x for x, _ in shown]
    words = value_words(x.series for x in lines)
    points = sorted((p for _, ps in shown for p in ps), key=lambda p: p.x)
    events, x = time_axis(points, control_dates(store, metal_id, context), context)
    unit = index_unit(base) if index else lines[0].series.unit
    count = f"{len(lines)} series" if len(lines) > 1 else lines[0].about
    subtitle = f"{capital(count)}, set to 100 on one day" if base else f"{capital(count)}, set to 100"
    lines_at = (ReferenceLine(100.0, ""),) if index else ()
    content = Content(
        kind=KIND,
        title=f"{metal.name_en}: {words.many}{' and control dates' if events else ''}",
        subtitle=subtitle if index else join_subtitle(unit, count),
        x=x,
        y=Axis(
            "value", capital(words.one), unit, "log" if log else "linear", *price_range(points, log), lines_at
        ),
        series=drawn(shown, named=False, published=index),
        events=events,
        notes=(
            *_index_notes(lines, base, index),
            *end_note(((x.about, ps[-1].when) for x, ps in shown), words.many),
            *line_notes(lines, False),
            *unit_value_notes(x.series for x in lines),
            *dict.fromkeys(n for _, ps in shown for n in sparse_note(ps)),
            *flag_notes(points, bars=False),
            *earlier_note((p for _, ps in whole for p in ps), points, words.many),
        ),
        options=options(series=keys, index=index, log=log, since=since_option(since)),
    )
    return finish(store, (metal_id,), context, content)


def index_unit(base: date | None) -> str:
    """Return the unit of prices set to 100."""
    return f"index, {show(base)} = 100" if base is not None else "index, first value = 100"


def _index_notes(lines: Sequence[Line], base: date | None, index: bool) -> tuple[str, ...]:
    if not index:
        return ()
    if base is None:
        return ("These series share no day: each is 100 at its own first value, so heights do not compare.",)
    return (base_words(lines, base, False),)

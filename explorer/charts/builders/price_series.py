"""Prices over time with the days on which control changed; a yearly figure stands amid its year."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from explorer.charts.builders.common import (
    Content,
    finish,
    flag_notes,
    join_subtitle,
    options,
    pick,
    since_option,
)
from explorer.charts.builders.control_dates import control_dates
from explorer.charts.spec import (
    SPARSE,
    Axis,
    Chart,
    Choice,
    ControlDate,
    Missing,
    Point,
    Series,
    Since,
    day_number,
    day_of,
)
from explorer.charts.text import capital
from explorer.charts.ticks import YEAR, linear_range, log_range
from explorer.data.context import Context
from explorer.data.dates import first_day, last_day, show
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.figures import default_series, value_words
from explorer.data.supply.records import Price, PriceSeries

KIND = "price"
DEFAULT_YEARS = 25
_PERIODS = {"annual": "yearly", "irregular": "points as published"}


def price_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return all price series of a metal with span and number of points, the opening one first."""
    series = list(store.price_series(metal_id))
    opening = default_series(series, first_day(store.edition.verified_to))
    series.sort(
        key=lambda s: (s is not opening, s.basis != "nominal", -first_day(s.last_date).toordinal(), -s.points)
    )
    return tuple(Choice(s.series_id, _choice_label(s)) for s in series)


def _choice_label(series: PriceSeries) -> str:
    first, last = show(series.first_date), show(series.last_date)
    span = first if first == last else f"{first} to {last}"
    points = "1 point" if series.points == 1 else f"{series.points} points"
    return f"{series.name} · {series.unit}, {series.frequency}, {span}, {points}"


def single_price(
    store: Store,
    metal_id: str,
    context: Context,
    series: str | None = None,
    log: bool = False,
    since: Since = "default",
) -> Chart:
    """Describe a price series of a metal, in its printed unit, with the control dates up to the day asked."""
    metal = store.metal(metal_id)
    choices = price_choices(store, metal_id)
    if not choices:
        return no_price(store, metal)
    choice = pick(choices, series, "price series")
    line = next(s for s in store.price_series(metal_id) if s.series_id == choice.key)
    whole = [price_point(p) for p in store.prices(line.series_id)]
    points = _since(whole, since)
    words = value_words([line])
    if len(points) == 0:
        reason = f"This series has no {words.one} since {show(str(since))}."
        return Missing(KIND, reason, metal_id, f"{metal.name_en}: {words.one}")
    least = 2.4 * YEAR if line.frequency == "annual" else 0.0
    events, x = time_axis(points, control_dates(store, metal_id, context), context, least)
    content = Content(
        kind=KIND,
        title=f"{metal.name_en}: {words.one} and control dates"
        if events
        else f"{metal.name_en}: {words.one}",
        subtitle=join_subtitle(
            f"{line.unit}, {line.name.removeprefix(f'{metal.name_en}: ')}",
            _PERIODS.get(line.frequency, line.frequency),
        ),
        x=x,
        y=Axis("value", capital(words.one), line.unit, "log" if log else "linear", *value_range(points, log)),
        series=(Series(line.name, "line", tuple(points)),),
        events=events,
        notes=(*_notes(line, points), *earlier_note(whole, points, words.many)),
        options=options(series=series, log=log, since=since_option(since)),
    )
    return finish(store, (metal_id,), context, content)


def no_price(store: Store, metal: Metal) -> Missing:
    """Return the sentence for a metal without any price on file."""
    reason = f"No price on file for {metal.name_en.lower()}."
    if metal.member_of:
        group = store.metal(metal.member_of).name_en.lower().removesuffix(" (group)")
        reason += f" Prices differ from metal to metal, so those of the group, {group}, do not stand in."
    return Missing(KIND, reason, metal.metal_id, f"{metal.name_en}: price")


def price_point(price: Price) -> Point:
    """Return a price as a point: a day as it is, a month in its middle, a year at 1 July."""
    label = show(price.date)
    if len(price.date) == 4:
        label = f"{label} (annual)"
    elif len(price.date) == 7:
        label = f"{label} (monthly)"
    return Point(
        x=day_number(middle(price.date)),
        y=price.value,
        label=label,
        low=price.low,
        high=price.high,
        flag=price.flag,
        note=price.note,
        source_ids=price.source_ids,
        confidence=price.confidence,
        when=price.date,
    )


def middle(partial: str) -> date:
    """Return the day at which a figure of a day, month or year stands on a day axis."""
    if len(partial) == 4:
        return date(int(partial), 7, 1)
    start, end = first_day(partial), last_day(partial)
    return start + timedelta(days=((end - start).days + 1) // 2)


def _since(points: list[Point], since: Since) -> list[Point]:
    """Crop to the range asked; a century of prices opens with its last 25 years."""
    if since is None or not points:
        return points
    if since == "default":
        last = day_of(points[-1].x)
        since = date(last.year - DEFAULT_YEARS, 1, 1)
        shown = [p for p in points if p.x >= day_number(since)]
        return shown if len(shown) > 1 else points
    return [p for p in points if p.x >= day_number(since)]


def time_axis(
    points: list[Point], events: tuple[ControlDate, ...], context: Context, shortest: float = 0.0
) -> tuple[tuple[ControlDate, ...], Axis]:
    """Return the control dates inside the shown days, and a day axis that holds them and the points.

    Dates before the first point are left out, but for those within half a year or a tenth of the range; the
    day asked is held where it lies as near behind the last. `shortest` is the least length in days.
    """
    first, last = points[0].x, points[-1].x
    lead = max(0.1 * (last - first), 183)
    kept = tuple(e for e in events if day_number(e.day) >= first - lead)
    days = [first, last, *(day_number(e.day) for e in kept)]
    asked = day_number(context.as_of)
    if max(days) < asked <= max(days) + lead:
        days.append(asked)
    low, high = min(days), max(days)
    pad = max(0.03 * (high - low), 20, (shortest - (high - low)) / 2)
    return kept, Axis("date", "Date", "", "linear", low - pad, high + pad)


def value_range(points: list[Point], log: bool) -> tuple[float, float]:
    """Return round ends for prices, which may begin above zero; printed ranges are held too."""
    values = [v for p in points for v in (p.y, p.low, p.high) if v is not None]
    positive = [v for v in values if v > 0]
    if log and positive:
        return log_range(min(positive), max(positive))
    return linear_range(min(values), max(values), from_zero=False)


def sparse_note(points: Sequence[Point]) -> tuple[str, ...]:
    """Return the sentence on dotted joins, where figures are far apart."""
    return (
        ("Dotted: gap of more than 13 months.",)
        if any(b.x - a.x > SPARSE for a, b in pairwise(points))
        else ()
    )


def end_note(ends: Iterable[tuple[str, str]], what: str) -> tuple[str, ...]:
    """Return when the prices on file end, from the name and the last date of each series; empty without any."""
    names: dict[str, list[str]] = {}
    for name, last in ends:
        names.setdefault(last, []).append(name)
    if not names:
        return ()
    if len(names) == 1:
        return (f"{capital(what)} on file end {show(next(iter(names)))}.",)
    said = "; ".join(f"{show(last)} ({', '.join(those)})" for last, those in sorted(names.items()))
    return (f"{capital(what)} on file end {said}.",)


def earlier_note(whole: Iterable[Point], shown: Sequence[Point], what: str) -> tuple[str, ...]:
    """Return the span of the prices on file that come before the first one shown."""
    left_out = sorted((p for p in whole if p.x < min(s.x for s in shown)), key=lambda p: p.x)
    if not left_out:
        return ()
    first, last = show(left_out[0].when), show(left_out[-1].when)
    span = first if first == last else f"{first} to {last}"
    return (f"{capital(what)} on file, not shown: {span}.",)


def unit_value_notes(series: Iterable[PriceSeries]) -> tuple[str, ...]:
    """Return the sentences that explain unit values: those from customs, and those of apparent consumption."""
    unit_values = [s for s in series if s.is_unit_value]
    notes = []
    if any(s.is_customs_value for s in unit_values):
        notes.append(
            "Unit value: customs value divided by quantity. It mixes grades and lags by one to three months."
        )
    if not all(s.is_customs_value for s in unit_values):
        notes.append("Unit value of apparent consumption, not a market price.")
    return tuple(notes)


def _notes(series: PriceSeries, points: list[Point]) -> tuple[str, ...]:
    notes = [*flag_notes(points, bars=False), *end_note([("", points[-1].when)], value_words([series]).many)]
    if series.frequency == "annual":
        notes.append("Yearly averages, marked in the middle of their year.")
    if series.basis != "nominal":
        notes.append(f"Not in the money of the day: {series.basis}.")
    notes += sparse_note(points)
    if "unit value" not in (series.note or "").casefold():
        notes += unit_value_notes([series])
    if len(points) == 1:
        notes.append("A single value, not a trend.")
    if any(p.low is not None for p in points):
        notes.append("Bars at a point: the printed range.")
    if "mtu" in series.unit:
        notes.append("A metric ton unit (mtu) is 10 kg of what is contained.")
    if series.note:
        notes.append(series.note[:1].upper() + series.note[1:].rstrip(".") + ".")
    return tuple(notes)

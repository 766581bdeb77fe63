"""Trade over time: one reporter, partner, product, flow and length of period at a time, which are never added."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.builders.choices import options, pick, since_option
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.control_dates import control_dates
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.periods import middle, period_length, period_name, span_name
from explorer.charts.builders.subject import Subject, find_subject, titles
from explorer.charts.builders.time_axis import YEARLY, time_axis
from explorer.charts.spec import Axis, Chart, Choice, ControlDate, Missing, Point, Series, Since, day_number
from explorer.charts.ticks import linear_range
from explorer.data.context import Context
from explorer.data.dates import first_day
from explorer.data.metal_names import plain_name
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_of
from explorer.data.supply.figures import OTHER, WORLD
from explorer.data.supply.records import Trade
from explorer.language import gettext, gettext_noop, list_of, ngettext

KIND = "trade"
_LENGTHS = {
    "month": gettext_noop("monthly"),
    "quarter": gettext_noop("quarterly"),
    "year": gettext_noop("annual"),
    "span": gettext_noop("periods of different length"),
}
_DAYS = {"month": 30.4, "quarter": 91.0, "year": 365.0, "span": 0.0}


class _Line(Struct, frozen=True):
    """The rows of one chart in order, with their key; `in_dollars` shows their values and not their quantities.

    `parts` are the figures from January on of years without a figure for the whole year, next to yearly rows.
    """

    key: str
    rows: tuple[Trade, ...]
    length: str
    in_dollars: bool

    parts: tuple[Trade, ...] = ()

    @property
    def unit(self) -> str:
        return "USD" if self.in_dollars else self.rows[0].unit

    def figure(self, row: Trade) -> float | None:
        return row.value_usd if self.in_dollars else row.quantity


def _lines(store: Store, metal_id: str) -> tuple[Subject, dict[str, _Line]]:
    subject, rows = find_subject(store, metal_id, store.trade)
    groups: dict[tuple[str, ...], list[Trade]] = defaultdict(list)
    for row in rows:
        length = period_length(row.period)
        place = (row.reporter, row.flow, row.partner, row.product, length)
        if row.quantity is not None:
            groups[(*place, row.unit)].append(row)
        if row.value_usd is not None:
            groups[(*place, "USD")].append(row)
    lines = {}
    for group, members in groups.items():
        key = "|".join(group)
        members.sort(key=lambda t: (first_day(t.period.split("/")[0]), t.period))
        lines[key] = _Line(key, tuple(members), group[4], group[5] == "USD")
    for key, line in lines.items():
        spans = lines.get(key.replace("|year|", "|span|")) if line.length == "year" else None
        if spans is not None:
            lines[key] = replace(line, parts=_parts_of_years(line.rows, spans.rows))
    return subject, lines


def _parts_of_years(years: tuple[Trade, ...], spans: tuple[Trade, ...]) -> tuple[Trade, ...]:
    """Return the longest span from January on of each year that has no figure of its own."""
    whole = {row.period for row in years}
    longest: dict[str, Trade] = {}
    for row in spans:
        first, last = row.period.split("/")
        if first.endswith("-01") and first[:4] == last[:4] and first[:4] not in whole:
            known = longest.get(first[:4])
            if known is None or known.period < row.period:
                longest[first[:4]] = row
    return tuple(longest[year] for year in sorted(longest))


def trade_choices(store: Store, metal_id: str, context: Context | None = None) -> tuple[Choice, ...]:
    """Return the trade on file in order.

    Exports of the origin to the destination come first, as reported by the origin and then by the destination. Exports
    of the origin to the world and to other places follow, then other imports of the destination.
    """
    _, lines = _lines(store, metal_id)
    return _offered(store, lines, context)


def _offered(store: Store, lines: dict[str, _Line], context: Context | None) -> tuple[Choice, ...]:
    origin = context.origin if context is not None else "CHN"
    buyer = buyer_of(context.destination) if context is not None else None

    def order(line: _Line) -> tuple[object, ...]:
        rank = _direction_rank(line.rows[0], origin, buyer)
        return rank, line.length == "span", line.in_dollars, -len(line.rows), line.key

    return tuple(Choice(x.key, _line_label(store, x)) for x in sorted(lines.values(), key=order))


def _direction_rank(row: Trade, origin: str, buyer: str | None) -> int:
    """Return the rank of the direction of a row in the order of trade_choices."""
    directions = (
        row.reporter == origin and row.partner == buyer,
        row.reporter == buyer and row.partner == origin,
        row.reporter == origin and row.partner == WORLD,
        row.reporter == origin,
        row.reporter == buyer,
    )
    return directions.index(True) if any(directions) else len(directions)


def _line_label(store: Store, line: _Line) -> str:
    """Return the direction and the product of a line with its unit, length of period, span and points."""
    row, count = line.rows[0], len(line.rows)
    text = gettext("Imports into {reporter} from {partner}: {product} · {unit}, {length}, {span}, {points}")
    if row.flow == "export":
        text = gettext("Exports from {reporter} to {partner}: {product} · {unit}, {length}, {span}, {points}")
    return text.format(
        reporter=place_name(store, row.reporter),
        partner=_partner(store, row),
        product=row.product,
        unit=line.unit,
        length=gettext(_LENGTHS[line.length]),
        span=span_name(period_name(row.period), period_name(line.rows[-1].period)),
        points=ngettext("{count} point", "{count} points", count).format(count=count),
    )


def _partner(store: Store, row: Trade) -> str:
    if row.partner == WORLD:
        return gettext("the world")
    return gettext("other countries") if row.partner == OTHER else place_name(store, row.partner)


def _what(store: Store, row: Trade) -> str:
    text = gettext("imports into {reporter} from {partner}")
    if row.flow == "export":
        text = gettext("exports from {reporter} to {partner}")
    return text.format(reporter=place_name(store, row.reporter), partner=_partner(store, row))


def trade(
    store: Store, metal_id: str, context: Context, series: str | None = None, since: Since = "default"
) -> Chart:
    """Describe trade in one product by period, as bars from zero, with control dates up to the as-of date."""
    subject, lines = _lines(store, metal_id)
    choices = _offered(store, lines, context)
    if not choices:
        reason = gettext("No trade figures on file for {metal}.").format(metal=plain_name(subject.metal))
        return Missing(KIND, reason, metal_id, *titles(subject.metal.name_en, gettext("trade")))
    line = lines[pick(choices, series).key]
    points = _since([_trade_point(line, r) for r in line.rows], line, since)
    parts = _since([_part_point(line, r) for r in line.parts], line, since)
    if not points and not parts:
        reason = gettext("No trade figures on file in these years.")
        return Missing(KIND, reason, metal_id, *subject.titles(gettext("trade")))
    row = line.rows[0]
    title, heading = subject.titles(_what(store, row))
    subtitle = join_subtitle(line.unit, row.product, gettext(_LENGTHS[line.length]))
    notes = (*subject.notes, *_trade_notes(line, points), *_part_notes(parts))
    given = options(series=series, since=since_option(since))
    events = control_dates(store, metal_id, context)
    content = _spans(line, points) if line.length == "span" else _bars(line, points, parts, events, context)
    content = replace(
        content,
        title=title,
        heading=heading,
        subtitle=subtitle,
        notes=notes,
        options=given,
    )
    return finish(store, (metal_id,), context, content)


def _trade_point(line: _Line, row: Trade) -> Point:
    """Return a period as a point in its middle, a span as a point at its first day."""
    start = row.period.split("/")[0]
    day = first_day(start) if line.length == "span" else middle(start)
    return Point(
        x=day_number(day),
        y=line.figure(row),
        label=period_name(row.period),
        flag=row.flag,
        note=row.note,
        source_ids=row.source_ids,
        confidence=row.confidence,
        when=row.period,
    )


def _part_point(line: _Line, row: Trade) -> Point:
    """Return a part of a year as a point in the middle of its year."""
    return replace(_trade_point(line, row), x=day_number(middle(row.period[:4])))


def _since(points: list[Point], line: _Line, since: Since) -> list[Point]:
    """Return the points in the range that was chosen; spans are all shown."""
    if isinstance(since, date) and line.length != "span":
        return [p for p in points if p.x >= day_number(since)]
    return points


def _part_notes(parts: list[Point]) -> tuple[str, ...]:
    """Return the sentence on the bars of unfinished years."""
    if not parts:
        return ()
    text = gettext(
        "Hatched with a dashed outline: part of the year only ({periods}); not comparable with a full year."
    )
    return (text.format(periods=list_of([p.label for p in parts])),)


def _trade_notes(line: _Line, points: list[Point]) -> tuple[str, ...]:
    notes = list(flag_notes(points, bars=True))
    if line.length == "span":
        notes.append(
            gettext("Periods differ in length and may overlap, so they are not added up or compared by size.")
        )
    else:
        if any(p.y == 0 for p in points):
            notes.append(gettext("A flat mark is a published zero."))
        if _has_gaps(points, _DAYS[line.length]):
            notes.append(gettext("A period without a bar has no figure on file; it is not zero."))
    codes = list(dict.fromkeys(r.hs for r in line.rows if r.hs))
    if len(codes) > 1:
        text = gettext("The customs codes change over time: {codes}.")
        notes.append(text.format(codes="; ".join(list_of(c.split(";")) for c in codes)))
    return tuple(notes)


def _has_gaps(points: list[Point], length: float) -> bool:
    return any(b.x - a.x > 1.5 * length for a, b in pairwise(points))


def _bars(
    line: _Line,
    points: list[Point],
    parts: list[Point],
    events: tuple[ControlDate, ...],
    context: Context,
) -> Content:
    """Describe one bar for each period, as wide as the period is long; parts of years are a series of their own.

    Ticks of yearly figures are years: a month below a bar would seem to be its period.
    """
    every = sorted((*points, *parts), key=lambda p: p.x)
    shown, x = time_axis(every, events, context, YEARLY if line.length == "year" else 0.0)
    width = _DAYS[line.length]
    low, high = min(x.low, every[0].x - 0.6 * width), max(x.high, every[-1].x + 0.6 * width)
    top = max(p.y or 0 for p in every)
    product = line.rows[0].product
    series = [Series(product, tuple(points), style="bars", bar_width=width)] if points else []
    if parts:
        name = gettext("{product}, part of the year only").format(product=product)
        series.append(Series(name, tuple(parts), style="bars", bar_width=width, is_partial=True))
    return Content(
        kind=KIND,
        title="",
        subtitle="",
        x=Axis("date", gettext("Period"), "", "linear", low, high),
        y=Axis("value", gettext("Trade"), line.unit, "linear", *linear_range(0.0, top, from_zero=True)),
        series=tuple(series),
        events=shown,
    )


def _spans(line: _Line, points: list[Point]) -> Content:
    """Describe one row for each span in the order of time; spans differ in length and share no axis of days."""
    rows = tuple(replace(p, x=i) for i, p in enumerate(points))
    return Content(
        kind=KIND,
        shape="bars",
        title="",
        subtitle="",
        x=Axis("value", gettext("Trade"), line.unit, "linear", 0.0, max(p.y or 0 for p in rows) or 1.0),
        y=Axis("category", gettext("Period"), "", "linear", -0.5, len(rows) - 0.5),
        series=(Series(line.rows[0].product, rows),),
    )

"""Trade and net import reliance over time: one reporter, partner, product, flow and length of period at a time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from explorer.charts.build_price import middle, time_axis
from explorer.charts.build_shares import period
from explorer.charts.common import Content, Subject, finish, flag_notes, join_subtitle, options, pick, subject
from explorer.charts.events import control_events
from explorer.charts.spec import Axis, Chart, ChartContext, Choice, Missing, Point, Series, Since, day_number
from explorer.charts.text import exact, with_unit
from explorer.charts.ticks import linear_range
from explorer.data.dates import first_day
from explorer.data.figures import WORLD
from explorer.data.records import Dependence, Trade
from explorer.data.store import Store
from explorer.data.words import destination_name

TRADE, RELIANCE = "trade", "reliance"
TELLING = 6
_LENGTHS = {
    "month": ("monthly", 30.4),
    "quarter": ("quarterly", 91.0),
    "year": ("yearly", 365.0),
    "span": ("spans", 0.0),
}
_WORDS = frozenset({"net exporter", "not available"})


@dataclass(frozen=True, slots=True)
class _Line:
    """What may stand in one chart: its key, the rows in order, and whether quantities or values are shown."""

    key: str
    rows: tuple[Trade, ...]
    length: str
    in_dollars: bool

    @property
    def unit(self) -> str:
        return "USD" if self.in_dollars else self.rows[0].unit

    def figure(self, row: Trade) -> float | None:
        return row.value_usd if self.in_dollars else row.quantity


def period_length(text: str) -> str:
    """Return the length of a period: `year`, `quarter`, `month`, or `span` for one of any other length."""
    if "/" in text:
        return "span"
    if "Q" in text:
        return "quarter"
    return "year" if len(text) == 4 else "month"


def _lines(store: Store, metal_id: str) -> tuple[Subject, dict[str, _Line]]:
    own = store.trade(metal_id)
    whose = subject(store, metal_id, bool(own))
    rows = store.trade(whose.owner.metal_id) if whose.borrowed else own
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
    return whose, lines


def trade_choices(store: Store, metal_id: str, context: ChartContext | None = None) -> tuple[Choice, ...]:
    """Return what trade is on file: that of the controlling country first, to the destination, then to the world."""
    _, lines = _lines(store, metal_id)
    origin = context.origin if context is not None else "CHN"
    target = context.destination if context is not None else "ALL"

    def order(line: _Line) -> tuple[object, ...]:
        row, count = line.rows[0], len(line.rows)
        towards = 0 if row.partner == target and count >= TELLING else 1 if row.partner == WORLD else 2
        return (
            row.reporter != origin,
            line.length == "span",
            line.in_dollars,
            towards,
            -count,
            line.key,
        )

    return tuple(Choice(x.key, _line_label(store, x)) for x in sorted(lines.values(), key=order))


def _line_label(store: Store, line: _Line) -> str:
    first, last = period(line.rows[0].period), period(line.rows[-1].period)
    span = first if len(line.rows) == 1 else f"{first} to {last}"
    points = "1 point" if len(line.rows) == 1 else f"{len(line.rows)} points"
    return f"{_direction(store, line.rows[0])}: {line.rows[0].product} · {line.unit}, {_LENGTHS[line.length][0]}, {span}, {points}"


def _direction(store: Store, row: Trade) -> str:
    partner = (
        "the world"
        if row.partner == WORLD
        else destination_name(row.partner, store.country_name(row.partner))
    )
    word = "to" if row.flow == "export" else "from"
    return f"{store.country_name(row.reporter)}, {row.flow}s {word} {partner}"


def trade(
    store: Store, metal_id: str, context: ChartContext, choice: str | None = None, since: Since = "opening"
) -> Chart:
    """Describe trade in one product by period, as bars from zero, with the control dates up to the day asked."""
    whose, lines = _lines(store, metal_id)
    choices = trade_choices(store, metal_id, context)
    if not choices:
        name = whose.metal.name_en
        return Missing(TRADE, f"No trade figures of {name.lower()} are on file.", metal_id, f"{name}: trade")
    line = lines[pick(choices, choice, "line of trade").key]
    points = [_trade_point(line, r) for r in line.rows]
    if isinstance(since, date) and line.length != "span":
        points = [p for p in points if p.x >= day_number(since)]
    if not points:
        return Missing(TRADE, "No figures in these years.", metal_id, whose.title("trade"))
    row = line.rows[0]
    title = whose.title(_direction(store, row))
    subtitle = join_subtitle(line.unit, row.product, _LENGTHS[line.length][0])
    notes = (*whose.note("trade figures"), *_trade_notes(line, points))
    given = options(choice=choice, since=since.isoformat() if isinstance(since, date) else "")
    if line.length == "span":
        content = _spans(title, subtitle, line, points, notes, given)
    else:
        events, x = time_axis(points, control_events(store, metal_id, context), context)
        width = _LENGTHS[line.length][1]
        x = Axis(
            "date",
            "Period",
            "",
            "linear",
            min(x.low, points[0].x - 0.6 * width),
            max(x.high, points[-1].x + 0.6 * width),
        )
        high = max(p.y or 0 for p in points)
        content = Content(
            kind=TRADE,
            title=title,
            subtitle=subtitle,
            x=x,
            y=Axis("value", "Trade", line.unit, "linear", *linear_range(0.0, high, from_zero=True)),
            series=(Series(row.product, "bars", tuple(points), bar_width=width),),
            events=events,
            notes=notes,
            options=given,
        )
    return finish(store, metal_id, context, content)


def _trade_point(line: _Line, row: Trade) -> Point:
    """Return a period as a point in its middle; a span, whose length says little, keeps the day it begins."""
    start = row.period.split("/")[0]
    day = first_day(start) if line.length == "span" else middle(start)
    return Point(
        x=day_number(day),
        y=line.figure(row),
        label=period(row.period),
        flag=row.flag,
        note=row.note,
        source_ids=row.source_ids,
    )


def _trade_notes(line: _Line, points: list[Point]) -> tuple[str, ...]:
    notes = list(flag_notes(points, bars=True))
    if line.length == "span":
        notes.append("Spans differ in length and may overlap: they are neither added nor compared by size.")
    else:
        if any(p.y == 0 for p in points):
            notes.append("A flat mark is a printed zero.")
        if _has_gaps(points, _LENGTHS[line.length][1]):
            notes.append("A period without a bar has no figure on file: it is not zero.")
    codes = list(dict.fromkeys(r.hs for r in line.rows if r.hs))
    if len(codes) > 1:
        notes.append(
            f"The customs codes change along the series: {', '.join(c.replace(';', ' and ') for c in codes)}."
        )
    return tuple(notes)


def _has_gaps(points: list[Point], length: float) -> bool:
    return any(b.x - a.x > 1.5 * length for a, b in zip(points, points[1:], strict=False))


def _spans(
    title: str,
    subtitle: str,
    line: _Line,
    points: list[Point],
    notes: tuple[str, ...],
    given: tuple[tuple[str, str], ...],
) -> Content:
    rows = tuple(
        Point(i, p.y, p.label, flag=p.flag, note=p.note, source_ids=p.source_ids)
        for i, p in enumerate(points)
    )
    return Content(
        kind=TRADE,
        title=title,
        subtitle=subtitle,
        x=Axis("value", "Trade", line.unit, "linear", 0.0, max(p.y or 0 for p in rows) or 1.0),
        y=Axis("category", "Period", "", "linear", -0.5, len(rows) - 0.5),
        series=(Series(line.rows[0].product, "hbars", rows),),
        notes=notes,
        options=given,
    )


# net import reliance


def reliance_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return the importers and forms for which net import reliance is on file, the newest and longest first."""
    _, groups = _reliances(store, metal_id)
    ordered = sorted(groups, key=lambda g: (-groups[g][-1].year, g[0] != "USA", -len(groups[g]), g))
    return tuple(
        Choice("|".join(g), f"{store.country_name(g[0])}, {g[1]}, {_years(groups[g])}") for g in ordered
    )


def _years(rows: list[Dependence]) -> str:
    return str(rows[0].year) if len(rows) == 1 else f"{rows[0].year}–{rows[-1].year}"


def _reliances(store: Store, metal_id: str) -> tuple[Subject, dict[tuple[str, str], list[Dependence]]]:
    own = store.dependence(metal_id)
    whose = subject(store, metal_id, bool(own))
    rows = store.dependence(whose.owner.metal_id) if whose.borrowed else own
    groups: dict[tuple[str, str], list[Dependence]] = defaultdict(list)
    for row in rows:
        if row.net_import_reliance_pct is not None or row.qualifier:
            groups[(row.importer, row.form)].append(row)
    return whose, dict(groups)


def reliance(store: Store, metal_id: str, context: ChartContext, choice: str | None = None) -> Chart:
    """Describe net import reliance over the years in per cent; a word printed instead of a figure stands at zero."""
    whose, groups = _reliances(store, metal_id)
    choices = reliance_choices(store, metal_id)
    if not choices:
        name = whose.metal.name_en
        reason = f"No net import reliance for {name.lower()} is on file."
        return Missing(RELIANCE, reason, metal_id, f"{name}: net import reliance")
    importer, form = pick(choices, choice, "importer and form").key.split("|")
    rows = groups[(importer, form)]
    years = {r.year: r for r in rows}
    points = tuple(_reliance_point(y, years.get(y)) for y in range(rows[0].year, rows[-1].year + 1))
    buyer = destination_name(importer, store.country_name(importer))
    content = Content(
        kind=RELIANCE,
        title=whose.title(f"net import reliance of {buyer}"),
        subtitle=join_subtitle(
            "imports less exports, stocks counted, in per cent of apparent consumption", form
        ),
        x=Axis("year", "Year", "", "linear", rows[0].year - 0.5, rows[-1].year + 0.5),
        y=Axis("value", "Net import reliance", "%", "linear", 0.0, 100.0),
        series=(Series(f"{buyer}, {form}", "line", points),),
        notes=(*whose.note("net import reliance"), *_reliance_notes(points)),
        options=options(choice=choice),
    )
    return finish(store, metal_id, context, content)


def _reliance_point(year: int, row: Dependence | None) -> Point:
    if row is None:
        return Point(year, None, str(year))
    word = row.qualifier if row.net_import_reliance_pct is None and row.qualifier in _WORDS else None
    return Point(
        x=year,
        y=row.net_import_reliance_pct,
        label=str(year),
        flag=row.flag,
        qualifier=None if row.qualifier in _WORDS else row.qualifier,
        word=word,
        note=_consumption(row),
        source_ids=row.source_ids,
    )


def _consumption(row: Dependence) -> str | None:
    parts = []
    if row.apparent_consumption is not None and row.unit:
        parts.append(f"consumption {with_unit(exact(row.apparent_consumption), row.unit)}")
    if row.note:
        parts.append(row.note)
    return "; ".join(parts) or None


def _reliance_notes(points: tuple[Point, ...]) -> tuple[str, ...]:
    notes = list(flag_notes(points, bars=False))
    if any(p.qualifier for p in points):
        notes.append("< and >: the printed figure is a bound, not a value.")
    if any(p.word for p in points):
        notes.append("A word at the foot of the plot stands where the publisher prints no figure.")
    return tuple(notes)

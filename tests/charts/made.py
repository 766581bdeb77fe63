"""Example charts with the lines, bars or areas that a test needs."""

from datetime import date

from msgspec.structs import replace

from explorer.charts.spec import Axis, ChartSpec, ControlDate, Point, Series, SourceRef, day_number
from explorer.data.context import Context

START, END = date(2020, 1, 1), date(2026, 1, 1)
DAYS = Axis("date", low=day_number(START), high=day_number(END))
PRICES = Axis("value", "Price", "USD/kg", low=0.0, high=100.0)


def points(values, axis: Axis = DAYS, **marks) -> tuple[Point, ...]:
    """Return figures spread evenly over the inner part of an axis."""
    step = (axis.high - axis.low) / (len(values) + 1)
    return tuple(Point(axis.low + step * (n + 1), v, f"point {n}", **marks) for n, v in enumerate(values))


def series(values, style="line", axis: Axis = DAYS, **marks) -> Series:
    return Series("A series", points(values, axis, **marks), style, bar_width=30.0)


def chart(*lines: Series, y: Axis = PRICES, x: Axis = DAYS, **changes) -> ChartSpec:
    """Return a chart over days; `changes` replace its defaults."""
    spec = ChartSpec(
        kind="price",
        shape="time",
        metal_ids=("gallium",),
        title="A title",
        subtitle="A subtitle",
        x=x,
        y=y,
        series=lines,
        events=(),
        rows=(),
        left_out=(),
        notes=("A note.",),
        source_line="Source: A publisher.",
        documents="",
        sources=(SourceRef("a-source", "A publisher", "A title"),),
        context=Context(date(2026, 11, 24), "CHN", "USA"),
        footer="A footer.",
        data_version="2026.11",
        verified_to="2026-10-08",
        query="minor-metals export gallium --chart price",
    )
    return replace(spec, **changes)


def event(day: date, label: str, kind: str = "licence", state: str = "in_force") -> ControlDate:
    return ControlDate(day, label, kind, state, ("a-measure",))


def bars(values, **marks) -> ChartSpec:
    """Return horizontal bars of categories, from 0 to 100."""
    rows = tuple(Point(float(n), v, f"Country {n}", **marks) for n, v in enumerate(values))
    return chart(
        Series("Shares", rows),
        shape="bars",
        x=Axis("value", "Share", "%", low=0.0, high=100.0),
        y=Axis("category", "Country", low=-0.5, high=len(values) - 0.5),
    )

"""The text at a point of a chart over time, and the change over a span."""

from datetime import date

from msgspec.structs import replace

from explorer.charts.builders.periods import middle
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Axis, Point, Series, day_number
from explorer.charts.words.span import span_text
from explorer.charts.zoom import Range
from tests.charts import made

CONTROL = date(2023, 8, 1)


def _point(day: date, value: float | None, **marks) -> Point:
    return Point(
        day_number(day), value, day.isoformat(), when=day.isoformat(), source_ids=("a-source",), **marks
    )


def _line(name: str, *points: Point) -> Series:
    return Series(name, points)


PRICES = _line(
    "A",
    _point(date(2023, 6, 1), 200.0),
    _point(date(2023, 7, 1), 250.0),
    _point(date(2023, 9, 1), 300.0, flag="e"),
    _point(date(2024, 1, 1), 500.0),
)


def _texts(spec, series: int, index: int) -> tuple[str, ...]:
    """Return the day and, of each series, name and figure, changes, note and source."""
    reading = shape_of(spec).reading(series, index)
    lines = [reading.when]
    for entry in reading.entries:
        lines += [f"{entry.name}: {entry.figure}" if entry.name else entry.figure, *entry.lines]
    return tuple(lines)


def test_a_point_has_its_figure_its_flag_and_its_changes():
    spec = made.chart(PRICES, events=(made.event(CONTROL, "licence"),))
    assert _texts(spec, 0, 0) == ("2023-06-01", "200 USD/kg", "A publisher")
    assert _texts(spec, 0, 2) == (
        "2023-09-01",
        "300 USD/kg · estimated",
        "+20\u202f% since 2023-07-01",
        "A publisher",
    )
    lines = _texts(spec, 0, 3)
    assert "+67\u202f% since 2023-09-01" in lines
    assert "+100\u202f% since the control date, 1 Aug 2023" in lines


def test_only_a_licence_or_ban_in_force_that_is_not_presumed_is_the_control():
    quota = made.event(date(2023, 6, 15), "quota", kind="quota")
    announced = made.event(date(2023, 6, 20), "licence", state="announced")
    presumed = replace(made.event(date(2023, 6, 25), "ban", kind="prohibition"), presumed=True)
    spec = made.chart(PRICES, events=(quota, announced, presumed, made.event(CONTROL, "licence")))
    assert "+100\u202f% since the control date, 1 Aug 2023" in _texts(spec, 0, 3)
    without = made.chart(PRICES, events=(quota, announced, presumed))
    assert not any("control" in text for text in _texts(without, 0, 3))


def test_all_series_are_read_at_one_time_each_with_its_own_day():
    other = _line("B", _point(date(2023, 9, 4), 40.0), _point(date(2026, 1, 1), 10.0))
    spec = made.chart(PRICES, other)
    lines = _texts(spec, 0, 2)
    assert lines[0] == "2023-09-01" and "A: 300 USD/kg · estimated" in lines
    assert "B, 2023-09-04: 40 USD/kg" in lines
    alone = _texts(spec, 1, 1)
    assert alone[1] == "B: 10 USD/kg" and not any(text.startswith("A") and ":" in text for text in alone)


def test_shares_and_bounds_have_no_change_in_per_cent():
    shares = made.chart(PRICES, y=Axis("value", "Share", "%", low=0.0, high=600.0))
    assert not any("since" in text for text in _texts(shares, 0, 3))
    bound = _line("A", PRICES.points[0], replace(PRICES.points[1], qualifier=">"), PRICES.points[3])
    assert not any("since" in text for text in _texts(made.chart(bound), 0, 1))
    assert "+150\u202f% since 2023-06-01" in _texts(made.chart(bound), 0, 2)


def _span(first: date, last: date) -> Range:
    return Range(day_number(first), day_number(last))


def test_a_span_gives_the_change_between_its_first_and_last_figure():
    spec = made.chart(PRICES)
    whole = span_text(spec, _span(date(2023, 1, 1), date(2025, 1, 1)))
    assert whole == "+150\u202f% over 214 days: 200 USD/kg (2023-06-01) to 500 USD/kg (2024-01-01)."
    part = span_text(spec, _span(date(2023, 6, 15), date(2023, 10, 1)))
    assert part == "+20\u202f% over 62 days: 250 USD/kg (2023-07-01) to 300 USD/kg, estimated (2023-09-01)."
    months = replace(PRICES, points=tuple(replace(p, label=f"{p.label} (monthly)") for p in PRICES.points))
    part = span_text(made.chart(months), _span(date(2023, 6, 15), date(2023, 10, 1)))
    assert part == (
        "+20\u202f% over 62 days: from 250 USD/kg, 2023-07-01 (monthly), "
        "to 300 USD/kg, estimated, 2023-09-01 (monthly)."
    )
    none = span_text(spec, _span(date(2023, 10, 1), date(2024, 2, 1)))
    assert none == "Fewer than two figures from 1 Oct 2023 to 1 Feb 2024."


def test_a_change_from_zero_has_no_percentage():
    spec = made.chart(_line("A", _point(date(2023, 6, 1), 0.0), _point(date(2023, 7, 1), 5.0)))
    text = span_text(spec, _span(date(2023, 1, 1), date(2024, 1, 1)))
    assert text.startswith(
        "percentage change not defined (starts at zero) over 30 days: 0 USD/kg (2023-06-01)"
    )


def test_shares_change_by_percentage_points():
    shares = made.chart(PRICES, y=Axis("value", "Share", "%", low=0.0, high=600.0))
    text = span_text(shares, _span(date(2023, 1, 1), date(2023, 8, 1)))
    assert text.startswith("+50 percentage points over 30 days: 200")


def test_a_month_with_the_control_date_is_not_before_the_control():
    months = _line(
        "A",
        *(
            Point(day_number(middle(month)), value, month, when=month, source_ids=("a-source",))
            for month, value in (
                ("2023-06", 100.0),
                ("2023-07", 200.0),
                ("2023-08", 300.0),
                ("2023-09", 400.0),
            )
        ),
    )
    spec = made.chart(months, events=(made.event(date(2023, 8, 20), "licence"),))
    assert "+100\u202f% since the control date, 20 Aug 2023" in _texts(spec, 0, 3)

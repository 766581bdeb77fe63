"""The range of a chart that is shown: inside the whole chart, never shorter than what can be read."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.charts.shapes import shape_of
from explorer.charts.spec import Axis, Series, day_number
from explorer.charts.zoom import (
    Range,
    can_zoom,
    day_at,
    days_of,
    last_years,
    limited,
    measured_days,
    moved,
    range_of,
    rounded,
    whole,
    zoomed,
)
from explorer.data.context import Context
from tests.charts import made

LIMITS = Range(0.0, 1000.0)
YEARS = Axis("year", low=2009.5, high=2025.5)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ((100, 300), (100, 300)),
        ((-50, 150), (0, 200)),
        ((900, 1100), (800, 1000)),
        ((-500, 2000), (0, 1000)),
        ((500, 504), (495, 509)),
        ((2, 4), (0, 14)),
        ((999, 1000), (986, 1000)),
    ],
)
def test_a_range_stays_inside_the_chart_and_is_not_too_short(wanted, found):
    assert limited(Range(*wanted), LIMITS, 14.0) == Range(*found)


def test_the_place_under_the_pointer_stays_where_it_is():
    shown = Range(200.0, 600.0)
    near = zoomed(shown, 0.5, 300.0, LIMITS, 14.0)
    assert near == Range(250.0, 450.0)
    assert (300.0 - near.low) / near.length == (300.0 - shown.low) / shown.length
    assert zoomed(shown, 100.0, 300.0, LIMITS, 14.0) == LIMITS
    assert moved(shown, 5000.0, LIMITS) == Range(600.0, 1000.0)


def test_the_last_years_end_with_the_last_figure_or_the_day():
    spec = made.chart(made.series([50.0] * 30))
    end = spec.series[0].points[-1].x
    last = last_years(spec, 1)
    assert last.low == pytest.approx(end - 365.2425) and end < last.high < end + 15
    on = replace(spec, context=Context(date(2025, 12, 1), "CHN", "USA"))
    assert last_years(on, 1).low == pytest.approx(day_number(date(2025, 12, 1)) - 365.2425)
    assert last_years(spec, 99) == whole(spec)


def test_days_and_ranges_of_an_axis():
    first, last = date(2021, 3, 4), date(2022, 5, 6)
    assert range_of(made.DAYS, first, last) == Range(day_number(first), day_number(last))
    assert range_of(made.DAYS, None, None) == Range(made.DAYS.low, made.DAYS.high)
    assert days_of(Range(day_number(first), day_number(last)), made.DAYS) == (first, last)
    assert days_of(Range(2019.5, 2022.5), YEARS) == (date(2020, 1, 1), date(2022, 12, 31))
    assert rounded(Range(100.4, 200.2), made.DAYS) == Range(100.0, 201.0)
    assert rounded(Range(2019.7, 2022.1), YEARS) == Range(2019.5, 2022.5)
    assert day_at(YEARS.place(date(2023, 8, 1)), YEARS) == date(2023, 8, 1)
    assert day_at(day_number(first) + 0.4, made.DAYS) == first


def test_rows_and_points_have_no_range():
    assert can_zoom(made.chart(made.series([1.0, 2.0])))
    assert not can_zoom(made.bars([1.0, 2.0]))
    assert not can_zoom(made.chart(x=Axis("value", low=0.0, high=100.0), shape="points"))


def _prices(*values: float) -> Series:
    """Return figures on 1 January of each year from 2020 on."""
    days = [date(2020 + n, 1, 1) for n in range(len(values))]
    return Series("A", tuple(made.Point(day_number(d), v, str(d)) for d, v in zip(days, values, strict=True)))


def test_values_fit_the_figures_in_the_range_and_where_lines_cross_its_ends():
    spec = made.chart(
        _prices(10.0, 20.0, 400.0, 420.0, 440.0), y=Axis("value", unit="t", low=0.0, high=500.0)
    )
    shape = shape_of(spec)
    late = Range(day_number(date(2022, 6, 1)), day_number(date(2024, 1, 1)))
    shown = shape.between(late)
    assert 390.0 <= shown.y.low <= 409.0 and 440.0 <= shown.y.high <= 450.0
    assert shown.notes[-1] == "The vertical axis does not begin at zero."
    early = shape.between(Range(day_number(date(2020, 1, 1)), day_number(date(2021, 7, 1))))
    assert early.y.low == 0.0 and early.y.high >= 200.0 and early.notes == spec.notes
    assert shape.between(whole(spec)) is spec


def test_bars_begin_at_zero_in_any_range():
    spec = made.chart(made.series([90.0, 91.0, 92.0, 93.0], "bars"))
    part = shape_of(spec).between(Range(made.DAYS.low + 500, made.DAYS.high - 300))
    assert part.y.low == 0.0


def test_control_dates_outside_the_range_are_left_out():
    events = tuple(made.event(date(2020 + n, 6, 1), f"change {n}") for n in range(5))
    spec = made.chart(_prices(1.0, 2.0, 3.0, 4.0, 5.0), events=events)
    shown = shape_of(spec).between(Range(day_number(date(2021, 1, 1)), day_number(date(2023, 1, 1))))
    assert [e.label for e in shown.events] == ["change 1", "change 2"]


def test_equal_figures_on_a_log_axis_have_a_range_around_them():
    y = Axis("value", unit="t", scale="log", low=1.0, high=1000.0)
    spec = made.chart(_prices(2.0, 2.0, 2.0, 500.0, 500.0), y=y)
    shape = shape_of(spec)
    shown = Range(day_number(date(2020, 2, 1)), day_number(date(2021, 12, 1)))
    low, high = shape.value_limits(shown)
    assert low < 2.0 < high and shape.ranges_between(shown).y_low < shape.ranges_between(shown).y_high


def test_notes_on_the_whole_range_are_left_out_of_a_part():
    earlier = "Earlier figures since 1990 are not shown."
    spec = made.chart(_prices(1.0, 2.0, 3.0), notes=("A note.", earlier), range_notes=(earlier,))
    part = shape_of(spec).between(Range(day_number(date(2020, 1, 1)), day_number(date(2021, 1, 1))))
    assert earlier not in part.notes and part.notes[0] == "A note."


def test_years_are_rounded_to_those_whose_figures_are_shown():
    assert rounded(Range(2021.0, 2023.0), YEARS) == Range(2020.5, 2023.5)
    assert rounded(Range(2020.0, 2022.0), YEARS) == Range(2019.5, 2022.5)
    assert rounded(Range(2020.1, 2022.9), YEARS) == Range(2020.5, 2022.5)


@pytest.mark.parametrize("shown", [Range(2022.6, 2022.9), Range(2023.1, 2023.4), Range(2023.0, 2023.0)])
def test_a_range_within_a_year_is_that_year(shown):
    assert rounded(shown, YEARS) == Range(2022.5, 2023.5)
    assert days_of(shown, YEARS) == measured_days(shown, YEARS) == (date(2023, 1, 1), date(2023, 12, 31))

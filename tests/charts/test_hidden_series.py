"""Series that a reader hides: the others keep colour and name, the scale follows, and a note says what is hidden."""

import csv
from datetime import date

import pytest
from msgspec.structs import replace

from explorer import palette
from explorer.charts import summary
from explorer.charts.hidden_series import can_hide, found_keys, without_series
from explorer.charts.measured import with_measured
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.output.options import ExportOptions
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Axis, Choice, Point, Series, day_number
from explorer.charts.zoom import Range, measured_days
from explorer.errors import KnownError, NotFound
from tests.charts import made, pictures

YEARS = Axis("year", low=2019.5, high=2022.5)
FIGURES = {"Alpha": (100.0, 200.0, 150.0), "Beta": (1.0, 2.0, 4.0), "Gamma": (10.0, 20.0, 40.0)}


def years(shape="time", **changes):
    """Return three lines over three years; the first has the id A1, the others have none."""
    lines = tuple(
        Series(name, tuple(Point(2020 + n, v, str(2020 + n)) for n, v in enumerate(values)))
        for name, values in FIGURES.items()
    )
    lines = (replace(lines[0], key="A1", short="Al"), *lines[1:])
    axis = Axis("value", "Output", "t", low=0.0, high=250.0)
    return made.chart(*lines, x=YEARS, y=axis, shape=shape, **changes)


def test_the_others_keep_their_colours_and_names():
    spec, theme = years(), palette.LIGHT
    hidden = shape_of(spec).without(["A1"])
    assert [s.name for s in hidden.series] == ["Beta", "Gamma"] and hidden.hidden == (Choice("A1", "Al"),)
    before, after = shape_of(spec), shape_of(hidden)
    assert [after.colour(n, theme) for n in (0, 1)] == [before.colour(n, theme) for n in (1, 2)]
    assert (hidden.y.low, hidden.y.high) == (0.0, 40.0) and hidden.x == spec.x
    assert hidden.notes == ("Hidden: Al.", "A note.") and hidden.left_out == ("Hidden: Al.",)
    assert hidden.query == f"{spec.query} --hide A1"
    assert spec.series[0].colour is None


def test_a_series_in_the_background_takes_no_colour():
    spec = years()
    spec = replace(spec, series=(replace(spec.series[0], background=True), *spec.series[1:]))
    hidden = shape_of(spec).without(["Beta"])
    assert shape_of(hidden).colour(1, palette.LIGHT) == palette.LIGHT.colour(1)
    assert shape_of(hidden).colour(0, palette.LIGHT) == palette.LIGHT.muted


def test_a_series_that_is_left_alone_keeps_its_name_everywhere(qapp):
    hidden = shape_of(years()).without(["A1", "Gamma"])
    assert "Beta" in pictures.plot_texts(hidden, 700, 320)
    assert "Hidden: Al; Gamma." in pictures.words(hidden, ExportOptions())
    assert "Beta 4 t in 2022" in summary.sentence(hidden) and "Hidden: Al; Gamma." in summary.sentence(hidden)
    assert summary.describe(hidden, 0, 0)[0] == "Beta, 2020"
    (entry,) = shape_of(hidden).reading(0, 0).entries
    assert entry.name == "Beta"
    rows = [x for x in csv_bytes(hidden, "command").decode().splitlines() if not x.startswith("#")]
    assert [row[:2] for row in csv.reader(rows)][1:] == [["Beta", "2020"], ["Beta", "2021"], ["Beta", "2022"]]
    assert "# Note: Hidden: Al; Gamma." in csv_bytes(hidden, "command").decode().splitlines()


def test_the_scale_of_stacked_areas_follows():
    spec = years("areas")
    assert shape_of(spec).without(["A1"]).y.high == 50.0  # 4 t and 40 t on top of each other in 2022
    assert shape_of(spec).without(["Beta", "Gamma"]).y.high == 200.0


def test_hidden_series_and_a_range_together():
    hidden = shape_of(years()).without(["A1"])
    part = shape_of(hidden).between(Range(2019.5, 2021.5))
    assert part.y.high == 30.0  # where the line from 20 t to 40 t leaves the plot
    assert part.hidden == hidden.hidden and "Hidden: Al." in part.notes
    assert part.query.endswith("--hide A1 --since 2020-01-01 --until 2021-12-31")


def test_at_least_one_series_stays():
    spec = years()
    assert without_series(spec, ["A1", "Beta", "Gamma"]) is spec
    assert without_series(spec, []) is spec and without_series(spec, ["nothing"]) is spec
    with pytest.raises(KnownError, match="At least one series"):
        found_keys(spec, ["A1", "beta", "gamma"])


def test_series_are_found_by_key_and_name():
    spec = years()
    for wanted in ("A1", "a1", "Al", "alpha"):
        assert found_keys(spec, [wanted]) == ("A1",)
    with pytest.raises(NotFound) as error:
        found_keys(spec, ["Delta"])
    assert str(error.value) == "This chart has no series “Delta”. Choose from: A1 (Al); Beta; Gamma."


def test_charts_without_several_series_have_none_to_hide():
    assert can_hide(years()) and not can_hide(made.bars([1.0, 2.0]))
    assert not can_hide(made.chart(made.series([1.0, 2.0])))
    with pytest.raises(KnownError, match="no series that can be hidden"):
        found_keys(made.bars([1.0, 2.0]), ["Shares"])


def test_a_key_that_looks_like_an_option_is_kept_apart():
    spec = years()
    odd = replace(spec, series=(*spec.series[:2], replace(spec.series[2], name="-x y")))
    assert shape_of(odd).without(["-x y"]).query.endswith("'--hide=-x y'")


def test_a_measured_span_is_a_note_and_a_part_of_the_command():
    spec = made.chart(made.series([50.0, 75.0]))
    marked = with_measured(spec, (date(2020, 6, 1), date(2025, 6, 1)))
    (note, rest) = marked.notes
    assert note.startswith("Measured change: +50") and "50 USD/kg" in note and rest == "A note."
    assert marked.query.endswith("--measure 2020-06-01 2025-06-01")
    assert marked.measured == (date(2020, 6, 1), date(2025, 6, 1))
    assert with_measured(made.bars([1.0]), (date(2020, 6, 1), date(2025, 6, 1))).measured is None


def test_the_days_of_a_span_are_inside_it():
    start = day_number(date(2021, 3, 4))
    assert measured_days(Range(start - 0.5, start + 3.7), made.DAYS) == (date(2021, 3, 4), date(2021, 3, 7))
    assert measured_days(Range(start + 0.2, start + 0.4), made.DAYS) == (date(2021, 3, 5),) * 2
    assert measured_days(Range(2019.7, 2022.1), YEARS) == (date(2020, 1, 1), date(2022, 12, 31))


def test_a_measured_span_is_drawn_between_its_days(qapp):
    days = (date(2022, 1, 1), date(2023, 1, 1))
    spec = made.chart(made.series([50.0, 75.0]))
    plain, frame = pictures.plot_image(spec, border=0)
    marked, _ = pictures.plot_image(with_measured(spec, days), border=0)
    changed = (pictures.pixels(plain) != pictures.pixels(marked)).any(axis=(0, 2)).nonzero()[0]
    first, last = (frame.px(day_number(day)) for day in days)
    assert changed[0] == pytest.approx(first, abs=1.5) and changed[-1] == pytest.approx(last, abs=1.5)

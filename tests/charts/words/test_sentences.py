"""The sentences on a chart: counts, bounds, ranges, words, dates, and another language."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from msgspec.structs import replace

from explorer import language
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Axis, ChartSpec, Point, Series
from explorer.charts.summary import sentence
from explorer.charts.zoom import Range
from tests.charts import made
from tests.pseudo_language import PseudoLanguage

YEARS = Axis("year", low=2019.5, high=2030.5)
SHARE = Axis("value", "Share", "%", low=0.0, high=100.0)


def years(*figures: float | None, **changes: object) -> ChartSpec:
    """Return a line of one figure a year from 2020 on."""
    points = tuple(Point(2020.0 + n, y, str(2020 + n)) for n, y in enumerate(figures))
    return replace(made.chart(Series("A", points), x=YEARS, y=SHARE), **changes)


def bounded(*signs: str | None) -> ChartSpec:
    points = tuple(Point(2020.0 + n, 50.0, str(2020 + n), qualifier=s) for n, s in enumerate(signs))
    return made.chart(Series("A", points), x=YEARS, y=SHARE)


def test_one_figure_has_its_year() -> None:
    assert sentence(years(5.0)) == "A title. A subtitle. One figure: 5\u202f% in 2020."


def test_several_figures_have_first_last_highest_and_lowest() -> None:
    assert sentence(years(5.0, None, 9.0, 2.0)).endswith(
        "3 figures from 5\u202f% in 2020 to 2\u202f% in 2023. Highest: 9\u202f% in 2022. Lowest: 2\u202f% in 2023."
    )


@pytest.mark.parametrize(
    ("signs", "text"),
    [
        (
            (">", ">"),
            "2 figures from >\u00a050\u202f% in 2020 to >\u00a050\u202f% in 2021, all published only as bounds.",
        ),
        (
            (">", None, None),
            "3 figures, 1 of them a bound, from >\u00a050\u202f% in 2020 to 50\u202f% in 2022.",
        ),
        (
            (">", "<", None),
            "3 figures, 2 of them bounds, from >\u00a050\u202f% in 2020 to 50\u202f% in 2022.",
        ),
    ],
)
def test_bounds_are_counted_and_have_no_extremes(signs: tuple[str | None, ...], text: str) -> None:
    assert sentence(bounded(*signs)).endswith(text)


def test_a_figure_of_a_day_is_on_that_day_and_one_of_a_month_in_that_month() -> None:
    day = Point(made.DAYS.low, 5.0, "3 Dec 2024", when="2024-12-03", flag="e")
    month = Point(made.DAYS.low, 6.0, "Jan 2025 (monthly)", when="2025-01")
    text = sentence(made.chart(Series("A", (day, month))))
    assert "from 5 USD/kg (estimated) on 3 Dec 2024 to 6 USD/kg in Jan 2025 (monthly)" in text


def test_bars_name_the_first_five_and_count_the_rest() -> None:
    text = sentence(made.bars([9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, None]))
    assert "Country 4 5\u202f%; and 2 more. 1 without a figure." in text and "Country 5" not in text


def test_published_ranges_and_words_are_named_apart() -> None:
    spec = made.bars([9.0, None, None])
    points = list(spec.series[0].points)
    points[1] = replace(points[1], word="“small”")
    points[2] = replace(points[2], low=1.0, high=2.0)
    text = sentence(replace(spec, series=(replace(spec.series[0], points=tuple(points)),)))
    assert text.endswith("Published without a figure: Country 1 “small”; Country 2 1 to 2\u202f%.")
    assert "without a figure." not in text.removesuffix("Country 1 “small”; Country 2 1 to 2\u202f%.")


def test_a_chart_without_figures_says_so() -> None:
    assert sentence(years(None, None)) == "A title. A subtitle. No figures available."


def test_lines_have_the_last_figure_of_each() -> None:
    lines = tuple(
        Series(name, tuple(Point(2020.0 + n, y, str(2020 + n)) for n, y in enumerate(figures)))
        for name, figures in (("A", (1.0, 2.0)), ("B", (None, None)), ("C", (3.0, None)))
    )
    text = "last figure of each: A 2\u202f% in 2021; B: no figure; C 3\u202f% in 2020."
    assert sentence(made.chart(*lines, x=YEARS, y=SHARE)).endswith(f"3 lines; {text}")
    areas = made.chart(*lines, x=YEARS, y=SHARE, shape="areas")
    assert sentence(areas).endswith(f"3 areas; {text}")
    index = replace(SHARE, unit="index, 2020 = 100")
    assert "3 lines (index, 2020 = 100); last figure of each: A 2 in 2021;" in sentence(
        made.chart(*lines, x=YEARS, y=index)
    )


@pytest.fixture
def pseudo_language() -> Iterator[None]:
    """The pseudo-language in use."""
    language.use(PseudoLanguage())
    yield
    language.use(NullTranslations())


def test_sentences_are_those_of_the_language(pseudo_language: None) -> None:
    text = sentence(years(5.0, 9.0))
    assert text.startswith("A title. A subtitle. ⟦2 ") and text.endswith("⟧") and "figures" not in text


def test_the_sentence_on_a_range_has_the_figures_inside_it_only() -> None:
    line = years(5.0, 7.0, 9.0, 2.0)
    assert sentence(shape_of(line).between(Range(2020.5, 2022.5))).endswith(
        "2 figures from 7\u202f% in 2021 to 9\u202f% in 2022. Highest: 9\u202f% in 2022. Lowest: 7\u202f% in 2021."
    )
    two = replace(line, series=(*line.series, Series("B", (Point(2020.0, 3.0, "2020"),))))
    assert sentence(shape_of(two).between(Range(2020.5, 2021.5))).endswith(
        "2 lines; last figure of each: A 7\u202f% in 2021; B: no figure."
    )

"""`export --since DAY --until DAY`: the range of a chart as the window shows it."""

import csv
import shlex
from datetime import date

import pytest

from explorer.charts.builders import registry
from explorer.charts.output.options import ExportOptions, command
from explorer.charts.output.render import render
from explorer.charts.shapes import shape_of
from explorer.charts.spec import day_number
from explorer.charts.zoom import Range
from explorer.cli import main
from explorer.data.context import Context


@pytest.fixture
def today() -> Context:
    return Context(date(2026, 11, 24), "CHN", "USA")


@pytest.mark.parametrize("form", ["png", "svg", "csv"])
@pytest.mark.parametrize("kind", ["price", "production-years", "trade"])
def test_the_command_of_a_range_writes_the_same_file(store, today, qapp, tmp_path, kind, form):
    spec = registry.make(registry.KINDS[kind], store, ("antimony",), today)
    low, high = (2012.5, 2020.5) if spec.x.kind == "year" else (spec.x.low // 1 + 300, spec.x.high // 1 - 200)
    shown = shape_of(spec).between(Range(low, high))
    options, path = ExportOptions(900, 500, 96), tmp_path / f"a.{form}"
    words = shlex.split(command(shown, options, str(path)))[1:]
    assert "--since" in words and "--until" in words
    assert main(words) == 0
    assert path.read_bytes() == render(shown, options, form)


def test_a_table_has_the_figures_of_the_range_only(store, today, qapp, tmp_path):
    path = tmp_path / "a.csv"
    words = ["export", "tungsten", "--chart", "price", "--since", "2024-01-01", "--until", "2024-12-31"]
    assert main([*words, "-o", str(path)]) == 0
    rows = list(csv.reader(line for line in path.read_text().splitlines() if not line.startswith("#")))
    days = [row[rows[0].index("date")] for row in rows[1:]]
    assert days and all(day.startswith("2024") for day in days)
    spec = registry.price(store, "tungsten", today)
    first, last = day_number(date(2024, 1, 1)), day_number(date(2024, 12, 31))
    assert len(days) == sum(first <= p.x <= last for p in spec.series[0].points)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["gallium", "--chart", "uses", "--until", "2024-01-01"], "--until applies to charts over time"),
        (
            ["gallium", "--chart", "price", "--since", "2025-01-01", "--until", "2024-01-01"],
            "--since must be earlier than --until.",
        ),
    ],
)
def test_a_range_that_cannot_be_is_refused(words, message, tmp_path, capsys):
    assert main(["export", *words, "-o", str(tmp_path / "a.png")]) != 0
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            ["copper", "--series", "ds140-copper-1998usd", "--since", "1930-01-01", "--until", "1950-12-31"],
            21,
        ),
        (
            ["copper", "--series", "ds140-copper-1998usd", "--since", "1900-01-01", "--until", "1909-12-31"],
            10,
        ),
    ],
)
def test_a_range_before_the_default_one_has_its_figures(words, days, qapp, tmp_path):
    path = tmp_path / "a.csv"
    assert main(["export", words[0], "--chart", "price", *words[1:], "-o", str(path)]) == 0
    rows = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    assert len(rows) == 1 + days


def test_a_range_without_figures_is_refused(tmp_path, capsys):
    words = ["export", "gallium", "--chart", "price", "--since", "1990-01-01", "--until", "1995-01-01"]
    assert main([*words, "-o", str(tmp_path / "a.csv")]) != 0
    assert "no figure in that range" in capsys.readouterr().err

"""What a screen reader finds in the window, read over AT-SPI on a desktop of its own.

Without the packages of a desktop for screen readers these tests are skipped, with `SCREEN_READER_TESTS=required` they
fail. `SCREEN_READER_CHANGES` is the number of changes while a window is read.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explorer.charts.builders import registry
from explorer.charts.shapes import SHAPES
from explorer.data.dates import show
from explorer.data.numbers import exact
from tests.screen_readers.desktop import VARIABLE, Desktop, Process, desktop, missing

CHANGES = int(os.environ.get("SCREEN_READER_CHANGES", "25"))


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Desktop]:
    lacks = missing()
    if lacks and os.environ.get(VARIABLE) == "required":
        pytest.fail(f"{lacks} is missing, which {VARIABLE} says is installed.")
    if lacks:
        pytest.skip(f"Install {lacks} to test with a screen reader.")
    with desktop(tmp_path) as started:
        yield started


@pytest.fixture
def window(screen: Desktop, edition_file: Path) -> Process:
    """A window with its first chart, shown before there is a screen reader."""
    window = screen.window("charts_window.py", str(edition_file))
    assert window.ask("next")
    return window


def check(chart: dict[str, Any], found: dict[str, Any]) -> None:
    """Check that what is read is the chart, with one point for each row of its CSV file, in its order."""
    assert found["name"] == chart["title"]
    points = found["children"]
    if chart["shape"] == "dates":
        check_dates(points, chart["rows"], chart["as_of"])
        return
    assert len(points) == len(chart["rows"]), chart["title"]
    assert [p["index"] for p in points] == list(range(len(points)))
    several = len({row.get("series") for row in chart["rows"]}) > 1
    for point, row in zip(points, chart["rows"], strict=True):
        assert point["role"] == "list item"
        if "symbol" in row:
            assert row["symbol"] in point["name"] and row["text"] in point["name"]
            assert all(flag in point["name"] for flag in row["flags"].split("; "))
            continue
        if "state" in row:
            of_timeline = "document_id" in row
            assert row["measure" if of_timeline or "metal" not in row else "metal"] in point["name"]
            assert ("presumed" in point["name"]) == (row["presumed"] == "yes")
            continue
        assert not several or row["series"] in point["name"]
        name = row.get("name") or row.get("year") or ""
        assert name in point["name"]
        if row["value"]:
            assert exact(float(row["value"])) in point["name"]
        bound = {">": "more than ", "<": "less than "}.get(row["qualifier"], "")
        assert bound in point["name"]
        flag = {"e": "estimated", "p": "preliminary", "W": "withheld"}.get(row["flag"], "")
        assert flag in point["name"]


def check_dates(points: list[dict[str, Any]], rows: list[dict[str, str]], as_of: str) -> None:
    """Check that the dates ahead are read first, then the earlier ones, but not what a last day leads to."""
    dates = [row for row in rows if row["record"] == "date"]
    left = [*dates]
    days = []
    for point in points:
        row = next(r for r in left if point["name"].startswith(f"{show(r['published'])}: {r['words']} ("))
        assert ("presumed" in point["name"]) == ("presumed" in row["words"] or row["after_presumed"] == "yes")
        left.remove(row)
        days.append(row["day"])
    ahead, earlier = [d for d in days if d >= as_of], [d for d in days if d < as_of]
    assert days == sorted(ahead) + sorted(earlier, reverse=True) and ahead and earlier
    led_to = {
        (measure, row["applies_from"])
        for row in dates
        if row["applies_from"] > row["day"]
        for measure in row["measures"].split(";")
    }
    assert all((measure, row["day"]) in led_to for row in left for measure in row["measures"].split(";"))


def test_every_kind_of_chart_has_a_child_for_each_value_of_its_csv_file(
    screen: Desktop, window: Process
) -> None:
    reader = screen.reader()
    kinds, shapes = set(), set()
    chart = window.ask("shown")
    while chart is not None:
        check(chart, reader.ask("read"))
        kinds.add(chart["kind"])
        shapes.add(chart["shape"])
        zoomed = window.ask("zoom")
        if zoomed["rows"] != chart["rows"]:
            check(zoomed, reader.ask("read"))
        chart = window.ask("next")
    assert kinds == set(registry.KINDS)
    assert shapes == set(SHAPES)
    assert (window.end(), reader.end()) == (0, 0)


def test_points_are_where_they_are_drawn(screen: Desktop, window: Process) -> None:
    found = screen.reader().ask("read")
    left, top, width, height = found["rect"]
    middles = [(x + w / 2, y + h / 2) for x, y, w, h in (p["rect"] for p in found["children"])]
    assert all(left <= x <= left + width and top <= y <= top + height for x, y in middles)
    assert [x for x, _ in middles] == sorted(x for x, _ in middles)


def test_arrow_keys_speak_the_points(screen: Desktop, window: Process) -> None:
    reader = screen.reader()
    names = [point["name"] for point in reader.ask("read")["children"]]
    assert any(_hears(reader, window, key) for key in ("End", "Left", "End", "Left"))
    for key, spoken in (("Home", names[0]), ("Right", names[1]), ("End", names[-1]), ("Left", names[-2])):
        window.ask(f"press {key}")
        assert reader.ask("heard")[-1:] == [spoken]


def _hears(reader: Process, window: Process, key: str) -> bool:
    """Press a key, and return whether that is heard: events pass only once the window knows of the reader."""
    window.ask(f"press {key}")
    return bool(reader.ask("heard"))


def test_the_window_can_change_while_it_is_read(screen: Desktop, edition_file: Path, tmp_path: Path) -> None:
    window = screen.window("changes_window.py", str(edition_file), str(tmp_path / "settings.ini"))
    reader = screen.reader()
    assert reader.ask("read")["children"]
    points = 0
    for _ in range(CHANGES):
        window.send("change")
        points += reader.ask("walk")
        assert window.answer(), "no screen reader is known"
    assert points > CHANGES
    assert (window.end(), reader.end()) == (0, 0)

"""A series of the user as a file that reads back as it was."""

from datetime import date
from pathlib import Path

import pytest

from explorer.data.reading.read import read_file
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import unsaved
from explorer.data.user.series_file import FORMATS, series_file

DAY = date(2026, 11, 28)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("has_range", [False, True])
def test_a_file_reads_back(tmp_path: Path, form: str, has_range: bool) -> None:
    ends = (1.25, 1e6) if has_range else (None, None)
    points = [UserPoint("2026-10-30", 1234.5, *ends), UserPoint("2026-11-27", 2.125, *ends)]
    facts = SeriesFacts("gallium", "Spot, Rotterdam", "USD/kg", "USD", "monthly", "a.csv")
    path = tmp_path / f"series.{form}"
    path.write_bytes(series_file(unsaved(facts, points, DAY), form))
    found = read_file(path, today=lambda: DAY)
    assert found[0].points == tuple(points) and found[0].unit == "USD/kg"
    assert series_file(unsaved(facts, points, DAY), form) == path.read_bytes()


def test_quarters_and_flags_are_kept(tmp_path: Path) -> None:
    points = [UserPoint("2026-Q1", 5.0, None, None, "e"), UserPoint("2026-Q2", 6.0)]
    facts = SeriesFacts("gallium", "Spot", "USD/kg", "USD", "quarterly")
    assert series_file(unsaved(facts, points, DAY), "csv").decode() == (
        "date,Spot (USD/kg),flag\n2026-Q1,5.0,e\n2026-Q2,6.0,\n"
    )

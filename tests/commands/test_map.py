"""`minor-metals map`: text, JSON and CSV agree with each other and with the export of the chart."""

import csv
import json
from pathlib import Path

import pytest

from tests.commands.running import Run

DAY = ("--on", "2026-11-24", "--to", "DEU")


def rows_of(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


@pytest.mark.parametrize("show", ["output", "reserves", "suppliers", "controls"])
def test_json_and_csv_have_the_same_values(run: Run, tmp_path: Path, show: str) -> None:
    record = json.loads(run("map", "antimony", "--show", show, *DAY, "--json").out)
    file = tmp_path / "map.csv"
    assert run("map", "antimony", "--show", show, *DAY, "--csv", str(file)).code == 0
    rows = rows_of(file)
    assert [row["country_id"] for row in rows] == [c["country"] for c in record["countries"]]
    for row, country in zip(rows, record["countries"], strict=True):
        assert (row["class"], row["flag"]) == (country["class"], country["flag"] or "")
        assert row["value"] == ("" if country["value"] is None else f"{country['value']:g}")
        assert row["source_ids"].split(";") == country["source_ids"]
    assert record["boundaries"] in file.read_text(encoding="utf-8")
    assert (record["show"], record["to"]) == (show, "DEU")


def test_the_record_names_the_table(run: Run) -> None:
    record = json.loads(run("map", "Sb", *DAY, "--json").out)
    table = (record["stage"], record["form"], record["publisher"], record["year"])
    assert table == ("mine", "antimony content", "usgs", 2025)
    assert record["class_limits"] == [1, 5, 10, 25] and record["limits_are_shares"]
    usa = next(c for c in record["countries"] if c["country"] == "USA")
    assert (usa["value"], usa["flag"], usa["class"]) == (None, "W", "withheld")


def test_the_csv_is_that_of_the_export(run: Run, tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    options = ("antimony", *DAY, "--publisher", "wmd", "--year", "2024")
    assert run("map", *options, "--csv", str(one)).code == 0
    assert run("export", *options, "--chart", "map", "-o", str(two)).code == 0

    def without_command(path: Path) -> list[str]:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if not line.startswith("# Command")]

    assert without_command(one) == without_command(two)


def test_the_text_lists_figures_with_flags(run: Run) -> None:
    code, out, err = run("map", "antimony", *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("Antimony: mine output by country, 2025")
    line = next(line for line in out.splitlines() if line.startswith("China"))
    assert line.split() == ["China", "40", "000", "t", "36", "%", "estimated"]
    assert "Boundaries: Natural Earth" in out


def test_without_a_map_it_gives_the_reason_and_ends_with_1(run: Run) -> None:
    code, out, err = run("map", "helium", *DAY, "--show", "reserves")
    assert (code, out, err) == (1, "", "minor-metals: No reserves on file for helium.\n")
    record = json.loads(run("map", "helium", "--show", "reserves", *DAY, "--json").out)
    assert record["reason"] == "No reserves on file for helium." and record["countries"] == []


def test_an_existing_file_is_replaced_only_with_force(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "map.csv"
    file.write_text("mine", encoding="utf-8")
    assert run("map", "antimony", *DAY, "--csv", str(file)).code == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("map", "antimony", *DAY, "--csv", str(file), "--force").code == 0
    assert rows_of(file)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--show", "controls", "--stage", "mine"), "--stage cannot be combined with --show controls."),
        (("--json", "--csv", "map.csv"), "--json and --csv cannot be combined."),
        (("--show", "weather"), "weather"),
    ],
)
def test_what_does_not_fit_is_refused(run: Run, options: tuple[str, ...], message: str) -> None:
    code, _, err = run("map", "antimony", *options)
    assert code == 2 and message in err

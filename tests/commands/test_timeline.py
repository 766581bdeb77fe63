"""`minor-metals timeline`: text, JSON and CSV agree, and with the file of the chart."""

import csv
import json
from pathlib import Path

import pytest

from tests.commands.running import Run

DAY = ("--on", "2026-11-24", "--to", "USA")


def read(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


@pytest.mark.parametrize("by", ["document", "metal"])
def test_json_file_and_chart_have_the_same_rows(run: Run, tmp_path: Path, by: str) -> None:
    asked = ("--by", by, "--kind", "prohibition", *DAY)
    record = json.loads(run("timeline", *asked, "--json").out)
    path, chart = tmp_path / "rows.csv", tmp_path / "chart.csv"
    assert run("timeline", *asked, "--csv", path).out.strip() == str(path)
    assert run("export", "--chart", "controls-all", *asked, "-o", chart).code == 0
    rows = read(path)
    assert rows == read(chart) and rows
    spans = [(r, s) for r in record["rows"] for s in r["spans"]]
    assert [(r["measure_id"], r["state"], r["from"], r["to"], r["presumed"]) for r in rows] == [
        (r["measure_id"], s["state"], s["from"], s["to"] or "", "yes" if s["presumed"] else "no")
        for r, s in spans
    ]
    assert {r["kind"] for r in rows} == {"prohibition"}
    assert (record["verified_to"], record["by"], record["from"]) == ("2026-10-08", by, "CHN")


def test_the_text_has_a_line_for_each_span(run: Run) -> None:
    code, out, err = run("timeline", "--from", "EUU", "--kind", "licence", "--on", "2026-11-24")
    assert (code, err) == (0, "")
    lines = [line for line in out.splitlines() if line.startswith("Regulation (EU) 2021/821")]
    assert ["announced" in line for line in lines] == [True, False]
    assert "11 Jun 2021" in lines[0] and "9 Sep 2021" in lines[1]
    assert "Checked to 8 Oct 2026" in out


def test_the_full_history_and_all_destinations_have_more_rows(run: Run) -> None:
    def count(*options: str) -> int:
        return len(json.loads(run("timeline", *DAY, "--json", *options).out)["rows"])

    assert count() < count("--full-history") and count() < count("--all-destinations")


def test_without_rows_it_says_why_and_ends_with_1(run: Run) -> None:
    code, out, err = run("timeline", "--from", "EUU", "--kind", "quota", "--json")
    record = json.loads(out)
    assert code == 1 and "Nothing of the kind “Quotas”" in err
    assert record["rows"] == [] and record["reason"] in err


def test_an_existing_file_is_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("mine")
    code, _, err = run("timeline", *DAY, "--csv", path)
    assert code == 2 and "--force" in err and path.read_text() == "mine"
    assert run("timeline", *DAY, "--csv", path, "--force").code == 0 and read(path)


def test_a_range_of_the_full_history_is_exported_as_the_window_does(run: Run, tmp_path: Path) -> None:
    days = ("--since", "2010-01-01", "--until", "2012-12-31")
    path = tmp_path / "part.csv"
    asked = ("--chart", "controls-all", "--by", "document", "--full-history", *DAY, *days)
    assert run("export", *asked, "-o", path).code == 0
    assert {"cn-quota-ree", "cn-2007-54-in"} <= {row["measure_id"] for row in read(path)}
    text = path.read_text(encoding="utf-8")
    assert "--full-history --since 2010-01-01 --until 2012-12-31" in text
    assert "cn-2023-23" not in text


def test_a_range_has_the_rows_of_the_same_range_of_the_chart(run: Run, tmp_path: Path) -> None:
    days = ("--since", "2026-11-20", "--until", "2027-01-31")
    path, chart = tmp_path / "rows.csv", tmp_path / "chart.csv"
    assert run("timeline", *DAY, *days, "--csv", path).code == 0
    assert run("export", "--chart", "controls-all", "--by", "document", *DAY, *days, "-o", chart).code == 0
    assert read(path) == read(chart) and read(path)
    record = json.loads(run("timeline", *DAY, *days, "--json").out)
    assert (record["since"], record["until"]) == ("2026-11-20", "2027-01-31")
    assert sum(len(row["spans"]) for row in record["rows"]) == len(read(path))


def test_a_range_that_is_not_one_is_refused(run: Run) -> None:
    code, _, err = run("timeline", *DAY, "--since", "2026-01-01", "--until", "2025-01-01")
    assert code == 2 and "--since must be earlier than --until" in err
    code, _, err = run("timeline", *DAY, "--since", "1990-01-01", "--until", "1991-01-01")
    assert code == 2 and "no figure in that range" in err


def test_a_range_that_ends_before_the_default_days_is_of_the_full_history(run: Run, tmp_path: Path) -> None:
    """By default the days begin in 2022, when the quotas of 2007 had long ended."""
    days = ("--until", "2010-01-01")
    path, chart = tmp_path / "rows.csv", tmp_path / "chart.csv"
    assert run("timeline", *DAY, *days, "--csv", path).code == 0
    assert run("export", "--chart", "controls-all", "--by", "document", *DAY, *days, "-o", chart).code == 0
    assert read(path) == read(chart)
    assert {"cn-2007-54-mo", "cn-2007-54-in"} <= {row["measure_id"] for row in read(path)}
    record = json.loads(run("timeline", *DAY, *days, "--json").out)
    assert record["since"] < "2007-01-01" and record["until"] == "2010-01-01"
    assert "that ended before" not in run("timeline", *DAY, *days).out


def test_a_range_that_begins_after_the_last_day_shown_is_refused(run: Run) -> None:
    code, _, err = run("timeline", *DAY, "--since", "2040-01-01")
    assert code == 2 and "Without --until, the timeline ends on" in err
    record = json.loads(run("timeline", *DAY, "--since", "2040-01-01", "--until", "2041-01-01", "--json").out)
    assert (record["since"], record["until"]) == ("2040-01-01", "2041-01-01") and record["rows"]


def test_the_dates_ahead_are_listed(run: Run) -> None:
    record = json.loads(run("timeline", *DAY, "--json").out)
    assert [(d["day"], d["document"]) for d in record["ahead"]] == [
        ("2026-11-27", "cn-2025-72"),
        ("2026-12-31", "cn-2025-89"),
        ("2027-01-10", "cn-2026-09-28-kl"),
        ("2027-12-31", "cn-2025-68"),
    ]
    out = run("timeline", *DAY).out
    assert "Dates ahead" in out and "Last day of the pause: refusal in principle and end-use rule" in out
    assert "Dates after 8 Oct 2026 are after the last day checked" in out

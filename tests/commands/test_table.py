"""`minor-metals table`: text, JSON and CSV agree, also with `list` and `status`."""

import csv
import io
import json

import pytest

from explorer.data.periodic.colourings import COLOURINGS
from tests.commands.running import Run

DAY = ("--on", "2026-11-24", "--to", "DEU")


def as_csv(run: Run, *argv: str) -> tuple[list[str], list[dict[str, str]]]:
    lines = run("table", *argv, "--csv").out.splitlines(keepends=True)
    notes = [line.rstrip("\n") for line in lines if line.startswith("# ")]
    return notes, list(csv.DictReader(io.StringIO("".join(lines[len(notes) :]))))


@pytest.mark.parametrize("color", COLOURINGS)
def test_csv_and_json_have_the_same_values(run: Run, color: str) -> None:
    record = json.loads(run("table", "--color", color, *DAY, "--json").out)
    notes, rows = as_csv(run, "--color", color, *DAY)
    assert notes[0] == f"# Periodic table: {record['caption']}".replace("\u202f", " ")
    assert notes[1] == f"# Edition {record['data_version']}"
    below = [*filter(None, [record["caution"]]), *record["notes"]]
    assert notes[2:] == [f"# {sentence}".replace("\u202f", " ") for sentence in below]
    assert (record["color"], record["on"], record["to"]) == (color, "2026-11-24", "DEU")
    assert [row["metal"] for row in rows] == [m["metal"] for m in record["metals"]]
    for row, metal in zip(rows, record["metals"], strict=True):
        assert row["text"] == (metal["text"] or "") and row["reason"] == (metal["reason"] or "")
        assert row["value"] == ("" if metal["value"] is None else str(metal["value"]))
        assert row["flags"] == "; ".join(metal["flags"])
        beyond = metal["beyond_verified"]
        assert row["beyond_verified"] == {None: "", True: "yes", False: "no"}[beyond]


def test_the_csv_has_the_footer_that_the_source_of_imports_requires(run: Run) -> None:
    notes, _ = as_csv(run, "--color", "buyer", *DAY)
    footer = (
        "# CEPII, BACI (HS92), Etalab Open Licence 2.0; tonnes of product, reconciled customs data; "
        "own calculation."
    )
    assert footer in notes


def test_a_status_after_the_last_day_checked_is_marked(run: Run) -> None:
    """The edition is checked to 8 Oct 2026."""
    for day, marked in (("2026-10-08", "no"), ("2026-10-09", "yes")):
        _, rows = as_csv(run, "--on", day, "--to", "DEU")
        assert {row["beyond_verified"] for row in rows} == {marked}
    _, rows = as_csv(run, "--color", "share", "--on", "2026-10-09")
    assert {row["beyond_verified"] for row in rows} == {""}


def test_the_status_is_that_of_the_list(run: Run) -> None:
    listed = {m["metal"]: m["pill"] for m in json.loads(run("list", *DAY, "--json").out)}
    table = json.loads(run("table", *DAY, "--json").out)
    assert {m["metal"]: m["text"] for m in table["metals"]} == listed


def test_the_text_names_reasons_and_limits(run: Run) -> None:
    code, out, err = run("table", "--color", "reliance", *DAY)
    assert (code, err) == (0, "")
    assert out.startswith("Periodic table: net import reliance of the European Union, latest year")
    assert "These figures are for the European Union; none are on file for Germany." in out


def test_without_any_value_it_ends_with_1(run: Run) -> None:
    reason = "Choose a destination: the figures are by importing country."
    assert run("table", "--color", "buyer") == (1, "", f"minor-metals: {reason}\n")
    code, out, err = run("table", "--color", "buyer", "--json")
    assert (code, json.loads(out)["reason"]) == (1, reason) and reason in err


def test_json_and_csv_cannot_be_combined(run: Run) -> None:
    code, _, err = run("table", "--json", "--csv")
    assert code == 2 and "cannot be combined" in err

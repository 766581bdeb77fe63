"""`minor-metals table`: text, JSON and CSV agree, also with `list` and `status`."""

import csv
import io
import json

import pytest

from explorer.data.periodic.colourings import COLOURINGS
from tests.commands.running import Run

DAY = ("--on", "2026-11-24", "--to", "DEU")


@pytest.mark.parametrize("color", COLOURINGS)
def test_csv_and_json_have_the_same_values(run: Run, color: str) -> None:
    record = json.loads(run("table", "--color", color, *DAY, "--json").out)
    rows = list(csv.DictReader(io.StringIO(run("table", "--color", color, *DAY, "--csv").out)))
    assert (record["color"], record["on"], record["to"]) == (color, "2026-11-24", "DEU")
    assert [row["metal"] for row in rows] == [m["metal"] for m in record["metals"]]
    for row, metal in zip(rows, record["metals"], strict=True):
        assert row["text"] == (metal["text"] or "") and row["reason"] == (metal["reason"] or "")
        assert row["value"] == ("" if metal["value"] is None else str(metal["value"]))
        assert row["flags"] == "; ".join(metal["flags"])


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
    code, out, _ = run("table", "--color", "buyer")
    assert code == 1 and "Choose a destination: the figures are by importing country." in out


def test_json_and_csv_cannot_be_combined(run: Run) -> None:
    code, _, err = run("table", "--json", "--csv")
    assert code == 2 and "cannot be combined" in err

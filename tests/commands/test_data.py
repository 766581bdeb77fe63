"""`minor-metals data`: text, JSON and CSV of each page, rows of a table, and files."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.commands.running import Run
from tests.data.contents.csv_facts import citing, facts

PAGES = ("sources", "coverage", "tables", "disagreements", "by-products")


@pytest.mark.parametrize("page", PAGES)
def test_json_and_csv_hold_the_same_facts(run: Run, page: str) -> None:
    found = json.loads(run("data", page, "--json").out)
    rows = list(csv.DictReader(StringIO(run("data", page, "--csv").out)))
    assert len(found) == len(rows) > 0
    for record, row in zip(found, rows, strict=True):
        assert {name: "" if record[name] is None else str(record[name]) for name in row} == row


@pytest.mark.parametrize("page", PAGES)
def test_the_text_has_a_header_and_rows(run: Run, page: str) -> None:
    code, out, err = run("data", page)
    assert (code, err) == (0, "") and len(out.splitlines()) > 10
    assert set(out.splitlines()[1]) == {"-", " "}


def test_rows_of_a_table_are_those_of_the_csv_file(run: Run) -> None:
    found = json.loads(run("data", "table", "reserves", "--json").out)
    expected = facts("reserves")
    assert len(found) == len(expected)
    assert [(r["metal_id"], r["form"], r["country_id"]) for r in found] == [
        (r["metal_id"], r["form"], r["country_id"]) for r in expected
    ]
    assert sum(r["value"] is None for r in found) == sum(r["value"] == "" for r in expected)


def test_words_and_a_source_select_rows(run: Run) -> None:
    found = json.loads(run("data", "table", "production", "--source", "wmd-2026", "--json").out)
    assert len(found) == citing("production", "wmd-2026")
    chile = json.loads(run("data", "table", "production", "--where", "Chile", "--json").out)
    assert {row["country_id"] for row in chile} == {"CHL"}


def test_the_text_names_how_many_rows_it_leaves_out(run: Run) -> None:
    code, out, err = run("data", "table", "production")
    assert code == 0 and len(out.splitlines()) == 52
    assert f"First 50 of {len(facts('production'))} rows" in err
    assert "CHL (Chile)" in run("data", "table", "production", "--where", "chile").out


def test_no_row_is_not_a_failure_but_is_reported_by_the_code(run: Run) -> None:
    code, out, _ = run("data", "table", "reserves", "--where", "unobtainium", "--json")
    assert (code, json.loads(out)) == (1, [])


def test_a_file_is_written_and_not_replaced_without_consent(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "coverage.csv"
    assert run("data", "coverage", "--csv", str(path)) == (0, "", "")
    assert path.read_text(encoding="utf-8") == run("data", "coverage", "--csv").out
    code, _, err = run("data", "coverage", "--csv", str(path))
    assert code == 2 and "already exists" in err
    assert run("data", "coverage", "--csv", str(path), "--force").code == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("table", "nothing"), "No table “nothing”"),
        (("table", "uses", "--source", "nothing"), "No source “nothing”"),
        (("tables", "--json", "--csv"), "cannot be combined"),
    ],
)
def test_what_cannot_be_shown_is_one_sentence(run: Run, words: tuple[str, ...], part: str) -> None:
    code, out, err = run("data", *words)
    assert code in (1, 2) and not out and part in err and err.count("\n") == 1

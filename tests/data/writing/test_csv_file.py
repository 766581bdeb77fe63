"""Tables as CSV."""

import csv
import io
import re
from pathlib import Path

import pytest

import explorer
from explorer.data.writing.csv_file import csv_notes, csv_text, text_cell

PACKAGE = Path(explorer.__file__).parent


def test_cells_are_quoted_where_needed_and_unknown_ones_are_empty() -> None:
    text = csv_text(("name", "value"), [("a, b", 1.5), ('say "x"', None)])
    assert text == 'name,value\n"a, b",1.5\n"say ""x""",\n'


def test_notes_are_lines_that_begin_with_a_sign() -> None:
    assert (
        csv_notes(["World output", "loses 90\N{NARROW NO-BREAK SPACE}%"]) == "# World output\n# loses 90 %\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("https://example.com", "open")',
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(A1:A9)",
        " =1+1",
        "\t=1+1",
        "\tindented",
        "\uff1d1+1",
        "+228% since the start of 2024",
        "-",
    ],
)
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert text_cell(text) == f"'{text}"
    ((cell, after),) = read(csv_text(("a", "b"), [(text, "after")]))[1:]
    assert (cell, after) == (f"'{text}", "after")
    assert read(csv_text((text,), []))[0] == [f"'{text}"]


@pytest.mark.parametrize(
    "text",
    ["", "a=b", "1E5", "-5.25", "+12 %", "-0.5%", "-1.5e-07", "+1\u202f234", "\u221250 %", "'quoted", "0811"],
)
def test_numbers_and_other_texts_stay_as_they_are(text: str) -> None:
    assert text_cell(text) == text


def test_numbers_are_written_as_numbers() -> None:
    assert csv_text(("value", "unit"), [(-1.5, "t"), (-3, None)]) == "value,unit\n-1.5,t\n-3,\n"


@pytest.mark.parametrize("text", ["\rindented", "a\r=1+1", "a\r\n=1+1"])
def test_a_carriage_return_does_not_end_a_row(text: str) -> None:
    ((cell, after),) = read(csv_text(("a", "b"), [(text, "after")]))[1:]
    assert after == "after" and cell[0] in "a'" and "\r" not in cell


def test_a_cell_within_a_note_is_no_formula() -> None:
    """Notes are not quoted, so that each part between commas is a cell for a spreadsheet."""
    notes = csv_notes(['Prices,=1+1, "=2+2";@a\t+b', "Fell from 3, -5 %, twice", "two\nlines"])
    assert notes == ("# Prices,'=1+1, \"'=2+2\";'@a\t'+b\n# Fell from 3, -5 %, twice\n# two lines\n")


def test_csv_is_written_in_one_place() -> None:
    users = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"csv\.(writer|DictWriter)\(", path.read_text(encoding="utf-8"))
    ]
    assert users == ["data/writing/csv_file.py"]


def read(text: str) -> list[list[str]]:
    return [*csv.reader(io.StringIO(text, newline=""))]


def test_a_truth_value_is_a_word_and_a_figure_stays_a_figure() -> None:
    assert csv_text(("presumed", "known", "value"), [(True, False, 1)]) == "presumed,known,value\nyes,no,1\n"

"""Lists of codes from text and files: every line in its place, the column of the codes, what is refused."""

from datetime import date
from pathlib import Path

import pytest

from explorer.data.reading import line_list, text_rows
from explorer.data.reading.code_list import CodeList
from explorer.data.reading.read_codes import read_code_file, read_code_text
from explorer.data.writing.xlsx_file import Column, Sheet, workbook_bytes, xlsx_bytes
from explorer.errors import KnownError


def codes_of(found: CodeList) -> list[tuple[int, str]]:
    """Return the number and the code of each line, or the reason why it has none."""
    return [(line.number, found.fault(line) or found.code(line)) for line in found.lines]


def test_one_code_on_each_line_with_the_lines_that_are_none():
    found = read_code_text("8112.92.9010\n\ngallium\n 3C001.a \n84")
    assert (found.names, found.column, found.has_header) == (("code",), 0, False)
    assert codes_of(found) == [(1, "8112.92.9010"), (3, "gallium"), (4, "3C001.a"), (5, "84")]


@pytest.mark.parametrize(
    "text", ["8112929010, 3C001; 811299", "8112929010\t3C001 811299", "8112929010 3C001\n811299"]
)
def test_codes_on_one_line_are_lines_of_their_own(text):
    assert [code for _, code in codes_of(read_code_text(text.replace(";", ",")))] == [
        "8112929010",
        "3C001",
        "811299",
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_and_the_column_follow_from_the_codes(separator):
    rows = (("Part", "Tariff", "Added"), ("A-1", "8112929010", "2026-11-27"), ("A-2", "3C001", "2026-11-28"))
    found = read_code_text("\n".join(separator.join(row) for row in rows))
    assert (found.names, found.column, found.has_header) == (("Part", "Tariff", "Added"), 1, True)
    assert codes_of(found) == [(2, "8112929010"), (3, "3C001")]


def test_a_usual_name_decides_between_columns_of_codes():
    found = read_code_text("Quantity;HS code\n100000;8112929010\n200000;note\n")
    assert found.column == 1


def test_a_quoted_cell_keeps_its_separator_and_a_stray_quote_hides_no_row():
    found = read_code_text('Item,Code\n"a, b",8112929010\n"open,3C001\nc,3C002\n')
    assert codes_of(found)[0] == (2, "8112929010")
    assert codes_of(found)[-1] == (4, "3C002")


def test_a_short_or_long_row_keeps_its_place_with_the_reason():
    found = read_code_text("Part,Code\nA,8112929010\nB\nC,3C001,more\nD,\n")
    assert [number for number, _ in codes_of(found)] == [2, 3, 4, 5]
    reasons = [text for _, text in codes_of(found)[1:]]
    assert reasons == [
        "The row ends before the column to check (1 of 2 cells).",
        "The row has 3 cells, the header 2.",
        "The code is empty.",
    ]


def test_a_shortened_number_is_refused_and_not_guessed():
    ((_, reason),) = codes_of(read_code_text("8.11293E+09"))
    assert "has lost digits" in reason


@pytest.mark.parametrize("code", ["3E003", "2e902", "1E101"])
def test_an_entry_on_technology_is_not_taken_for_a_shortened_number(code):
    assert codes_of(read_code_text(f"8112929010\n{code}")) == [(1, "8112929010"), (2, code)]


def test_a_date_is_not_taken_for_a_code_of_eight_digits(tmp_path):
    path = tmp_path / "dates.xlsx"
    columns = (Column("Code", "date"), Column("Part"))
    path.write_bytes(xlsx_bytes("Parts", columns, [[date(2026, 11, 27), "A"], ["8112929010", "B"]]))
    (_, reason), code = codes_of(read_code_file(path))
    assert "stored as a date" in reason and code == (3, "8112929010")


@pytest.mark.parametrize(
    "encoded",
    [
        "代码;名称\n8112929010;镓\n".encode("gb18030"),
        "代码;名称\n8112929010;镓\n".encode("utf-8-sig"),
        "代码;名称\n8112929010;镓\n".encode("utf-16"),
        "Code;Größe\n8112929010;groß\n".encode("cp1252"),
    ],
)
def test_files_in_other_encodings(tmp_path: Path, encoded: bytes):
    path = tmp_path / "parts.csv"
    path.write_bytes(encoded)
    found = read_code_file(path)
    assert found.name == "parts.csv" and codes_of(found) == [(2, "8112929010")]


def test_a_workbook_says_where_zeros_may_be_lost(tmp_path: Path):
    columns = [Column("Part"), Column("HS", "number")]
    rows = [["a", 8112929010.0], ["b", 250410100.0], ["c", 8112.92], ["d", "0504000000"]]
    path = tmp_path / "parts.xlsx"
    path.write_bytes(xlsx_bytes("Parts", columns, rows))
    found = read_code_file(path)
    texts = dict(codes_of(found))
    assert (texts[2], texts[3], texts[5]) == ("8112929010", "250410100", "0504000000")
    assert "may have lost zeros" in texts[4]


def test_a_sheet_of_a_workbook_can_be_chosen(tmp_path: Path):
    sheets = [Sheet(name, [Column("Code")], [[code]]) for name, code in (("One", "3C001"), ("Two", "3C002"))]
    path = tmp_path / "two.xlsx"
    path.write_bytes(workbook_bytes(sheets))
    assert read_code_file(path).sheets == ("One", "Two")
    assert codes_of(read_code_file(path, "Two")) == [(2, "3C002")]


@pytest.mark.parametrize(
    ("content", "part"), [(b"", "is empty"), (b"\x89PNG\0\0\0\1", "is not text"), (b"PK\3\4oops", "damaged")]
)
def test_a_file_that_is_no_list_is_one_sentence(tmp_path: Path, content: bytes, part: str):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(KnownError) as raised:
        read_code_file(path)
    assert part in str(raised.value) and "\n" not in str(raised.value)


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(line_list, "MOST_LINES", 2)
    with pytest.raises(KnownError) as raised:
        read_code_text("3C001\n3C002\n3C003")
    assert "more than 2 lines" in str(raised.value)


def test_a_text_that_is_too_long_is_refused_and_not_cut(monkeypatch):
    monkeypatch.setattr(text_rows, "MOST_TEXT", 20)
    with pytest.raises(KnownError, match="is too large"):
        read_code_text("8112929010\n" * 2)

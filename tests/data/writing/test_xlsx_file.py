"""Tables as workbooks: types of cells, the same bytes each time, and nothing that runs."""

import datetime
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from explorer.data.writing import xlsx_file
from explorer.data.writing.xlsx_file import Cell, Column, sheet_name, writable, xlsx_bytes
from explorer.errors import KnownError

COLUMNS = (Column("Code"), Column("Date", "date"), Column("Price", "number"))
DAY = datetime.date(2026, 11, 27)


def cells(data: bytes) -> list[list[object]]:
    return [*CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_codes_keep_their_zeros_and_dates_and_numbers_their_types() -> None:
    data = xlsx_bytes("Codes", COLUMNS, [("0811290", DAY, 12.5), ("1E5", None, 3), ("", DAY, None)])
    assert cells(data) == [
        ["Code", "Date", "Price"],
        ["0811290", DAY, 12.5],
        ["1E5", "", 3.0],
        ["", DAY, ""],
    ]
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert 'numberStoredAsText="1"' in sheet and "yyyy-mm-dd" in part(data, "xl/styles.xml")


def test_a_value_that_does_not_fit_its_column_is_text() -> None:
    rows: list[tuple[Cell, ...]] = [
        (2026.0, "2026-11", "withheld"),
        (DAY, datetime.date(1899, 1, 1), float("nan")),
        (1.5, "Q3 2026", float("inf")),
    ]
    assert cells(xlsx_bytes("a", COLUMNS, rows))[1:] == [
        ["2026", "2026-11", "withheld"],
        ["2026-11-27", "1899-01-01", "nan"],
        ["1.5", "Q3 2026", "inf"],
    ]


def test_nothing_is_a_formula_or_a_link() -> None:
    texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "{=1}",
        "http://example.org",
        "mailto:a@b.c",
        "internal:A1",
        "\t=1",
    ]
    data = xlsx_bytes("a", [Column("x", "number")], [[t] for t in texts], ["=2+2"])
    assert [row[0] for row in cells(data)] == ["=2+2", "", "x", *texts]
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not any(word in name for name in names for word in ("rels/sheet", "external", "vba", "calcChain"))
    assert not re.search(r"<f[ >]|hyperlink", part(data, "xl/worksheets/sheet1.xml"))


def test_the_same_table_has_the_same_bytes() -> None:
    rows = [("01", DAY, 12.5)] * 50
    assert xlsx_bytes("a", COLUMNS, rows, ["A title"]) == xlsx_bytes("a", COLUMNS, rows, ["A title"])
    assert "2000-01-01T00:00:00Z" in part(xlsx_bytes("a", COLUMNS, rows), "docProps/core.xml")


def test_a_table_that_no_sheet_holds_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 3)
    xlsx_bytes("a", COLUMNS, [("1", None, None)] * 2)
    with pytest.raises(KnownError, match="The table is too large for a sheet"):
        xlsx_bytes("a", COLUMNS, [("1", None, None)] * 3)


def test_long_texts_are_shortened_with_a_sign() -> None:
    assert writable("x" * 32_767) == "x" * 32_767
    assert len(writable("x" * 32_768)) == 32_767 and writable("x" * 40_000).endswith("…")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prices", "Prices"),
        ("a/b:c*[d]?\\e", "a b c  d   e"),
        ("x" * 40, "x" * 31),
        ("'quoted'", "quoted"),
        ("", "Table"),
        ("History", "Table"),
    ],
)
def test_names_of_sheets(text: str, name: str) -> None:
    assert sheet_name(text) == name
    xlsx_bytes(text, COLUMNS, [])


@settings(deadline=None, max_examples=150)
@given(st.lists(st.text(max_size=40), max_size=6), st.text(max_size=50))
def test_any_text_comes_back_without_what_no_cell_can_hold(texts: list[str], title: str) -> None:
    data = xlsx_bytes(title, [Column("x")], [[t] for t in texts])
    read = [str(row[0]) for row in cells(data)][1:]
    kept = [writable(t).replace("\r\n", "\n").replace("\r", "\n") for t in texts]
    while kept and not kept[-1]:
        kept.pop()
    read = [r.replace("\r\n", "\n").replace("\r", "\n") for r in read]
    assert read[: len(kept)] == kept and not any(read[len(kept) :])

"""Workbooks: typed cells, several sheets, and files that would do harm."""

import datetime
import io
import random
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from explorer.data.reading import xlsx_rows
from explorer.data.reading.read import read_file
from explorer.data.reading.records import Candidate, Choices
from explorer.errors import KnownError

DAYS = [datetime.date(2026, 11, 25) + datetime.timedelta(days=i) for i in range(3)]


def workbook(path: Path, *sheets: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        form = book.add_format({"num_format": "dd/mm/yyyy"})
        for rows in sheets:
            page = book.add_worksheet()
            for place, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, datetime.date):
                        page.write_datetime(place, column, value, form)
                    elif value is not None:
                        page.write(place, column, value)
    return path


def table() -> list[list[object]]:
    return [["Date", "Gallium (USD/kg)"], *([day, 310.5 + i] for i, day in enumerate(DAYS))]


def read(path: Path, sheet: str | None = None) -> list[Candidate]:
    return read_file(path, Choices(sheet=sheet), lambda: datetime.date(2026, 11, 28))


def test_dates_and_numbers_keep_their_types(tmp_path: Path) -> None:
    (found,) = read(workbook(tmp_path / "a.xlsx", table()))
    assert (found.name, found.unit, found.frequency) == ("Gallium", "USD/kg", "daily")
    assert [(p.date, p.value) for p in found.points] == [
        ("2026-11-25", 310.5),
        ("2026-11-26", 311.5),
        ("2026-11-27", 312.5),
    ]


def test_a_title_empty_rows_text_and_numbers_of_days(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Indium, Rotterdam", None, None],
        [None, None, None],
        [None, "Date", "Price", "Remark"],
        [None, 46351, "380", "x"],
        [None, 46352, "n/a", None],
        [None, 46353, 381.25, None],
        ["Source: an agency"],
    ]
    (found,) = read(workbook(tmp_path / "a.xlsx", rows))
    assert found.name == "Indium, Rotterdam" and found.gaps == 1
    assert [(p.date, p.value) for p in found.points] == [("2026-11-25", 380), ("2026-11-27", 381.25)]
    assert found.notes == ("Dates were read as spreadsheet date numbers.",)


def test_a_line_number_is_that_of_the_sheet(tmp_path: Path) -> None:
    rows = [[None], [None], *table(), [DAYS[0] + datetime.timedelta(days=9), "many"], [DAYS[0], 9]]
    (found,) = read(workbook(tmp_path / "a.xlsx", rows))
    assert [b.line for b in found.bad_lines] == [7, 8]


def test_the_first_sheet_with_content_or_the_one_that_is_named(tmp_path: Path) -> None:
    other = [["Date", "Zinc"], [DAYS[0], 3]]
    path = workbook(tmp_path / "a.xlsx", [], table(), other)
    assert read(path)[0].name == "Gallium" and read(path, "Sheet3")[0].name == "Zinc"
    with pytest.raises(
        KnownError, match=r"has no sheet “None”\. Its sheets are “Sheet1”, “Sheet2”, “Sheet3”\."
    ):
        read(path, "None")
    with pytest.raises(KnownError, match="is empty"):
        read(path, "Sheet1")


def changed(path: Path, name: str, pattern: str, replacement: str) -> Path:
    """Return a workbook in which a part was changed."""
    out = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member).decode()
            new.writestr(member, re.sub(pattern, replacement, content) if member == name else content)
    return out


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("place", ["XFD1048576", "xfd1048576", "ZZZZZZ4", "A1048576"])
def test_a_cell_far_away_does_not_fill_the_memory(tmp_path: Path, quote: str, place: str) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Date"] + ["x"] * 9, *[[day] + [1.0] * 9 for day in DAYS]])
    far = changed(path, "xl/worksheets/sheet1.xml", r'r="B4"', f"r={quote}{place}{quote}")
    with pytest.raises(KnownError) as raised:
        read(far)
    assert "is too large" in str(raised.value)


def test_a_row_far_away_without_places_of_cells(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Date"] + ["x"] * 9, *[[day] + [1.0] * 9 for day in DAYS]])
    far = changed(path, "xl/worksheets/sheet1.xml", r'<row r="4"', '<row r="1048576"')
    with pytest.raises(KnownError, match="is too large"):
        read(far)


def test_a_part_without_a_name_is_passed_over(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", table())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("no-name", b"")
    path.write_bytes(path.read_bytes().replace(b"no-name", b"\0o-name"))  # a name ends at its first zero
    assert len(read(path)[0].points) == 3


def test_an_archive_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx", table())
    monkeypatch.setattr(xlsx_rows, "MOST_UNPACKED", 1_000)
    with pytest.raises(KnownError, match="is too large"):
        read(path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04" + b"x" * 99, "is damaged or encrypted and cannot be read"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 99, r"is an old Excel file \(XLS\) or is encrypted"),
    ],
)
def test_other_archives_are_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(KnownError, match=sentence):
        read(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "text")
    with pytest.raises(KnownError, match="is not an XLSX workbook"):
        read(path)


def test_damaged_workbooks_end_in_series_or_in_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    good = workbook(tmp_path / "a.xlsx", table()).read_bytes()
    unpacked = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(unpacked, "w") as new:
        for member in old.namelist():
            new.writestr(member, old.read(member))
    chance = random.Random(3)
    refused = 0
    for data in (good, unpacked.getvalue()):
        for _ in range(150):
            broken = bytearray(data)
            for _ in range(chance.choice((1, 3, 30))):
                broken[chance.randrange(4, len(broken))] = chance.randrange(256)
            path = tmp_path / "broken.xlsx"
            path.write_bytes(broken[: chance.choice((len(broken), chance.randrange(30, len(broken))))])
            try:
                read(path)
            except KnownError as error:
                refused += 1
                assert str(error).isprintable()
    assert refused > 100
    assert capfd.readouterr().err == ""


def test_damaged_parts_end_in_series_or_in_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Here the archive is sound and its checksums are right, so that the library gets to see the damage."""
    good = workbook(tmp_path / "a.xlsx", table())
    with zipfile.ZipFile(good) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(4)
    refused = 0
    for _ in range(300):
        name = chance.choice(sorted(parts))
        broken = bytearray(parts[name])
        for _ in range(chance.choice((1, 2, 20))):
            place = chance.randrange(len(broken))
            if chance.random() < 0.3:
                del broken[place : place + chance.randrange(1, 40)]
                broken += b"<"
            else:
                broken[place] = chance.randrange(256)
        path = tmp_path / "broken.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, bytes(broken) if part == name else content)
        try:
            read(path)
        except KnownError as error:
            refused += 1
            assert str(error).isprintable()
    assert refused > 50
    assert capfd.readouterr().err == ""

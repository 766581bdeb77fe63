"""Control characters and marks of writing direction end where a text is read or written."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from explorer.data.plain_text import one_line, without_controls
from explorer.data.reading.read_codes import read_code_file
from explorer.data.reading.read_names import read_name_file
from explorer.data.writing.calendar_file import CalendarEntry, calendar_file
from explorer.data.writing.csv_file import csv_note, csv_text
from explorer.data.writing.xlsx_file import Column, xlsx_bytes
from explorer.errors import KnownError

EVIL = "a\u202eb\u2066c\x1b[31m\x07d\x9be\u200ff\u2028g\u061ch"
PLAIN = "abc[31mdefgh"
KEPT = "镓, naïve می‌خواهم\tone\ntwo 👩‍🔬"


def test_only_controls_are_left_out() -> None:
    assert without_controls(EVIL) == PLAIN and without_controls(KEPT) == KEPT
    assert one_line(f" {EVIL}\n two") == f"{PLAIN[:-2]} gh two"  # a separator of lines is a blank


def test_bytes_that_are_not_utf_8_are_kept() -> None:
    assert without_controls("a\udcff\u202e") == "a\udcff"


def test_files_have_no_controls() -> None:
    assert csv_text((EVIL,), [(EVIL,)]) == f"{PLAIN}\n{PLAIN}\n"
    assert csv_note(EVIL) == f"# {PLAIN.replace('g', ' g')}\n"
    entry = CalendarEntry("k", date(2026, 11, 28), EVIL, EVIL)
    calendar = calendar_file([entry], "2026.11", date(2026, 10, 8)).decode()
    assert f"SUMMARY:{PLAIN}" in calendar and f"DESCRIPTION:{PLAIN}" in calendar
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(EVIL, [Column(EVIL)], [(EVIL,)], [EVIL]))) as archive:
        texts = archive.read("xl/sharedStrings.xml").decode()
    assert texts.count(PLAIN) == 1 and without_controls(texts) == texts  # the same text is stored once


@pytest.mark.parametrize("read", [read_code_file, read_name_file])
def test_lists_are_read_without_controls(read, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        f'code;name\n8112929010;"{EVIL.replace(chr(0x2028), "")}"\n3C001.a;two\n', encoding="utf-8"
    )
    cells = [cell for line in read(path).lines for cell in line.cells]
    assert PLAIN in cells and [c for c in cells if without_controls(str(c)) != c] == []


def test_a_sentence_spells_controls_out() -> None:
    error = KnownError(f"{EVIL} is missing.", window_hint=EVIL, command_hint=EVIL)
    assert "\\u202e" in str(error) and str(error).isprintable() and error.for_command_line.isprintable()

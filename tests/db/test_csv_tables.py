"""Reading: lines of records, and files that are not what they should be."""

import hashlib
import re
from pathlib import Path

import pytest

from db.csv_tables import CsvTable, Row, read, split_list
from db.tables import TABLES

SECTORS = TABLES["sectors"]
HEADER = "sector_id,name_en,name_zh,description\n"


def _read(folder: Path, content: bytes) -> CsvTable:
    (folder / "sectors.csv").write_bytes(content)
    return read(SECTORS, folder)


def test_a_row_knows_the_line_on_which_it_begins(tmp_path: Path) -> None:
    table = _read(tmp_path, (HEADER + 'a,A,甲,"one\ntwo ""three"""\nb,B,乙,four\n').encode())
    assert [(row.line, row["description"]) for row in table.rows] == [(2, 'one\ntwo "three"'), (4, "four")]


def test_only_line_feeds_part_records(tmp_path: Path) -> None:
    table = _read(tmp_path, (HEADER + "a,A,甲,one\u2028two\nb,B,乙,three\n").encode())
    assert [row.line for row in table.rows] == [2, 3]
    assert not table.faults


@pytest.mark.parametrize(
    ("content", "line", "rule"),
    [
        (b"", 1, "The header line must be sector_id,"),
        (b"sector_id,name_zh,name_en,description\n", 1, "The header line must be sector_id,name_en,name_zh,"),
        (HEADER.encode() + b"a,A,\xff,b\n", 2, "The file must be UTF-8."),
        (HEADER.encode() + b'a,A,B,"b\n', 2, "The file must be CSV with RFC 4180 quoting"),
        (HEADER.encode() + b'a,A,B,"b"c\n', 2, "The file must be CSV with RFC 4180 quoting"),
    ],
)
def test_a_file_that_cannot_be_judged_is_broken(tmp_path: Path, content: bytes, line: int, rule: str) -> None:
    table = _read(tmp_path, content)
    assert table.is_broken
    assert not table.rows
    [fault] = table.faults
    assert (fault.file, fault.line) == ("sectors.csv", line)
    assert fault.rule.startswith(rule)


def test_a_folder_in_the_place_of_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "sectors.csv").mkdir()
    [fault] = read(TABLES["sectors"], tmp_path).faults
    assert re.fullmatch(r"sectors\.csv: The file cannot be read \(.+\)\.", str(fault))


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    [fault] = read(SECTORS, tmp_path).faults
    assert str(fault) == "sectors.csv: The file is missing."


@pytest.mark.parametrize(("row", "count"), [("b,B,乙", 3), ("b,B,乙,two,three", 5), ("", 0)])
def test_ragged_rows_are_reported_with_their_line(tmp_path: Path, row: str, count: int) -> None:
    table = _read(tmp_path, (HEADER + f"a,A,甲,one\n{row}\nc,C,丙,four\n").encode())
    [fault] = table.faults
    assert (fault.line, fault.rule) == (3, f"A row must have 4 cells; this one has {count}.")
    assert not table.is_broken


def test_carriage_returns_are_reported_with_their_line(tmp_path: Path) -> None:
    [fault] = _read(tmp_path, (HEADER + "a,A,甲,one\nb,B,乙,two\r\n").encode()).faults
    assert (fault.line, fault.rule) == (3, "Lines must end with a line feed alone.")


def test_the_digest_is_that_of_the_unchanged_file(tmp_path: Path) -> None:
    content = (HEADER + "a,A,甲,one\n").encode()
    assert _read(tmp_path, content).sha256 == hashlib.sha256(content).hexdigest()


def test_a_row_knows_its_key_and_its_sources() -> None:
    row = Row(2, {"metal_id": "tin", "use_no": "3", "source_ids": "one;two"})
    assert row.key(TABLES["uses"]) == ("tin", "3")
    assert row.sources() == ["one", "two"]


@pytest.mark.parametrize(("cell", "parts"), [("", []), ("a", ["a"]), ("a;b", ["a", "b"]), ("a;", ["a", ""])])
def test_a_list_in_a_cell_has_parts(cell: str, parts: list[str]) -> None:
    assert split_list(cell) == parts

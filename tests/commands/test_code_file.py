"""`minor-metals check --file`: rows in, rows out, for files of every kind."""

import csv
import io
import json
import os
import re
import threading
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from explorer.data.writing.xlsx_file import Column, Sheet, workbook_bytes
from tests.commands.running import Run

ON = ("--on", "2026-11-24", "--to", "USA")
BEYOND = "minor-metals: Checked to 8 Oct 2026: the last 47 days are not covered.\n"
ADDED = [
    "verdict",
    "headline",
    "strictness",
    "presumed",
    "your_entry",
    "metals",
    "control_codes",
    "measures",
    "states",
    "also",
    "military_users_only",
    "described_in",
    "beyond_verified",
    "as_of",
    "origin",
    "destination",
]


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    path = tmp_path / "parts.csv"
    path.write_text('part,code,note\nP1,8112.92.9010,"wafer, 4 inch"\nP2,9999999999,镓\n', encoding="utf-8")
    return path


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def reported_lines(err: str) -> list[int]:
    """Return the numbers of all lines that the messages name."""
    found: list[int] = []
    for first, last in re.findall(r", lines? (\d+)(?: to (\d+))?:", err):
        found += range(int(first), int(last or first) + 1)
    return found


def test_csv_keeps_the_columns_and_adds_its_own(run: Run, parts: Path) -> None:
    code, out, err = run("check", "--file", parts, *ON)
    first, second = rows(out)
    assert code == 0 and err == "minor-metals: 2 rows checked.\n" + BEYOND
    assert list(first) == ["part", "code", "note", *ADDED]
    assert (first["part"], first["code"], first["note"]) == ("P1", "8112.92.9010", "wafer, 4 inch")
    assert (first["verdict"], first["headline"], first["metals"]) == ("LISTED", "licence", "gallium")
    assert first["states"] == "cn-2023-23: in force"
    assert "cn-2024-46-2a: prohibition USA paused until 2026-11-27" in first["also"]
    assert first["military_users_only"].startswith("cn-2024-46-1: prohibition USA-MIL in force")
    assert second["military_users_only"] == ""
    assert (second["as_of"], second["origin"], second["destination"]) == ("2026-11-24", "CHN", "USA")
    assert (second["verdict"], second["headline"], second["note"]) == ("NO REFERENCE CODE ON FILE", "", "镓")


def test_json_lines(run: Run, parts: Path) -> None:
    out = run("check", "--file", parts, "--format", "jsonl", *ON).out
    first, second = map(json.loads, out.splitlines())
    assert (first["line"], first["part"], first["verdict"], first["metals"]) == (
        2,
        "P1",
        "LISTED",
        ["gallium"],
    )
    assert second["measures"] == []


def test_output_file_is_whole_or_not_at_all(run: Run, parts: Path, tmp_path: Path) -> None:
    target = tmp_path / "answers.csv"
    code, out, _ = run("check", "--file", parts, "-o", target, *ON)
    assert (code, out) == (0, "")
    assert [r["verdict"] for r in rows(target.read_text("utf-8"))] == ["LISTED", "NO REFERENCE CODE ON FILE"]
    before = target.read_bytes()
    code, _, err = run("check", "--file", parts, "-o", target, *ON)
    assert code == 2 and "--force" in err and target.read_bytes() == before
    assert run("check", "--file", parts, "-o", target, "--force", *ON).code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["answers.csv", "parts.csv"]


def test_the_name_of_the_output_chooses_json_lines(run: Run, parts: Path, tmp_path: Path) -> None:
    target = tmp_path / "answers.jsonl"
    assert run("check", "--file", parts, "-o", target, *ON).code == 0
    assert json.loads(target.read_text("utf-8").splitlines()[0])["verdict"] == "LISTED"


def test_the_file_can_be_replaced_by_its_answers(run: Run, parts: Path) -> None:
    assert run("check", "--file", parts, "-o", parts, "--force", *ON).code == 0
    assert len(rows(parts.read_text("utf-8"))) == 2
    assert run("check", "--file", parts, "--column", "code", *ON).out.startswith(
        "part,code,note,verdict,headline,strictness,presumed,your_entry,metals,control_codes,measures,states,"
        "also,military_users_only,described_in,beyond_verified,as_of,origin,destination,checked_verdict"
    )


def test_an_output_needs_an_existing_folder(run: Run, parts: Path, tmp_path: Path) -> None:
    assert "does not exist" in run("check", "--file", parts, "-o", tmp_path / "no" / "x.csv").err
    assert "is a folder" in run("check", "--file", parts, "-o", tmp_path).err


def test_semicolons_a_mark_and_a_column_by_name(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    path.write_bytes("\ufeffPart;Tariff no.;Größe\r\nA;8112929010;1,5\r\n".encode())
    target = tmp_path / "out.csv"
    assert run("check", "--file", path, "--column", "tariff NO.", "-o", target, *ON).code == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfPart;Tariff no.;Gr")
    (row,) = rows(target.read_text("utf-8-sig"), ";")
    assert (row["Größe"], row["verdict"]) == ("1,5", "LISTED")


@pytest.mark.parametrize("header", ["code", "HS Code", "hs_code", "Customs code", "海关编码"])
def test_a_usual_column_is_found(run: Run, tmp_path: Path, header: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"part\t{header}\nx\t8112929010\n", encoding="utf-8")
    assert "LISTED" in run("check", "--file", path, *ON).out


def test_a_missing_column_names_the_existing_ones(run: Run, parts: Path, tmp_path: Path) -> None:
    code, out, err = run("check", "--file", parts, "--column", "hs", *ON)
    assert (code, out) == (2, "") and "“part”, “code”, “note”" in err
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n")
    code, _, err = run("check", "--file", other, *ON)
    assert code == 2 and "--column" in err and "“a”, “b”" in err


def test_invalid_lines_are_reported_and_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(
        b'part,code\nA,8112929010\nB\n\n"C\nC",85\nD,\nE,8112929010,more\nF\xff,3C001\nG,8112929010,\n'
    )
    target = tmp_path / "out.csv"
    code, _, err = run("check", "--file", path, "-o", target, *ON)
    assert code == 2
    assert reported_lines(err) == [3, 5, 6, 7, 8, 9]
    assert err.endswith("minor-metals: 3 rows checked, 4 not checked (see above).\n" + BEYOND)
    written = target.read_bytes()
    assert b"F\xff,3C001,LISTED" in written
    assert b"E,8112929010" + len(ADDED) * b"," + b",more" in written
    assert len(list(csv.reader(io.StringIO(written.decode("latin-1"))))) == 8
    found = [json.loads(x) for x in run("check", "--file", path, "--format", "jsonl", *ON).out.splitlines()]
    assert [x["line"] for x in found if "error" in x] == [3, 5, 7, 8]


def test_a_file_without_a_good_row(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("code\nnothing!\n")
    assert run("check", "--file", path, *ON).code == 2


@pytest.mark.parametrize("content", [b"", b"\n", b",,\n1,2,3\n"])
def test_a_file_without_header(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(content)
    code, out, err = run("check", "--file", path, *ON)
    assert (code, out) == (2, "") and "no header line" in err


def test_utf_16_and_binary_files(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_bytes("part\tcode\nÄ\t8112929010\n".encode("utf-16"))
    assert "LISTED" in run("check", "--file", path, *ON).out
    path.write_bytes("part\tcode\nÄ\t8112929010\n".encode("utf-16")[:-1])
    code, _, err = run("check", "--file", path, *ON)
    assert code == 2 and "is not readable text" in err


def test_a_missing_file(run: Run, tmp_path: Path) -> None:
    code, out, err = run("check", "--file", tmp_path / "no.csv", *ON)
    assert (code, out) == (2, "") and "cannot be read" in err and err.count("\n") == 1
    assert run("check", "--file", tmp_path, *ON).code == 2


def test_a_field_too_large_is_a_bad_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("code,note\n8112929010,a\n8112929010," + "x" * 1_000_001 + "\n8112929010,b\n")
    code, out, err = run("check", "--file", path, *ON)
    assert code == 2 and "line 3: A cell has more than 1 000 000 characters." in err
    assert [r["note"] for r in rows(out)] == ["a", "", "b"]
    path.write_text("code,note\n8112929010," + "x" * 999_999 + "\n8112929010,b\n")
    assert run("check", "--file", path, *ON).code == 0


def test_many_rows_go_through(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("code\n" + "8112929010\n9999999999\n3C001\n811292\n" * 2_500)
    code, out, err = run("check", "--file", path, *ON)
    assert code == 0 and err == "minor-metals: 10 000 rows checked.\n" + BEYOND
    assert out.count("\n") == 10_001


def test_a_damaged_workbook_is_one_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "parts.xlsx"
    path.write_bytes(b"PK\x03\x04\x14\x00\x06\x00" + bytes(64))
    code, out, err = run("check", "--file", path)
    assert (code, out) == (2, "")
    assert "is damaged or encrypted" in err


def test_a_workbook_is_checked_like_a_csv_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "parts.xlsx"
    sheets = [
        Sheet("First", [Column("Code")], [["3C002"]]),
        Sheet("Parts", [Column("HS", "number")], [[8112929010.0], [250410100.0]]),
    ]
    path.write_bytes(workbook_bytes(sheets))
    asked = ("check", "--file", path, "--sheet", "Parts", *ON)
    code, out, err = run(*asked)
    assert code == 2 and [row["verdict"] for row in rows(out)] == ["LISTED", ""]
    assert "line 3: “250410100” has 9 digits" in err and "dropped a leading zero" in err
    lines = [json.loads(line) for line in run(*asked, "--format", "jsonl").out.splitlines()]
    assert (lines[0]["HS"], lines[0]["metals"], "9 digits" in lines[1]["error"]) == (
        "8112929010",
        ["gallium"],
        True,
    )
    assert "has no sheet “Other”" in run("check", "--file", path, "--sheet", "Other").err


def test_a_list_without_a_header_keeps_its_first_code(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "codes.txt"
    path.write_text("8112929010\n3C001\n")
    out = run("check", "--file", path, *ON).out
    assert [row["code"] for row in rows(out)] == ["8112929010", "3C001"]
    path.write_text("A-1;8112929010\nA-2;3C001\n")
    lines = run("check", "--file", path, "--format", "jsonl", *ON).out.splitlines()
    assert [(line["line"], line["column 2"]) for line in map(json.loads, lines)] == [
        (1, "8112929010"),
        (2, "3C001"),
    ]


def test_a_file_without_listed_codes_has_the_exit_code_of_no_match(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text("code\n9999999999\n", encoding="utf-8")
    assert run("check", "--file", path).code == 1


def test_a_spreadsheets_own_first_line_names_the_delimiter(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text("sep=;\ncode;name\n8112929010;a,b\nx;c\n", encoding="utf-8")
    code, out, err = run("check", "--file", path, "--on", "2026-10-08")
    assert code == 2 and out.splitlines()[1].startswith("8112929010;a,b;LISTED;")
    assert "line 4" in err


def test_json_lines_keep_the_columns_of_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text("code,code,line,error\n8112929010,spare,x,y\nbad,spare,x,y\n", encoding="utf-8")
    _, out, _ = run("check", "--file", path, "--column", "code", "--format", "jsonl")
    good, bad = (json.loads(line) for line in out.splitlines())
    assert (good["code"], good["code 2"], good["line"], good["error"]) == ("8112929010", "spare", "x", "y")
    assert good["checked_line"] == 2 and good["verdict"]
    assert "“bad” is not a valid code." in bad["checked_error"] and bad["error"] == "y"


def test_csv_keeps_the_header_of_the_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text("code,note,note,,\n8112929010,a,b,c,d\n", encoding="utf-8")
    _, out, _ = run("check", "--file", path)
    header, row = out.splitlines()
    assert header.startswith("code,note,note,,,verdict,") and row.startswith("8112929010,a,b,c,d,LISTED,")


def test_a_file_in_another_encoding_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_bytes("海关编码,名称\n8112929010,镓\n".encode("gbk"))
    code, out, err = run("check", "--file", path)
    assert (code, out) == (2, "") and "is not UTF-8" in err


@pytest.mark.skipif(os.name != "posix", reason="there are no named pipes in folders on Windows")
def test_a_pipe_is_read(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("code\n8112929010\n",))
    writer.start()
    code, out, _ = run("check", "--file", pipe, "--on", "2026-10-08")
    writer.join()
    assert code == 0 and "LISTED" in out


ROW = "P{n},8112929010,a note"
STRAYS = (
    '"P{n},8112929010,a note',
    'P{n},"8112929010,a note',
    'P{n},8112929010,"a note',
    'P{n},8112929010,a "note',
)
SIZE = 12


@pytest.mark.parametrize("stray", STRAYS)
@pytest.mark.parametrize(
    "places", [(0,), (5,), (SIZE - 1,), (3, 4), (3, 8), (0, 5, SIZE - 1), tuple(range(SIZE))]
)
def test_a_stray_quote_hides_no_row(run: Run, tmp_path: Path, stray: str, places: tuple[int, ...]) -> None:
    path = tmp_path / "stray.csv"
    lines = [(stray if n in places else ROW).format(n=n) for n in range(SIZE)]
    path.write_text("\n".join(["part,code,note", *lines]) + "\n", encoding="utf-8")
    code, out, err = run("check", "--file", path, *ON)
    judged = [r for r in rows(out) if r["verdict"]]
    reported = reported_lines(err)
    assert len(set(reported)) == len(reported)
    assert len(judged) + len(reported) == SIZE
    # Every row without a stray quote is checked, except those next to one that looks like a broken row.
    plain = [f"P{n}" for n in range(SIZE) if n not in places]
    assert set(plain) <= {r["part"] for r in judged} | {f"P{n - 2}" for n in reported}
    assert code == (2 if reported else 0)
    if stray != STRAYS[3]:
        assert reported


def test_a_thousand_rows_below_a_stray_quote_are_judged(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "stray.csv"
    path.write_text('part,code\nA,"8112929010\n' + "B,8112929010\n" * 1000 + 'C,"x",8112929010\n')
    code, out, err = run("check", "--file", path, *ON)
    assert code == 2
    assert len([r for r in rows(out) if r["verdict"] == "LISTED"]) == 1000
    assert reported_lines(err) == [2, 1003]


def test_a_note_of_several_lines_is_one_row(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text('part,code,note\nA,8112929010,"first, line\nsecond\n\nfourth"\nB,3C001,plain\n')
    code, out, err = run("check", "--file", path, *ON)
    assert (code, err) == (0, "minor-metals: 2 rows checked.\n" + BEYOND)
    assert [r["note"] for r in rows(out)] == ["first, line\nsecond\n\nfourth", "plain"]


def test_an_unclosed_quote_is_explained(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text('part,code,note\nA,8112929010,x\nB,8112929010,"never closed')
    code, _, err = run("check", "--file", path, *ON)
    assert code == 2 and "line 3: A quotation mark is opened but never closed." in err


def test_cells_beyond_the_header_are_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("part,code\nA,8112929010,x,y\nB,8112929010,\n")
    code, out, _ = run("check", "--file", path, *ON)
    assert code == 2 and out.splitlines()[1].endswith(",x,y")
    _, out, _ = run("check", "--file", path, "--format", "jsonl", *ON)
    assert json.loads(out.splitlines()[0])["more_cells"] == "x; y"


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-be"])
def test_utf_32_is_refused_in_a_sentence(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "wide.csv"
    mark = b"" if encoding == "utf-32" else b"\0\0\xfe\xff"
    path.write_bytes(mark + "part,code\nA,8112929010\n".encode(encoding))
    code, out, err = run("check", "--file", path, *ON)
    assert (code, out) == (2, "") and "is UTF-32. Save it as CSV in UTF-8." in err


@pytest.mark.parametrize(("on", "flag"), [("2026-10-08", "no"), ("2026-10-10", "yes")])
def test_each_row_says_that_the_day_is_later_than_the_last_one_checked(
    run: Run, parts: Path, on: str, flag: str
) -> None:
    result = run("check", "--file", parts, "--on", on)
    assert [row["beyond_verified"] for row in rows(result.out)] == [flag, flag]
    assert ("Checked to 8 Oct 2026: the last 2 days are not covered." in result.err) == (flag == "yes")


def test_a_workbook_has_the_cells_of_the_csv_file_as_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text("part,code,note\n007,8112929010,=1+1\n010,abc,\n008,0811290,x,more\n")
    assert run("check", "--file", path, "--format", "xlsx").err.endswith("add -o FILE.xlsx.\n")
    run("check", "--file", path, "-o", tmp_path / "out.csv")
    run("check", "--file", path, "-o", tmp_path / "out.xlsx")
    with (tmp_path / "out.csv").open(newline="") as file:
        expected = list(csv.reader(file))
    assert expected[1][2] == "'=1+1"
    expected[1][2] = "=1+1"  # a text cell of a workbook is no formula and needs no apostrophe
    width = max(map(len, expected))
    sheet = CalamineWorkbook.from_path(tmp_path / "out.xlsx").get_sheet_by_index(0).to_python()
    assert sheet == [row + [""] * (width - len(row)) for row in expected]
    assert sheet[1][:3] == ["007", "8112929010", "=1+1"] and sheet[3][1] == "0811290"


def test_the_rules_on_an_item_named_by_its_description_are_in_the_cells(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("code\n8505111000\n", encoding="utf-8")
    (row,) = rows(run("check", "--file", path, *ON).out)
    assert (row["verdict"], row["metals"]) == ("NO REFERENCE CODE ON FILE", "")
    assert row["described_in"] == "cn-2025-18-4-4: in force"
    assert row["military_users_only"] == "cn-2024-46-1c: prohibition USA-MIL in force"
    assert "cn-2025-89: trade_licence ALL in force" in row["also"]

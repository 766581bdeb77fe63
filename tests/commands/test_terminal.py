"""No output can control the terminal; data for another program are unchanged."""

import ast
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from explorer import cli, paths
from explorer.commands.support import terminal
from tests.commands.running import Run

ROOT = Path(__file__).resolve().parents[2]
CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
EVIL = "\x1b]0;title\x07\x9b31m\u202egnp\u2066\x7f\r"


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("镓 Ga 1\u202f234 t\tend\n", "镓 Ga 1\u202f234 t\tend\n"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\x9b31m\x7f\r\0", "\\u009b31m\\u007f\\u000d\\u0000"),
        ("\u202egnp.exe\u2069\u200f", "\\u202egnp.exe\\u2069\\u200f"),
        ("\udcff", "\\udcff"),
    ],
)
def test_control_characters_are_spelled_out(text: str, shown: str) -> None:
    assert terminal.visible(text) == shown
    plain = text.replace("\t", " ").strip("\n")
    assert json.loads(f'"{terminal.visible(plain)}"') == plain


def test_all_ways_of_writing_are_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal.guarded():
        print("\x1b")
        sys.stdout.write("\x1b\n")
        sys.stderr.writelines(["\x1b", "\n"])
    assert capsys.readouterr() == ("\\u001b\n\\u001b\n", "\\u001b\n")


def test_a_sentence_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.warn("a\nb\u2028c" + 100_000 * "x" + "the end.")
    err = capsys.readouterr().err
    assert err.startswith("minor-metals: a\\u000ab\\u2028cxxx") and err.endswith("the end.\n")
    assert err.count("\n") == 1 and len(err) < 2_000


@pytest.fixture
def evil(edition_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own data file with texts that would control a terminal; in another file they are refused."""
    path = Path(shutil.copy(edition_file, tmp_path / "evil.db"))
    texts = {
        "metals": ("name_en", "summary", "note"),
        "sources": ("title", "publisher", "note"),
        "instruments": ("title_en", "number"),
        "measures": ("summary",),
        "items": ("description",),
        "uses": ("use",),
        "countries": ("name_en",),
        "search": ("title", "body"),
    }
    with closing(sqlite3.connect(path)) as data, data:
        for table, columns in texts.items():
            for column in columns:
                data.execute(f"UPDATE {table} SET {column} = ? || {column} WHERE {column} != ''", (EVIL,))
    monkeypatch.setattr(paths, "data_file", lambda: path)
    return path


@pytest.mark.parametrize(
    "argv",
    [
        ("list",),
        ("show", "gallium"),
        ("show", "gallium", "--json"),
        ("status", "gallium", "--to", "USA"),
        ("check", "8112929010"),
        ("search", "gallium"),
        ("search", "gallium", "--json"),
        ("search", EVIL),
        ("sources",),
        ("sources", "--json"),
        ("sources", EVIL),
        ("status", EVIL),
        ("list", "--to", EVIL),
        ("list", f"--{EVIL}"),
        ("list", "--status", EVIL),
        (EVIL,),
        ("export", "gallium", "--chart", EVIL),
        ("export", "gallium", "--chart", "price", "-o", f"{EVIL}/a.png"),
        ("export", "gallium", "--chart", "price", "--series", EVIL, "-o", "a.png"),
        ("sheet", "gallium", "-o", f"{EVIL}.pdf/a.pdf"),
        ("check", "--file", EVIL),
    ],
)
def test_no_output_controls_the_terminal(run: Run, evil: Path, argv: tuple[str, ...]) -> None:
    _, out, err = run(*argv)
    assert not CONTROLS.search(out + err) and out + err
    assert re.search(r"\\(u00|x)1b", out + err) or "]0;title" in out + err


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [(("list", "--on", EVIL), "is not a date"), (("check", EVIL), "“]0;title31mgnp” is not a valid code.")],
)
def test_a_quoted_word_has_no_control_characters(run: Run, argv: tuple[str, ...], sentence: str) -> None:
    err = run(*argv).err
    assert not CONTROLS.search(err) and sentence in err


def test_json_holds_the_data_unchanged(run: Run, evil: Path) -> None:
    sources = json.loads(run("sources", "--json").out)
    assert all(s["title"].startswith(EVIL) for s in sources)


@pytest.fixture
def evil_csv(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(f"note,code\n{EVIL.strip()}x,8112929010\n", encoding="utf-8")
    return path


def test_a_csv_for_another_program_has_no_control_characters(run: Run, evil_csv: Path) -> None:
    out = run("check", "--file", str(evil_csv)).out
    assert "]0;title" in out and "x,8112929010,LISTED" in out and not CONTROLS.search(out)


def test_json_lines_for_another_program_hold_the_cells_unchanged(run: Run, evil_csv: Path) -> None:
    (line,) = run("check", "--file", str(evil_csv), "--format", "jsonl").out.splitlines()
    assert json.loads(line)["note"] == f"{EVIL.strip()}x"


def test_json_lines_on_a_terminal_are_made_visible(evil_csv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    assert cli.main(["check", "--file", str(evil_csv), "--format", "jsonl"]) == 0
    assert sys.stdout is out
    shown = out.getvalue()
    assert "\\u001b]0;title\\u0007" in shown and not CONTROLS.search(shown)


def test_the_progress_bar_is_drawn(evil_csv: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    err = Terminal()
    monkeypatch.setattr(sys, "stderr", err)
    evil_csv.write_text("code\n" + 2_000 * "8112929010\n")
    assert cli.main(["check", "--file", str(evil_csv), "-o", str(tmp_path / "out.csv")]) == 0
    assert "\r[####" in err.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="file names are Unicode there")
def test_a_file_with_a_name_that_is_not_unicode_is_written_and_reported(
    tmp_path: Path, edition_option: tuple[str, str]
) -> None:
    name = os.fsencode(str(tmp_path)) + b"/\xff\x1b.csv"
    command = [
        sys.executable,
        "-m",
        "explorer",
        *edition_option,
        "export",
        "gallium",
        "--chart",
        "uses",
        "-o",
    ]
    for _ in range(2):
        done = subprocess.run([*command, name], cwd=ROOT, capture_output=True, timeout=60)
        assert b"\xff" not in done.stdout + done.stderr and b"\x1b" not in done.stdout + done.stderr
        assert b"\\udcff\\u001b.csv" in done.stdout + done.stderr
    assert os.path.exists(name) and done.returncode == 2  # noqa: PTH110
    forced = subprocess.run([*command, name, "--force", "--json"], cwd=ROOT, capture_output=True, timeout=60)
    assert os.fsencode(json.loads(forced.stdout)[0]["file"]) == name


def test_only_one_module_prints_to_standard_error() -> None:
    for path in (ROOT / "explorer" / "commands").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                assert path.stem == "terminal" or not any(k.arg == "file" for k in node.keywords), path

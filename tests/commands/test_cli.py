"""The program as a process: its imports, its exit codes, and its output in encodings without Chinese."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer import paths

ROOT = Path(__file__).resolve().parents[2]
ON = ("--on", "2026-11-24")
HEAVY = ("PySide6", "shiboken6", "numpy", "pyqtgraph", "python_calamine", "xlsxwriter")


def program(*argv: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    start = ["-c", code, *argv] if code else ["-m", "explorer", *argv]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, *start], cwd=ROOT, env=env, capture_output=True, timeout=120, check=False
    )


@pytest.mark.parametrize(
    "argv",
    [
        ("--version",),
        ("--help",),
        ("list", *ON),
        ("show", "gallium", *ON),
        ("status", "gallium", *ON),
        ("check", "8112929010", *ON),
        ("search", "gallium"),
        ("sources",),
        ("own", "watch", "gallium"),
    ],
    ids=lambda a: a[0],
)
def test_commands_import_neither_qt_nor_numpy(
    argv: tuple[str, ...], edition_option: tuple[str, str], tmp_path: Path
) -> None:
    code = (
        "import sys; from explorer.cli import main; c = main(sys.argv[1:]);"
        f"heavy = [m for m in {HEAVY} if m in sys.modules]; print(heavy, file=sys.stderr); sys.exit(c)"
    )
    own_folder = {paths.USER_DATA_VARIABLE: str(tmp_path)}  # what is saved is not there for other tests
    done = program(*edition_option, *argv, code=code, **own_folder)
    assert (done.returncode, done.stderr.strip()) == (0, b"[]")


def test_the_version_needs_no_data_file_either() -> None:
    code = "import sys; from explorer.cli import main; main(['--version']); print('sqlite3' in sys.modules)"
    assert program(code=code).stdout.split() == [b"minor-metals", b"0.2.0", b"False"]


def test_importing_the_program_imports_nothing_heavy() -> None:
    code = f"import sys, explorer.cli; print([m for m in {(*HEAVY, 'sqlite3')} if m in sys.modules])"
    assert program(code=code).stdout.strip() == b"[]"


def test_help_and_usage_faults() -> None:
    assert program("--help").returncode == 0
    done = program("nothing")
    assert done.returncode == 2 and b"Traceback" not in done.stderr
    assert program("status").returncode == 2


def test_a_closed_pipe_ends_it_without_a_message(edition_option: tuple[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "explorer", *edition_option, "sources", "--json"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stderr is not None
    with process.stdout, process.stderr:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.wait(60) == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_output_without_chinese(encoding: str, edition_option: tuple[str, str]) -> None:
    done = program(*edition_option, "status", "gallium", *ON, PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert done.stdout.startswith(b"Gallium ?, exports from China")
    found = json.loads(program(*edition_option, "list", *ON, "--json", PYTHONIOENCODING=encoding).stdout)
    assert next(m for m in found if m["metal"] == "gallium")["name_zh"] == "镓"


def test_the_answer_for_a_file_is_utf_8_on_every_terminal(
    tmp_path: Path, edition_option: tuple[str, str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,code\n镓,8112929010\n", encoding="utf-8")
    done = program(*edition_option, "check", "--file", str(path), *ON, PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and "镓,8112929010,LISTED".encode() in done.stdout


def test_no_display_is_one_sentence() -> None:
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = program(**environment)
    if sys.platform.startswith("linux"):
        assert done.returncode == 2 and done.stderr.count(b"\n") == 1 and b"no display" in done.stderr


def test_doctor_asks_for_fonts() -> None:
    found = json.loads(program("doctor", "--json", QT_QPA_PLATFORM="offscreen").stdout)
    assert found["qt"] and "chinese_font" in found


@pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="the system has no device that is always full"
)
@pytest.mark.parametrize("words", [("list", *ON), ("--help",), ("status", "--help"), ("--version",)])
def test_an_output_that_cannot_be_written_is_one_sentence(
    edition_option: tuple[str, str], words: tuple[str, ...]
) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "explorer", *(edition_option if words[0] == "list" else ()), *words],
            cwd=ROOT,
            env=env,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"minor-metals: ") and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "argv", [("nothing",), ("status",), ("export", "gallium", "--size", "big"), ("list", "--status", "free")]
)
def test_a_usage_fault_is_one_sentence(argv: tuple[str, ...]) -> None:
    done = program(*argv)
    assert done.returncode == 2 and done.stdout == b""
    assert done.stderr.startswith(b"minor-metals: ") and done.stderr.count(b"\n") == 1
    assert b"--help" in done.stderr


def test_an_unknown_option_leads_to_the_help_of_its_command() -> None:
    done = program("show", "graphite", "--year", "2023")
    assert done.stderr.decode().strip() == (
        "minor-metals: Unrecognised arguments: --year 2023. See `minor-metals show --help`."
    )

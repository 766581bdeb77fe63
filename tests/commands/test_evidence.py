"""`minor-metals evidence` and `verify`: files, bytes, results, exit codes and errors."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.commands.running import Run
from tests.fuzz.evidence_parts import as_json, packed, parts_of
from tests.imports import ROOT

CONTEXT = ("--on", "2024-12-10", "--to", "USA")
NAME = "gallium-evidence-CHN-USA-2024-12-10.zip"
PAUSE = ("own", "add-event", "cn-2024-46-2a", "repealed", "--date", "2024-12-09")
NOTICE = ("--title", "Announcement 99 of 2024", "--address", "https://www.mofcom.gov.cn/99.html")
KILLS = int(os.environ.get("MINOR_METALS_KILLS", "10"))


@pytest.fixture(autouse=True)
def own_folder(no_editions: Path) -> Path:
    """The user's data of one test."""
    return no_editions


@pytest.fixture
def file(run: Run, qtbot: QtBot, tmp_path: Path) -> Path:
    """The evidence file on gallium."""
    path = tmp_path / "gallium.zip"
    assert run("evidence", "gallium", *CONTEXT, "-o", path) == (0, f"{path}\n", "")
    return path


def test_a_file_is_verified(run: Run, file: Path) -> None:
    code, out, err = run("verify", file)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "gallium.zip is complete, and edition 2026.12-test gives the same answer."
    assert lines[2] == "Gallium 镓. Exports from China to the United States as of 10 Dec 2024."
    assert "It does not prove who made the file, or when." in lines[-1]
    found = json.loads(run("verify", file, "--json").out)
    assert (found["outcome"], found["differences"], found["same_database"]) == ("same", [], True)
    assert found["manifest"]["question"]["metal"] == "gallium"
    assert "does not prove who made the file" in found["not_proved"]


def test_the_same_question_gives_the_same_bytes(run: Run, qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    other = tmp_path / "other.zip"
    words = ("evidence", "Ga", "--on", "10 Dec 2024", "--from", "China", "--to", "United States")
    assert run(*words, "-o", other).code == 0
    assert other.read_bytes() == file.read_bytes()
    command = json.loads(parts_of(file.read_bytes())["manifest.json"])["command"].split()
    assert run(*command[1:-1], tmp_path / "again.zip").code == 0
    assert (tmp_path / "again.zip").read_bytes() == file.read_bytes()


def test_another_process_at_another_time_writes_the_same_bytes(
    edition_option: tuple[str, str], file: Path, tmp_path: Path
) -> None:
    """Processes with other time zones, languages and hash seeds; the clock goes on between them."""
    for number, zone in enumerate(("Pacific/Kiritimati", "America/Caracas")):
        target = tmp_path / f"{number}.zip"
        environment = {**os.environ, "TZ": zone, "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": str(number + 1)}
        command = [sys.executable, "-m", "explorer", *edition_option, "evidence", "gallium", *CONTEXT]
        subprocess.run(
            [*command, "-o", str(target)], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
        )
        assert target.read_bytes() == file.read_bytes()
        time.sleep(1.1)


def test_codes(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "codes.zip"
    assert run("evidence", "8112.92.9010", "3C001", *CONTEXT, "-o", path).code == 0
    manifest = json.loads(parts_of(path.read_bytes())["manifest.json"])
    assert manifest["question"]["codes"] == ["8112.92.9010", "3C001"]
    assert run("verify", path).code == 0
    nothing = run("evidence", "999999", *CONTEXT, "-o", tmp_path / "nothing.zip")
    assert nothing.code == 1 and run("verify", tmp_path / "nothing.zip").code == 0


def test_the_name_by_default_and_a_late_day(run: Run, qtbot: QtBot, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (
        run("evidence", "gallium", *CONTEXT, "--json").out
        == f'[\n  {{\n    "file": "{NAME}",\n    "fault": null\n  }}\n]\n'
    )
    late = run("evidence", "tin", "--on", "2026-11-24", "-o", tmp_path)
    assert late.code == 0 and "Checked to 8 Oct 2026: the last 47 days are not covered." in late.err
    assert sorted(p.name for p in tmp_path.glob("*.zip")) == [NAME, "tin-evidence-CHN-ALL-2026-11-24.zip"]


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        ((), 2, "METAL|CODE"),
        (("galium",), 1, "Did you mean Gallium"),
        (("gallium", "tin"), 2, "one metal or about codes"),
        (("gallium", "3C001"), 2, "one metal or about codes"),
        (("8112",), 2, "“8112” has 4 digits"),
        (("gallium", "-o", "x.pdf"), 2, "must end in .zip"),
        (("gallium", "--to", "CHN"), 2, "are not exports"),
        (("gallium", "--to", "Atlantis"), 2, "destination"),
    ],
)
def test_errors(
    run: Run, qtbot: QtBot, tmp_path: Path, monkeypatch, argv: tuple[str, ...], code: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    outcome = run("evidence", *argv)
    assert outcome.code == code and message in outcome.err and outcome.out == ""
    assert sorted(tmp_path.iterdir()) == before


def test_an_existing_file_needs_force(run: Run, file: Path) -> None:
    content = file.read_bytes()
    refused = run("evidence", "tin", *CONTEXT, "-o", file)
    assert refused.code == 2 and "--force" in refused.err and file.read_bytes() == content
    assert run("evidence", "tin", *CONTEXT, "-o", file, "--force").code == 0 and file.read_bytes() != content


def test_a_changed_file_is_different_and_a_damaged_one_an_error(run: Run, file: Path) -> None:
    content = file.read_bytes()
    parts = parts_of(content)
    answer = json.loads(parts["answer.json"])
    answer["status"]["status"] = "none"
    file.write_bytes(packed({**parts, "answer.json": as_json(answer)}))
    code, out, err = run("verify", file)
    assert (code, err) == (1, "") and "gallium.zip is not what edition 2026.12-test gives." in out
    assert 'answer.json, status.status: "none" in the file, "prohibition" by the edition.' in out
    file.write_bytes(content[:-1])
    code, out, err = run("verify", file)
    assert (code, err) == (
        2,
        "",
    ) and out == "gallium.zip is not a complete evidence file. Its end is missing.\n"
    found = json.loads(run("verify", file, "--json").out)
    assert (found["outcome"], found["damage"], found["manifest"]) == ("damaged", "Its end is missing.", None)


def test_an_edition_that_is_not_there(run: Run, qtbot: QtBot, tmp_path: Path, later_file: Path) -> None:
    path = tmp_path / "later.zip"
    assert run("--data", later_file, "evidence", "gallium", *CONTEXT, "-o", path).code == 0
    code, out, err = run("verify", path)
    assert (code, err) == (1, "")
    assert "edition 2099.01 is not installed" in out and "minor-metals data install" in out
    assert run("--data", later_file, "verify", path).code == 0
    assert run("data", "install", later_file).code == 0
    assert run("verify", path).code == 0


def test_a_file_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    for path, message in ((tmp_path / "none.zip", "cannot be read"), (tmp_path, "not a regular file")):
        code, out, err = run("verify", path)
        assert (code, out) == (2, "") and message in err


def test_entries_of_the_user_are_named(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    assert run(*PAUSE, *NOTICE, "--read", "2024-12-09").code == 0
    own, without = tmp_path / "own.zip", tmp_path / "without.zip"
    assert run("evidence", "gallium", *CONTEXT, "-o", own).code == 0
    assert run("evidence", "gallium", *CONTEXT, "--without-own", "-o", without).code == 0
    assert "entries.json" in parts_of(own.read_bytes()) and "entries.json" not in parts_of(
        without.read_bytes()
    )
    assert run("own", "entry", "all", "remove").code in (0, 2)
    code, out, _ = run("verify", own)
    assert code == 0 and "rests on 1 entry of a user" in out and "Announcement 99 of 2024" in out
    assert run("verify", without).code == 0 and "entry of a user" not in run("verify", without).out


@pytest.mark.skipif(sys.platform == "win32", reason="the test uses SIGKILL")
def test_a_killed_command_leaves_the_old_or_the_new_file(
    edition_option: tuple[str, str], file: Path, tmp_path: Path
) -> None:
    target, chance = tmp_path / "target.zip", random.Random(3)
    old = packed({**parts_of(file.read_bytes()), "README.txt": b"old\n"})
    command = [sys.executable, "-m", "explorer", *edition_option, "evidence", "gallium", *CONTEXT]
    found = set()
    for number in range(KILLS):
        target.write_bytes(old)
        with subprocess.Popen(
            [*command, "-o", str(target), "--force"], cwd=ROOT, stdout=subprocess.DEVNULL
        ) as process:
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline and process.poll() is None and not unfinished(tmp_path):
                time.sleep(0.0005)
            time.sleep(chance.uniform(0, 0.002) * (number % 3))
            process.send_signal(signal.SIGKILL)
        found.add(target.read_bytes())
        assert found <= {old, file.read_bytes()}
    assert run_again(command, target) == file.read_bytes() and not unfinished(tmp_path)


def unfinished(folder: Path) -> list[Path]:
    return list(folder.glob(".minor-metals-*.part"))


def run_again(command: list[str], target: Path) -> bytes:
    """Write the file without interruption, which also removes what the killed commands left."""
    subprocess.run([*command, "-o", str(target), "--force"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return target.read_bytes()

"""The command line: a summary, or every fault on a line of its own."""

from pathlib import Path

import pytest

import db.__main__ as command
import db.build as builder
from db.faults import DataFaultsError, Fault


def test_a_build_prints_rows_and_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(output: Path) -> dict[str, int]:
        output.write_bytes(bytes(1_200_000))
        return {"metals": 79, "uses": 547}

    monkeypatch.setattr(command, "build", write)
    output = tmp_path / "metals.db"
    assert command.main(["--out", str(output)]) == 0
    first, second, last = capsys.readouterr().out.splitlines()
    assert (first.split(), second.split()) == (["metals", "79"], ["uses", "547"])
    assert last == f"{output}: 1.2 MB"


def test_faults_go_to_stderr_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = [Fault("a.csv", 2, "c", "v", "One."), Fault("b.csv", 0, "", "", "Two.")]

    def fail(output: Path) -> dict[str, int]:
        raise DataFaultsError(faults)

    monkeypatch.setattr(command, "build", fail)
    assert command.main(["--out", str(tmp_path / "metals.db")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == ["a.csv:2: c 'v': One.", "b.csv: Two."]


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(builder, "read_all", lambda folder: {})
    monkeypatch.setattr(builder.check, "check", lambda sheets: [])
    assert command.main(["--out", str(tmp_path / "file" / "metals.db")]) == 1
    assert str(tmp_path / "file") in capsys.readouterr().err

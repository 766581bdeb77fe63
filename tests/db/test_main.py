"""The command line: a summary, or every fault on a line of its own."""

import json
from pathlib import Path

import pytest

import db.__main__ as command
import db.build as builder
from db.csv_tables import DATA
from db.faults import DataFaultsError, Fault
from db.schema import SCHEMA_VERSION


def written(output: Path, facts: Path) -> dict[str, int]:
    """Replace the build of a data file."""
    output.write_bytes(bytes(1_200_000))
    return {"metals": 79, "uses": 547}


def test_a_build_prints_rows_and_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "build", written)
    output = tmp_path / "metals.db"
    assert command.main(["--out", str(output)]) == 0
    first, second, last = capsys.readouterr().out.splitlines()
    assert (first.split(), second.split()) == (["metals", "79"], ["uses", "547"])
    assert last == f"{output}: 1.2 MB"


@pytest.mark.parametrize("has_facts", [True, False])
def test_the_facts_are_read_from_the_named_folder_or_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_facts: bool
) -> None:
    asked: list[Path] = []

    def build(output: Path, facts: Path) -> dict[str, int]:
        asked.append(facts)
        return written(output, facts)

    monkeypatch.setattr(command, "build", build)
    more = ["--facts", str(tmp_path)] if has_facts else []
    assert command.main(["--out", str(tmp_path / "metals.db"), *more]) == 0
    assert asked == [tmp_path if has_facts else DATA]


def test_the_description_is_written_with_the_default_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, description = tmp_path / "metals.db", tmp_path / "tables.json"
    monkeypatch.setattr(command, "build", written)
    monkeypatch.setattr(command, "DEFAULT_OUTPUT", usual)
    monkeypatch.setattr(command, "DEFAULT_DESCRIPTION", description)
    assert command.main(["--out", str(tmp_path / "other.db")]) == 0
    assert not usual.exists() and not description.exists()
    assert command.main([]) == 0
    assert usual.exists()
    assert json.loads(description.read_text(encoding="utf-8"))["schema"] == SCHEMA_VERSION


def test_faults_go_to_stderr_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = [Fault("a.csv", 2, "c", "v", "One."), Fault("b.csv", 0, "", "", "Two.")]

    def fail(output: Path, facts: Path) -> dict[str, int]:
        raise DataFaultsError(faults)

    description = tmp_path / "tables.json"
    monkeypatch.setattr(command, "build", fail)
    monkeypatch.setattr(command, "DEFAULT_DESCRIPTION", description)
    assert command.main([]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == ["a.csv:2: c 'v': One.", "b.csv: Two."]
    assert not description.exists()


def test_a_folder_that_cannot_be_created_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(builder, "read_all", lambda folder: {})
    monkeypatch.setattr(builder.check, "check", lambda tables: [])
    assert command.main(["--out", str(tmp_path / "file" / "metals.db")]) == 1
    assert str(tmp_path / "file") in capsys.readouterr().err

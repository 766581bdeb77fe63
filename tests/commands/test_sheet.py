"""`minor-metals sheet`: files, names, folders, faults and exit codes."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.data.context import Context
from explorer.data.store import Store
from explorer.factsheet.drawing.page import render
from tests.commands.running import Run

CONTEXT = ("--on", "2026-11-24", "--to", "USA")
NAME = "antimony-fact-sheet-2026-11-24.pdf"


def test_a_file_has_the_bytes_that_the_window_writes(
    run: Run, qtbot: QtBot, tmp_path: Path, store: Store
) -> None:
    today = Context(date(2026, 11, 24), "CHN", "USA")
    target = tmp_path / "sheet.pdf"
    outcome = run("sheet", "antimony", *CONTEXT, "-o", target)
    assert outcome == (0, f"{target}\n", "")
    assert target.read_bytes() == render(store, "antimony", today, "a4")
    assert run("sheet", "锑", *CONTEXT, "--paper", "letter", "-o", target, "--force").code == 0
    assert target.read_bytes() == render(store, "antimony", today, "letter")


def test_the_name_by_default(run: Run, qtbot: QtBot, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("sheet", "Sb", *CONTEXT).code == 0
    assert run("sheet", "gallium", *CONTEXT, "-o", tmp_path).code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == [NAME, "gallium-fact-sheet-2026-11-24.pdf"]


def test_an_existing_file_needs_force(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / NAME
    target.write_bytes(b"mine")
    code, _, err = run("sheet", "antimony", *CONTEXT, "-o", target)
    assert code == 2 and "--force" in err and target.read_bytes() == b"mine"
    assert run("sheet", "antimony", *CONTEXT, "-o", target, "--force").code == 0
    assert target.read_bytes().startswith(b"%PDF") and [p.name for p in tmp_path.iterdir()] == [NAME]


def test_a_failure_of_one_does_not_stop_the_others(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"mine")
    code, out, err = run("sheet", "antimony", "galium", "cesium", *CONTEXT, "-o", tmp_path)
    assert code == 2 and out == f"{tmp_path / 'cesium-fact-sheet-2026-11-24.pdf'}\n"
    assert "--force" in err and "Did you mean Gallium" in err and "1 of 3 fact sheets written" in err
    assert (tmp_path / NAME).read_bytes() == b"mine"


def test_an_unknown_name_among_several_is_not_found(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    code, out, err = run("sheet", "galium", "cesium", *CONTEXT, "-o", tmp_path)
    assert code == 1 and "cesium-fact-sheet" in out and "Did you mean Gallium" in err


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        (("galium",), 1, "Did you mean Gallium"),
        ((), 2, "METAL"),
        (("gallium", "-o", "sheet.png"), 2, "must end in .pdf"),
        (("gallium", "germanium", "-o", "sheet.pdf"), 2, "folder"),
        (("gallium", "-o", "missing/deep/"), 2, "folder"),
        (("gallium", "--paper", "a5"), 2, "letter"),
        (("gallium", "--on", "x"), 2, "Try 10 Dec 2024 or 2024-12-10"),
        (("gallium", "--to", "Atlantis"), 2, "destination"),
    ],
)
def test_errors(
    run: Run, qtbot: QtBot, tmp_path: Path, monkeypatch, argv: tuple[str, ...], code: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run("sheet", *argv)
    assert outcome.code == code and message in outcome.err and outcome.out == ""
    assert not list(tmp_path.iterdir())


def test_a_metal_that_is_named_twice_has_one_sheet(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "one.pdf"
    assert run("sheet", "antimony", "Sb", "锑", *CONTEXT, "-o", target) == (0, f"{target}\n", "")

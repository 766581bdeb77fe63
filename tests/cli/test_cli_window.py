"""No command: the window, or one sentence."""

import sys
from argparse import Namespace
from datetime import date
from types import ModuleType

import pytest

from explorer.commands import window
from explorer.commands.display import Display
from tests.cli.running import Run


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Namespace]:
    """The arguments with which a window would have been opened."""
    seen: list[Namespace] = []
    app = ModuleType("explorer.app")
    app.run = lambda args: seen.append(args) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "explorer.app", app)
    monkeypatch.setattr(window, "find_display", lambda: Display("offscreen", "a test", ""))
    return seen


def test_the_window_gets_ids_and_a_day(run: Run, opened: list[Namespace]) -> None:
    code = run(
        "--metal", "镓", "--on", "2024-12-10", "--to", "us", "--from", "China", "--tab", "controls"
    ).code
    (args,) = opened
    assert code == 0
    assert (args.metal, args.on, args.to, args.origin, args.tab) == (
        "gallium", date(2024, 12, 10), "USA", "CHN", "controls",
    )  # fmt: skip


def test_the_window_opens_without_wishes(run: Run, opened: list[Namespace]) -> None:
    assert run().code == 0
    assert (opened[0].metal, opened[0].on, opened[0].to, opened[0].data) == (None, None, None, None)


def test_a_broken_data_file_is_left_to_the_window(run: Run, opened: list[Namespace], foreign: object) -> None:
    assert run("--data", str(foreign), "--metal", "gallium").code == 0
    assert opened[0].data == str(foreign)


def test_faults_are_told_before_a_window_opens(run: Run, opened: list[Namespace]) -> None:
    assert run("--metal", "galium").code == 1
    assert run("--on", "today").code == 2
    assert run("--to", "nowhere").code == 2
    assert run("--tab", "nothing").code == 2
    assert opened == []


def test_no_display(run: Run, opened: list[Namespace], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "find_display", lambda: Display("none", "", "there is no display"))
    code, out, err = run()
    assert (code, out) == (2, "") and opened == []
    assert err.count("\n") == 1 and "there is no display" in err
    for command in ("list", "show", "status", "check", "search", "sources", "export", "sheet", "doctor"):
        assert command in err

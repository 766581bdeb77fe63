"""Every argument, however odd, is answered by a result or one sentence."""

import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from explorer.cli import main
from explorer.commands.support import arguments, registry
from explorer.process import display, single_instance
from explorer.process.display import Display
from tests.commands.running import Run

CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ODD = (
    "",
    "--",
    "-",
    "=",
    "-1",
    "a\0b",
    "\udcff\ud800",
    "a\nb\t\x1b[31m\u202e",
    "9" * 400,
    f"{'9' * 400}x{'9' * 400}mm",
    "1e999",
    "٣",
    "x" * 100_000,
    "~nobody-of-this-name/a.png",
    "%s {} $(id) ' \"",
    "0001-01-01",
    "minor-metals:\udcff?to=\0",
)
FIRST = {
    "show": ("gallium",),
    "status": ("gallium",),
    "check": ("811292",),
    "search": ("gallium",),
    "export": ("gallium", "--chart", "price", "-o", "a.csv", "--force"),
    "sheet": ("nothing-of-this-name",),
    "own": ("list",),
    "parts": ("list",),
}
# The commands without another option that takes a value.
ONLY_DATA = ("sources", "own", "data", "parts", "mcp", "verify")
WITHOUT = ("doctor",)  # takes seconds, and no words


def options(command: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the options of a command, or of the program, that take a value."""
    main([command, "--help"] if command else ["--help"])
    text = capsys.readouterr().out
    usage = " ".join(text.partition("\n\n")[0].split())
    return sorted(set(re.findall(r"\[(--?[a-z-]+) [A-Z{]", usage)))


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Run in a folder of its own, without a window."""
    app = ModuleType("explorer.app")
    app.run = lambda _launch, _report: 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "explorer.app", app)
    monkeypatch.setattr(display, "find_display", lambda: Display("offscreen", "a test", ""))
    monkeypatch.setattr(single_instance, "instance_address", lambda *_: None)
    monkeypatch.chdir(tmp_path)
    yield


def judge(run: Run, *argv: str) -> None:
    code, out, err = run(*argv)
    words = [word[:60] for word in argv]
    assert code in (0, 1, 2), words
    assert not CONTROLS.search(out + err), words
    assert len(err) < 4_000, words
    if code == 2:
        assert out == "" and err.startswith("minor-metals: ") and err.count("\n") == 1, (words, err[:400])


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("command", ["", *(c for c in registry.NAMES if c not in WITHOUT)])
def test_an_odd_argument_is_answered_in_a_sentence(
    run: Run, capsys: pytest.CaptureFixture[str], command: str, odd: str
) -> None:
    first = (command, *FIRST.get(command, ())) if command else ()
    taking_values = options(command, capsys)
    assert "--data" in taking_values and (command in ONLY_DATA or len(taking_values) > 1)
    for option in taking_values:
        alone = first[:1] if option == "--file" else first
        judge(run, *alone, f"{option}={odd}")
        judge(run, *alone, option, odd)
    judge(run, *first[:1], odd)
    judge(run, *first[:1], "--", odd)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("action", ["list", "add", "remove", "watch", "unwatch", "export", "import"])
def test_an_odd_argument_of_an_action_is_answered_in_a_sentence(run: Run, action: str, odd: str) -> None:
    judge(run, "own", action, odd)
    judge(run, "own", action, "--", odd)
    if action == "add":
        Path("a.csv").write_text("date,USD/kg\n2026-11-27,5\n")
        for option in ("--metal", "--update", "--series", "--sheet", "--dates", "--decimal"):
            judge(run, "own", "add", "a.csv", option, odd)
        for option in ("--name", "--unit", "--currency"):
            judge(run, "own", "add", "a.csv", "--metal", "tin", f"{option}={odd}")


@pytest.mark.parametrize("odd", ["", "=", "\udcff", "a\nb", "x" * 100_000])
@pytest.mark.parametrize("flag", ["--json", "--log", "--version", "--new-window", "--self-test", "--none"])
def test_a_flag_with_a_value_is_refused_in_a_sentence(run: Run, flag: str, odd: str) -> None:
    code, out, err = run(f"{flag}={odd}")
    assert (code, out) == (2, "") and err.count("\n") == 1 and not CONTROLS.search(err)


@pytest.mark.parametrize("option", ["--to", "--on", "--size", "--chart", "--output", "-o", "--since"])
def test_two_dashes_are_not_a_value(run: Run, option: str) -> None:
    code, _, err = run("export", "gallium", f"{option}=--")
    assert code == 2 and f"{option} needs a value" in err


def test_an_unknown_command_runs_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("docter").code == 2
    monkeypatch.setattr(arguments, "read", lambda *_: Namespace(command="docter", self_test=False))
    with pytest.raises(ModuleNotFoundError):
        run("docter")

"""The commands: their modules, the parser, the help, the README and the message without a display agree."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

import pytest

from explorer import commands
from explorer.commands.support import arguments, registry
from tests.commands.running import Run

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ALL = (*registry.NAMES, registry.SELF_TEST, registry.WINDOW)
STATUS = ("status", "gallium", "--on", "2026-11-24")
IMPORTED = "print([n for n in sys.modules if n.startswith('explorer.commands.')], file=sys.stderr)"


def readme_commands() -> list[list[str]]:
    """Return the words after `minor-metals` of each line of shell in the README."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("minor-metals ")]
    return [shlex.split(line)[1:] for line in lines]


def imported_commands(*words: str) -> set[str]:
    """Return the names of the command modules that a run of the program imports."""
    code = f"import sys; from explorer.cli import main; main(sys.argv[1:]); {IMPORTED}"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    names = re.findall(r"explorer\.commands\.(\w+)'", done.stderr.splitlines()[-1])
    return {name.replace("_", "-") for name in names} & set(ALL)


def test_each_module_is_the_command_of_its_name() -> None:
    modules = {m.name.replace("_", "-") for m in iter_modules(commands.__path__) if not m.ispkg}
    assert modules == set(ALL)
    for name in ALL:
        command = registry.load(name)
        assert command.name == name and command.help


def test_only_the_window_needs_a_display() -> None:
    assert [name for name in ALL if registry.load(name).needs_display] == [registry.WINDOW]
    assert registry.without_display() == registry.NAMES


def test_the_help_lists_every_command_in_order(run: Run) -> None:
    text = run("--help").out
    lines = re.findall(r"^    ([\w-]+)  +(\S.*)", text[text.index("\ncommands:") :], re.MULTILINE)
    assert [name for name, _ in lines] == list(registry.NAMES)
    for name, start in lines:
        assert registry.load(name).help.startswith(start)
    assert "--self-test" in text


@pytest.mark.parametrize("name", registry.NAMES)
def test_every_command_has_a_help_of_its_own(run: Run, name: str) -> None:
    code, text, err = run(name, "--help")
    assert (code, err) == (0, "") and text.startswith(f"usage: minor-metals {name} ")
    assert "--json" in text and "--data FILE" in text


def test_the_readme_shows_every_command_with_valid_arguments() -> None:
    shown = readme_commands()
    parser = arguments.parser("0")
    assert {parser.parse_args(words).command for words in shown} == set(registry.NAMES)
    assert f"`minor-metals-explorer --{registry.SELF_TEST}`" in README


def test_a_command_imports_no_other_command() -> None:
    assert imported_commands(*STATUS) == {"status", registry.SELF_TEST, registry.WINDOW}
    assert imported_commands("sources", "--help") == {"sources", registry.SELF_TEST, registry.WINDOW}
    assert imported_commands("--version") == {registry.SELF_TEST, registry.WINDOW}


def test_a_start_without_arguments_imports_only_the_window() -> None:
    code = f"""
import sys
from types import ModuleType
from explorer.cli import main
from explorer.process import display, single_instance
display.find_display = lambda: display.Display("offscreen", "", "")
single_instance.instance_address = lambda *_: None
app = sys.modules["explorer.app"] = ModuleType("explorer.app")
app.run = lambda launch, report: 0
main([]); {IMPORTED}
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    names = set(re.findall(r"explorer\.commands\.([\w.]+)'", done.stderr))
    assert names == {"support", "support.interrupts", "support.terminal", "support.command", "window"}


def test_the_package_holds_every_module() -> None:
    """PyInstaller does not see modules that are imported by name."""
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    assert 'for path in sorted((ROOT / "explorer").rglob("*.py"))' in spec

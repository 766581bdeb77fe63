"""What commands print names no tab, page, menu or button: those are in the window."""

import csv
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.running import Run

QUESTIONS = Path(__file__).parents[1] / "data" / "finding"
OF_WINDOW = re.compile(
    r"\b(?:tab(?!=)|menu|button|click|dialog|page of (?:this|the))\b|see (?:Supply|Suppliers|Controls|Sources)\b"
)
COMMAND = re.compile(r"`(minor-metals [^`]+)`")


def questions() -> Iterator[str]:
    """The questions of testers, and some whose answers leave something out."""
    yield from (
        "what codes has gallium",
        "is 28259019 to the US controlled",
        "what changed in 2025",
        "which companies are named by announcement 1 of 2025",
        "what does germany depend on china for",
        "which companies make tungsten",
        "reserves of lithium",
    )
    with (QUESTIONS / "questions_by_testers.csv").open(encoding="utf-8", newline="") as file:
        yield from (row[0] for row in list(csv.reader(file))[1:])


def test_no_answer_on_the_command_line_names_what_is_in_the_window(run: Run) -> None:
    commands = set()
    for question in questions():
        outcome = run("ask", question, "--on", "2026-11-27")
        printed = outcome.out + outcome.err
        assert OF_WINDOW.search(printed) is None, question
        commands |= set(COMMAND.findall(printed))
    assert len(commands) > 4
    for command in commands:
        words = ["lithium" if word == "METAL" else word for word in shlex.split(command)[1:]]
        assert run(*words).code == 0, command


@pytest.mark.parametrize("words", [("search", "what codes has gallium"), ("check", "8112929010")])
def test_no_other_command_does_either(run: Run, words: tuple[str, ...]) -> None:
    assert OF_WINDOW.search(run(*words, "--on", "2026-11-27").out) is None

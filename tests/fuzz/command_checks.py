"""Runs a command inside the process and judges how it ended: with a result, or with one clear sentence."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from tests.fuzz.cases import ACCEPTED, FAILED, is_clear, refused

PREFIX = "minor-metals: "
HARMFUL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"\s*[=+@\uff1d\uff0b\uff0d\uff20\\-]")
NUMBER = re.compile(r"\s*[+-]?\d[\d.,\s]*(?:[eE][+-]?\d+)?\s*%?\s*", re.ASCII)


def run_command(words: Sequence[str], named: Path | None = None) -> tuple[str, str]:
    """Return how a command ended, and its last sentence, in which a path is replaced by `FILE`.

    A command that only writes sentences was refused; without a code of its own, each of its sentences must be clear.
    """
    from explorer.cli import main

    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(words))
    lines = [line.removeprefix(PREFIX) for line in err.getvalue().splitlines()]
    if named is not None:
        lines = [line.replace(str(named), "FILE").replace(named.name, "FILE") for line in lines]
    if code not in (0, 1, 2):
        return FAILED, f"The exit code is {code}."
    if HARMFUL.search(out.getvalue() + err.getvalue()):
        return FAILED, "The output has control characters."
    unclear = [line for line in lines if not is_clear(line)]
    if unclear:
        return FAILED, unclear[-1]
    if code == 2 and not out.getvalue():
        return refused(lines[-1] if lines else "")
    if not (out.getvalue() or lines):
        return FAILED, "There is no result and no sentence."
    return ACCEPTED, lines[-1] if lines else ""


def harm_in_csv(text: str, delimiter: str) -> str:
    """Return the first cell of a CSV file that a spreadsheet runs or a display obeys, empty for none."""
    csv.field_size_limit(10_000_000)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        for cell in row:
            if HARMFUL.search(cell) or (FORMULA.match(cell) and not NUMBER.fullmatch(cell)):
                return cell[:80]
    return ""


def harm_in_workbook(path: Path) -> str:
    """Return what could run in a workbook, or the control characters in it, empty for none."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = archive.read(name).decode()
            found = re.search(r"<f>|<hyperlink|externalLink|_x000[0-9A-F]_", content) or HARMFUL.search(
                content
            )
            if found is not None:
                return f"{name}: {found[0]!r}"
    return ""

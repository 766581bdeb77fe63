"""Tables and JSON on standard output; widths count a Chinese character as two columns."""

import json
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from explorer.commands.support.terminal import one_line, unfiltered, warn
from explorer.data.numbers import THIN, exact, percent
from explorer.data.writing.csv_file import csv_notes, csv_text
from explorer.errors import visible
from explorer.language import gettext

GAP = "  "
MIN_LAST_COLUMN = 24
BAR = 30


def display_width(text: str) -> int:
    """Return the width of a text in columns of a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def pad(text: str, width: int, right: bool = False) -> str:
    """Return the text filled with blanks up to a width in columns."""
    blanks = " " * max(0, width - display_width(text))
    return blanks + text if right else text + blanks


def table(header: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Return rows under a header, aligned; `right` names the columns of numbers.

    On a terminal the last column is wrapped to its width; into a pipe every row is one line.
    """
    cells = [[" ".join(visible(str(cell)).split()) for cell in row] for row in rows]
    numbers = set(right)
    widths = [max(map(display_width, column)) for column in zip(header, *cells, strict=True)]
    lines = [_line(header, widths, numbers), _line(["-" * w for w in widths], widths, numbers)]
    space = _width_of_last(widths)
    if space is not None:
        lines[1] = _line([*("-" * w for w in widths[:-1]), "-" * min(widths[-1], space)], widths, numbers)
    for row in cells:
        first, *more = wrap(row[-1], space) if space is not None else [row[-1]]
        lines.append(_line([*row[:-1], first], widths, numbers))
        indent = " " * sum(w + len(GAP) for w in widths[:-1])
        lines += [indent + part for part in more]
    return "\n".join(lines)


def section(heading: str, text: str) -> str:
    """Return a text under an underlined heading."""
    return f"{heading}\n{'=' * display_width(heading)}\n{text}"


def _line(cells: Sequence[str], widths: Sequence[int], right: set[int]) -> str:
    return GAP.join(
        pad(c, w, i in right) for i, (c, w) in enumerate(zip(cells, widths, strict=True))
    ).rstrip()


def _width_of_last(widths: Sequence[int]) -> int | None:
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    columns = shutil.get_terminal_size().columns
    return max(MIN_LAST_COLUMN, columns - sum(w + len(GAP) for w in widths[:-1]))


def wrap(text: str, width: int) -> list[str]:
    """Return a text as lines of at most a width in columns, broken at blanks."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if display_width(longer) <= width or not line:
            line = longer
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def print_json(value: Any) -> None:
    """Print a value as JSON; where the output is not UTF-8, in ASCII, so that no character is lost."""
    unicode_output = "utf" in (getattr(sys.stdout, "encoding", None) or "").lower()
    print(json.dumps(value, ensure_ascii=not unicode_output, indent=2))


def print_csv(header: Sequence[str], rows: Iterable[Sequence[object]], notes: Iterable[str] = ()) -> None:
    """Print rows under notes and a header as CSV; an unknown value is an empty cell."""
    sys.stdout.write(csv_notes(notes) + csv_text(header, rows))


def unknown() -> str:
    """Return the word for a figure or text that is not known."""
    return gettext("unknown")


def plain(text: str) -> str:
    """Return a text with plain blanks in place of the thin ones of numbers."""
    return text.replace(THIN, " ")


def number(value: float | None) -> str:
    """Return a figure with one decimal from 1000 on and six significant digits below, or `unknown`."""
    if value is None:
        return unknown()
    return plain(exact(round(value, 1) if abs(value) >= 1000 else float(f"{value:.6g}")))


def share(value: float | None) -> str:
    """Return a share in per cent, or `unknown`."""
    return unknown() if value is None else plain(percent(value))


class FileReport(Struct, frozen=True):
    """A file, or the reason why it was not written; `failed` is False where the data do not exist.

    `left_out` holds sentences, with their subject, on what the file does not show.
    """

    path: Path | None
    reason: str = ""
    failed: bool = False
    left_out: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain values; `left_out` only where it is not empty."""
        values: dict[str, Any] = {"file": str(self.path) if self.path else None}
        values["fault"] = None if self.path else self.reason
        return values | ({"left_out": list(self.left_out)} if self.left_out else {})


class FileCounts(Struct, frozen=True):
    """The texts on counts of files: of those done and all, and of those written, all, and not available."""

    progress: Callable[[int, int], str]
    summary: Callable[[int, int, int], str]


def print_files(
    reports: Iterable[FileReport], total: int, counts: FileCounts, as_json: bool = False
) -> tuple[int, int]:
    """Print each file, or why it was not written, and the count; return the numbers of files written and failed.

    JSON is one list of `{file, fault}` at the end.
    """
    written = failed = 0
    listed: list[dict[str, Any]] = []
    progress = Progress(total)
    for count, report in enumerate(reports, start=1):
        progress.clear()
        if report.path is not None:
            written += 1
            if not as_json:
                print(one_line(str(report.path)))
        else:
            failed += report.failed
            warn(report.reason)
        for sentence in report.left_out:
            warn(sentence)
        listed.append(report.as_dict())
        progress.show(count, counts.progress(count, total))
    progress.clear()
    if as_json:
        print_json(listed)
    warn(counts.summary(written, total, total - written - failed))
    return written, failed


class Progress:
    """A progress bar on stderr, where that is a terminal."""

    def __init__(self, total: int) -> None:
        self._total = max(total, 1)
        self._terminal = unfiltered(sys.stderr) if sys.stderr is not None and sys.stderr.isatty() else None
        self._shown = ""

    def show(self, done: int, label: str) -> None:
        """Draw the part of the total that is done, followed by a label."""
        if self._terminal is not None:
            part = min(1.0, done / self._total)
            filled = round(part * BAR)
            line = f"\r[{'#' * filled}{'.' * (BAR - filled)}] {part:4.0%}  {label}"
            if line != self._shown:
                self._shown = line
                self._terminal.write(line)
                self._terminal.flush()

    def clear(self) -> None:
        """Remove the bar."""
        if self._terminal is not None:
            self._terminal.write("\r" + " " * (BAR + 40) + "\r")
            self._terminal.flush()

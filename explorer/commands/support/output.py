"""Tables and JSON on standard output; widths count a Chinese character as two columns."""

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.commands.support.terminal import one_line, unfiltered, visible, warn
from explorer.data.numbers import THIN, percent

UNKNOWN = "unknown"
GAP = "  "
MIN_LAST_COLUMN = 24
BAR = 30


def display_width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def pad(text: str, width: int, right: bool = False) -> str:
    """Fill the text with blanks up to a width in columns."""
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
    room = _room_for_last(widths)
    if room is not None:
        lines[1] = _line([*("-" * w for w in widths[:-1]), "-" * min(widths[-1], room)], widths, numbers)
    for row in cells:
        first, *more = wrap(row[-1], room) if room is not None else [row[-1]]
        lines.append(_line([*row[:-1], first], widths, numbers))
        indent = " " * sum(w + len(GAP) for w in widths[:-1])
        lines += [indent + part for part in more]
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int], right: set[int]) -> str:
    return GAP.join(
        pad(c, w, i in right) for i, (c, w) in enumerate(zip(cells, widths, strict=True))
    ).rstrip()


def _room_for_last(widths: Sequence[int]) -> int | None:
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    columns = shutil.get_terminal_size().columns
    return max(MIN_LAST_COLUMN, columns - sum(w + len(GAP) for w in widths[:-1]))


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most a width in columns, at blanks where there are any."""
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


def number(value: float | None, digits: int = 6) -> str:
    """Return a figure with thousands apart and no more digits than it has; an unknown one says so."""
    if value is None:
        return UNKNOWN
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.{digits}g}" if abs(value) < 1000 else f"{value:,.1f}"


def share(value: float | None) -> str:
    """Return a share as charts have it, with blanks that every terminal knows; an unknown one says so."""
    return UNKNOWN if value is None else percent(value).replace(THIN, " ")


@dataclass(frozen=True, slots=True)
class FileReport:
    """A file, or the reason why there is none; `failed` tells a fault from a file that is not available.

    `left_out` are sentences, with their subject, on what the file does not show.
    """

    path: Path | None
    reason: str = ""
    failed: bool = False
    left_out: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values; `left_out` only where there is something to say."""
        found: dict[str, Any] = {"file": str(self.path) if self.path else None}
        found["fault"] = None if self.path else self.reason
        return found | ({"left_out": list(self.left_out)} if self.left_out else {})


def tell_files(
    reports: Iterable[FileReport], total: int, noun: str, as_json: bool = False
) -> tuple[int, int]:
    """Print each file, or why there is none, and the count; return how many were written and how many failed.

    As JSON it is one list of `{file, fault}` at the end.
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
        progress.show(count, f"{count} of {total} {noun}")
    progress.clear()
    if as_json:
        print_json(listed)
    lacking = total - written - failed
    rest = f", {lacking} not available" if lacking > 0 else ""
    warn(f"{written} of {total} {noun} written{rest}.")
    return written, failed


class Progress:
    """A progress bar on stderr, where that is a terminal."""

    def __init__(self, total: int) -> None:
        self._total = max(total, 1)
        self._terminal = unfiltered(sys.stderr) if sys.stderr is not None and sys.stderr.isatty() else None

    def show(self, done: int, words: str) -> None:
        """Draw how much of the total is done, with a few words beside it."""
        if self._terminal is not None:
            part = min(1.0, done / self._total)
            filled = round(part * BAR)
            self._terminal.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {part:4.0%}  {words}")
            self._terminal.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self._terminal is not None:
            self._terminal.write("\r" + " " * (BAR + 40) + "\r")
            self._terminal.flush()

"""This checkout against an older commit, alternately in one run, so that noise of the machine affects both.

    python -m tests.benchmarks.compare [COMMIT] [--rounds N]

COMMIT is the one that BASELINE.md records where none is given. Its tree is laid out in a temporary folder, with a
data file built from its own facts; this checkout is measured with the data file it has. The window is watched on a
virtual screen of its own, which needs Xvfb and xwininfo; without them the start is left out.
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.start import PIXELS, ROOT, Screen
from tests.real_window import start_screen

BASELINE = Path(__file__).with_name("BASELINE.md")
WORKER = Path(__file__).with_name("worker.py")
PARTS = ("memory", "work", "processes")
# A round alternates many times, since a short pause of the machine affects only one of the two.
TURNS = ("start", *PARTS, *PARTS) * 2
ROUNDS = 7
INTERRUPTED = 130

Sample = dict[str, Any]


class Quantity(NamedTuple):
    """The name, the unit and the decimals of a row of the table."""

    name: str
    unit: str
    decimals: int


START = {
    "window": Quantity("Start to a visible window", "s", 3),
    "chart": Quantity("Start to the first painted chart", "s", 3),
    "window_memory": Quantity("Memory at that point", "MB", 1),
    "chart_processor": Quantity("Processor until the chart", "s", 2),
}
HEADLESS = {
    "memory": Quantity("Memory without a window, all metals read", "MB", 1),
    "search_median": Quantity("Search, median of the queries", "ms", 2),
    "search_worst": Quantity("Search, worst of the queries", "ms", 2),
    "status": Quantity("Status of all metals for one day", "ms", 2),
    "codes": Quantity("100,000 codes checked", "ms", 1),
    "load": Quantity("Measures and items loaded", "ms", 2),
    "status_command": Quantity("Command status gallium", "ms", 1),
    "list_command": Quantity("Command list --json", "ms", 1),
    "import": Quantity("Import of the command line", "ms", 2),
    "size": Quantity("Size of the data file", "MB", 2),
}
QUANTITIES = START | HEADLESS


@dataclass(frozen=True)
class Tree:
    """A checkout of the program, and how the worker is started in it."""

    name: str
    folder: Path

    @cached_property
    def about(self) -> dict[str, Any]:
        """The calls that fit the checkout, and the command line of its window."""
        return self._ask("which")

    @property
    def window(self) -> list[str]:
        """The command that opens the window."""
        return [sys.executable, *self.about["window"]]

    def measure(self, part: str, *effort: str) -> Sample:
        """Return the measurements of one part by the worker."""
        return self._ask(part, "--calls", self.about["calls"], *effort)

    def build(self) -> None:
        """Build the data file with the checkout's own builder."""
        self._run(["-m", "db"])

    def _ask(self, *words: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self._run([str(WORKER), *words]))
        return answer

    def _run(self, words: Sequence[str]) -> str:
        # Modules are compiled in the warm-up round, as in an installed program.
        own = {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "", "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env={**os.environ, **own},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"The {self.name} tree could not be measured: {done.stderr.strip()}")
        return done.stdout


def main(argv: Sequence[str] | None = None) -> int:
    """Compare and print the table; an interruption leaves no files."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.compare", description="Compare this checkout with an older commit."
    )
    parser.add_argument("commit", nargs="?", help="the older commit; default: the one in BASELINE.md")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds that count (default: %(default)s)")
    args = parser.parse_args(argv)
    if args.rounds < 1:
        parser.error("--rounds must be 1 or more")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with worktree(args.commit or baseline_commit()) as (commit, folder):
            trees = Tree("old", folder), Tree("new", ROOT)
            report(f"Building the data file of {commit[:12]}")
            trees[0].build()
            old, new = rounds(trees, args.rounds)
    except KeyboardInterrupt:
        report("Interrupted; the older tree is removed")
        return INTERRUPTED
    print(f"Old: {commit}. New: this checkout, {this_commit()}. Medians of {args.rounds} rounds.\n")
    print(table(medians(old), medians(new)))
    print(f"\nWorst query: old “{worst_query(old)}”, new “{worst_query(new)}”.")
    return 0


def baseline_commit() -> str:
    """Return the commit that BASELINE.md records, the first one named there in full."""
    results = re.search(r"\b[0-9a-f]{40}\b", BASELINE.read_text(encoding="utf-8"))
    if results is None:
        raise SystemExit("BASELINE.md names no commit in full: give one.")
    return results[0]


def this_commit() -> str:
    """Return the commit of this checkout, marked if files were changed since."""
    changed = git("status", "--porcelain", "--untracked-files=no")
    return git("rev-parse", "HEAD") + (" with changes" if changed else "")


def git(*words: str) -> str:
    """Return the output of git in this checkout."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"git {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout.strip()


@contextlib.contextmanager
def worktree(name: str) -> Iterator[tuple[str, Path]]:
    """Check out a commit in a temporary folder; yield its full name and the folder, and remove it afterwards."""
    commit = git("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    with tempfile.TemporaryDirectory(prefix="compare-") as temporary:
        folder = Path(temporary, "tree").resolve()
        try:
            git("worktree", "add", "--detach", str(folder), commit)
            yield commit, folder
        finally:
            # Twice for a checkout that git still holds locked, such as an unfinished one.
            for interruption in (signal.SIGINT, signal.SIGTERM):
                signal.signal(interruption, signal.SIG_IGN)
            words = ["git", "worktree", "remove", "--force", "--force", str(folder)]
            subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
            signal.signal(signal.SIGINT, signal.default_int_handler)


def rounds(trees: tuple[Tree, Tree], count: int) -> tuple[list[Sample], list[Sample]]:
    """Measure both checkouts alternately and return their samples; a first warm-up round does not count."""
    results: tuple[list[Sample], list[Sample]] = ([], [])
    with screens() as watched:
        for turn in range(count + 1):
            report(f"Round {turn} of {count}" if turn else "Warm-up round")
            for part in TURNS:
                for n in (0, 1) if turn % 2 else (1, 0):
                    if part != "start":
                        sample = trees[n].measure(part)
                    elif watched:
                        figures = watched[n].measure(trees[n].window, chart=True, tree=trees[n].folder)
                        sample = dict(zip(START, figures, strict=True))
                    else:
                        continue
                    if turn:
                        results[n].append(sample)
    return results


@contextlib.contextmanager
def screens() -> Iterator[tuple[Screen, ...]]:
    """Yield a screen for each checkout: one display, but separate home folders and settings."""
    if missing := [name for name in ("Xvfb", "xwininfo") if not shutil.which(name)]:
        report(f"The start is left out: {' and '.join(missing)} not results")
        yield ()
        return
    with tempfile.TemporaryDirectory(prefix="compare-") as temporary:
        display, screen = start_screen(Path(temporary))
        try:
            homes = [Path(temporary, name) for name in ("old", "new")]
            for home in homes:
                home.mkdir(mode=0o700)
            yield tuple(Screen(display, home, Path(temporary, PIXELS)) for home in homes)
        finally:
            screen.terminate()
            screen.wait()


def medians(samples: Sequence[Sample]) -> dict[str, float]:
    """Return the median of every quantity that was measured; a sample holds some of them."""
    queries = _queries(samples)
    results = {"search_median": statistics.median(queries.values()), "search_worst": max(queries.values())}
    for name in QUANTITIES:
        if values := [s[name] for s in samples if name in s]:
            results[name] = statistics.median(values)
    return results


def worst_query(samples: Sequence[Sample]) -> str:
    """Return the slowest query."""
    queries = _queries(samples)
    return max(queries, key=queries.__getitem__)


def _queries(samples: Sequence[Sample]) -> dict[str, float]:
    """Return the median of each query, so that a single pause of the machine does not make a query the slowest."""
    asked = [s["queries"] for s in samples if "queries" in s]
    return {text: statistics.median([times[text] for times in asked]) for text in asked[0]}


def table(old: Mapping[str, float], new: Mapping[str, float]) -> str:
    """Return the figures as a table: quantity, old, new, and the ratio of new to old."""
    rows = [("Quantity", "Unit", "Old", "New", "New/old")]
    for key, (name, unit, decimals) in QUANTITIES.items():
        if key in old and key in new:
            ratio = f"{new[key] / old[key]:.2f}" if old[key] else "-"
            rows.append((name, unit, f"{old[key]:,.{decimals}f}", f"{new[key]:,.{decimals}f}", ratio))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    sides = ("<", "<", ">", ">", ">")
    lines = [
        " | ".join(f"{cell:{side}{w}}" for cell, side, w in zip(row, sides, widths, strict=True))
        for row in rows
    ]
    rule = "|".join(
        "-" * (w + 1) + (":" if side == ">" else "-") for side, w in zip(sides, widths, strict=True)
    )
    return "\n".join([f"| {lines[0]} |", f"|{rule}|", *(f"| {line} |" for line in lines[1:])])


def report(text: str) -> None:
    """Report progress on standard error."""
    print(f"{text}.", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

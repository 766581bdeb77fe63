"""How much memory the open window holds while a reader goes from view to view and from metal to metal.

    python -m tests.benchmarks.memory [--steps 2000] [--file FILE] [--tracemalloc]

Each step shows another metal, tab, view, day or destination. A line is printed every 200 steps: the memory of the
process in MB, the objects of Python and the widgets. The last line says how much each 1,000 steps added in the second
half of the run, in which all views have been built; memory levels off where that is little. With --tracemalloc the
lines of code follow whose memory grew most in the second half.
"""

import argparse
import gc
import os
import random
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.models.view_request import TABS
from explorer.models.views import ALL_VIEWS
from explorer.ui.windows.main_window import MainWindow
from tests.fuzz.open_window import opened, settle

EVERY, MOST_ADDED = 200, 20.0  # MB for each 1,000 steps
DAY = date(2026, 10, 1)


def megabytes() -> float:
    """Return the memory that the process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def links(metals: list[str], chance: random.Random) -> Iterator[str]:
    """Yield links to metals and tabs, to views, and to both on other days and for other destinations."""
    while True:
        on = (DAY - timedelta(days=chance.randrange(2_000))).isoformat()
        to = chance.choice(("USA", "JPN", "DEU", "ALL"))
        if chance.random() < 0.7:
            yield f"minor-metals:{chance.choice(metals)}?tab={chance.choice(TABS)}&on={on}&to={to}"
        else:
            yield f"minor-metals:view/{chance.choice(ALL_VIEWS)}?on={on}&to={to}"


def run(window: MainWindow, steps: int, *, traced: bool) -> float:
    """Take the steps and print the memory; return the MB that each 1,000 steps of the second half added."""
    metals = list(window.workspace.shared.store.metals)
    wanted = links(metals, random.Random(1))
    half, snapshot = 0.0, None
    for step in range(1, steps + 1):
        window.open_link(next(wanted))
        settle()
        if step % EVERY == 0:
            gc.collect()
            found = f"{len(gc.get_objects()):9,} objects  {len(QApplication.allWidgets()):6,} widgets"
            print(f"{step:6,} steps  {megabytes():7.1f} MB  {found}", flush=True)
        if step == steps // 2:
            gc.collect()
            half = megabytes()
            snapshot = tracemalloc.take_snapshot() if traced else None
    gc.collect()
    if snapshot is not None:
        for line in tracemalloc.take_snapshot().compare_to(snapshot, "lineno")[:25]:
            print(line)
    return (megabytes() - half) / (steps - steps // 2) * 1_000


def main(arguments: list[str] | None = None) -> int:
    """Open a window and take the steps; return 1 where memory grows."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.memory")
    parser.add_argument("--steps", type=int, default=2_000)
    parser.add_argument("--file", type=Path, default=paths.data_file())
    parser.add_argument("--tracemalloc", action="store_true")
    options = parser.parse_args(arguments)
    if options.tracemalloc:
        tracemalloc.start()
    with opened(options.file) as (window, faults):
        added = run(window, options.steps, traced=options.tracemalloc)
        fault = faults.take()
    if fault:
        print(fault)
    print(f"Each 1,000 steps of the second half added {added:.1f} MB.")
    return int(bool(fault) or added > MOST_ADDED)


if __name__ == "__main__":
    sys.exit(main())

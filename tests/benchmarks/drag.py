"""How long each step takes while the as-of date is dragged over three years, in the views of the open window.

    python -m tests.benchmarks.drag [VIEW ...]

The times are of the processor. 60 steps a second are 16.7 ms a step; the window itself takes at most 25 a second.
"""

import statistics
import subprocess
import sys
import time
from datetime import date, timedelta

from explorer import paths
from tests.benchmarks.interactions import OPENED_WITH
from tests.benchmarks.views import opened_before

FIRST, STEP, STEPS = date(2024, 1, 1), timedelta(days=9), 120
VIEWS = ["today", "metals", "table", "timeline", "map", "compare", "stress", "codes", "claims", "changes"]


def measure(view: str) -> list[float]:
    """Open a view and return the milliseconds of each step, in order of length."""
    times = []
    with opened_before(view, paths.data_file()) as bench:
        state = bench.state
        for name, value in OPENED_WITH.get(view, {}).items():
            state.set_option(view, name, value)
        bench.open(view)
        for step in range(STEPS):
            begun = time.process_time()
            state.set_context(day=FIRST + step * STEP)
            bench.app.processEvents()
            times.append(1000 * (time.process_time() - begun))
    return sorted(times)


def main(views: list[str]) -> None:
    """Print median, 95th percentile and longest step of each view, each measured in a program of its own."""
    for view in views:
        command = [sys.executable, "-m", "tests.benchmarks.drag", "--child", view]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        steps = measure(sys.argv[2])
        parts = (statistics.median(steps), steps[int(0.95 * STEPS)], steps[-1])
        print(
            "{:10} median {:6.1f} ms, 95 % within {:6.1f} ms, longest {:6.1f} ms".format(sys.argv[2], *parts)
        )
    else:
        main(sys.argv[1:] or VIEWS)

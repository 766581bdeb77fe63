"""How long each step takes while something moves in the window: the as-of date, or the range of the timeline.

    python -m tests.benchmarks.drag [SUBJECT ...]

Subjects named after views drag the as-of date over three years; `map-controls` does so on the map of controls.
`timeline-pan` and `timeline-zoom` move and zoom the timeline, `paint-output` and `paint-controls` paint a whole map of
1440 by 900 pixels. Times are processor times. At 60 steps a second, the most that the window takes, a step has 16.7 ms.
"""

import math
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from types import MappingProxyType

from explorer import paths
from explorer.models.views import MAP_VIEW, TIMELINE_VIEW
from tests.benchmarks.interactions import OPENED_WITH
from tests.benchmarks.views import DAY, Bench, opened_before

FIRST, STEP, STEPS = date(2024, 1, 1), timedelta(days=9), 120
VIEWS = ("today", "metals", "table", "timeline", "map", "compare", "stress", "codes", "claims", "changes")
SIZE = 1440, 900

Step = Callable[[int], object]


def dragged(bench: Bench, view: str, **options: str) -> Iterator[Step]:
    """Drag the as-of date in a view."""
    bench.state.set_options(view, {**OPENED_WITH.get(view, {}), **options})
    bench.open(view)
    yield lambda n: bench.state.set_context(day=FIRST + n * STEP)


def timeline(bench: Bench, *, zooms: bool) -> Iterator[Step]:
    """Move a third of the timeline from side to side, or zoom around its middle."""
    from explorer.charts.zoom import Range

    bench.open(TIMELINE_VIEW)
    plot = bench.window.workspace.views.view(TIMELINE_VIEW).chart.view.plot
    whole = plot.limits

    def step(n: int) -> None:
        part = 0.55 + 0.45 * math.cos(n / 20) if zooms else 1 / 3
        at = 0.5 if zooms else 0.5 + math.sin(n / 20) / 3
        low = whole.low + whole.length * (at - part / 2)
        plot.set_range(Range(low, low + part * whole.length))

    yield step


def painted(bench: Bench, show: str) -> Iterator[Step]:
    """Repaint a whole map that has not changed."""
    from explorer.charts.builders.world_map import world_map
    from explorer.charts.plot.view import PlotView
    from explorer.charts.shapes import shape_of
    from explorer.data.context import Context

    shared = bench.window.workspace.shared
    chart = world_map(shared.store, "gallium", Context(DAY, destination="USA"), show)
    view = PlotView(shape_of(chart), shared.theme)
    view.resize(*SIZE)
    view.show()
    bench.measure(lambda: None)
    yield lambda n: view.viewport().repaint()
    view.close()


SUBJECTS: Mapping[str, Callable[[Bench], Iterator[Step]]] = MappingProxyType(
    {
        **{view: partial(dragged, view=view) for view in VIEWS},
        "map-controls": partial(dragged, view=MAP_VIEW, show="controls"),
        "timeline-pan": partial(timeline, zooms=False),
        "timeline-zoom": partial(timeline, zooms=True),
        "paint-output": partial(painted, show="output"),
        "paint-controls": partial(painted, show="controls"),
    }
)


def measure(subject: str) -> list[float]:
    """Return the milliseconds of each step of a subject, in order of length."""
    times = []
    with opened_before(subject, paths.data_file()) as bench:
        for step in SUBJECTS[subject](bench):
            for n in range(STEPS):
                begun = time.process_time()
                step(n)
                bench.app.processEvents()
                times.append(1000 * (time.process_time() - begun))
    return sorted(times)


def main(subjects: list[str]) -> None:
    """Print median, 95th percentile and longest step of each subject, each measured in a program of its own."""
    for subject in subjects:
        command = [sys.executable, "-m", "tests.benchmarks.drag", "--child", subject]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        steps = measure(sys.argv[2])
        parts = (statistics.median(steps), steps[int(0.95 * STEPS)], steps[-1])
        print(
            "{:14} median {:6.1f} ms, 95 % within {:6.1f} ms, longest {:6.1f} ms".format(sys.argv[2], *parts)
        )
    else:
        main(sys.argv[1:] or list(SUBJECTS))

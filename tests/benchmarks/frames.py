"""Frame times while a chart of very many points is moved and zoomed, on a virtual screen with software rendering.

    python -m tests.benchmarks.frames [POINTS ...]

Each frame moves or zooms the range, then paints the whole view. Needs Xvfb. 60 frames a second are 16.7 ms a frame.
"""

import math
import os
import statistics
import sys
import time

from tests.real_window import start_screen

SIZE = 1440, 900
STEPS = 120


def main(counts: list[int]) -> None:
    """Print median, 95th percentile and slowest frame for each number of points."""
    display, screen = start_screen()
    os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    try:
        measure(counts)
    finally:
        screen.terminate()
        screen.wait()


def measure(counts: list[int]) -> None:
    """Open a view for each number of points and move its range."""
    from PySide6.QtWidgets import QApplication

    from explorer.charts.plot.view import PlotView
    from explorer.charts.shapes import shape_of
    from explorer.palette import LIGHT
    from tests.charts import made

    application = QApplication.instance() or QApplication([])
    for count in counts:
        values = [50 + 30 * math.sin(n / count * 60) + n % 7 for n in range(count)]
        view = PlotView(shape_of(made.chart(made.series(values))), LIGHT)
        view.resize(*SIZE)
        view.show()
        settle(application)
        for name, step in (("move", move), ("zoom", zoom)):
            print(f"{count:>9,} points, {name}: {frames(application, view, step)}", flush=True)
        view.close()


def settle(application: object) -> None:
    """Let the window appear."""
    until = time.perf_counter() + 1.0
    while time.perf_counter() < until:
        application.processEvents()


def move(view: object, n: int) -> None:
    """Show a third of the chart, a little further at each step."""
    from explorer.charts.zoom import Range

    length, whole = view.limits.length / 3, view.limits
    low = whole.low + (whole.length - length) * (0.5 + 0.5 * math.sin(n / 20))
    view.set_range(Range(low, low + length))


def zoom(view: object, n: int) -> None:
    """Zoom in and out around the middle."""
    from explorer.charts.zoom import Range

    whole = view.limits
    half, middle = whole.length / 2 * (0.55 + 0.45 * math.cos(n / 20)), (whole.low + whole.high) / 2
    view.set_range(Range(middle - half, middle + half))


def frames(application: object, view: object, step: object) -> str:
    """Return the times of the frames in words."""
    times = []
    for n in range(STEPS):
        begun = time.perf_counter()
        step(view, n)
        application.processEvents()
        times.append(1000 * (time.perf_counter() - begun))
    times = sorted(times[5:])
    return (
        f"median {statistics.median(times):6.1f} ms, 95 % within {times[int(0.95 * len(times))]:6.1f} ms, "
        f"slowest {times[-1]:6.1f} ms"
    )


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or [1_000, 100_000, 1_000_000])

"""How long the views of the open window take: to their first paint, until they are filled, and for each interaction.

    python -m tests.benchmarks.views [--large] [VIEW ...]

With --large the data file has 5,000 metals and 1,000,000 prices. The times are of the processor, since machines are
shared; the last line names the worst interaction.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from explorer import paths
from explorer.app import make_application
from explorer.data.store import Store
from explorer.models.state import AppState
from explorer.models.views import ALL_VIEWS
from explorer.ui.windows.main_window import MainWindow
from tests.benchmarks.large_data import make_large

DAY = date(2026, 10, 1)
QUIET = 0.3  # seconds without work after which a view is filled
OPTIONS = {
    "compare": {"metals": "gallium,germanium,antimony,tungsten,bismuth,indium,cobalt,rhenium"},
    "stress": {"without": "CHN"},
    "codes": {"codes": "8112929010,3C001,2841801000,8112.92"},
}


class FirstPaint(QObject):
    """Notes the processor's time at which a widget of a view is first painted."""

    def __init__(self) -> None:
        super().__init__()
        self.at: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.at is None and event.type() == QEvent.Type.Paint:
            self.at = time.process_time()
        return False


def settle(app: QApplication) -> float:
    """Run events until nothing happens for a moment; return the processor's seconds, the moment left out."""
    begun = last = time.process_time()
    still = time.monotonic()
    while time.monotonic() - still < QUIET:
        app.processEvents()
        now = time.process_time()
        if now - last > 0.002:
            still = time.monotonic()
        last = now
        time.sleep(0.001)
    return last - begun


def measure(app: QApplication, work: Callable[[], object]) -> float:
    """Return the processor's milliseconds of an interaction until the window is quiet."""
    begun = time.process_time()
    work()
    app.processEvents()
    return 1000 * (time.process_time() - begun)


def view_times(app: QApplication, window: MainWindow, view: str) -> dict[str, float]:
    """Return the milliseconds of opening a view, and of what a reader does in it."""
    state = window.workspace.state
    for name, value in OPTIONS.get(view, {}).items():
        state.set_option(view, name, value)
    paint = FirstPaint()
    begun = time.process_time()
    state.set_view(view)
    page = window.workspace.views.view(view)
    assert isinstance(page, QWidget)
    page.installEventFilter(paint)
    (page.viewport() if isinstance(page, QScrollArea) else page).installEventFilter(paint)
    while paint.at is None:
        app.processEvents()
    found = {"first paint": 1000 * (paint.at - begun)}
    settle(app)
    found["filled"] = 1000 * (time.process_time() - begun)
    found["day"] = measure(app, lambda: state.set_context(day=DAY + timedelta(days=1)))
    settle(app)
    found["destination"] = measure(app, lambda: state.set_context(destination="DEU"))
    settle(app)
    bar = page.verticalScrollBar() if isinstance(page, QScrollArea) else None
    if bar is not None and bar.maximum() > 0:
        found["scroll"] = max(measure(app, lambda: bar.setValue(bar.value() + 120)) for _ in range(20))
        settle(app)
    state.set_context(day=DAY, destination="USA")
    settle(app)
    return found


def main(views: list[str], *, large: bool) -> None:
    """Open the window on the data and print the times of each view."""
    app = make_application()
    source = paths.data_file()
    with tempfile.TemporaryDirectory() as folder:
        file = make_large(source, Path(folder, "large.db")) if large else source
        with Store.open(file) as store:
            state = AppState("gallium")
            state.set_context(day=DAY, destination="USA")
            state.set_view("metals")
            window = MainWindow()
            window.populate(store, state)
            window.resize(1440, 900)
            window.show()
            settle(app)
            worst = (0.0, "")
            for view in views:
                found = view_times(app, window, view)
                print(
                    f"{view:10}",
                    "  ".join(f"{name} {value:7.1f}" for name, value in found.items()),
                    flush=True,
                )
                worst = max(
                    worst, *((value, f"{view}, {name}") for name, value in found.items() if name != "filled")
                )
            print(f"worst: {worst[1]}, {worst[0]:.0f} ms")
            window.close()


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    main(names or list(ALL_VIEWS), large="--large" in sys.argv)

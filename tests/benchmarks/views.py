"""How long the views of the open window take: to their first paint, until they are filled, and for each interaction.

    python -m tests.benchmarks.views [--large | --file FILE] [--runs N] [VIEW ...]

With --large the data file has 5,000 metals and 1,000,000 prices; FILE is another data file. Each view is measured in a
program of its own. The times are of the processor in all its threads, since machines are shared. Each interaction has
two: the longest time in which the window takes no event, from the interaction to the first paint after it or later, and
the time until the view is filled again. Of several runs, each figure is the least. The last line names the interaction
that keeps the window busy longest.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from explorer import paths
from explorer.app import load_fonts_and_icon, make_application
from explorer.data.store import Store
from explorer.models.state import AppState
from explorer.models.views import ALL_VIEWS, METALS_VIEW, TODAY_VIEW
from explorer.process.idle_collector import IdleCollector
from explorer.ui.windows.main_window import MainWindow
from tests.benchmarks.interactions import CHOICES, OPENED_WITH, TYPED
from tests.benchmarks.large_data import make_large

DAY = date(2026, 10, 1)
QUIET = 0.3  # seconds without work after which a view is filled
IDLE = 0.002  # processor seconds of a turn of the event loop without work
SCROLLED, STEP = 20, 120  # how often the page is scrolled, and by how many pixels
PALETTE = "palette"

Times = dict[str, tuple[float, float]]  # milliseconds of each interaction: without an answer, until filled


class PaintWatch(QObject):
    """Notes the processor's time at which the window has painted itself for the first time since `begin`."""

    _AFTER = QEvent.Type(QEvent.registerEventType())

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at: float | None = None
        window.installEventFilter(self)

    def begin(self) -> None:
        """Wait for the next paint."""
        self.at = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.at is None and event.type() == QEvent.Type.UpdateRequest:
            QCoreApplication.postEvent(self, QEvent(self._AFTER), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent) -> None:
        if self.at is None:
            self.at = time.process_time()


class Bench:
    """Measures interactions with a window."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self.app, self.window = app, window
        self.state = window.workspace.state
        self._paint = PaintWatch(window)

    def measure(self, work: Callable[[], object]) -> tuple[float, float]:
        """Return the milliseconds without an answer and those until the window is quiet, for an interaction."""
        self._paint.begin()
        begun = last = time.process_time()
        work()
        longest = time.process_time() - begun
        still = time.monotonic()
        while time.monotonic() - still < QUIET:
            turn = time.process_time()
            self.app.processEvents()
            now = time.process_time()
            longest = max(longest, now - turn)
            if now - turn > IDLE:
                still, last = time.monotonic(), now
            time.sleep(0.001)
        if self._paint.at is not None:
            longest = max(longest, self._paint.at - begun)
        return 1000 * longest, 1000 * (last - begun)

    def open(self, view: str) -> Times:
        """Open a view; return the times until it is painted, and those of filling it."""
        self._paint.begin()
        begun = time.process_time()
        self.state.set_view(view)
        while self._paint.at is None:
            self.app.processEvents()
        painted = 1000 * (self._paint.at - begun)
        longest, filled = self.measure(lambda: None)
        return {"first paint": (painted, painted), "filling": (longest, filled)}


def view_times(bench: Bench, view: str) -> Times:
    """Return the times of opening a view, and of what a reader does in it."""
    state = bench.state
    for name, value in OPENED_WITH.get(view, {}).items():
        state.set_option(view, name, value)
    found = bench.open(view)
    later = DAY + timedelta(days=1)
    found["day"] = bench.measure(lambda: state.set_context(day=later))
    found["destination"] = bench.measure(lambda: state.set_context(destination="DEU"))
    found["origin"] = bench.measure(lambda: state.set_context(origin="USA"))
    found["back"] = bench.measure(lambda: state.set_context(day=DAY, origin="CHN", destination="USA"))
    for name, chosen in CHOICES.get(view, {}).items():
        found[name] = bench.measure(partial(_choose, state, view, chosen))
    if view == METALS_VIEW:
        found["metal"] = bench.measure(lambda: state.set_metal("tungsten"))
        found["filter"] = max(
            bench.measure(lambda text=text: bench.window.workspace.list.filter.setText(text))
            for text in ("r", "ra", "rar", "")
        )
    page = bench.window.workspace.views.view(view)
    if isinstance(page, QScrollArea) and page.verticalScrollBar().maximum() > 0:
        bar = page.verticalScrollBar()
        bar.setValue(0)
        found["scroll"] = max(
            bench.measure(lambda: bar.setValue(bar.value() + STEP)) for _ in range(SCROLLED)
        )
    return found


def _choose(state: AppState, view: str, chosen: dict[str, str]) -> None:
    for name, value in chosen.items():
        state.set_option(view, name, value)


def palette_times(bench: Bench) -> Times:
    """Return the time of the slowest key for each text that is typed into the search."""
    search = bench.window.workspace.top.search
    found = {}
    for text in TYPED:
        search.clear()
        keys = [bench.measure(partial(search.insert, letter)) for letter in text]
        found[f"first key of “{text}”"] = keys[0]
        found[f"“{text}”"] = max(keys[1:])
    search.clear()
    return found


def measure(subject: str, file: Path) -> Times:
    """Open the window on a data file and return the times of a view, or of the palette."""
    with opened_before(subject, file) as bench:
        return palette_times(bench) if subject == PALETTE else view_times(bench, subject)


@contextmanager
def opened_before(subject: str, file: Path) -> Iterator[Bench]:
    """Open the window on a data file with another view than the one to measure, and wait until it is quiet."""
    app = make_application()
    load_fonts_and_icon(app)
    with Store.open(file, is_checked=True) as store:  # a large file is beyond the size that the check allows
        state = AppState("gallium")
        state.set_context(day=DAY, destination="USA")
        state.set_view(TODAY_VIEW if subject == METALS_VIEW else METALS_VIEW)
        window = MainWindow()
        window.populate(store, state)
        window.resize(1440, 900)
        window.show()
        bench = Bench(app, window)
        bench.measure(lambda: None)
        bench.measure(lambda: None)  # the figures of the list, which are read when the window is quiet
        IdleCollector(window).start()
        yield bench
        window.close()


def in_process(subject: str, file: Path) -> Times:
    """Return the times of a subject, measured in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.views", "--child", "--file", str(file), subject]
    kept = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # modules are compiled once, as in the program
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=kept).stdout
    found: Times = json.loads(answer.splitlines()[-1])
    return found


def least(runs: list[Times]) -> Times:
    """Return the least times of several runs."""
    return {name: (min(run[name][0] for run in runs), min(run[name][1] for run in runs)) for name in runs[0]}


def main(subjects: list[str], file: Path, runs: int) -> None:
    """Print the times of each view and the worst of all."""
    worst = (0.0, "")
    for subject in subjects:
        times = least([in_process(subject, file) for _ in range(runs)])
        texts = (f"{name} {longest:.0f}/{filled:.0f}" for name, (longest, filled) in times.items())
        print(f"{subject:10}", "  ".join(texts), flush=True)
        worst = max(worst, *((longest, f"{subject}, {name}") for name, (longest, _) in times.items()))
    print(f"worst: {worst[1]}, {worst[0]:.0f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--file", type=Path, default=paths.data_file())
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("subjects", nargs="*", metavar="VIEW")
    given = parser.parse_args()
    if given.child:
        print(json.dumps(measure(given.subjects[0], given.file)))
    else:
        with tempfile.TemporaryDirectory() as folder:
            data = make_large(given.file, Path(folder, "large.db")) if given.large else given.file
            main(given.subjects or [*ALL_VIEWS, PALETTE], data, given.runs)

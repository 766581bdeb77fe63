"""The waiting times of a user in the open window, and the work without a window: medians and worst cases.

python -m tests.benchmarks.work
"""

import os
import random
import statistics
import time
from collections.abc import Callable, Iterable
from datetime import date

from msgspec.structs import replace

from explorer.data.context import Context

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer.app import make_application
from explorer.data.controls.codes import CodeChecker
from explorer.data.controls.status import status_of
from explorer.data.store import Store
from explorer.models.metal_list import MetalEntry
from explorer.models.state import TABS, AppState
from explorer.ui.windows.main_window import MainWindow

DAY = date(2026, 10, 1)
CODES = 100_000
METALS_AT_SCALE = 5_000
TYPED = (
    "gallium",
    "rare earths",
    "8112 92 90",
    "solar panels",
    "may gallium go to japan",
    "germany",
    "antinomy",
    "镓",
)


def times(work: Callable[[object], None], over: Iterable[object]) -> list[float]:
    """Return the duration of each call in milliseconds."""
    durations = []
    for thing in over:
        begun = time.perf_counter()
        work(thing)
        durations.append(1000 * (time.perf_counter() - begun))
    return durations


def report(name: str, milliseconds: list[float]) -> None:
    """Print the median and the worst."""
    print(f"{name:44} median {statistics.median(milliseconds):8.2f} ms   worst {max(milliseconds):8.2f} ms")


def switching(window: MainWindow, app: QApplication) -> None:
    """Print the time from choosing a metal to all panes painted, tab by tab."""
    metals = [m.metal_id for m in window.workspace.shared.store.metals.values() if m.profile == "full"][::3]

    def switch(metal: object) -> None:
        window.workspace.state.set_metal(str(metal))
        app.processEvents()

    for tab in TABS:
        window.workspace.state.set_tab(tab)
        app.processEvents()
        times(switch, metals[:2])
        report(f"switch metal, tab {tab}", times(switch, metals))


def keystrokes(window: MainWindow, app: QApplication) -> None:
    """Print the time of a keystroke in the search, and in the list's filter with the metals on file and many more."""
    words = ("g", "ga", "gal", "ga", "g", "t", "tu", "tun", "钨", "e", "er", "")

    def press(text: object) -> None:
        window.workspace.list.filter.setText(str(text))
        app.processEvents()

    search = window.workspace.top.search

    def look_up(text: object) -> None:
        search.setText(str(text))
        app.processEvents()

    typed = [t[:n] for t in TYPED for n in range(1, len(t) + 1)]
    times(look_up, typed)
    report("keystroke in the search", times(look_up, typed))
    search.clear()
    builder = window.workspace.shared.list_builder
    builder.load_figures()
    entries = builder.entries(window.workspace.state.context, sparklines=True)
    times(press, words)
    report(f"keystroke in the filter, {len(entries)} metals", times(press, words))
    many = [
        replace(e, metal=replace(e.metal, metal_id=f"{e.metal.metal_id}-{n}"))
        for n in range(METALS_AT_SCALE // len(entries) + 1)
        for e in entries
    ][:METALS_AT_SCALE]
    painting(window, "list", entries)
    window.workspace.list.set_entries(many)
    times(press, words)
    report(f"keystroke in the filter, {len(many)} metals", times(press, words))
    painting(window, "list", many)


def painting(window: MainWindow, name: str, entries: list[MetalEntry]) -> None:
    """Print the time to scroll the list by a row and paint it, with and without prices as small lines."""
    pane = window.workspace.list

    def scroll(at: object) -> None:
        pane.view.verticalScrollBar().setValue(int(str(at)))
        pane.view.viewport().grab()

    for shown in (entries, [replace(e, sparkline=None) for e in entries]):
        pane.set_entries(shown)
        lines = sum(e.sparkline is not None for e in shown)
        highest = pane.view.verticalScrollBar().maximum()
        places = range(0, highest, max(1, highest // 200))
        times(scroll, places[:20])
        report(f"paint the {name}, {len(shown)} metals, {lines} lines", times(scroll, places))


def headless(store: Store) -> None:
    """Print the time of the status of all metals and of the check of many codes."""
    measures = list(store.measures.values())

    def all_metals(_: object) -> None:
        for metal in store.metals:
            status_of(measures, metal, Context(DAY, destination="USA"))

    report(f"status of {len(store.metals)} metals for one day", times(all_metals, range(20)))
    published = [c.hs_code for i in store.items.values() for c in i.codes]
    draw = random.Random(1)
    codes = [
        draw.choice(published) if draw.random() < 0.2 else str(draw.randrange(10**9, 10**10))
        for _ in range(CODES)
    ]
    begun = time.perf_counter()
    checker = CodeChecker(measures, store.items.values(), Context(DAY, destination="USA"))
    matched = sum(1 for code in codes if checker.check(code).matches)
    print(f"{CODES:,} codes checked, {matched:,} with matches{'':12} {time.perf_counter() - begun:8.2f} s")


def main() -> None:
    """Run all measurements in one process."""
    app = make_application()
    with Store.open() as store:
        state = AppState("gallium")
        state.set_context(day=DAY, destination="USA")
        window = MainWindow()
        window.populate(store, state)
        window.show()
        for _ in range(20):
            app.processEvents()
        switching(window, app)
        keystrokes(window, app)
        headless(store)
        window.close()


if __name__ == "__main__":
    main()

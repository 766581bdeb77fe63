"""Charts as files against the same chart by matplotlib, alternately in one run: medians and their ratios.

python -m tests.benchmarks.charts [ROUNDS]
"""

import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[2]
METAL, DAY = "gallium", date(2026, 11, 24)
FORMS = ("png", "svg", "pdf")
EXPLORER = (
    "import sys; from explorer.cli import main; "
    f"sys.exit(main(['export', '{METAL}', '--chart', 'price', '--on', '{DAY}', '--to', 'USA', '-o', sys.argv[1]]))"
)
MATPLOTLIB = "import sys; from tests.benchmarks import charts; charts.their_first(*sys.argv[1:])"


def main(rounds: int) -> None:
    """Compare the formats, then the first chart of a process, then count charts a second."""
    from PySide6.QtWidgets import QApplication

    from explorer.charts.builders import registry
    from explorer.charts.output.options import ExportOptions
    from explorer.charts.output.render import render
    from explorer.charts.spec import ChartSpec
    from explorer.data.context import Context
    from explorer.data.store import Store

    application = QApplication.instance() or QApplication([])
    with Store.open() as store:
        context = Context(DAY, "CHN", "USA")
        for metal in ("gallium", "tungsten"):
            spec = registry.price(store, metal, context)
            assert isinstance(spec, ChartSpec)
            count = len(spec.series[0].points)
            for form in FORMS:
                compare(
                    f"{metal}, {count} prices, {len(spec.events)} dates, {form}",
                    lambda spec=spec, form=form: render(spec, ExportOptions(1600, 900, 150), form),
                    lambda spec=spec, form=form: theirs(facts_of(spec), form),
                    rounds,
                )
        first_chart(max(rounds // 4, 5))
        every_chart(store, context)
    del application


def compare(name: str, ours: Callable[[], bytes], other: Callable[[], bytes], rounds: int) -> None:
    """Print the medians of both and their ratio; the first two rounds warm up."""
    pairs = [(seconds_of(ours), seconds_of(other)) for _ in range(rounds + 2)][2:]
    report(name, pairs)


def seconds_of(work: Callable[[], object]) -> float:
    """Return the duration of a call in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def report(name: str, pairs: list[tuple[float, float]]) -> None:
    """Print the medians in milliseconds and their ratio."""
    own, other = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name:40} {own:8.1f} ms   matplotlib {other:8.1f} ms   ratio {own / other:5.2f}", flush=True)


def facts_of(spec: object) -> dict[str, object]:
    """Return the contents of a chart of prices as plain values, days as dates."""
    from explorer.charts.spec import day_of

    return {
        "title": spec.title,
        "subtitle": spec.subtitle,
        "unit": spec.y.unit,
        "ends": (spec.y.low, spec.y.high),
        "days": [day_of(p.x) for p in spec.series[0].points],
        "values": [p.y for p in spec.series[0].points],
        "events": [(e.day, e.label) for e in spec.events],
        "sources": f"{spec.sources_text} {spec.footer}",
    }


def theirs(facts: dict[str, object], form: str) -> bytes:
    """Return the same chart by matplotlib: points, control dates, title, labels and the line of sources."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(1600 / 150, 900 / 150), dpi=150)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.06, 0.28, 0.92, 0.58))
    figure.text(0.03, 0.95, facts["title"], fontsize=15, fontweight="bold")
    figure.text(0.03, 0.91, facts["subtitle"], fontsize=10)
    axes.plot(facts["days"], facts["values"], marker="o", markersize=4, linewidth=1.4, color="#0072b2")
    axes.set_ylim(*facts["ends"])
    axes.set_ylabel(facts["unit"])
    axes.grid(axis="y", color="#e3e7eb")
    for number, (day, label) in enumerate(facts["events"], start=1):
        axes.axvline(day, color="#8f5600", linestyle="--", linewidth=0.9)
        axes.annotate(str(number), (day, 1.02), xycoords=("data", "axes fraction"), ha="center", fontsize=8)
        figure.text(0.03, 0.2 - 0.03 * number, f"{number} {day} {label}", fontsize=8)
    figure.text(0.03, 0.02, facts["sources"], fontsize=7)
    out = io.BytesIO()
    figure.savefig(out, format=form, dpi=150)
    return out.getvalue()


def their_first(path: str, series_id: str) -> None:
    """Write the first chart by matplotlib, its figures read from the data file without our charts."""
    import sqlite3

    with closing(sqlite3.connect(ROOT / "resources" / "metals.db")) as data:
        rows = data.execute("SELECT date, value FROM prices WHERE series_id = ?", (series_id,)).fetchall()
    facts = {
        "title": "Gallium: price and control dates",
        "subtitle": "USD/kg, yearly",
        "unit": "USD/kg",
        "ends": (200, 600),
        "days": [date(int(day[:4]), 7, 1) for day, _ in rows],
        "values": [value for _, value in rows],
        "events": [(date(2023, 8, 1), "licence"), (date(2024, 12, 3), "prohibition")],
        "sources": "Source: U.S. Geological Survey.",
    }
    Path(path).write_bytes(theirs(facts, "png"))


def first_chart(rounds: int) -> None:
    """Compare the time from starting a process to its end, with one PNG written."""
    from explorer.charts.builders import registry
    from explorer.data.store import Store

    with Store.open() as store:
        series = registry.price_choices(store, METAL)[0].key
    with tempfile.TemporaryDirectory() as folder:
        pairs = [
            (process(EXPLORER, f"{folder}/a{n}.png"), process(MATPLOTLIB, f"{folder}/b{n}.png", series))
            for n in range(rounds + 1)
        ]
    report("first chart of a process, png", pairs[1:])


def process(code: str, *arguments: str) -> float:
    """Return the duration of a process in seconds; it has to write its file."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    seconds = time.perf_counter() - begun
    if done.returncode or not Path(arguments[0]).stat().st_size:
        raise SystemExit(f"No chart was written: {done.stderr}")
    return seconds


def every_chart(store: object, context: object) -> None:
    """Print how many charts of all metals are described, drawn and written as PNG per second."""
    from explorer.charts.batch import jobs
    from explorer.charts.builders.registry import make
    from explorer.charts.output.options import ExportOptions
    from explorer.charts.output.render import render
    from explorer.charts.spec import ChartSpec

    begun, count = time.perf_counter(), 0
    for job in jobs(tuple(store.metals)):
        chart = make(job.kind, store, job.metal_ids, context)
        if isinstance(chart, ChartSpec):
            render(chart, ExportOptions(1600, 900, 150), "png")
            count += 1
    seconds = time.perf_counter() - begun
    print(f"{count} charts of {len(store.metals)} metals as png {'':8} {count / seconds:8.1f} a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

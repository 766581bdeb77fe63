"""Shows charts one after the other; a line of standard input asks for the next or for a key, a line of JSON answers.

python charts_window.py DATA_FILE
"""

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.spec import ChartSpec
from explorer.charts.zoom import Range
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.ui.cards.chart_view import ChartView
from tests.charts import made

FIRST_METALS, MOST_METALS = ("gallium", "antimony"), 2
CONTEXT = Context(date(2026, 11, 24), "CHN", "USA")


def rows(spec: ChartSpec) -> list[dict[str, str]]:
    """Return the rows of the CSV file of a chart."""
    lines = csv_bytes(spec, "").decode("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def charts(store: Store) -> Iterator[ChartSpec]:
    """Yield charts of each kind for a few metals of the edition, stacked areas, timelines, and rare marks."""
    for kind in registry.KINDS.values():
        made_charts = (registry.make(kind, store, (metal_id,), CONTEXT) for metal_id in _metals(store))
        found = (chart for chart in made_charts if isinstance(chart, ChartSpec))
        yield from islice(found, 1 if kind.metals == "all" else MOST_METALS)
    areas = registry.production_years(store, "antimony", CONTEXT, shape="stacked")
    assert isinstance(areas, ChartSpec)
    yield areas
    for grouping in ("document", "metal"):
        timeline = registry.make(registry.KINDS["controls-all"], store, (), CONTEXT, by=grouping)
        assert isinstance(timeline, ChartSpec)
        yield timeline
    yield made.chart(made.series((10.0, 20.0, 30.0), qualifier=">", flag="e"))
    yield made.chart(made.series((None, None), low=10.0, high=20.0), made.series((5.0, 6.0), flag="p"))
    yield made.chart(made.series((None, None), word="withheld", flag="W"), made.series((None, 1.0)))


def _metals(store: Store) -> list[str]:
    return [*FIRST_METALS, *(m for m in store.metals if m not in FIRST_METALS)]


class Window(QMainWindow):
    """Answers the commands."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.view = ChartView()
        self.setCentralWidget(self.view)
        self._charts = charts(store)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._read)
        self.resize(900, 600)

    def _read(self) -> None:
        command, *words = sys.stdin.readline().split() or ["end"]
        answer = getattr(self, command)(*words)
        if command == "end":
            return
        print(json.dumps(answer), flush=True)

    def end(self) -> None:
        QApplication.quit()

    def next(self) -> dict[str, object] | None:
        """Show the next chart; return its kind, its shape and its CSV file."""
        spec = next(self._charts, None)
        if spec is None:
            return None
        self.view.set_spec(spec)
        self.view.ensure_plot()
        return self.shown()

    def shown(self) -> dict[str, object]:
        spec = self.view.range.spec
        assert spec is not None
        return {
            "kind": spec.kind,
            "shape": spec.shape,
            "title": spec.title,
            "as_of": spec.context.as_of.isoformat(),
            "rows": rows(spec),
        }

    def zoom(self) -> dict[str, object]:
        """Show the middle half of a chart over time."""
        plot = self.view.plot
        assert plot is not None
        limits = plot.limits
        if plot.can_zoom:
            quarter = limits.length / 4
            plot.set_range(Range(limits.low + quarter, limits.high - quarter))
        return self.shown()

    def press(self, key: str) -> str:
        """Press a key; return the text of the point."""
        QTest.keyClick(self.view, getattr(Qt.Key, f"Key_{key}"))
        return self.view.point_label.text()


def main() -> int:
    app = QApplication([])
    with Store.open(Path(sys.argv[1])) as store:
        window = Window(store)
        window.show()
        window.activateWindow()
        window.view.setFocus()
        print(json.dumps("ready"), flush=True)
        code = app.exec()
        window.close()
        return code


if __name__ == "__main__":
    sys.exit(main())

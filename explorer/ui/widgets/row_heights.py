"""How tall the rows of a table are: of many rows, those in sight are measured first."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QHeaderView

from explorer.data.stepwise import Steps
from explorer.models.stepwise_run import StepwiseRun
from explorer.models.table import RecordTable

AT_ONCE = 400  # rows; so many are measured without a step
FIRST = 60  # of more rows, so many are measured at once; the others get their usual height until they are measured


class RowHeights(QObject):
    """Measures the rows of a table with `measure`, which returns the height of a row in pixels.

    Of many rows, each is measured once it is seen, or in steps while the window is idle; `found` reports that heights
    are known that `apply_to` does not use yet. A height stays known when the rows are sorted.
    """

    found = Signal()

    def __init__(self, records: RecordTable, measure: Callable[[int], int], parent: QObject) -> None:
        super().__init__(parent)
        self._records, self._measure = records, measure
        # By the identity of the cells of a row, which stays when rows are sorted.
        self._known: dict[int, int] = {}
        self._usual = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._report)
        self._run = StepwiseRun(self)
        self._run.finished.connect(self._report)

    def forget(self) -> None:
        """Measure all rows anew: they have other texts or another width."""
        self._run.stop()
        self._known.clear()

    def keep(self, identities: Mapping[int, int]) -> None:
        """Keep only the heights of some rows, which have got other cells: their identities before and now."""
        self._run.stop()
        self._known = {new: self._known[old] for old, new in identities.items() if old in self._known}

    def measure_rows(self) -> None:
        """Measure all rows, or the first of many and the others later."""
        rows = range(self._records.rowCount())
        if len(rows) <= AT_ONCE:
            self._know(rows)
        elif len(self._known) < len(rows) and not self._run.is_running:
            self._know(rows[:FIRST])
            self._usual = round(sum(self._known.values()) / len(self._known))
            self._run.start(self._steps(rows))

    def see(self, rows: Iterable[int]) -> None:
        """Measure rows that are painted; `found` follows if any was not measured before."""
        if self._run.is_running and self._know(rows):
            self._soon.start()

    def apply_to(self, header: QHeaderView) -> None:
        """Give the rows the heights that are known, and the others the usual one."""
        rows = range(self._records.rowCount())
        least = header.sectionSizeHint(0) if rows else 0
        for row in rows:
            height = max(self._known.get(self._records.identity(row), self._usual), least)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)

    def _know(self, rows: Iterable[int]) -> bool:
        """Measure rows that are not measured yet; return whether there are any."""
        new = [row for row in rows if self._records.identity(row) not in self._known]
        for row in new:
            self._known[self._records.identity(row)] = self._measure(row)
        return bool(new)

    def _steps(self, rows: Iterable[int]) -> Steps[None]:
        """Measure row by row; rows that changed places meanwhile, by sorting, are found in another round."""
        is_new = True
        while is_new:
            is_new = False
            for row in rows:
                if self._know((row,)):
                    is_new = True
                    yield

    @Slot()
    def _report(self) -> None:
        self.found.emit()

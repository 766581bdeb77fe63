"""The heights of the rows of a table; where there are many, those in sight are measured first."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QHeaderView

from explorer.data.steps import Steps
from explorer.models.step_runner import StepRunner
from explorer.models.table import RecordTable

AT_ONCE = 400  # rows, up to which all are measured at once
FIRST = 60  # rows of a longer table that are measured at once; the others have their average height until measured


class RowHeights(QObject):
    """Measures the rows of a table with `measure`, which returns the height of a row in pixels.

    Of many rows, each is measured when it is first seen, or in steps while the window is idle. `measured` reports new
    heights, for `apply_to`. Heights stay known when the rows are sorted.
    """

    measured = Signal()

    def __init__(self, records: RecordTable, measure: Callable[[int], int], parent: QObject) -> None:
        super().__init__(parent)
        self._records, self._measure = records, measure
        # By the identity of the cells of a row, which sorting does not change.
        self._known: dict[int, int] = {}
        self._average = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._report)
        self._run = StepRunner(self)
        self._run.finished.connect(self._report)

    def forget(self) -> None:
        """Discard all heights, since texts or widths have changed."""
        self._run.stop()
        self._known.clear()

    def keep(self, identities: Mapping[int, int]) -> None:
        """Keep only the heights of rows whose texts are the same; `identities` are those before and now."""
        self._run.stop()
        self._known = {new: self._known[old] for old, new in identities.items() if old in self._known}

    def measure_rows(self) -> None:
        """Measure all rows, or the first of many and the others later."""
        rows = range(self._records.rowCount())
        if len(rows) <= AT_ONCE:
            self._measure_new(rows)
        elif len(self._known) < len(rows) and not self._run.is_running:
            self._measure_new(rows[:FIRST])
            self._average = round(sum(self._known.values()) / len(self._known))
            self._run.start(self._steps(rows))

    def measure_seen(self, rows: Iterable[int]) -> None:
        """Measure rows that are being painted; `measured` follows if any had not been measured."""
        if self._run.is_running and self._measure_new(rows):
            self._soon.start()

    def apply_to(self, header: QHeaderView) -> None:
        """Give the rows their known heights, and the others the average."""
        rows = range(self._records.rowCount())
        least = header.sectionSizeHint(0) if rows else 0
        for row in rows:
            height = max(self._known.get(self._records.identity(row), self._average), least)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)

    def _measure_new(self, rows: Iterable[int]) -> bool:
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
                if self._measure_new((row,)):
                    is_new = True
                    yield

    @Slot()
    def _report(self) -> None:
        self.measured.emit()

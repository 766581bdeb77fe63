"""Checks the lines of a list in small steps, between which the window answers its user."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from explorer.data.context import Context
from explorer.data.reading.line_list import LineList
from explorer.data.store import Store
from explorer.models.list_kinds import Answer, ListKind

STEP_SECONDS, BETWEEN_LOOKS = 0.006, 20
REPORT_SECONDS = 0.1  # between two reports, each of which lets a view draw its lines again


class ListCheck(QObject):
    """Checks one list at a time, its first lines at once.

    `answered` reports the place of the first line and the answers on lines that follow each other, `finished` the end
    of a list. `clock` returns seconds.
    """

    answered = Signal(int, object)
    finished = Signal()

    def __init__(
        self,
        store: Store,
        kind: ListKind,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self._store, self._kind, self._clock = store, kind, clock
        self._list: LineList | None = None
        self._checker: Any = None
        self.done = 0
        self._waiting: list[Answer] = []
        self._reported_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether lines are still to be checked."""
        return self._timer.isActive()

    def start(self, lines: LineList, context: Context) -> None:
        """Check a list; one that is being checked is given up."""
        self._list, self.done, self._waiting = lines, 0, []
        self._reported_at = -REPORT_SECONDS
        self._checker = self._kind.make_checker(self._store, context)
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Check no more lines."""
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        assert self._list is not None and self._checker is not None
        lines, waiting = self._list.lines, self._waiting
        until = self._clock() + STEP_SECONDS
        while self.done < len(lines):
            block = lines[self.done : self.done + BETWEEN_LOOKS]
            waiting += [self._kind.check_line(self._list, line, self._checker) for line in block]
            self.done += len(block)
            if self._clock() >= until:
                break
        is_done = self.done == len(lines)
        if waiting and (is_done or self._clock() >= self._reported_at + REPORT_SECONDS):
            self._report()
        if is_done:
            self.stop()
            self.finished.emit()

    def _report(self) -> None:
        answers, self._waiting = self._waiting, []
        self.answered.emit(self.done - len(answers), answers)
        self._reported_at = self._clock()

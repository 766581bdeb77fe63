"""Checks the lines of a list in small steps, between which the window answers its user."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from explorer.data.context import Context
from explorer.data.reading.line_list import LineList
from explorer.data.steps import BLOCK, Steps
from explorer.data.store import Store
from explorer.models.list_kinds import Answer, ListKind
from explorer.models.step_runner import STEP_SECONDS, StepRunner

REPORT_SECONDS = 0.1  # between two reports, each of which lets a view draw its lines again


class ListCheck(QObject):
    """Checks one list at a time, its first lines at once.

    `answered` reports the place of the first line and the answers on lines that follow each other, `finished` the end
    of a list, `failed` that a line could not be checked, which ends it too. `clock` returns seconds.
    """

    answered = Signal(int, object)
    finished = Signal()
    failed = Signal()

    def __init__(
        self,
        store: Store,
        kind: ListKind,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self._store, self._kind, self._clock = store, kind, clock
        self.done = 0
        self._runner = StepRunner(self, clock)
        self._runner.finished.connect(self.finished)
        self._runner.failed.connect(self.failed)

    @property
    def is_running(self) -> bool:
        """Whether lines are still to be checked."""
        return self._runner.is_running

    def start(self, lines: LineList, context: Context) -> None:
        """Check a list; one that is being checked is given up."""
        self.done = 0
        self._runner.start(self._steps(lines, context))
        self._runner.go_on()

    def stop(self) -> None:
        """Check no more lines."""
        self._runner.stop()

    def _steps(self, given: LineList, context: Context) -> Steps[None]:
        """Check the lines block by block and report them now and then."""
        lines, checker = given.lines, self._kind.make_checker(self._store, context)
        waiting: list[Answer] = []
        next_report = self._clock() + STEP_SECONDS
        while self.done < len(lines):
            block = lines[self.done : self.done + BLOCK]
            waiting += [self._kind.check_line(given, line, checker) for line in block]
            self.done += len(block)
            if self.done == len(lines) or self._clock() >= next_report:
                self.answered.emit(self.done - len(waiting), waiting)
                waiting, next_report = [], self._clock() + REPORT_SECONDS
            yield

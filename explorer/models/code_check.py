"""Checks the lines of a list in small steps, between which the window answers its user."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from explorer.data.context import Context
from explorer.data.controls.codes import CodeChecker
from explorer.data.finding.code_check import CheckedLine, check_line
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.reading.code_list import CodeList
from explorer.data.store import Store

STEP_SECONDS, BETWEEN_LOOKS = 0.006, 20
REPORT_SECONDS = 0.1  # between two reports, each of which lets a view draw its lines again


class CodeCheck(QObject):
    """Checks one list at a time, its first lines at once.

    `answered` reports the place of the first line and the answers on lines that follow each other, `finished` the end
    of a list. `clock` returns seconds.
    """

    answered = Signal(int, object)
    finished = Signal()

    def __init__(
        self, store: Store, parent: QObject | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._codes: CodeList | None = None
        self._checker: CodeChecker | None = None
        self.done = 0
        self._waiting: list[CheckedLine] = []
        self._reported_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether lines are still to be checked."""
        return self._timer.isActive()

    def start(self, codes: CodeList, context: Context) -> None:
        """Check a list; one that is being checked is given up."""
        self._codes, self.done, self._waiting = codes, 0, []
        self._reported_at = -REPORT_SECONDS
        self._checker = CodeVerdicts.of(self._store).checker(context)
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Check no more lines."""
        self._timer.stop()

    @Slot()
    def _go_on(self) -> None:
        assert self._codes is not None and self._checker is not None
        lines, waiting = self._codes.lines, self._waiting
        until = self._clock() + STEP_SECONDS
        while self.done < len(lines):
            block = lines[self.done : self.done + BETWEEN_LOOKS]
            waiting += [check_line(self._codes, line, self._checker) for line in block]
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

"""Runs long work in steps while the window is idle, so that it stays responsive."""

import time
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

STEP_SECONDS = 0.006


class StepRunner(QObject):
    """Takes the steps of one piece of work at a time; `finished` reports its result, `failed` that a step raised.

    `clock` returns seconds.
    """

    finished = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__(parent)
        self._clock = clock
        self._steps: Generator[None, None, Any] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.go_on)

    @property
    def is_running(self) -> bool:
        """Whether there is still work to do."""
        return self._timer.isActive()

    def start(self, steps: Generator[None, None, Any]) -> None:
        """Start work; earlier work that is not finished is stopped."""
        self.stop()
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Stop the work without a result."""
        self._timer.stop()
        if self._steps is not None:
            self._steps.close()
            self._steps = None

    def finish(self) -> None:
        """Do the rest of the work at once."""
        while self._steps is not None:
            self._take_steps(float("inf"))

    @Slot()
    def go_on(self) -> None:
        """Take steps for a moment, without waiting until the window is idle."""
        if self._steps is not None:
            self._take_steps(self._clock() + STEP_SECONDS)

    def _take_steps(self, until: float) -> None:
        steps = self._steps
        assert steps is not None
        try:
            next(steps)  # at least one, however slow
            while self._clock() < until:
                next(steps)
        except StopIteration as end:
            self.stop()
            self.finished.emit(end.value)
        except BaseException:
            self.stop()  # the rest of the work could not report a result
            self.failed.emit()
            raise

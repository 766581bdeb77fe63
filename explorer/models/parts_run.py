"""Checks saved parts lists in small steps, between which the window answers its user."""

import time
from collections.abc import Callable, Generator, Iterable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from explorer.data.parts.records import PartsResult
from explorer.data.store import Store
from explorer.data.user.parts_records import AHEAD, PartsList

STEP_SECONDS = 0.006


class PartsRun(QObject):
    """Checks one list after the other; `finished` reports the results. `clock` returns seconds."""

    finished = Signal(object)

    def __init__(
        self, store: Store, parent: QObject | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._steps: Generator[None, None, tuple[PartsResult, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether lists are still to be checked."""
        return self._timer.isActive()

    def start(self, lists: Iterable[PartsList], as_of: date, since: date | None = None) -> None:
        """Check lists for a day; a check that is running is given up."""
        self._steps = _steps(self._store, tuple(lists), as_of, since)
        self._timer.start()

    def stop(self) -> None:
        """Give up the check."""
        self._timer.stop()
        self._steps = None

    @Slot()
    def _go_on(self) -> None:
        if self._steps is None:
            return
        until = self._clock() + STEP_SECONDS
        try:
            while self._clock() < until:
                next(self._steps)
        except StopIteration as end:
            self.stop()
            self.finished.emit(end.value)


def _steps(
    store: Store, lists: Iterable[PartsList], as_of: date, since: date | None
) -> Generator[None, None, tuple[PartsResult, ...]]:
    from explorer.data.parts.check import stepwise_check  # which a start does not need

    results = []
    for parts in lists:
        results.append((yield from stepwise_check(store, parts, as_of, since, AHEAD)))
    return tuple(results)

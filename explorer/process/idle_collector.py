"""Collects unused objects that refer to each other while the program is idle.

With the figures of many metals in use, Python's own collection would stop the window for a fifth of a second.
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

CHECK_MS = 5_000
IDLE_SECONDS = 0.05  # processor time between two checks up to which the program counts as idle
LEAST_COLLECTIONS = 10  # of young objects, before old ones are collected
MOST_COLLECTIONS = 2_000  # of young objects, after which old ones are collected even if the program is busy
NEVER = 1_000_000


class IdleCollector(QObject):
    """Collects old objects while the program is idle; `processor_time` returns the seconds that it has used."""

    def __init__(
        self, parent: QObject | None = None, processor_time: Callable[[], float] = time.process_time
    ) -> None:
        super().__init__(parent)
        self._time = processor_time
        self._used = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.collect_if_idle)

    def start(self) -> None:
        """Let Python collect young objects only; old ones are collected here, except those in use since the start."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, NEVER)
        gc.enable()
        self._used = self._time()
        self._timer.start()

    @Slot()
    def collect_if_idle(self) -> None:
        """Collect old objects if the program was idle since the last check, or if they have waited for long."""
        used = self._time()
        is_idle, self._used = used - self._used <= IDLE_SECONDS, used
        waiting = gc.get_count()[2]
        if waiting >= MOST_COLLECTIONS or (is_idle and waiting >= LEAST_COLLECTIONS):
            gc.collect()
            self._used = self._time()

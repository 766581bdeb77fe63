"""Looks for objects that only refer to each other when the program has nothing else to do.

With the figures of many metals in use, Python would stop the window for a fifth of a second in the middle of its work.
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 5_000
IDLE_SECONDS = 0.05  # of the processor between two looks, up to which the program had nothing to do
WORTHWHILE = 10  # collections of young objects, after which those that stayed are worth a look
MOST = 2_000  # after so many, the look is not put off any longer
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
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Let Python collect young objects at once and old ones here, except those in use since the start."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, NEVER)
        gc.enable()
        self._used = self._time()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect old objects if the program did nothing since the last look, or if that was put off for long."""
        used = self._time()
        is_idle, self._used = used - self._used <= IDLE_SECONDS, used
        waiting = gc.get_count()[2]
        if waiting >= MOST or (is_idle and waiting >= WORTHWHILE):
            gc.collect()
            self._used = self._time()

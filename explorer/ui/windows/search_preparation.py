"""Prepares the search while the window has nothing else to do, so that its first key is as fast as the others."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

from explorer.data.store import Store
from explorer.guard import guarded

PAUSE_MS = 15  # between two steps, in which the window answers to the reader


@guarded
class SearchPreparation(QObject):
    """Takes the steps one by one. A search that comes earlier prepares what it needs itself."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._steps: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Whether there are steps left to take."""
        return self._timer.isActive()

    @Slot()
    def start(self) -> None:
        """Begin with the first step."""
        from explorer.data.finding.preparation import preparation

        self._steps = preparation(self._store)
        self._timer.start()

    @Slot()
    def _step(self) -> None:
        if self._steps is None or next(self._steps, self) is self:
            self._timer.stop()

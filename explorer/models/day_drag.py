"""Sets the as-of date while a line is dragged: not at each movement of the pointer, and exactly at the end."""

from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from explorer.models.state import AppState

STEP_MS = 16  # 60 steps a second


class DayDrag(QObject):
    """Passes on the last day of a drag in steps at least STEP_MS apart, and the day of the release at once."""

    def __init__(self, state: AppState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._day: date | None = None
        self._start: tuple[date, bool] | None = None
        self._since_step = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._set)

    @Slot(date, bool)
    def move(self, day: date, done: bool) -> None:
        """Take a day; `done` says that the drag has ended."""
        if self._start is None:
            self._start = self._state.context.as_of, self._state.follows_today
        self._day = day
        if done:
            self._timer.stop()
            self._end(day)
        elif not self._timer.isActive():
            passed = self._since_step.elapsed() if self._since_step.isValid() else STEP_MS
            self._timer.start(max(0, STEP_MS - passed))

    def _end(self, day: date) -> None:
        """Set the last day; a date that followed the clock before a drag that ended where it began does so again."""
        start, self._start = self._start, None
        self._set()
        if start == (day, True):
            self._state.set_context(today=True)

    @Slot()
    def _set(self) -> None:
        self._since_step.start()
        if self._day is not None and self._day != self._state.context.as_of:
            self._state.set_context(day=self._day)
        self._day = None

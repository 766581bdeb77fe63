"""What a reader has been shown, to go back and forward: metal, tab, date, places, code, and a record over them."""

import time
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from explorer.models.state import AppState
from explorer.models.view_request import ViewRequest

MOST = 100
ONE_STEP_SECONDS = 1.0


class Visit(Struct, frozen=True):
    """One entry: the view, and the request for its metal, tab, date, origin, destination, code and record."""

    view: str
    request: ViewRequest

    @classmethod
    def of(cls, state: AppState) -> "Visit":
        """Return what a state shows."""
        return cls(state.view, state.as_request())

    def differs_by_date_only(self, other: "Visit") -> bool:
        """Return whether only the date is another one."""
        dated = replace(self.request, day=other.request.day, today=other.request.today)
        return self != other and replace(self, request=dated) == other


class History(QObject):
    """Records what the state shows once it has settled, so that all changes of one gesture are one step.

    Dates that follow each other within a second, as a held key sets them, are one step, too. `changed` reports that
    other steps are possible; `clock` returns seconds.
    """

    changed = Signal()

    def __init__(
        self, state: AppState, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._state, self._clock = state, clock
        self._visits = [Visit.of(state)]
        self._position = 0
        self._dated_at: float | None = None  # when the last step was made, if it was of the date only
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._record)
        for signal in (
            state.viewChanged,
            state.metalChanged,
            state.contextChanged,
            state.tabChanged,
            state.recordChanged,
            state.codeChanged,
        ):
            signal.connect(self._state_changed)
        state.optionsChanged.connect(self._options_changed)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier entry."""
        return self._position > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later entry, which one that was left by going back is."""
        return self._position < len(self._visits) - 1

    @Slot()
    def go_back(self) -> None:
        """Show the entry before this one."""
        self._record()
        if self.can_go_back:
            self._show(self._position - 1)

    @Slot()
    def go_forward(self) -> None:
        """Show the entry after this one."""
        self._record()
        if self.can_go_forward:
            self._show(self._position + 1)

    @Slot()
    def _state_changed(self) -> None:
        self._settled.start()

    @Slot()
    def _options_changed(self) -> None:
        """Keep the options of the view shown with its entry, so that going back restores them; they are no step."""
        visit, last = Visit.of(self._state), self._visits[self._position]
        if replace(visit, request=replace(visit.request, options=last.request.options)) == last:
            self._visits[self._position] = visit
        elif visit.view == last.view:  # another layout of a view is a step
            self._settled.start()

    @Slot()
    def _record(self) -> None:
        """Add what the state shows as the last entry, in place of those that were left by going back."""
        self._settled.stop()
        visit, last = Visit.of(self._state), self._visits[self._position]
        if visit == last:
            return
        now = self._clock()
        if self._continues(visit, last, now):
            self._visits[self._position] = visit
            if self.can_go_back and self._visits[self._position - 1] == visit:
                del self._visits[self._position]
                self._position -= 1
        else:
            self._visits = [*self._visits[: self._position + 1], visit][-MOST:]
            self._position = len(self._visits) - 1
        self._dated_at = now if visit.differs_by_date_only(last) else None
        self.changed.emit()

    def _continues(self, visit: Visit, last: Visit, now: float) -> bool:
        """Return whether an entry is a further date of the step before it."""
        recent = self._dated_at is not None and now - self._dated_at < ONE_STEP_SECONDS
        return recent and visit.differs_by_date_only(last)

    def _show(self, position: int) -> None:
        visit = self._visits[position]
        self._position, self._dated_at = position, None
        self._state.set_view(visit.view)
        self._state.apply(visit.request)
        self._settled.stop()
        self.changed.emit()

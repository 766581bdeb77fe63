"""The as-of date while a line is dragged: a few steps on the way, exactly the last day at the end."""

from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QElapsedTimer

from explorer.models.day_drag import STEP_MS, DayDrag
from explorer.models.state import AppState


def test_a_drag_ends_on_the_last_day(qtbot):
    state, days = AppState(), []
    state.set_context(day=date(2025, 1, 1))
    state.contextChanged.connect(lambda: days.append(state.context.as_of))
    drag = DayDrag(state)
    for n in range(1, 20):
        drag.move(date(2025, 1, n), False)
    assert days == []
    qtbot.waitUntil(lambda: days == [date(2025, 1, 19)])
    drag.move(date(2025, 1, 25), False)
    drag.move(date(2025, 1, 28), True)
    assert days == [date(2025, 1, 19), date(2025, 1, 28)]
    qtbot.wait(80)
    assert days[-1] == date(2025, 1, 28) and len(days) == 2


def test_steps_begin_at_least_a_sixtieth_of_a_second_apart(qtbot):
    state, clock = AppState(), QElapsedTimer()
    begun = []
    state.contextChanged.connect(lambda: begun.append(clock.elapsed()))
    drag = DayDrag(state)
    clock.start()
    for n in range(1, 200):
        drag.move(date(2025, 1, 1) + timedelta(days=n), False)
        qtbot.wait(1)
    assert len(begun) > 3
    assert all(later - earlier >= STEP_MS - 2 for earlier, later in pairwise(begun))


def test_the_same_day_changes_nothing(qtbot):
    state, days = AppState(), []
    state.set_context(day=date(2025, 1, 1))
    state.contextChanged.connect(lambda: days.append(state.context.as_of))
    DayDrag(state).move(date(2025, 1, 1), True)
    assert days == []


def test_a_drag_that_is_cancelled_follows_today_again():
    state = AppState()
    today = state.context.as_of
    drag = DayDrag(state)
    drag.move(date(2025, 1, 1), True)
    assert not state.follows_today
    state.set_context(today=True)
    drag.move(date(2025, 3, 1), False)
    drag.move(today, True)
    assert state.follows_today and state.context.as_of == today

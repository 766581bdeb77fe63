"""The history of what was shown: what one step is, and what going back and forward shows."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication

from explorer.models import history as module
from explorer.models.history import History
from explorer.models.state import AppState


class Clock:
    """A clock that a test sets, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def state(qapp):
    return AppState("gallium")


@pytest.fixture
def history(state, clock):
    return History(state, clock=clock)


def settle() -> None:
    """Let the event loop run once, as it does after a gesture."""
    QCoreApplication.processEvents()


def test_at_first_there_is_nowhere_to_go(history, state):
    assert not history.can_go_back and not history.can_go_forward
    history.go_back()
    history.go_forward()
    assert state.metal_id == "gallium"


def test_each_gesture_is_one_step(history, state):
    for metal_id in ("antimony", "tungsten"):
        state.set_metal(metal_id)
        settle()
    state.set_tab("prices")
    settle()
    history.go_back()
    assert (state.metal_id, state.tab) == ("tungsten", "overview")
    history.go_back()
    assert state.metal_id == "antimony"
    history.go_back()
    assert state.metal_id == "gallium" and not history.can_go_back
    for _ in range(3):
        history.go_forward()
    assert (state.metal_id, state.tab) == ("tungsten", "prices") and not history.can_go_forward


def test_all_that_one_gesture_sets_is_one_step(history, state):
    state.set_metal("antimony")
    state.set_context(day=date(2024, 12, 10), origin="USA", destination="JPN")
    state.select_measure("cn-2024-46-1")
    settle()
    history.go_back()
    context = state.context
    assert (state.metal_id, state.tab, context.origin, context.destination) == (
        "gallium",
        "overview",
        "CHN",
        "ALL",
    )
    assert state.follows_today and not history.can_go_back
    history.go_forward()
    assert (state.metal_id, state.tab, state.context.destination) == ("antimony", "controls", "JPN")
    assert state.context.as_of == date(2024, 12, 10) and not state.follows_today


def test_a_record_is_a_step_of_its_own_and_its_metal_another(history, state):
    state.open_record("document", "cn-2024-46")
    settle()
    state.set_metal("antimony")
    settle()
    history.go_back()
    assert state.record == ("document", "cn-2024-46") and state.metal_id == "gallium"
    history.go_back()
    assert state.record is None
    history.go_forward()
    assert state.record == ("document", "cn-2024-46")


def test_an_answer_and_a_code_are_steps(history, state):
    asked = date(2024, 12, 4)
    state.open_record("answer", "what changed yesterday", asked)
    settle()
    state.set_metal("gallium")
    state.show_code("8112929010")
    settle()
    state.set_metal("antimony")
    settle()
    assert state.code == ""
    history.go_back()
    assert (state.metal_id, state.code, state.record) == ("gallium", "8112929010", None)
    history.go_back()
    assert (state.record, state.asked, state.code) == (("answer", "what changed yesterday"), asked, "")
    history.go_forward()
    assert (state.code, state.record, state.asked) == ("8112929010", None, None)


def test_dates_within_a_second_are_one_step(history, state, clock):
    for day in range(1, 8):
        state.set_context(day=date(2024, 12, day))
        settle()
        clock.now += 0.9
    history.go_back()
    assert state.follows_today and not history.can_go_back
    history.go_forward()
    assert state.context.as_of == date(2024, 12, 7)


def test_a_date_after_more_than_a_second_is_a_step_of_its_own(history, state, clock):
    for day in (1, 2):
        state.set_context(day=date(2024, 12, day))
        settle()
        clock.now += 1.1
    history.go_back()
    assert state.context.as_of == date(2024, 12, 1)


def test_a_date_after_another_change_does_not_replace_it(history, state):
    state.set_metal("antimony")
    settle()
    state.set_context(day=date(2024, 12, 1))
    settle()
    history.go_back()
    assert state.metal_id == "antimony" and state.follows_today


def test_a_date_that_returns_within_a_second_leaves_no_step(history, state):
    state.set_context(day=date(2024, 12, 1))
    settle()
    state.set_context(today=True)
    settle()
    assert not history.can_go_back


def test_a_date_after_going_back_is_a_step_of_its_own(history, state):
    state.set_context(day=date(2024, 12, 1))
    settle()
    state.set_context(day=date(2024, 12, 1), destination="USA")
    settle()
    history.go_back()
    state.set_context(day=date(2024, 12, 2))
    settle()
    history.go_back()
    assert state.context.as_of == date(2024, 12, 1)


def test_a_new_step_cuts_those_that_were_left_by_going_back(history, state):
    for tab in ("uses", "prices"):
        state.set_tab(tab)
        settle()
    history.go_back()
    state.set_tab("trade")
    settle()
    assert not history.can_go_forward
    history.go_back()
    assert state.tab == "uses"


def test_going_back_records_nothing(history, state):
    state.set_tab("uses")
    settle()
    history.go_back()
    settle()
    assert history.can_go_forward and not history.can_go_back


def test_going_back_at_once_leaves_the_last_change(history, state):
    state.set_metal("antimony")
    history.go_back()
    assert state.metal_id == "gallium"
    history.go_forward()
    assert state.metal_id == "antimony"


def test_the_theme_and_the_same_metal_again_are_no_steps(history, state):
    state.set_theme("dark")
    state.set_metal("gallium")
    settle()
    assert not history.can_go_back


def test_midnight_is_no_step(history, state, monkeypatch):
    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date.fromordinal(date.today().toordinal() + 1)

    monkeypatch.setattr("explorer.models.state.date", Tomorrow)
    state.update_today()
    settle()
    assert not history.can_go_back


def test_the_number_of_steps_is_bounded(history, state, monkeypatch):
    monkeypatch.setattr(module, "MOST", 3)
    for metal_id in ("antimony", "tungsten", "tin", "zinc"):
        state.set_metal(metal_id)
        settle()
    for _ in range(5):
        history.go_back()
    assert state.metal_id == "tungsten"


def test_each_change_of_what_is_possible_is_reported(history, state, qtbot):
    with qtbot.waitSignal(history.changed):
        state.set_tab("uses")
    with qtbot.waitSignal(history.changed):
        history.go_back()


@pytest.mark.parametrize(
    ("view", "option", "value"), [("map", "show", "reserves"), ("metals", "layout", "table")]
)
def test_going_back_opens_the_view_of_a_metal_again(history, state, view, option, value):
    state.set_view(view)
    state.set_option(view, option, value)
    settle()
    state.set_metal("antimony")
    settle()
    state.set_tab("prices")
    settle()
    history.go_back()
    assert (state.view, state.metal_id, state.options(view)[option]) == (view, "antimony", value)
    history.go_back()
    assert (state.view, state.metal_id, state.options(view)[option]) == (view, "gallium", value)
    history.go_forward()
    history.go_forward()
    assert (state.view, state.options("metals")["layout"], state.tab) == ("metals", "list", "prices")

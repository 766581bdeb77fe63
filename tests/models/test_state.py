"""The state of the window: tells once of each change, and comes back from the settings."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from explorer.data.context import Context
from explorer.models.state import AppState

METALS = frozenset({"gallium", "antimony"})
ORIGINS = frozenset({"CHN", "USA"})
DESTINATIONS = frozenset({"CHN", "USA", "ALL", "JPN-MIL"})


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_a_change_is_told_once(qtbot):
    state = AppState()
    told = []
    state.contextChanged.connect(lambda: told.append(state.context))
    state.set_context(day=date(2024, 12, 10), destination="USA")
    state.set_context(destination="USA")
    assert told == [Context(date(2024, 12, 10), "CHN", "USA")]


def test_the_same_metal_is_not_told(qtbot):
    state = AppState("gallium")
    told = []
    state.metalChanged.connect(told.append)
    state.set_metal("gallium")
    state.set_metal("antimony")
    assert told == ["antimony"]


def test_today_is_followed_until_a_day_is_chosen(qtbot):
    state = AppState()
    assert state.follows_today
    state.set_context(day=date(2023, 8, 1))
    assert not state.follows_today and state.context.as_of == date(2023, 8, 1)
    state.set_context(today=True)
    assert state.follows_today


def test_a_session_comes_back(qtbot, settings):
    state = AppState("antimony")
    state.set_context(day=date(2025, 11, 9), destination="JPN-MIL")
    state.set_tab("controls")
    state.set_theme("dark")
    state.save(settings)
    again = AppState()
    again.restore(settings, METALS, ORIGINS, DESTINATIONS)
    assert (again.metal_id, again.context.origin, again.context.destination, again.tab, again.theme) == (
        "antimony",
        "CHN",
        "JPN-MIL",
        "controls",
        "dark",
    )


def test_a_start_shows_today_whatever_day_was_shown_last(qtbot, settings):
    state = AppState()
    state.set_context(day=date(2024, 12, 10))
    state.save(settings)
    settings.setValue("day", "2024-12-10")  # as an older program wrote it
    again = AppState()
    again.restore(settings, METALS, ORIGINS, DESTINATIONS)
    assert again.follows_today


@pytest.mark.parametrize("key", ["metal", "origin", "destination", "tab", "theme"])
def test_what_this_edition_does_not_know_is_passed_over(qtbot, settings, key):
    AppState().save(settings)
    settings.setValue(key, "nonsense")
    again = AppState()
    again.restore(settings, METALS, ORIGINS, DESTINATIONS)
    assert (again.metal_id, again.context.origin, again.context.destination, again.tab, again.theme) == (
        "gallium",
        "CHN",
        "ALL",
        "overview",
        "system",
    )
    assert again.follows_today


def test_a_destination_is_no_origin(qtbot, settings):
    AppState().save(settings)
    settings.setValue("origin", "JPN-MIL")
    again = AppState()
    again.restore(settings, METALS, ORIGINS, DESTINATIONS)
    assert again.context.origin == "CHN"

"""The state of the window: each change is reported once, and a session is restored from the settings."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QSignalSpy

from explorer.data.context import Context
from explorer.models.state import AppState

METALS = frozenset({"gallium", "antimony"})
ORIGINS = frozenset({"CHN", "USA"})
SIGNALS = (
    "viewChanged",
    "metalChanged",
    "contextChanged",
    "contextSet",
    "tabChanged",
    "measureSelected",
    "sourceSelected",
    "recordChanged",
    "filterRequested",
    "themeChanged",
    "languageChanged",
)
DESTINATIONS = frozenset({"CHN", "USA", "ALL", "JPN-MIL"})


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_a_change_is_reported_once(qtbot):
    state = AppState()
    contexts, fields = [], []
    state.contextChanged.connect(lambda: contexts.append(state.context))
    state.contextSet.connect(fields.append)
    state.set_context(day=date(2024, 12, 10), destination="USA")
    state.set_context(destination="USA")
    state.set_context()
    assert contexts == [Context(date(2024, 12, 10), "CHN", "USA")]
    assert fields == [{"as_of", "destination"}, {"destination"}]


@pytest.mark.parametrize(
    ("signal", "change"),
    [
        ("metalChanged", lambda state: state.set_metal("antimony")),
        ("tabChanged", lambda state: state.set_tab("prices")),
        ("themeChanged", lambda state: state.set_theme("dark")),
        ("recordChanged", lambda state: state.open_record("document", "a-document")),
    ],
)
def test_each_property_reports_its_own_change_once(qtbot, signal, change):
    state = AppState("gallium")
    spies = {name: QSignalSpy(getattr(state, name)) for name in SIGNALS}
    change(state)
    change(state)
    assert {name: spy.count() for name, spy in spies.items() if spy.count()} == {signal: 1}


def test_unknown_values_change_nothing(qtbot):
    state = AppState("gallium")
    spies = [QSignalSpy(getattr(state, name)) for name in SIGNALS]
    for set_value in (state.set_view, state.set_tab, state.set_theme, state.set_language):
        set_value("nonsense")
    assert not any(spy.count() for spy in spies)
    assert (state.view, state.tab, state.theme, state.language) == ("metals", "overview", "system", "en")


def test_another_view_and_language_are_reported(qtbot, monkeypatch):
    monkeypatch.setattr("explorer.models.state.VIEWS", ("metals", "today"))
    monkeypatch.setattr("explorer.models.state.LANGUAGES", ("en", "zh"))
    state = AppState()
    views, languages = QSignalSpy(state.viewChanged), QSignalSpy(state.languageChanged)
    state.set_view("today")
    state.set_language("zh")
    assert (views.count(), views.at(0), languages.count(), languages.at(0)) == (1, ["today"], 1, ["zh"])


@pytest.mark.parametrize(
    ("kind", "tab"), [("measure", "controls"), ("source", "sources")], ids=["measure", "source"]
)
def test_a_selection_opens_its_tab_and_can_be_repeated(qtbot, kind, tab):
    state = AppState("gallium")
    selected = QSignalSpy(getattr(state, f"{kind}Selected"))
    tabs = QSignalSpy(state.tabChanged)
    for _ in range(2):
        getattr(state, f"select_{kind}")("some-id")
    assert [selected.at(i) for i in range(selected.count())] == [["some-id"], ["some-id"]]
    assert getattr(state, f"selected_{kind}") == "some-id"
    assert tabs.count() == 1 and state.tab == tab


def test_another_metal_ends_the_selection(qtbot):
    state = AppState("gallium")
    state.select_measure("a-measure", "an-item")
    state.select_source("a-source")
    state.set_metal("antimony")
    assert state.selected_measure == state.selected_item == state.selected_source == ""


@pytest.mark.parametrize(
    "leave",
    [
        lambda state: state.close_record(),
        lambda state: state.set_metal("gallium"),
        lambda state: state.set_tab("overview"),
        lambda state: state.select_measure("a-measure"),
        lambda state: state.select_source("a-source"),
    ],
)
def test_a_record_covers_the_metal_until_something_of_the_metal_is_shown(qtbot, leave):
    state = AppState("gallium")
    state.open_record("document", "a-document")
    assert state.record == ("document", "a-document") and state.metal_id == "gallium"
    changed = QSignalSpy(state.recordChanged)
    leave(state)
    assert state.record is None and changed.count() == 1


def test_only_known_kinds_of_record_are_opened(qtbot):
    state = AppState("gallium")
    state.open_record("metal", "antimony")
    assert state.record is None


def test_an_as_of_date_follows_the_clock_until_one_is_chosen(qtbot, monkeypatch):
    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date.today() + timedelta(days=1)

    state = AppState()
    changed = QSignalSpy(state.contextChanged)
    state.update_today()
    assert changed.count() == 0
    monkeypatch.setattr("explorer.models.state.date", Tomorrow)
    state.update_today()
    assert changed.count() == 1 and state.context.as_of == Tomorrow.today() and state.follows_today
    state.set_context(day=date(2024, 12, 10))
    state.update_today()
    assert state.context.as_of == date(2024, 12, 10)


def test_today_is_followed_until_a_day_is_chosen(qtbot):
    state = AppState()
    assert state.follows_today
    state.set_context(day=date(2023, 8, 1))
    assert not state.follows_today and state.context.as_of == date(2023, 8, 1)
    state.set_context(today=True)
    assert state.follows_today


def test_a_session_is_restored(qtbot, settings):
    state = AppState("antimony")
    state.set_context(day=date(2025, 11, 9), destination="JPN-MIL")
    state.set_tab("controls")
    state.set_theme("dark")
    state.select_measure("cn-2024-46-1")
    state.save(settings)
    again = AppState()
    again.restore(settings, METALS, ORIGINS, DESTINATIONS)
    assert again.follows_today and again.selected_measure == ""
    assert (again.metal_id, again.context.origin, again.context.destination, again.tab, again.theme) == (
        "antimony",
        "CHN",
        "JPN-MIL",
        "controls",
        "dark",
    )


def test_the_date_of_the_last_session_is_not_restored(qtbot, settings):
    state = AppState()
    state.set_context(day=date(2024, 12, 10))
    state.save(settings)
    settings.setValue("day", "2024-12-10")  # as older versions wrote it
    again = AppState()
    again.restore(settings, METALS, ORIGINS, DESTINATIONS)
    assert again.follows_today


@pytest.mark.parametrize("key", ["metal", "origin", "destination", "tab", "theme"])
def test_a_value_that_this_edition_does_not_have_is_ignored(qtbot, settings, key):
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


def test_a_destination_that_is_not_an_origin_is_ignored(qtbot, settings):
    AppState().save(settings)
    settings.setValue("origin", "JPN-MIL")
    again = AppState()
    again.restore(settings, METALS, ORIGINS, DESTINATIONS)
    assert again.context.origin == "CHN"


def test_a_filter_can_be_asked_for_again(qtbot):
    state = AppState("gallium")
    asked = QSignalSpy(state.filterRequested)
    state.request_filter("licence")
    state.request_filter("licence")
    assert asked.count() == 2


def test_whether_prices_are_drawn_in_the_list_is_kept(settings):
    state = AppState()
    assert state.sparklines
    state.set_sparklines(False)
    state.save(settings)
    other = AppState()
    other.restore(settings, {"gallium"}, {"CHN"}, {"USA"})
    assert not other.sparklines


def test_at_most_eight_compared_metals_are_restored_each_once(qtbot, settings):
    """A settings file can be edited, or be of another edition."""
    metals = [f"metal-{n}" for n in range(10)]
    settings.setValue("compared", ",".join(("gone", metals[0], *metals)))
    state = AppState()
    state.restore(settings, {*metals}, ORIGINS, DESTINATIONS)
    assert state.options("compare")["metals"] == ",".join(metals[:8])

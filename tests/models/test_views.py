"""The views as links: every option of every view goes into a link and comes back from it."""

from datetime import date

import pytest

from explorer.models.state import AppState
from explorer.models.view_request import read, write
from explorer.models.views import ALL_VIEWS, METALS_VIEW, OPTIONS

OTHER_VALUES = {
    ("today", "origins"): "this",
    ("table", "color"): "hhi",
    ("table", "show"): "rows",
    ("stress", "without"): "CHN,EUU,Korea Zinc",
    ("stress", "stage"): "refinery",
    ("stress", "threshold"): "50",
    ("stress", "delay"): "4",
    ("claims", "claim"): "us-ban-status",
    ("claims", "verdict"): "confirmed",
    ("claims", "show"): "table",
    ("changes", "since"): "2026-10-08",
    ("changes", "destinations"): "all",
}


def test_every_option_has_another_value_to_test():
    assert set(OTHER_VALUES) == {(view, option.name) for view in ALL_VIEWS for option in OPTIONS[view]}


@pytest.mark.parametrize("view", [view for view in ALL_VIEWS if view != METALS_VIEW])
def test_a_view_with_its_options_is_restored_from_its_link(store, view):
    state = AppState()
    state.set_view(view)
    state.set_context(day=date(2026, 11, 10), origin="CHN", destination="JPN")
    for option in OPTIONS[view]:
        state.set_option(view, option.name, OTHER_VALUES[view, option.name])
    link = write(state.as_request())
    request, faults = read(link, store)
    other = AppState("antimony")
    other.apply(request)
    assert not faults and link.startswith(f"minor-metals:view/{view}?")
    assert (other.view, other.context, other.options(view)) == (view, state.context, state.options(view))
    assert other.metal_id == "antimony"


def test_a_link_without_options_resets_them(store):
    state = AppState()
    state.set_option("today", "origins", "this")
    state.apply(read("minor-metals:view/today", store)[0])
    assert state.view == "today" and state.options("today") == {"origins": "all"}


def test_an_unknown_view_opens_today_with_a_message(store):
    request, (fault,) = read("minor-metals:view/weather?on=2026-11-10", store)
    assert (request.view, request.day) == ("today", date(2026, 11, 10))
    assert "“weather” is not a view" in fault and "today" in fault


@pytest.mark.parametrize(
    ("link", "part"),
    [
        ("view/today?origins=none", "“none”"),
        ("view/metals?origins=all", "“origins”"),
        ("view/stress?without=Umicorre", "“Umicorre”"),
        ("view/stress?threshold=120", "“120”"),
        ("view/stress?delay=3", "“3”"),
        ("?origins=all", "“origins”"),
        ("view/changes?since=soon", "“soon”"),
        ("view/claims?claim=nothing", "“nothing”"),
    ],
)
def test_an_option_that_is_not_valid_is_named(store, link, part):
    request, (fault,) = read(f"minor-metals:{link}", store)
    assert part in fault and not request.options


def test_a_date_alone_leaves_the_view(store):
    state = AppState()
    state.set_view("today")
    state.apply(read("minor-metals:?on=2026-11-10", store)[0])
    assert state.view == "today" and state.context.as_of == date(2026, 11, 10)
    state.apply(read("minor-metals:gallium", store)[0])
    assert state.view == "metals"


def test_what_a_view_does_not_show_is_reported_and_left_out(store):
    request, (fault,) = read("minor-metals:view/today?tab=prices&chart=price&on=2026-11-10", store)
    assert (request.view, request.tab, request.chart, request.day) == ("today", "", None, date(2026, 11, 10))
    assert "shows no metal, tab, record, code or chart" in fault

"""The views as links: every option of every view goes into a link and comes back from it."""

from datetime import date

import pytest

from explorer.models.state import AppState
from explorer.models.view_request import read, write
from explorer.models.views import ALL_VIEWS, OF_METAL, OPTIONS

OTHER_VALUES = {
    ("today", "origins"): "this",
    ("table", "color"): "hhi",
    ("table", "show"): "rows",
    ("timeline", "by"): "metal",
    ("timeline", "kind"): "licence",
    ("timeline", "destinations"): "all",
    ("timeline", "history"): "full",
    ("timeline", "since"): "2024-01-01",
    ("timeline", "until"): "2026-12-31",
    ("map", "show"): "suppliers",
    ("map", "stage"): "refinery",
    ("map", "form"): "antimony content",
    ("map", "publisher"): "wmd",
    ("map", "year"): "2020",
    ("map", "country"): "BOL",
    ("metals", "layout"): "table",
    ("metals", "columns"): "status,share,hhi",
    ("compare", "metals"): "gallium,tungsten,antimony",
    ("compare", "base"): "2024-01-02",
    ("compare", "scale"): "log",
    ("stress", "without"): "CHN,EUU,Korea Zinc",
    ("stress", "stage"): "refinery",
    ("stress", "threshold"): "50",
    ("stress", "delay"): "4",
    ("codes", "codes"): "8112.92.9010,3C001,镓",
    ("codes", "list"): "Motors",
    ("codes", "verdict"): "possible",
    ("claims", "claim"): "us-ban-status",
    ("claims", "verdict"): "confirmed",
    ("claims", "show"): "table",
    ("data", "page"): "tables",
    ("data", "table"): "production",
    ("data", "filter"): "chile copper",
    ("data", "source"): "wmd-2026",
    ("data", "cites"): "mofcom-2024-46",
    ("data", "old"): "bundled",
    ("data", "new"): "bundled",
    ("data", "places"): "all",
    ("changes", "since"): "2026-10-08",
    ("changes", "destinations"): "all",
    ("parts", "list"): "Motors",
    ("parts", "since"): "2026-10-08",
    ("names", "names"): "Skydio, Inc.;汉翔航空工业;Umicore",
    ("names", "verdict"): "similar",
}


def test_every_option_has_another_value_to_test():
    assert set(OTHER_VALUES) == {(view, option.name) for view in ALL_VIEWS for option in OPTIONS[view]}


@pytest.mark.parametrize("view", ALL_VIEWS)
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
    assert other.metal_id == ("gallium" if view in OF_METAL else "antimony")


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
        ("view/map?year=soon", "“soon”"),
        ("view/map?country=XYZ", "“XYZ”"),
        ("view/map?show=weather", "“weather”"),
        ("view/map?publisher=me", "“me”"),
        ("view/codes?verdict=free", "“free”"),
        ("view/codes?codes=" + 21 * "3C001,", "21 codes"),
        ("view/stress?delay=3", "“3”"),
        ("?origins=all", "“origins”"),
        ("view/changes?since=soon", "“soon”"),
        ("view/timeline?until=soon", "“soon”"),
        ("view/timeline?since=2025-01-01&until=2024-01-01", "ends before it begins"),
        ("view/claims?claim=nothing", "“nothing”"),
        ("view/data?page=nothing", "“nothing”"),
        ("view/data?table=nothing", "“nothing”"),
        ("view/data?cites=nothing", "“nothing”"),
        ("view/compare?metals=gallium,unobtainium", "“unobtainium”"),
        ("view/compare?base=soon", "“soon”"),
        ("view/metals?columns=status,weather", "“weather”"),
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


def test_more_metals_than_can_be_compared_are_refused(store):
    metals = ",".join(list(store.metals)[:9])
    request, (fault,) = read(f"minor-metals:view/compare?metals={metals}", store)
    assert fault == "At most 8 metals can be compared. Remove one first." and not request.options


def test_metals_are_compared_by_any_name_and_each_once(store):
    request, faults = read("minor-metals:view/compare?metals=Ga,%E9%92%A8,gallium", store)
    assert not faults and dict(request.options) == {"metals": "gallium,tungsten"}


def test_what_opens_a_metal_shows_the_list_again():
    state = AppState()
    for act in (
        lambda: state.set_tab("prices"),
        lambda: state.open_record("document", "cn-2024-46"),
        lambda: state.request_filter("licence"),
    ):
        state.set_option("metals", "layout", "table")
        act()
        assert state.view == "metals" and state.options("metals")["layout"] == "list"

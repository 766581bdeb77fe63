"""What a chosen row of the search does to the state of the window."""

from datetime import date

import pytest
from PySide6.QtTest import QSignalSpy

from explorer.data.finding.rows import Action
from explorer.models.search_actions import apply_action
from explorer.models.state import AppState


@pytest.fixture
def state():
    state = AppState("copper")
    state.set_context(day=date(2026, 11, 27), destination="USA")
    return state


def test_a_metal_opens_on_a_tab_for_a_day_and_places(store, state):
    action = Action("open_metal", metal="gallium", tab="prices", day=date(2024, 12, 10), destination="JPN")
    assert apply_action(store, state, action) == ""
    assert (state.metal_id, state.tab) == ("gallium", "prices")
    assert (state.context.as_of, state.context.origin, state.context.destination) == (
        date(2024, 12, 10),
        "CHN",
        "JPN",
    )


def test_a_metal_without_a_tab_keeps_the_open_one(store, state):
    state.set_tab("supply")
    apply_action(store, state, Action("open_metal", metal="gallium"))
    assert (state.metal_id, state.tab) == ("gallium", "supply")


def test_the_day_that_is_shown_goes_on_following_the_clock(store):
    state = AppState("copper")
    apply_action(
        store, state, Action("open_metal", metal="gallium", day=state.context.as_of, destination="JPN")
    )
    assert state.follows_today and state.context.destination == "JPN"


def test_an_item_is_selected_on_its_measure(store, state):
    item = store.items["cn-2023-23-1-1"]
    action = Action(
        "open_item", metal=item.metal_id, tab="controls", measure=item.measure_id, item=item.item_id
    )
    assert apply_action(store, state, action) == ""
    assert (state.metal_id, state.tab) == ("gallium", "controls")
    assert (state.selected_measure, state.selected_item) == (item.measure_id, item.item_id)


def test_an_item_of_another_origin_sets_that_origin(store, state):
    item = store.items["eu-2021-821-1c226"]
    apply_action(
        store, state, Action("open_item", metal=item.metal_id, measure=item.measure_id, item=item.item_id)
    )
    assert state.context.origin == "EUU"
    state.set_context(origin="DEU")  # a member, whose exports it controls as well
    apply_action(
        store, state, Action("open_item", metal=item.metal_id, measure=item.measure_id, item=item.item_id)
    )
    assert state.context.origin == "DEU"


@pytest.mark.parametrize(
    ("action", "record"),
    [
        (Action("open_document", record="cn-2024-46"), ("document", "cn-2024-46")),
        (Action("open_claim", record="25-rare-metals"), ("claim", "25-rare-metals")),
    ],
)
def test_a_document_or_a_claim_opens_without_another_metal(store, state, action, record):
    assert apply_action(store, state, action) == ""
    assert state.record == record and state.metal_id == "copper"


def test_an_answer_opens_for_the_day_and_the_places(store, state):
    action = Action(
        "open_answer",
        day=date(2026, 11, 10),
        destination="DEU",
        question="what changed on 10 Nov 2026",
        asked=date(2026, 11, 27),
    )
    assert apply_action(store, state, action) == ""
    assert state.record == ("answer", "what changed on 10 Nov 2026") and state.asked == date(2026, 11, 27)
    assert (state.context.as_of, state.context.destination) == (date(2026, 11, 10), "DEU")


def test_a_list_filters_and_opens_its_answer(qtbot, store, state):
    asked = QSignalSpy(state.filterRequested)
    apply_action(store, state, Action("filter", status="prohibition", question="what is banned"))
    assert asked.count() == 1 and state.record == ("answer", "what is banned")


def test_an_item_shows_the_verdict_on_the_code_by_which_it_was_found(store, state):
    item = store.items["cn-2023-23-1-1"]
    action = Action(
        "open_item", metal="gallium", measure=item.measure_id, item=item.item_id, code="8112 92 89"
    )
    apply_action(store, state, action)
    assert state.code == "8112 92 89" and state.selected_item == item.item_id
    state.set_metal("germanium")
    assert state.code == ""


def test_a_source_is_selected_with_a_metal_that_cites_it(store, state):
    assert apply_action(store, state, Action("open_source", record="usgs-mcs-2026-gallium")) == ""
    assert (state.metal_id, state.tab) == ("gallium", "sources")
    assert state.selected_source == "usgs-mcs-2026-gallium"


def test_a_source_of_the_metal_shown_keeps_it(store, state):
    source_id = next(iter(store.sources_of("copper")))
    apply_action(store, state, Action("open_source", record=source_id))
    assert state.metal_id == "copper"


def test_a_source_that_no_metal_cites_is_given_as_a_sentence(store, state):
    cited = {source for metal in store.metals for source in store.sources_of(metal)}
    source = next(s for s in store.sources.values() if s.source_id not in cited)
    assert source.title in apply_action(store, state, Action("open_source", record=source.source_id))
    assert state.metal_id == "copper"


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (Action("set_day", day=date(2024, 12, 10)), "As of 10 Dec 2024"),
        (Action("set_origin", origin="IDN"), "Exports from Indonesia"),
        (Action("set_destination", destination="VNM"), "Destination: Vietnam"),
    ],
)
def test_what_was_set_is_said(store, state, action, sentence):
    assert apply_action(store, state, action) == sentence
    context = state.context
    assert sentence.split()[-1] in (str(context.as_of.year), "Indonesia", "Vietnam")


def test_a_filter_is_asked_for(qtbot, store, state):
    asked = QSignalSpy(state.filterRequested)
    assert apply_action(store, state, Action("filter", status="prohibition", destination="JPN")) == ""
    assert asked.count() == 1 and asked.at(0) == ["prohibition"]
    assert state.context.destination == "JPN"

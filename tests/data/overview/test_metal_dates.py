"""The dates ahead of one metal, against days worked out from the notices."""

from datetime import date

from explorer.data.context import Context
from explorer.data.overview.calendar_entries import dates_as_calendar
from explorer.data.overview.metal_dates import metal_dates_ahead
from explorer.data.store import Store
from tests.data.calendar_parser import events_of

GERMANY = Context(date(2026, 11, 28), "CHN", "DEU")


def test_the_dates_are_those_of_the_measures_of_the_metal(store: Store) -> None:
    """Announcement 89 of 2025 ends on 31 Dec 2026; the statement of 28 Sep 2026 pauses others until 10 Jan 2027."""
    found = metal_dates_ahead(store, "dysprosium", GERMANY)
    assert {entry.day for entry in found} == {date(2026, 12, 31), date(2027, 1, 10)}
    assert all(measure.target("dysprosium") for entry in found for measure in entry.measures)
    assert not any("named companies" in entry.words for entry in found)


def test_the_destination_adds_its_own_dates(store: Store) -> None:
    to_united_states = Context(date(2026, 11, 20), "CHN", "USA")
    days = {entry.day for entry in metal_dates_ahead(store, "gallium", to_united_states)}
    assert date(2026, 11, 27) in days
    assert metal_dates_ahead(store, "gallium", Context(date(2026, 11, 20), "CHN", "DEU")) == ()


def test_they_are_entries_of_a_calendar_file(store: Store) -> None:
    found = metal_dates_ahead(store, "dysprosium", GERMANY)
    events = events_of(dates_as_calendar(store, found))
    assert len(events) == len(found) and all("dysprosium" in event["DESCRIPTION"] for event in events)

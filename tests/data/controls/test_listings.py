"""The state of a listing on a day, on synthetic listings and on rows of the frozen edition read by hand."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.controls.legal_records import Listing
from explorer.data.controls.listings import listing_state, listing_words
from explorer.data.records import Measure
from explorer.data.store import Store
from tests.data.builders import event, measure

LISTING = Listing("m", "p", "1", "2025-03-04", None, None, None, None, "high", ("s",), None)
BAN = measure(announced="2025-03-04", effective="2025-03-04")


def words(listing: Listing, day: str, of: Measure = BAN) -> str:
    return listing_words(listing, of, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("measure_id", "day", "expected"),
    [
        # Announcement 13 of 2025: in force from 4 March, ended from 10 November 2025.
        ("cn-2025-13", "2025-03-03", "not listed yet"),
        ("cn-2025-13", "2025-03-04", "in force"),
        ("cn-2025-13", "2025-11-09", "in force"),
        ("cn-2025-13", "2025-11-10", "listed, measures stopped since 10 Nov 2025"),
        ("cn-2025-13", "2026-12-01", "listed, measures stopped since 10 Nov 2025"),
        # Announcement 22 of 2025: announced on 9 April, effective on 10 April, paused from 14 May, ended 12 August.
        ("cn-2025-22", "2025-04-08", "not listed yet"),
        ("cn-2025-22", "2025-04-09", "announced"),
        ("cn-2025-22", "2025-04-10", "in force"),
        ("cn-2025-22", "2025-05-14", "paused until 12 Aug 2025 (presumed)"),
        ("cn-2025-22", "2025-08-11", "paused until 12 Aug 2025 (presumed)"),
        ("cn-2025-22", "2025-08-12", "listed, measures stopped since 12 Aug 2025"),
        # Announcement 21 of 2025: the pause continues until 10 January 2027 by a statement only.
        ("cn-2025-21", "2026-11-28", "paused until 10 Jan 2027 (presumed)"),
        ("cn-2025-21", "2027-01-11", "in force (presumed)"),
    ],
)
def test_a_listing_has_the_state_of_its_measure(
    store: Store, measure_id: str, day: str, expected: str
) -> None:
    listings = store.rows(Listing, measure_id=measure_id)
    assert {words(x, day, store.measures[measure_id]) for x in listings} == {expected}


def test_a_party_that_is_added_later_is_not_listed_before() -> None:
    added = replace(LISTING, listed="2025-06-01")
    assert words(added, "2025-05-31") == "not listed yet"
    assert words(added, "2025-06-01") == "in force"


def test_a_removal_takes_a_party_off_the_list() -> None:
    removed = replace(LISTING, removed="2025-07-01")
    assert words(removed, "2025-06-30") == "in force"
    assert words(removed, "2025-07-01") == "removed on 1 Jul 2025"
    assert not listing_state(removed, BAN, date(2025, 7, 1)).is_listed
    ended = replace(BAN, expires="2025-05-31")
    assert words(removed, "2025-06-30", ended) == "listed, measures stopped since 1 Jun 2025"
    assert listing_state(removed, ended, date(2025, 6, 30)).is_listed


def test_a_party_can_be_paused_by_itself() -> None:
    paused = replace(LISTING, suspended_from="2025-04-01", suspended_until="2025-04-30", basis="text")
    assert words(paused, "2025-03-31") == "in force"
    assert words(paused, "2025-04-30") == "paused until 30 Apr 2025"
    assert words(paused, "2025-05-01") == "in force (presumed)"
    stated = replace(paused, basis="statement", suspended_until=None)
    assert words(stated, "2030-01-01") == "paused (presumed)"


def test_measures_that_stopped_during_a_pause_of_the_party_have_stopped() -> None:
    paused = replace(LISTING, suspended_from="2025-04-01", suspended_until="2025-12-31", basis="text")
    repealed = replace(BAN, events=(event("2025-06-01", "repealed"),))
    assert words(paused, "2025-05-31", repealed) == "paused until 31 Dec 2025"
    assert words(paused, "2025-06-01", repealed) == "listed, measures stopped since 1 Jun 2025"

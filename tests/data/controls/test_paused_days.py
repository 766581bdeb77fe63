"""Days on which a measure is paused although something is due, against the notices of October and November 2025.

Announcements 55 to 58 and 61 of 2025 were due on 8 Nov and 1 Dec 2025. Announcement 70 paused them on 7 Nov 2025 until
10 Nov 2026; a statement of 28 Sep 2026 says until 10 Jan 2027.
"""

from datetime import date

import pytest

from explorer.data.controls.documents import events_of
from explorer.data.controls.event_texts import event_text
from explorer.data.controls.paused_days import DUE, goes_on, listed_events, paused_on
from explorer.data.finding.calendar import happenings


def words(store, measure_id: str, on: date) -> list[str]:
    return [event_text(e.event, "", on, e.pause) for e in events_of(store, [store.measures[measure_id]])]


def test_a_measure_that_was_paused_before_its_day_is_not_said_to_have_taken_effect(store):
    assert words(store, "cn-2025-61-12", date(2026, 11, 27)) == [
        "9 Oct 2025: announced",
        "7 Nov 2025: paused until 10 Nov 2026",
        "1 Dec 2025: was due to take effect; paused on that day, until 10 Nov 2026",
        "28 Sep 2026: paused until 10 Jan 2027; based only on a statement",
    ]
    assert words(store, "cn-2025-61-12", date(2025, 11, 30))[2] == (
        "1 Dec 2025: due to take effect; paused on that day, until 10 Nov 2026"
    )


def test_a_pause_by_a_statement_alone_is_presumed(store):
    """The ban for Japanese military users reaches these items on 11 Nov 2026, after the pause by the notice."""
    due = words(store, "cn-2026-1-mil-d", date(2026, 11, 27))[-1]
    assert due == "11 Nov 2026: was due to take effect; paused on that day, until 10 Jan 2027 (presumed)"


def test_a_measure_that_took_effect_has_its_own_events_only(store):
    measure = store.measures["cn-2024-46-2a"]
    assert listed_events(measure) == measure.events
    assert paused_on(measure, date(2024, 12, 3)) is None


def test_every_day_that_fell_into_a_pause_is_listed_once(store):
    for measure in store.measures.values():
        due = [e for e in listed_events(measure) if e.event == DUE]
        is_paused = measure.effective and paused_on(
            measure, date.fromisoformat(f"{measure.effective}-01-01"[:10])
        )
        assert len(due) == (1 if is_paused else 0)


def test_a_pause_goes_on_only_where_the_rule_says_so(store):
    assert goes_on(store.measures["cn-2025-57"], "2026-11-10").until == "2027-01-10"
    assert goes_on(store.measures["cn-2025-57"], "2026-11-10").presumed
    assert goes_on(store.measures["cn-2025-57"], "2027-01-10") is None
    assert goes_on(store.measures["cn-2024-46-2a"], "2026-11-27") is None


@pytest.mark.parametrize(
    ("day", "document", "text"),
    [
        (date(2025, 12, 1), "cn-2025-61", "due to take effect, but paused"),
        (date(2026, 11, 10), "cn-2025-57", "last day of a pause; the pause continues (presumed)"),
        (date(2026, 11, 27), "cn-2024-46", "last day of the pause"),
        (date(2025, 4, 4), "cn-2025-18", "announced and effective"),
    ],
)
def test_what_happened_on_a_day(store, day, document, text):
    (found,) = (h for h in happenings(store, day, day) if h.instrument_id == document)
    assert found.words == text

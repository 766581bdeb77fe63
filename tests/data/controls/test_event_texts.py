"""The events of a measure in words."""

from datetime import date

import pytest

from db.words import EVENTS
from explorer.data.controls.event_texts import event_text, is_later
from explorer.data.dates import show
from tests.data.builders import event


@pytest.mark.parametrize(
    ("on", "text"),
    [(date(2026, 10, 8), "1 Jan 2028: will expire"), (date(2028, 1, 1), "1 Jan 2028: expired")],
)
def test_an_event_after_the_as_of_date_is_in_the_future_tense(store, on, text):
    expiry = next(e for m in store.measures.values() for e in m.events if e.date == "2028-01-01")
    assert expiry.event == "expired" and event_text(expiry, "", on) == text
    assert is_later(expiry, on) is (on < date(2028, 1, 1))


@pytest.mark.parametrize("on", [date(1900, 1, 1), date(2100, 1, 1)])
def test_every_event_has_its_day_document_end_and_basis(store, on):
    for entry in (e for m in store.measures.values() for e in m.events):
        document = "Announcement 1" if entry.by_instrument_id else ""
        text = event_text(entry, document, on)
        assert text.startswith(show(entry.date)) and document in text
        assert not entry.until or f"until {show(entry.until)}" in text
        assert ("based only on a statement" in text) is (entry.basis == "statement")
        assert (": will be " in text or ": will take " in text or ": will expire" in text) is (
            on.year == 1900
        )


@pytest.mark.parametrize("kind", EVENTS)
@pytest.mark.parametrize("document", ["", "Announcement 1"])
def test_every_event_that_the_data_allow_has_a_text(kind, document):
    entry = event("2027-03-01", kind)
    assert event_text(entry, document, date(2028, 1, 1)).startswith("1 Mar 2027: ")
    assert event_text(entry, document, date(2026, 1, 1)).startswith("1 Mar 2027: will ")

"""The events of a measure in words."""

from datetime import date

import pytest

from explorer.data.dates import show
from explorer.ui.cards.measure_events import event_text, is_later


@pytest.mark.parametrize(
    ("on", "text"),
    [(date(2026, 10, 8), "1 Jan 2028: will expire"), (date(2028, 1, 1), "1 Jan 2028: expired")],
)
def test_an_event_after_the_as_of_date_is_in_the_future_tense(store, on, text):
    event = next(e for m in store.measures.values() for e in m.events if e.date == "2028-01-01")
    assert event.event == "expired" and event_text(event, "", on) == text
    assert is_later(event, on) is (on < date(2028, 1, 1))


@pytest.mark.parametrize("on", [date(1900, 1, 1), date(2100, 1, 1)])
def test_every_event_has_its_day_document_end_and_basis(store, on):
    for event in (e for m in store.measures.values() for e in m.events):
        document = "Announcement 1" if event.by_instrument_id else ""
        text = event_text(event, document, on)
        assert text.startswith(show(event.date)) and document in text
        assert not event.until or f"until {show(event.until)}" in text
        assert ("based only on a statement" in text) is (event.basis == "statement")
        assert (": will be " in text or ": will take " in text or ": will expire" in text) is (
            on.year == 1900
        )

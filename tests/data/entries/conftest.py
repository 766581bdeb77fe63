"""Entries as a user would add them, and the store that has them."""

from collections.abc import Callable
from datetime import date

import pytest

from explorer.data.entries.apply import with_entries
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry, EventFacts, MeasureFacts, Notice

READ = date(2026, 11, 28)
NOTICE = Notice("Announcement 80 of 2026", "https://www.mofcom.gov.cn/80.html", READ.isoformat())
REFUSAL = "cn-2024-46-2a"
With = Callable[..., Store]


def entry(facts: EventFacts | MeasureFacts, number: int = 1, *, is_on: bool = True) -> Entry:
    return Entry(f"own_{number:08x}", facts, NOTICE, READ.isoformat(), is_on)


def pause(
    until: str | None = "2027-11-10", measure_id: str = REFUSAL, first: str = "2026-11-28"
) -> EventFacts:
    return EventFacts(measure_id, "suspended", first, until)


@pytest.fixture
def with_(store: Store) -> With:
    """Return the edition with some entries."""
    return lambda *entries: with_entries(store, entries)

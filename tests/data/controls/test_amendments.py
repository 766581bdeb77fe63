"""The document that last amended a measure, against the events in measure_events.csv."""

from datetime import date

import pytest

from explorer.data.controls.amendments import amending_document, name_with_amendment
from explorer.data.store import Store


@pytest.mark.parametrize(
    ("measure", "on", "document"),
    [
        ("cn-2023-23", "2024-11-30", None),
        ("cn-2023-23", "2024-12-01", "cn-2024-51"),
        ("cn-2024-46-x", "2026-11-27", "cn-2025-72"),
        ("cn-2024-46-x", "2026-11-28", None),  # that change ends on 27 Nov 2026
        ("cn-2024-46-1", "2026-10-01", None),
    ],
)
def test_a_change_counts_from_its_day_to_its_end(
    store: Store, measure: str, on: str, document: str | None
) -> None:
    found = amending_document(store, store.measures[measure], date.fromisoformat(on))
    assert (found.instrument_id if found is not None else None) == document


def test_a_measure_is_named_with_the_document_that_last_changed_it(store: Store) -> None:
    day, licence, ban = date(2026, 10, 1), store.measures["cn-2023-23"], store.measures["cn-2024-46-1"]
    assert name_with_amendment(store, licence, day) == (
        "Announcement 23 of 2023, as last amended by Announcement 51 of 2024"
    )
    assert name_with_amendment(store, ban, day) == "Announcement 46 of 2024, section 1"

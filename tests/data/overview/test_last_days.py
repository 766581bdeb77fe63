"""The words for a last day name the new last day of a pause that continues, where one is on file."""

import pytest

from explorer.data.controls.status import SUSPENDED, State
from explorer.data.finding.calendar import LAST_DAY, LAST_DAY_OF_PAUSE, PAUSE_GOES_ON, PAUSE_PRESUMED
from explorer.data.overview.last_days import last_day_text
from explorer.data.store import Store


@pytest.mark.parametrize(
    ("kind", "until", "words"),
    [
        (LAST_DAY, None, "Last day: licence requirement"),
        (LAST_DAY_OF_PAUSE, "2027-01-10", "Last day of the pause: licence requirement"),
        (PAUSE_GOES_ON, None, "Last day of a pause that continues: licence requirement"),
        (
            PAUSE_GOES_ON,
            "2027-01-10",
            "Last day of a pause that continues until 10 Jan 2027: licence requirement",
        ),
        (
            PAUSE_PRESUMED,
            None,
            "Last day of a pause that continues by a statement only: licence requirement",
        ),
        (
            PAUSE_PRESUMED,
            "2027-01-10",
            "Last day of a pause that continues until 10 Jan 2027 by a statement only: licence requirement",
        ),
    ],
)
def test_a_last_day_in_words(store: Store, kind: str, until: str | None, words: str) -> None:
    after = State(SUSPENDED, kind == PAUSE_PRESUMED, until, your_entry=False)
    assert last_day_text(kind, [store.measures["cn-2025-57"]], after) == words

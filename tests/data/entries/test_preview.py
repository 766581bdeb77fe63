"""What an entry changes, in words."""

from datetime import date

from explorer.data.entries.apply import with_entries
from explorer.data.entries.preview import preview_words, status_changes
from explorer.data.store import Store
from explorer.data.user.entry_records import EventFacts, MeasureFacts
from tests.data.entries.conftest import REFUSAL, entry, pause

TODAY = date(2026, 11, 28)


def test_every_status_that_an_entry_changes_is_named(store: Store) -> None:
    assert preview_words(store, entry(pause()), TODAY)[1] == (
        "gallium, China to the United States, on 28 Nov 2026: “refusal paused (your entry)” instead of "
        "“refused in principle (presumed)”."
    )


def test_a_later_change_has_its_first_day(store: Store) -> None:
    changes = status_changes(store, entry(pause()), date(2026, 11, 20))
    assert {c.context.as_of for c in changes} == {date(2026, 11, 28)}


def test_an_entry_that_changes_nothing_says_so(store: Store) -> None:
    nothing = preview_words(store, entry(EventFacts(REFUSAL, "amended", "2026-11-28")), TODAY)
    assert nothing == ["No status changes on 28 Nov 2026 or later."]


def test_the_entry_itself_does_not_count_before_it(store: Store) -> None:
    saved = entry(pause())
    assert status_changes(with_entries(store, [saved]), saved, TODAY) == status_changes(store, saved, TODAY)


def test_a_new_measure_changes_the_status_of_its_metal(store: Store) -> None:
    facts = MeasureFacts("A", "CHN", "JPN", "prohibition", ("bismuth",), effective="2026-12-01")
    [change] = status_changes(store, entry(facts), TODAY)
    assert (change.metal_id, change.context.destination, change.after) == (
        "bismuth",
        "JPN",
        "ban (your entry)",
    )
    assert change.context.as_of == date(2026, 12, 1)

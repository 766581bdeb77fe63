"""The changes of a measure's state: their days, kinds and documents, on the frozen edition and on generated lives."""

from datetime import date, timedelta

from hypothesis import given

from explorer.data.controls.change_texts import basis_text, change_text
from explorer.data.controls.state_changes import (
    CONFIRMED,
    PAUSE_CONTINUED,
    PAUSE_OVER,
    PAUSED,
    RETURNED,
    STARTED,
    STATEMENT_ONLY,
    TERM_ENDED,
    StateChange,
    StateChanges,
    pause_notice,
)
from explorer.data.controls.status import ANNOUNCED, ENDED, state_on
from explorer.data.records import Measure
from explorer.data.store import Store
from tests.data.builders import event, measure
from tests.data.lives import DAYS, examples, measures


def changes_of(store: Store, found: Measure) -> tuple[StateChange, ...]:
    return StateChanges(store).of_measure(found)


def kinds_of(store: Store, found: Measure) -> list[tuple[str, str]]:
    return [(change.published, change.kind) for change in changes_of(store, found)]


def test_the_life_of_a_ban_that_was_paused_by_another_document(store: Store) -> None:
    """Announcement 46 of 2024, section 2: in force 3 Dec 2024, paused 9 Nov 2025 to 27 Nov 2026 by 72 of 2025."""
    in_force, paused, returned = changes_of(store, store.measures["cn-2024-46-2a"])
    assert (in_force.day, in_force.kind, in_force.document.instrument_id) == (
        date(2024, 12, 3),
        STARTED,
        "cn-2024-46",
    )
    assert (paused.day, paused.kind, paused.document.instrument_id) == (
        date(2025, 11, 9),
        PAUSED,
        "cn-2025-72",
    )
    assert (returned.day, returned.kind, returned.document.instrument_id) == (
        date(2026, 11, 28),
        RETURNED,
        "cn-2025-72",
    )
    assert [c.lapsed for c in (in_force, paused, returned)] == [False, False, True]
    assert basis_text(returned) == "presumed: text of Announcement 72 of 2025; no notice confirms this"
    assert change_text(returned, [returned.measure]) == "In force again (presumed): refusal in principle"


def test_a_pause_by_text_that_goes_on_by_a_statement(store: Store) -> None:
    """Announcement 57 of 2025: never in force, paused to 10 Nov 2026 by 70 of 2025, then by a statement only."""
    found = changes_of(store, store.measures["cn-2025-57"])
    assert [(c.published, c.kind, c.document.instrument_id) for c in found] == [
        ("2025-10-09", ANNOUNCED, "cn-2025-57"),
        ("2025-11-07", PAUSED, "cn-2025-70"),
        ("2026-09-28", PAUSE_CONTINUED, "cn-2026-09-28-kl"),
        ("2026-11-11", STATEMENT_ONLY, "cn-2026-09-28-kl"),
        ("2027-01-11", STARTED, "cn-2026-09-28-kl"),
    ]
    assert [c.by_statement for c in found] == [False, False, True, True, True]
    assert [c.after.presumed for c in found] == [False, False, False, True, True]
    texts = [change_text(c, [c.measure]) for c in found]
    assert texts[2] == "Pause continues until 10 Jan 2027 by a statement only: licence requirement"
    assert texts[3] == "Now paused by a statement only, until 10 Jan 2027: licence requirement"
    assert texts[4] == "In force (presumed): licence requirement"
    assert basis_text(found[4]).startswith("presumed: end of the pause set by Statement of 28 September 2026")


def test_a_measure_that_expires_ends_by_its_own_document_unless_an_event_names_another(store: Store) -> None:
    own = changes_of(store, store.measures["cn-2025-89"])[-1]
    other = changes_of(store, store.measures["zw-lithium-quota-2026"])[-1]
    assert (own.day, own.kind, own.document.instrument_id) == (date(2027, 1, 1), TERM_ENDED, "cn-2025-89")
    assert (other.day, other.kind, other.document.instrument_id) == (
        date(2027, 1, 1),
        ENDED,
        "zw-lithium-2027",
    )


def test_a_month_counts_from_its_first_day_and_stays_a_month(store: Store) -> None:
    last = changes_of(store, store.measures["zw-lithium-2027"])[-1]
    assert (last.day, last.published, last.kind) == (date(2027, 1, 1), "2027-01", STARTED)


def test_the_notice_of_a_pause_is_named_unless_a_statement_alone_pauses_the_measure(store: Store) -> None:
    """measure_events.csv: cn-2024-46-2a is paused by cn-2025-72, cn-2025-57 from 28 Sep 2026 by a statement."""
    refusal, licence = store.measures["cn-2024-46-2a"], store.measures["cn-2025-57"]
    assert pause_notice(store, refusal, date(2026, 10, 1)) == "Announcement 72 of 2025"
    assert pause_notice(store, refusal, date(2025, 11, 8)) == ""
    assert pause_notice(store, licence, date(2026, 9, 27)) == "Announcement 70 of 2025"
    assert pause_notice(store, licence, date(2026, 9, 28)) == ""


def test_the_ends_of_a_pause(store: Store) -> None:
    pause = event("2025-02-01", "suspended", "2025-02-28")
    resumed = event("2025-02-10", "resumed")
    confirmed = event("2025-04-01", "effective")
    assert kinds_of(store, measure(events=(pause, resumed)))[1:] == [
        ("2025-02-01", PAUSED),
        ("2025-02-10", RETURNED),
    ]
    assert kinds_of(store, measure(events=(pause, confirmed)))[2:] == [
        ("2025-03-01", RETURNED),
        ("2025-04-01", CONFIRMED),
    ]
    later = measure(effective="2025-06-01", events=(pause,))
    assert kinds_of(store, later) == [
        ("2025-01-01", ANNOUNCED),
        ("2025-02-01", PAUSED),
        ("2025-03-01", PAUSE_OVER),
        ("2025-06-01", STARTED),
    ]


@examples(150)
@given(measures())
def test_the_changes_are_those_of_the_status_rule(store: Store, found: Measure) -> None:
    """On every day the state is that after the last change, and every change has words."""
    changes = changes_of(store, found)
    for on in DAYS:
        begun = [c for c in changes if c.day <= on]
        assert state_on(found, on) == (begun[-1].after if begun else None)
    for change in changes:
        assert change.before == state_on(found, change.day - timedelta(days=1))
        assert change.before != change.after
        assert change_text(change, [found]) and basis_text(change)

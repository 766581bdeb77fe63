"""What a pause rests on, worked out for made-up measures of 2025 (day 0 is 1 January)."""

from datetime import date

import pytest

from explorer.data.controls.pauses import basis, basis_words, lapse_words, returns_on, start_words
from explorer.data.controls.status import MeasureStatus, state_on
from explorer.data.records import Measure
from tests.data.builders import event, measure


def found(paused_measure: Measure, on: date) -> MeasureStatus:
    state = state_on(paused_measure, on)
    assert state is not None
    return MeasureStatus(paused_measure, state.name, state.presumed, state.until, None)


TEXT = event("2025-02-01", "suspended", "2025-03-31")
STATEMENT = event("2025-03-15", "suspended", "2025-05-31", "statement")


def test_a_text_then_a_statement() -> None:
    paused_measure = measure(events=(TEXT, STATEMENT))
    rests_on = basis(paused_measure, date(2025, 3, 20))
    assert rests_on is not None
    assert (rests_on.until, rests_on.text_until, rests_on.statement) == (
        "2025-05-31",
        "2025-03-31",
        "2025-03-15",
    )
    assert rests_on.in_force_by_text == date(2025, 4, 1)
    before, after = found(paused_measure, date(2025, 3, 31)), found(paused_measure, date(2025, 4, 1))
    assert basis_words(before, date(2025, 3, 31)) == (
        "The notice pauses it until 31 Mar 2025; after that, only a statement of 15 Mar 2025 says that the pause "
        "continues until 31 May 2025."
    )
    assert basis_words(after, date(2025, 4, 1)) == (
        "Unclear: according to the notices on file, it has been in force since 1 Apr 2025; a statement "
        "of 15 Mar 2025 says that the pause continues until 31 May 2025. No notice confirms this."
    )
    assert returns_on(after) == date(2025, 6, 1)
    assert lapse_words(found(paused_measure, date(2025, 6, 1)), date(2025, 6, 1), "2025-05-01") == (
        "Presumed: the pause ended on 31 May 2025 and no later notice is on file (checked to 1 May "
        "2025). The pause was based only on a statement; according to the notices on file, the measure "
        "has been in force since 1 Apr 2025."
    )


def test_a_statement_alone_is_unclear() -> None:
    paused_measure = measure(effective="2025-07-01", events=(STATEMENT,))
    assert basis_words(found(paused_measure, date(2025, 4, 1)), date(2025, 4, 1)) == (
        "Unclear: only a statement of 15 Mar 2025 says that it is paused, and no notice confirms this."
    )


def test_a_pause_by_text_needs_no_explanation() -> None:
    paused_measure = measure(events=(TEXT,))
    assert basis_words(found(paused_measure, date(2025, 3, 1)), date(2025, 3, 1)) == ""
    assert lapse_words(found(paused_measure, date(2025, 4, 1)), date(2025, 4, 1), "2025-05-01") == (
        "Presumed: the pause ended on 31 Mar 2025 and no later notice is on file (checked to 1 May 2025)."
    )
    assert basis(paused_measure, date(2025, 1, 31)) is None


@pytest.mark.parametrize(
    ("effective", "events", "on", "words"),
    [
        ("2025-01-01", (TEXT,), "2025-02-10", "1 Jan 2025"),
        ("2025-03-01", (TEXT,), "2025-01-31", "1 Mar 2025"),  # the pause is not yet known
        ("2025-03-01", (TEXT,), "2025-02-01", "due 1 Mar 2025, paused before"),
        ("2025-03-01", (TEXT,), "2025-04-01", "due 1 Mar 2025, paused before"),  # it lapsed later
        ("2025-04-01", (TEXT,), "2025-03-01", "1 Apr 2025"),  # the pause ends the day before
        ("2025-03-01", (event("2025-03-01", "effective"), STATEMENT), "2025-04-01", "1 Mar 2025"),
        ("2025-03", (TEXT,), "2025-02-01", "due Mar 2025, paused before"),
        (None, (), "2025-02-01", "no start date on file"),
    ],
)
def test_the_first_day_in_words(effective: str | None, events: tuple, on: str, words: str) -> None:
    paused_measure, day = measure(effective=effective, events=events), date.fromisoformat(on)
    assert start_words(paused_measure, day) == words
    assert start_words(paused_measure, day, short=True) == words.removesuffix(", paused before")


@pytest.mark.parametrize(
    ("until", "expires", "day"),
    [
        ("2025-03-31", None, date(2025, 4, 1)),
        (None, None, None),
        ("2025-03-31", "2025-03-31", None),  # it ends with the pause
        ("2025-03-31", "2025-04-01", date(2025, 4, 1)),
    ],
)
def test_the_day_on_which_a_paused_measure_applies_again(
    until: str | None, expires: str | None, day: date | None
) -> None:
    paused_measure = measure(expires=expires, events=(event("2025-02-01", "suspended", until),))
    assert returns_on(found(paused_measure, date(2025, 2, 10))) == day


def test_a_later_effective_day_comes_after_the_pause() -> None:
    paused_measure = measure(effective="2025-06-01", events=(event("2025-02-01", "suspended", "2025-03-31"),))
    assert returns_on(found(paused_measure, date(2025, 2, 10))) == date(2025, 6, 1)

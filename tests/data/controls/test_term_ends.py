"""Measures that end because the term in their document runs out, which the data do not call an end for good."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.controls.change_texts import shown_state
from explorer.data.controls.status import state_on
from explorer.data.controls.term_ends import end_sentences, note_sentence, notes_of
from explorer.data.records import MeasureEvent
from tests.data.builders import event, measure

YEARLY = replace(event("2027-01-01", "expired"), note="Annual catalogue; renewed each December.")
LAST, AFTER = date(2026, 12, 31), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("expires", "events", "is_term"),
    [
        ("2026-12-31", (YEARLY,), True),
        ("2026-12-31", (), True),
        (None, (YEARLY,), True),
        (None, (), False),
        ("2026-12-31", (event("2027-01-01", "expired", by="a-statement"),), False),
        ("2026-12-31", (event("2027-01-01", "replaced", by="a-later-notice"),), False),
        ("2026-12-31", (YEARLY, event("2026-06-01", "repealed")), False),
    ],
)
def test_only_an_end_without_a_document_is_that_of_a_term(
    expires: str | None, events: tuple[MeasureEvent, ...], is_term: bool
) -> None:
    found = measure(expires=expires, events=events)
    assert found.ends_with_term is is_term
    assert found.term_note == ("Annual catalogue; renewed each December" if is_term and events else "")


def test_a_term_that_ran_out_is_not_called_an_end() -> None:
    yearly = measure(expires="2026-12-31", events=(YEARLY,))
    replaced = measure(expires="2026-12-31", events=(event("2027-01-01", "replaced", by="a-later-notice"),))
    assert shown_state(yearly, state_on(yearly, LAST)) == "in force"
    assert shown_state(yearly, state_on(yearly, AFTER)) == "term ended"
    assert shown_state(replaced, state_on(replaced, AFTER)) == "ended"


def test_the_sentences_on_the_end_have_the_note_where_nothing_replaces_the_measure() -> None:
    yearly = measure(expires="2026-12-31", events=(YEARLY,))
    assert end_sentences("quota", yearly, LAST, is_replaced=False) == (
        "The term of the quota ends on 31 Dec 2026, and no replacement is on file. "
        "Note on file: “Annual catalogue; renewed each December”."
    )
    assert (
        end_sentences("quota", yearly, AFTER, is_replaced=True)
        == "The term of the quota ended on 31 Dec 2026."
    )
    fixed = measure(expires="2026-12-31", events=(event("2027-01-01", "expired", by="a-statement"),))
    assert end_sentences("ban", fixed, AFTER, is_replaced=False) == (
        "The ban ended on 31 Dec 2026, and no replacement is on file."
    )


def test_equal_notes_are_one() -> None:
    yearly = measure(expires="2026-12-31", events=(YEARLY,))
    assert notes_of((yearly, yearly)) == "Annual catalogue; renewed each December"
    assert note_sentence((measure(expires="2026-12-31"),)) == ""

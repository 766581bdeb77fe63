"""Until when something is paused or in force."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import ask
from explorer.data.store import Store


def answer(store: Store, text: str, day: date, to: str = "ALL") -> str:
    reply = ask(store, text, Context(day, "CHN", to), day)
    assert reply.reading is not None, reply.text
    return reply.text


def test_a_pause_that_is_over_is_named_with_its_end_and_what_is_presumed_since(store: Store) -> None:
    """Announcement 72 of 2025 pauses section 2 of Announcement 46 of 2024 until 27 Nov 2026."""
    text = answer(store, "until when is the pause on the germanium ban to America", date(2026, 11, 28))
    assert text.startswith(
        "Germanium: The pause of the refusal in principle ended on 27 Nov 2026 (Announcement 72 of 2025); the rule is "
        "presumed to be in force from 28 Nov 2026."
    )
    assert "No pause is on file" not in text


def test_on_the_last_day_of_the_pause_it_is_not_over(store: Store) -> None:
    text = answer(store, "until when is the pause on the germanium ban to America", date(2026, 11, 27))
    assert "is paused until 27 Nov 2026" in text and "ended on" not in text


@pytest.mark.parametrize(
    "text", ["until when does the DRC cobalt quota run", "刚果（金）的钴出口配额到什么时候结束？"]
)
def test_the_end_of_a_quota_says_nothing_of_pauses(store: Store, text: str) -> None:
    """cd-cobalt-2025-quota expires on 2027-12-31."""
    found = answer(store, text, date(2026, 11, 28))
    assert (
        "The term of the quota ends on 31 Dec 2027, and no replacement is on file." in found
        and "ause" not in found
    )

"""What changed: with destination, documents and metals, the most important first and the rest counted."""

from datetime import date

from explorer.data.context import Context
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.finding.questions.ask import ask
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def answer(store: Store, text: str, to: str = "ALL") -> str:
    reply = ask(store, text, Context(DAY, "CHN", to), DAY)
    assert reply.reading is not None, reply.text
    return reply.text


def test_a_pause_for_some_users_names_them_and_its_statement(store: Store) -> None:
    """The statement of 28 Sep 2026 prolongs the pause of the ban on US military users (Announcement 46 of 2024)."""
    text = answer(store, "what changed in Chinese export controls last quarter")
    assert (
        "Pause continues until 10 Jan 2027 by a statement only: ban (Statement of 28 September 2026; to US military "
        "users; imposed by Announcement 46 of 2024; "
    ) in text
    assert (
        "ban on named companies (Statement of 28 September 2026; to the United States; imposed by "
        "Announcement 21 of 2025 and Notice 7 of 2025; no metals named)"
    ) in text
    assert "10 Jul 2026: In force: ban (Announcement 29 of 2026; helium)." in text
    assert (
        "24 Jul 2026: In force: ban on named companies (Announcement 30 of 2026; to the European Union;"
        in text
    )


def test_many_metals_are_counted(store: Store) -> None:
    """The ban on US military users names cobalt, holmium, lithium, neodymium and nickel in the frozen edition."""
    assert "cobalt, holmium, lithium and 2 more)" in answer(store, "what changed on 28 Sep 2026")


def test_the_most_important_changes_are_listed_and_the_others_are_on_the_page(store: Store) -> None:
    """Of 2025 the bans and licences on metals come before the 26 lists of companies and the technology controls."""
    text = answer(store, "what changed in 2025")
    listed, _, left = text.partition("The page of this answer has ")
    assert "on named companies" not in listed and "technology control" not in listed
    assert (
        "Paused until 27 Nov 2026: refusal in principle (Announcement 72 of 2025; to the United States"
        in listed
    )
    content = answer_content(store, "what changed in 2025", Context(DAY, "CHN", "ALL"), DAY)
    assert content.listing is not None
    assert len(content.listing.lines) == 8 + int(left.split()[0])


def test_a_rule_that_is_in_force_again_only_by_presumption_says_so(store: Store) -> None:
    text = answer(store, "what changed on 28 Nov 2026", "USA")
    assert (
        "In force again (presumed): refusal in principle (presumed: text of Announcement 72 of 2025; no notice "
        "confirms this"
    ) in text
    assert "to the United States" not in text

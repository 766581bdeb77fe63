"""Measures that a question names by their kind, and the documents on a metal; worked out from measures.csv."""

from datetime import date

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 27)


def reply(store: Store, question: str) -> Reply:
    return ask(store, question, Context(DAY, "CHN", "USA"), DAY)


def test_a_reporting_duty_says_which_goods_it_covers(live_store: Store) -> None:
    """The duty of Indonesia is on ferronickel and nickel pig iron, from 1 Jun to 31 Dec 2026; ore is banned."""
    found = reply(live_store, "nickel ore reporting duty indonesia")
    assert found.reading is not None and found.reading.rule_kinds == ("reporting",)
    assert "ferronickel and nickel pig iron" in found.text and "1 Jun 2026 to 31 Dec 2026" in found.text
    assert "This wording does not name “ore”." in found.text and "Ban on ore of all grades." in found.text


def test_a_rule_that_is_not_on_file_is_not_named_as_another(live_store: Store) -> None:
    found = reply(live_store, "is there a state trading rule for gallium")
    assert "Not on file for exports of gallium from China to the United States" in found.text


def test_the_documents_on_a_metal_are_the_strictest_first(live_store: Store) -> None:
    found = reply(live_store, "Which announcements control antimony?")
    assert found.reading is not None and found.reading.intent == "document"
    first = found.text.index("Announcement 46 of 2024, section 2")
    assert first < found.text.index("Announcement 33 of 2024: licence requirement")
    assert "Announcement 68 of 2025" in found.text


def test_only_documents_of_the_kind_that_is_asked_for_are_named(live_store: Store) -> None:
    found = reply(live_store, "which announcement introduced the germanium licence")
    assert "Announcement 23 of 2023" in found.text and "Announcement 46 of 2024" not in found.text

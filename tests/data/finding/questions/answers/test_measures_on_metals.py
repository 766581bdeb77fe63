"""Measures that a question names by their kind, and the documents on a metal; worked out from measures.csv."""

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    "question",
    [
        "which announcement controls gallium on 10 Dec 2024",
        "which notice applies to gallium on 10 Dec 2024",
        "which announcement controls gallium as of 10 Dec 2024",
        "哪个公告在2024年12月10日管制镓",
    ],
)
def test_the_documents_of_a_day_are_those_of_the_rules_on_that_day(live_store: Store, question: str) -> None:
    """Announcement 46 of 2024 since 3 Dec 2024; 28 of 2025 came later and replaced 57 of 2023."""
    found = reply(live_store, question)
    assert found.reading is not None and found.reading.intent == "document"
    assert found.reading_text == "gallium · China to the United States · 10 Dec 2024"
    assert found.text.startswith("Gallium on 10 Dec 2024: Announcement 46 of 2024, section 2, first clause: ")
    assert "Announcement 23 of 2023: licence requirement" in found.text
    assert "Announcement 57 of 2023" in found.text and "Announcement 28 of 2025" not in found.text
    assert found.answer is not None and found.answer.action.day == date(2024, 12, 10)


def test_the_documents_of_a_day_are_those_of_the_kind_that_is_asked_for(live_store: Store) -> None:
    found = reply(live_store, "which notice bans gallium to the US on 10 Dec 2024").text
    assert "Announcement 46 of 2024, section 2, first clause: refusal in principle" in found
    assert "Announcement 23 of 2023" not in found


def test_the_documents_of_a_day_to_come_have_the_warning_of_that_day(live_store: Store) -> None:
    found = reply(live_store, "which announcement will control gallium on 10 Dec 2026").text
    assert found.startswith("Gallium on 10 Dec 2026: ") and "not covered" in found


@pytest.mark.parametrize(
    "question",
    [
        "what changed on 3 Dec 2024",
        "which measures took effect on 3 Dec 2024",
        "which announcement imposed controls on gallium on 3 Dec 2024",
        "which announcement on gallium controls was published on 3 Dec 2024",
        "which announcement of 3 Dec 2024 controls gallium",
        "which announcements controlled gallium in 2024",
        "哪个公告在2024年12月3日对镓实施管制",
    ],
)
def test_what_began_or_was_published_on_a_day_is_a_question_about_changes(
    live_store: Store, question: str
) -> None:
    found = reply(live_store, question)
    assert found.reading is not None and found.reading.intent == "changes"

"""The lists of critical materials that a question means by the words and the number in their titles."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import ask
from explorer.data.finding.questions.list_titles import numbers_of
from explorer.data.store import Store

DAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("list_id", "number"),
    [
        ("korea-2023", 33),
        ("korea-2023-strategic", 10),
        ("japan-34", 34),
        ("india-2023", 30),
        ("nato-2024", 12),
    ],
)
def test_a_list_has_as_many_entries_as_its_title_says(store: Store, list_id: str, number: int) -> None:
    assert number in numbers_of(store.lists[list_id])


def test_a_year_and_a_decree_are_no_number_of_entries(store: Store) -> None:
    assert numbers_of(store.lists["indonesia-critical-2023"]) == {47}


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("韩国十大战略关键矿产有哪些", ("korea-2023-strategic",)),
        ("韩国的十种战略关键矿产", ("korea-2023-strategic",)),
        ("韩国的三十三种关键矿产", ("korea-2023",)),
        ("What are Korea's critical minerals", ("korea-2023", "korea-2023-strategic")),
        ("what are the EU strategic raw materials", ("eu-crma-strategic-2024",)),
        ("India's thirty critical minerals", ("india-2023",)),
        ("What is on the NATO list of defence critical raw materials", ("nato-2024",)),
        ("北约国防关键原材料清单有哪些", ("nato-2024",)),
        ("Japan's 34 rare metals", ("japan-34",)),
    ],
)
def test_a_question_means_lists_of_its_issuer(store: Store, text: str, lists: tuple[str, ...]) -> None:
    reading = ask(store, text, Context(DAY, "CHN", "USA"), DAY).reading
    assert reading is not None and set(reading.lists) == set(lists)


@pytest.mark.parametrize(
    "text", ["韩国50种关键矿产有哪些", "韩国的五十种关键矿产", "NATO's 15 defence-critical raw materials"]
)
def test_another_number_is_not_passed_over(store: Store, text: str) -> None:
    assert ask(store, text, Context(DAY, "CHN", "USA"), DAY).reading is None

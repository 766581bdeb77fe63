"""Texts that ask several questions: each is answered, and one that is not understood is named."""

import csv
from datetime import date
from pathlib import Path

import pytest

from explorer.data.context import Context
from explorer.data.finding.answer_pages.content import as_text
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.finding.rows import OPEN_ANSWER
from explorer.data.store import Store

DAY = date(2026, 11, 27)
CONTEXT = Context(DAY, "CHN", "USA")
ONE_IN = 10


def _rows() -> list[dict[str, str]]:
    path = Path(__file__).parent.parent / "questions_in_parts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reply(store: Store, text: str) -> Reply:
    return ask(store, text, CONTEXT, DAY)


def intents(found: Reply) -> list[str]:
    return [part.reading.intent for part in found.parts]


def test_each_part_is_read_as_it_is_meant(live_store: Store) -> None:
    missed = []
    for row in _rows():
        found = reply(live_store, row["question"])
        if found.reading is None:
            missed += [row["question"]] if row["understood"] == "yes" else []
            continue
        assert row["understood"] == "yes", row["question"]
        assert intents(found) == row["intent"].split("+"), row["question"]
        if row["metals"]:
            assert set(found.parts[0].reading.metals) == set(row["metals"].split(";")), row["question"]
        if row["destination"]:
            assert row["destination"] in {p.reading.destination for p in found.parts}, row["question"]
    assert len(missed) * ONE_IN <= len(_rows()), missed


def test_every_part_has_the_metal_and_the_destination_that_one_names(live_store: Store) -> None:
    found = reply(live_store, "may gallium go to Japan, since when is it controlled and who makes it")
    assert [part.question for part in found.parts] == [
        "may gallium go to Japan",
        "since when is it controlled",
        "who makes it",
    ]
    assert {part.reading.metals for part in found.parts} == {("gallium",)}
    assert found.parts[1].reading.destination == "JPN"
    assert found.reading == found.parts[0].reading


def test_an_answer_has_the_sentence_of_each_part_and_the_warning_once(live_store: Store) -> None:
    text = reply(live_store, "may germanium go to Japan and since when is it controlled").text
    assert "Allowed with a licence." in text and "first dual-use licence from 1 Aug 2023" in text
    assert text.count("Checked to") == 1


def test_enter_opens_a_page_with_a_section_for_each_part(live_store: Store) -> None:
    question = "who makes tungsten and what changed for it in 2025"
    found = reply(live_store, question)
    assert found.answer is not None
    action = found.answer.action
    assert (action.kind, action.question, action.day) == (OPEN_ANSWER, question, DAY)
    content = answer_content(live_store, question, CONTEXT, DAY)
    assert content.understood and [s.question for s in content.sections] == [
        "who makes tungsten",
        "what changed for it in 2025",
    ]
    assert content.sections[0].listing is None and content.sections[1].listing is not None
    for section in content.sections:
        assert section.sentences[0] in as_text(content)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("what is gallium used for and who will win the election", "“who will win the election”"),
        ("may antimony go to Italy and how do I apply for a licence", "“how do I apply for a licence”"),
        ("谁生产镓，怎么申请许可证", "“怎么申请许可证”"),
        (
            "which countries produce gallium and which of them restrict exports",
            "“which of them restrict exports”",
        ),
        ("who makes gallium and do they export it to Japan", "“do they export it to Japan”"),
    ],
)
def test_a_part_that_is_not_understood_is_named_and_the_other_suggested(
    live_store: Store, text: str, part: str
) -> None:
    found = reply(live_store, text)
    assert found.reading is None and found.answer is None and found.parts == ()
    assert part in found.text
    assert found.suggestions and reply(live_store, found.suggestions[0]).reading is not None


def test_a_date_in_one_part_is_not_that_of_another_in_silence(live_store: Store) -> None:
    found = reply(live_store, "was gallium controlled in 2024 and what did it cost")
    assert found.reading is None and "“what did it cost”" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "may gallium go to Japan? Can you help?",
        "Hi, can you help me? Who makes gallium?",
        "may gallium go to Japan, yes or no?",
        "is gallium controlled and is it banned",
        "where and by whom is gallium produced",
        "may gallium, which is controlled by China, go to Japan",
    ],
)
def test_a_single_question_has_no_parts(live_store: Store, text: str) -> None:
    found = reply(live_store, text)
    assert found.reading is not None and found.parts == ()


def test_a_question_without_a_year_is_suggested_with_one(live_store: Store) -> None:
    found = reply(live_store, "may gallium go to Japan on 1 December")
    assert found.reading is None and "has no year" in found.text
    assert found.suggestions[0] == "may gallium go to Japan on 1 December 2026"


@pytest.mark.parametrize("text", ["may gallium go to Korea", "where does Korea buy its tungsten"])
def test_korea_is_read_as_the_one_whose_imports_are_on_file(live_store: Store, text: str) -> None:
    found = reply(live_store, text)
    assert found.reading is not None and found.reading.destination == "KOR"
    assert "“Korea” read as South Korea" in found.reading_text


@pytest.mark.parametrize("text", ["who makes graphite in Korea", "may gallium go to Congo"])
def test_a_name_of_two_places_that_the_data_know_alike_is_asked_about(live_store: Store, text: str) -> None:
    found = reply(live_store, text)
    assert found.reading is None and "write which one" in found.text

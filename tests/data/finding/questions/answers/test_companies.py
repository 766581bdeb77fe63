"""Companies: those that produce, those that plan to, and those on lists of named companies."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def reply(store: Store, text: str, to: str = "ALL") -> Reply:
    return ask(store, text, Context(DAY, "CHN", to), DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Which companies produce gallium outside of China?",
        "哪些公司在中国以外生产镓",
        "除了中国还有哪些公司生产镓",
    ],
)
def test_companies_outside_a_place_have_those_with_planned_sites_apart(store: Store, text: str) -> None:
    """producers.csv: DOWA operates in Japan; the plants in Kazakhstan and Greece are planned."""
    found = reply(store, text).text
    built, _, planned = found.partition("Planned: ")
    assert "1 company" in built and "DOWA (Japan)" in built
    assert "Greece" in planned and "Kazakhstan" in planned and "China" not in found


def test_countries_outside_a_place_are_the_others(store: Store) -> None:
    found = reply(store, "who makes germanium besides China")
    assert found.reading is not None and found.reading.excluded == ("CHN",)
    assert "China" not in found.text and "Russia" in found.text
    assert "outside China" in found.reading_text


@pytest.mark.parametrize(
    "text", ["who except Umicore makes germanium", "who supplies Germany with gallium outside China"]
)
def test_a_word_for_what_is_left_out_is_never_passed_over(store: Store, text: str) -> None:
    assert reply(store, text).reading is None


@pytest.mark.parametrize(
    "text",
    [
        "Is Lockheed Martin on China's export control list?",
        "is Lockheed Martin Corp. on the unreliable entity list",
        "洛克希德·马丁公司在不在中国的不可靠实体清单上",
        "美国的洛克希德·马丁公司在中国的出口管制管控名单上吗",
    ],
)
def test_a_company_on_lists_has_each_listing(store: Store, text: str) -> None:
    """measure_parties.csv: cn-2025-1 since 2025-01-02 and cn-uel-2023-1 since 2023-02-16."""
    found = reply(store, text)
    assert "Lockheed Martin Corporation is named by Announcement 1 of 2025" in found.text
    assert "listed on 2 Jan 2025" in found.text and "listed on 16 Feb 2023" in found.text
    assert "Ownership and subsidiaries are not covered." in found.text
    assert found.answer is not None and found.answer.action.record == "cn-2025-1"


def test_a_listing_counts_from_its_day(store: Store) -> None:
    text = reply(store, "was Lockheed Martin on China's export control list on 1 Mar 2023").text
    assert "16 Feb 2023" in text and "2 Jan 2025" not in text


def test_a_name_that_is_not_on_file_is_no_all_clear(store: Store) -> None:
    """The lists name Raytheon Missile Systems and Raytheon Missiles & Defense, but not Raytheon."""
    text = reply(store, "is Raytheon on the unreliable entity list").text
    assert "The name “Raytheon” is not on file in the lists of named companies by China" in text
    assert "Similar names on file: " in text and "Raytheon Missile Systems" in text
    assert "Ownership and subsidiaries are not covered." in text
    other = reply(store, "is Huawei on the US export control list").text
    assert other.startswith("No lists of named companies by the United States are on file.")


@pytest.mark.parametrize(
    "text",
    ["is Huawei on the US entity list", "is steel on China's export control list", "is it on the watch list"],
)
def test_what_is_no_company_or_no_list_on_file_is_refused(store: Store, text: str) -> None:
    assert reply(store, text).reading is None


def test_a_chinese_name_is_found_without_its_place_and_legal_form(store: Store) -> None:
    """parties.csv: 汉翔航空工业股份有限公司, listed on 2025-07-09."""
    text = reply(store, "台湾的汉翔航空工业在不在中国的出口管制管控名单上").text
    assert "Aerospace Industrial Development" in text and "listed on 9 Jul 2025" in text


@pytest.mark.parametrize(
    "text",
    ["which companies are named in Announcement 23 of 2026", "商务部2026年第23号公告点名了哪些企业"],
)
def test_a_document_names_its_companies_with_their_state(store: Store, text: str) -> None:
    """measure_parties.csv: ten firms since 22 June 2026, by name from Aveox to USA Rare Earth."""
    found = reply(store, text)
    assert "named by Announcement 23 of 2026: Aveox, Inc.; " in found.text
    assert "USA Rare Earth, Inc. (in force)." in found.text and found.text.count(";") == 9
    assert found.answer is not None and found.answer.action.record == "cn-2026-23"


def test_a_document_without_companies_on_file_is_no_all_clear(store: Store) -> None:
    text = reply(store, "which firms are mentioned in Announcement 18 of 2025").text
    assert "No companies named by Announcement 18 of 2025 are on file; the text of the document may" in text


@pytest.mark.parametrize(
    "text",
    [
        "which companies are no longer named in Announcement 21 of 2025",
        "which companies are exempt from Announcement 23 of 2026",
        "which companies issued Announcement 23 of 2026",
    ],
)
def test_other_companies_than_those_named_are_not_answered(store: Store, text: str) -> None:
    assert reply(store, text).reading is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "is Mitubishi Materials on China's watch list",
            "Similar names on file: “Mitsubishi Materials Corporation”",
        ),
        ("漢翔航空工業在中國的出口管制管控名單上嗎", "Aerospace Industrial Development Corp. is named by"),
        ("is Skydio on China's control list on 1 March 2025", "After that day, Skydio, Inc. is named by"),
        ("is Leidos on China's control list", "listed, measures stopped since 10 Nov 2025"),
    ],
)
def test_a_question_uses_the_rule_of_the_check_of_names(store: Store, question: str, expected: str) -> None:
    assert expected in reply(store, question).text


@pytest.mark.parametrize(
    "question",
    [
        "请问汉翔航空工业在管控名单吗",
        "请问，汉翔航空工业在管控名单吗",
        "是否汉翔航空工业在管控名单",
        "我想问一下汉翔航空工业在管控名单吗",
        "请问一下汉翔航空工业是否在管控名单上",
        "汉翔航空工业在中国的名单上吗",
    ],
)
def test_words_that_ask_are_no_part_of_a_chinese_name(store: Store, question: str) -> None:
    found = reply(store, question)
    assert found.reading is not None and found.reading.party == "汉翔航空工业"
    assert "Aerospace Industrial Development Corp. is named by" in found.text


@pytest.mark.parametrize("listing", ["China's list", "the Chinese list", "the list of China"])
def test_a_list_of_china_is_one_of_named_companies(store: Store, listing: str) -> None:
    asked = reply(store, f"is Lockheed Martin on {listing}")
    full = reply(store, "is Lockheed Martin on China's export control list")
    assert asked.text == full.text and asked.reading_text == full.reading_text


@pytest.mark.parametrize(
    "question", ["is Huawei on the US list", "is Lockheed Martin on the list", "汉翔航空工业在名单上吗"]
)
def test_a_list_of_no_kind_and_no_place_with_such_lists_is_refused(store: Store, question: str) -> None:
    assert reply(store, question).reading is None

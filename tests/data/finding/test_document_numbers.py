"""The numbers of documents as readers type them."""

import pytest

from explorer.data.finding.document_numbers import documents, documents_of_kind, find_number, whole_number
from explorer.data.store import Store


@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("46 of 2024", 46, "2024"),
        ("46/2024", 46, "2024"),
        ("2024-46", 46, "2024"),
        ("Announcement 46", 46, ""),
        ("announcement no. 46 of 2024", 46, "2024"),
        ("MOFCOM 2024 46", 46, "2024"),
        ("商务部公告2024年第46号", 46, "2024"),
        ("商务部 海关总署公告2025年第10号", 10, "2025"),
        ("第46号公告", 46, ""),
        ("Decision 004", 4, ""),
        ("Regulation (EU) 2021/821", 821, "2021"),
        ("Regulation 2017/852", 852, "2017"),
        ("2017/852号条例", 852, "2017"),
        ("1102/2008号条例", 1102, "2008"),
        ("2022年第213号法定文书", 213, "2022"),
    ],
)
def test_a_text_that_is_a_number(text: str, number: int, year: str) -> None:
    found = whole_number(text)
    assert found is not None and (found.number, found.year) == (number, year)


@pytest.mark.parametrize(
    "text", ["cobalt quota", "10/12/2024", "2024-12-10", "8112.92", "46", "46 tonnes of 2024 ore", ""]
)
def test_a_text_that_is_no_number(text: str) -> None:
    assert whole_number(text) is None


def test_a_number_inside_a_question() -> None:
    found = find_number("what does announcement 46 of 2024 say")
    assert found is not None and (found.start, found.end) == (10, 33)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("46 of 2024", ["cn-2024-46"]),
        ("Announcement 46", ["cn-2024-46"]),
        ("Announcement 1", ["cn-2026-1", "cn-2025-1"]),
        ("Notice 1 of 2025", ["cn-uel-2025-1"]),
        ("10 of 2025", ["cn-2025-10", "cn-uel-2025-10"]),
        ("公告2025年第10号", ["cn-2025-10"]),
        ("Regulation (EU) 2021/821", ["eu-2021-821"]),
        ("Decision 004", ["cd-cobalt-2025-quota"]),
        ("No. 9 of 1999", []),
    ],
)
def test_the_documents_of_a_number(store: Store, text: str, ids: list[str]) -> None:
    found = whole_number(text)
    assert found is not None
    assert [i.instrument_id for i in documents(store, found)] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Regulation 46 of 2024", []),
        ("国务院令第46号", []),
        ("Announcement 46 of 2024", ["cn-2024-46"]),
        ("2017/852号条例", ["eu-2017-852"]),
    ],
)
def test_a_regulation_is_no_announcement(store: Store, text: str, ids: list[str]) -> None:
    found = find_number(text)
    assert found is not None
    assert [i.instrument_id for i in documents_of_kind(store, found)] == ids

"""What is looked up of a copied text, and what is left alone."""

from datetime import date, timedelta

import pytest

from explorer.data.context import Context
from explorer.data.dates import first_day
from explorer.data.finding.copied import LONGEST, look_up
from explorer.data.store import Store

ON_10_DEC_2024 = Context(date(2024, 12, 10), "CHN", "USA")


@pytest.mark.parametrize(
    ("text", "verdict", "pill"),
    [
        ("8112929010", "LISTED", "refused in principle"),
        (" 8112.92.9010\n", "LISTED", "refused in principle"),
        ("3C001.a", "LISTED", "refused in principle"),
        ("811292", "POSSIBLE", "refused in principle"),
        ("85044090", "NO REFERENCE CODE ON FILE", ""),
    ],
)
def test_a_code_has_its_verdict_on_the_day(live_store: Store, text: str, verdict: str, pill: str) -> None:
    found = look_up(live_store, text, ON_10_DEC_2024)
    assert found is not None and found.row is not None
    assert (found.row.verdict, found.row.pill) == (verdict, pill)
    *causes, setting = found.sentences
    assert setting == "Exports from China to the United States as of 10 Dec 2024"
    assert bool(causes) is bool(pill)
    if causes:
        assert causes[0].startswith(
            "refused in principle: Announcement 46 of 2024, section 2, first clause, for item "
        )


def test_a_stricter_measure_that_is_paused_is_named(live_store: Store) -> None:
    found = look_up(live_store, "8112929010", Context(date(2026, 10, 1), "CHN", "USA"))
    assert found is not None
    licence, paused = found.sentences[:2]
    assert licence.startswith(
        "licence: Announcement 23 of 2023, as last amended by Announcement 51 of 2024, for item 3C001.a, Gallium: "
    )
    assert paused.startswith("refusal paused: Announcement 46 of 2024, section 2, first clause")


def test_a_day_after_the_last_check_is_marked(live_store: Store) -> None:
    last = first_day(live_store.edition.verified_to)
    for day, is_marked in ((last, False), (last + timedelta(days=1), True)):
        found = look_up(live_store, "8112929010", Context(day, "CHN", "USA"))
        assert found is not None and found.row is not None
        assert found.sentences[-1].startswith("Checked to ") is is_marked


def test_a_presumed_label_stays_presumed(store: Store) -> None:
    found = look_up(store, "8112929010", Context(date(2026, 11, 28), "CHN", "USA"))
    assert found is not None and found.row is not None
    assert found.row.pill == "refused in principle (presumed)"


@pytest.mark.parametrize("text", ["商务部公告2024年第46号", "Announcement 46 of 2024", "2024-46"])
def test_a_document_has_its_rules_for_the_destination(live_store: Store, text: str) -> None:
    found = look_up(live_store, text, ON_10_DEC_2024)
    assert found is not None and found.row is not None and found.row.key == "cn-2024-46"
    assert "section 1: ban, US military users, in force" in found.sentences
    assert "section 2, first clause: refusal in principle, the United States, in force" in found.sentences
    elsewhere = look_up(live_store, text, Context(date(2024, 12, 10), "CHN", "JPN"))
    assert elsewhere is not None and not any("refusal in principle" in s for s in elsewhere.sentences)


def test_a_document_that_is_not_on_file_is_said_to_be_missing(live_store: Store) -> None:
    found = look_up(live_store, "Announcement 999 of 2026", ON_10_DEC_2024)
    assert found is not None and found.row is None
    assert found.sentences[0] == "No document with this number is on file. It may still exist."


@pytest.mark.parametrize(
    "text",
    ["", "gallium", "1234", "20261128", "2026-99", "0012345678", "9912345678", "12.11.2026", "8112929010\n8110101000",
     "8112929010" + " " * LONGEST + "x", "\x00", "+49 30 1234567", "1,234,567.00"],
)  # fmt: skip
def test_other_texts_are_left_alone(live_store: Store, text: str) -> None:
    assert look_up(live_store, text, ON_10_DEC_2024) is None

"""Rules of the export controls, each broken once in a copy of the facts."""

from pathlib import Path

import pytest
from edited import Copy, line_of

from db import rules_controls as rules

COBALT = "cd-cobalt-2025-quota"
EXPIRED = f"{COBALT}|2028-01-01|expired"
PAUSED = "cn-2024-46-2a|2025-11-09|suspended"


@pytest.mark.parametrize(
    ("key", "cells", "column", "says"),
    [
        (
            f"{COBALT}|2025-10-16|effective",
            {"until": "2026-01-01"},
            "until",
            "Only a suspended or amended event",
        ),
        (PAUSED, {"until": ""}, "until", "A suspended event says until when."),
        (PAUSED, {"until": "2025-11-08"}, "until", "The until is not before the event."),
        (
            "cn-2006-50|2023-12-01|replaced",
            {"by_instrument_id": ""},
            "by_instrument_id",
            "A replaced event names",
        ),
        (
            f"{COBALT}|2025-12-31|amended",
            {"basis": "statement"},
            "basis",
            "Only a suspension rests on a statement.",
        ),
        (
            f"{COBALT}|2025-10-16|effective",
            {"date": "2025-10-17"},
            "date",
            "The date is the measure's effective",
        ),
        (
            f"{COBALT}|2025-09-20|announced",
            {"date": "2025-09-19"},
            "date",
            "The date is the measure's announced",
        ),
        (f"{COBALT}|2025-12-31|amended", {"date": "2025-09-01"}, "date", "Only an effective day lies before"),
        (
            EXPIRED,
            {"date": "2028-01-02"},
            "date",
            "An ending event is on the day after the measure's expires",
        ),
        (
            PAUSED,
            {"event": "resumed", "until": ""},
            "event",
            "A measure resumes only after it was suspended.",
        ),
    ],
)
def test_one_wrong_event_is_one_fault(
    tmp_path: Path, key: str, cells: dict[str, str], column: str, says: str
) -> None:
    copy = Copy(tmp_path, "measure_events")
    line = copy.set("measure_events", key, **cells)
    [fault] = rules.events(copy.sheets())
    assert (fault.file, fault.line, fault.column) == ("measure_events.csv", line, column)
    assert fault.rule.startswith(says)


def test_nothing_follows_an_ending_event(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    line = copy.insert("measure_events", EXPIRED, date="2028-02-01", event="amended")
    [fault] = rules.events(copy.sheets())
    assert (fault.line, fault.column) == (line, "event")
    assert fault.rule == "Nothing follows the event that ends a measure."


def test_a_measure_is_announced_once(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    line = copy.insert("measure_events", f"{COBALT}|2025-09-20|announced", note="again")
    [fault] = rules.events(copy.sheets())
    assert (fault.line, fault.column, fault.rule) == (line, "event", "A measure has one announced event.")


def test_a_suspended_measure_may_resume(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    copy.insert("measure_events", PAUSED, date="2026-03-01", event="resumed", until="")
    assert not list(rules.events(copy.sheets()))


def test_every_measure_has_an_event(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    copy.remove("measure_events", "in-ree-2025|2025-06|announced")
    [fault] = rules.events(copy.sheets())
    assert (fault.file, fault.line) == ("measures.csv", line_of("measures", "in-ree-2025"))
    assert (fault.column, fault.rule) == ("measure_id", "Every measure has an event.")


def test_a_day_of_the_measure_has_an_event(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    copy.remove("measure_events", "cn-2023-23|2023-08-01|effective")
    [fault] = rules.events(copy.sheets())
    assert (fault.file, fault.line) == ("measures.csv", line_of("measures", "cn-2023-23"))
    assert (fault.column, fault.rule) == ("effective", "The effective day has an event.")


def test_a_measure_suspended_before_its_day_needs_no_event_of_it(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measures")
    line = copy.set("measures", "cn-2025-55", effective="2025-11-07")
    [fault] = rules.events(copy.sheets())
    assert (fault.line, fault.column) == (line, "effective")


def test_the_last_day_is_not_before_the_first(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measures")
    line = copy.set("measures", "ru-helium-2026", expires="2026-04-13")
    [fault] = rules.events(copy.sheets())
    assert (fault.file, fault.line, fault.column) == ("measures.csv", line, "expires")
    assert fault.rule == "The last day in force is not before the first."


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("code_basis", "not seen", "The basis is printed exactly where"),
        ("relation", "target", "The relation is target exactly where"),
    ],
)
def test_an_item_agrees_with_its_codes_and_its_measure(
    tmp_path: Path, column: str, value: str, says: str
) -> None:
    copy = Copy(tmp_path, "items")
    line = copy.set("items", "cn-1998-245-1a225", **{column: value})
    [fault] = rules.items(copy.sheets())
    assert (fault.file, fault.line, fault.column) == ("items.csv", line, column)
    assert fault.rule.startswith(says)


def test_a_code_ends_no_sooner_than_it_begins(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "item_codes")
    line = copy.set("item_codes", "cn-1998-245-1a225|3815120010|2026-01-01", valid_to="2025-12-31")
    [fault] = rules.code_years(copy.sheets())
    assert (fault.file, fault.line, fault.column) == ("item_codes.csv", line, "valid_to")

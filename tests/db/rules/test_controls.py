"""The rules of the export controls, each broken once in a copy of the edition."""

from pathlib import Path

import pytest

from db.check import Rule
from db.rules import controls as rules
from tests.db.edited import Copy, facts, key_of, line_of, the_fault

COBALT = "cd-cobalt-2025-quota"
ANNOUNCED = f"{COBALT}|2025-09-20|announced"
EFFECTIVE = f"{COBALT}|2025-10-16|effective"
AMENDED = f"{COBALT}|2025-12-31|amended"
EXPIRED = f"{COBALT}|2028-01-01|expired"
PAUSED = "cn-2024-46-2a|2025-11-09|suspended"
REPLACED = "cn-2006-50|2023-12-01|replaced"
UNDATED = key_of("measures", lambda row: row["announced"] and not row["effective"])

ITEM = "cn-1998-245-1a225"
OPEN_ITEM = "cn-1998-245-1c240-b"
CODE = "cn-2023-23-1-2|3818009001|2023-08-01"
PARTY = "cn-2025-1|aevex-aerospace"
LISTED = "2025-01-02"
LIMIT = key_of("thresholds", lambda row: row["operator"] == ">=")
RANGE = key_of("thresholds", lambda row: row["operator"] == "range")

ONE_ROW = [
    pytest.param(
        rules.events,
        "measure_events",
        EFFECTIVE,
        {"until": "2026-01-01"},
        "until",
        "Only suspended and amended events may have an until.",
        id="until of another event",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        PAUSED,
        {"until": ""},
        "until",
        "A suspended event must have an until.",
        id="suspended without until",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        PAUSED,
        {"until": "2025-11-08"},
        "until",
        "The until must not be before the event.",
        id="until before the event",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        REPLACED,
        {"by_instrument_id": ""},
        "by_instrument_id",
        "A replaced event must name the document that follows.",
        id="replaced by nothing",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        AMENDED,
        {"basis": "statement"},
        "basis",
        "Only a suspension may rest on a statement.",
        id="statement",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        EFFECTIVE,
        {"date": "2025-10-17"},
        "date",
        "The date must be the measure's effective day, 2025-10-16.",
        id="another effective day",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        ANNOUNCED,
        {"date": "2025-09-19"},
        "date",
        "The date must be the measure's announced day, 2025-09-20.",
        id="another announced day",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        AMENDED,
        {"date": "2025-09-01"},
        "date",
        "Only the effective day may be before the announcement.",
        id="amended before the announcement",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        EXPIRED,
        {"date": "2028-01-02"},
        "date",
        "An ending event must be on the day after the measure's expires, 2027-12-31.",
        id="late end",
    ),
    pytest.param(
        rules.events,
        "measure_events",
        PAUSED,
        {"event": "resumed", "until": ""},
        "event",
        "A measure can resume only after a suspension.",
        id="resumed without suspension",
    ),
    pytest.param(
        rules.events,
        "measures",
        "ru-helium-2026",
        {"expires": "2026-04-13"},
        "expires",
        "The last day in force must not be before the first.",
        id="expires before effective",
    ),
    pytest.param(
        rules.items,
        "items",
        ITEM,
        {"code_basis": "not seen"},
        "code_basis",
        "The basis must be “printed” where item_codes.csv has the item, and only there.",
        id="codes of no basis",
    ),
    pytest.param(
        rules.items,
        "items",
        OPEN_ITEM,
        {"code_basis": "printed"},
        "code_basis",
        "The basis must be “printed” where item_codes.csv has the item, and only there.",
        id="basis of no codes",
    ),
    pytest.param(
        rules.items,
        "items",
        ITEM,
        {"relation": "target"},
        "relation",
        "The relation must be “target” exactly where measure_metals.csv has the measure and the metal.",
        id="target of no measure",
    ),
    pytest.param(
        rules.items,
        "items",
        "cn-2023-23-1-1",
        {"relation": "other form"},
        "relation",
        "The relation must be “target” exactly where measure_metals.csv has the measure and the metal.",
        id="other form of a target",
    ),
    pytest.param(
        rules.code_years,
        "item_codes",
        CODE,
        {"valid_to": "2023-07-31"},
        "valid_to",
        "The last day of a code must not be before its first.",
        id="code years",
    ),
    pytest.param(
        rules.reach_and_strictness,
        "measures",
        "cn-2002-361",
        {"reach": ""},
        "reach",
        "A measure must have either metals in measure_metals.csv or a reach, not both.",
        id="no reach",
    ),
    pytest.param(
        rules.reach_and_strictness,
        "measures",
        "cn-2023-23",
        {"reach": "listed"},
        "reach",
        "A measure must have either metals in measure_metals.csv or a reach, not both.",
        id="reach and metals",
    ),
    pytest.param(
        rules.reach_and_strictness,
        "measures",
        "cn-2023-23",
        {"strictness": "in_principle"},
        "strictness",
        "Only a prohibition may have a strictness.",
        id="strictness of a licence",
    ),
    pytest.param(
        rules.parties,
        "measure_parties",
        PARTY,
        {"suspended_from": "2026-01-01"},
        "suspended_from",
        "A suspension of a party must have a first day and a basis.",
        id="suspension without basis",
    ),
    pytest.param(
        rules.parties,
        "measure_parties",
        PARTY,
        {"basis": "text"},
        "suspended_from",
        "A suspension of a party must have a first day and a basis.",
        id="basis without suspension",
    ),
    pytest.param(
        rules.parties,
        "measure_parties",
        PARTY,
        {"suspended_until": "2026-01-01"},
        "suspended_from",
        "A suspension of a party must have a first day and a basis.",
        id="until without suspension",
    ),
    pytest.param(
        rules.parties,
        "measure_parties",
        PARTY,
        {"suspended_from": "2026-01-02", "suspended_until": "2026-01-01", "basis": "text"},
        "suspended_until",
        "The last day must not be before the first.",
        id="suspension backwards",
    ),
    pytest.param(
        rules.parties,
        "measure_parties",
        PARTY,
        {"suspended_from": "2020-01-01", "basis": "text"},
        "suspended_from",
        "The day must not be before the listing.",
        id="suspended before the listing",
    ),
    pytest.param(
        rules.parties,
        "measure_parties",
        PARTY,
        {"removed": "2020-01-01"},
        "removed",
        "The day must not be before the listing.",
        id="removed before the listing",
    ),
    pytest.param(
        rules.thresholds,
        "thresholds",
        RANGE,
        {"value": "5"},
        "value",
        "A range must have two ends, as in “5 to 7”; other limits must have one.",
        id="range of one end",
    ),
    pytest.param(
        rules.thresholds,
        "thresholds",
        RANGE,
        {"value": "5 to 6 to 7"},
        "value",
        "A range must have two ends, as in “5 to 7”; other limits must have one.",
        id="three ends",
    ),
    pytest.param(
        rules.thresholds,
        "thresholds",
        LIMIT,
        {"value": "5 to 7"},
        "value",
        "A range must have two ends, as in “5 to 7”; other limits must have one.",
        id="limit of two ends",
    ),
    *(
        pytest.param(
            rules.legal_texts,
            "legal_texts",
            key_of("legal_texts", lambda row, kind=kind: row["subject_kind"] == kind),
            {"subject_id": "none"},
            "subject_id",
            f"The key must be in {table}.csv.",
            id=f"wording of no {kind}",
        )
        for kind, table in (
            ("item", "items"),
            ("measure", "measures"),
            ("event", "measure_events"),
            ("instrument", "instruments"),
        )
    ),
]


@pytest.mark.parametrize(("rule", "table", "key", "cells", "column", "sentence"), ONE_ROW)
def test_one_wrong_row_is_one_fault(
    tmp_path: Path, rule: Rule, table: str, key: str, cells: dict[str, str], column: str, sentence: str
) -> None:
    copy = Copy(tmp_path, table)
    line = copy.set(table, key, **cells)
    assert the_fault(rule(copy.tables()), f"{table}.csv", line, column).rule == sentence


def test_nothing_follows_an_ending_event(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    line = copy.insert("measure_events", EXPIRED, date="2028-02-01", event="amended")
    fault = the_fault(rules.events(copy.tables()), "measure_events.csv", line, "event")
    assert fault.rule == "No event may follow the one that ends a measure."


@pytest.mark.parametrize("key", [ANNOUNCED, EFFECTIVE])
def test_a_measure_begins_once(tmp_path: Path, key: str) -> None:
    copy = Copy(tmp_path, "measure_events")
    line = copy.insert("measure_events", key, note="again")
    fault = the_fault(rules.events(copy.tables()), "measure_events.csv", line, "event")
    assert fault.rule == f"A measure must have one {key.rpartition('|')[2]} event."


def test_a_measure_without_an_effective_day_has_no_event_of_it(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    after = key_of("measure_events", lambda row: row["measure_id"] == UNDATED)
    line = copy.insert("measure_events", after, date="2030-01-01", event="effective")
    fault = the_fault(rules.events(copy.tables()), "measure_events.csv", line, "date")
    assert fault.rule == "The date must be the measure's effective day, which is empty."


def test_a_suspended_measure_may_resume(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    copy.insert("measure_events", PAUSED, date="2026-03-01", event="resumed", until="")
    assert not list(rules.events(copy.tables()))


def test_a_measure_resumes_once(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    copy.insert("measure_events", PAUSED, date="2026-03-01", event="resumed", until="")
    first = PAUSED.replace("2025-11-09|suspended", "2026-03-01|resumed")
    line = copy.insert("measure_events", first, date="2026-04-01")
    fault = the_fault(rules.events(copy.tables()), "measure_events.csv", line, "event")
    assert fault.rule == "A measure can resume only after a suspension."


def test_every_measure_has_an_event(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    header, *rows = copy.rows("measure_events")
    copy.write("measure_events", [header, *(row for row in rows if row[0] != COBALT)])
    fault = the_fault(rules.events(copy.tables()), "measures.csv", line_of("measures", COBALT), "measure_id")
    assert fault.rule == "A measure must have an event."


@pytest.mark.parametrize("key", [ANNOUNCED, EFFECTIVE])
def test_a_day_of_the_measure_has_an_event(tmp_path: Path, key: str) -> None:
    copy, column = Copy(tmp_path, "measure_events"), key.rpartition("|")[2]
    copy.remove("measure_events", key)
    fault = the_fault(rules.events(copy.tables()), "measures.csv", line_of("measures", COBALT), column)
    assert fault.rule == f"The {column} day must have an event."


def test_a_measure_suspended_before_its_day_needs_no_event_of_it(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measures")
    # Its suspension begins on this day, and no longer before it.
    line = copy.set("measures", "cn-2025-55", effective="2025-11-07")
    fault = the_fault(rules.events(copy.tables()), "measures.csv", line, "effective")
    assert fault.rule == "The effective day must have an event."


def test_an_ending_event_needs_a_last_day(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measures")
    copy.set("measures", COBALT, expires="")
    fault = the_fault(
        rules.events(copy.tables()), "measure_events.csv", line_of("measure_events", EXPIRED), "date"
    )
    assert fault.rule == "An ending event must be on the day after the measure's expires, which is empty."


def test_a_last_day_needs_no_ending_event(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_events")
    copy.remove("measure_events", EXPIRED)
    assert not list(rules.events(copy.tables()))


def test_parties_belong_to_measures_that_reach_parties(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measures")
    measure = PARTY.split("|")[0]
    copy.set("measures", measure, reach="listed")
    rows = [row for row in facts()["measure_parties"].rows if row["measure_id"] == measure]
    found = list(rules.parties(copy.tables()))
    assert [(fault.file, fault.line, fault.column) for fault in found] == [
        ("measure_parties.csv", row.line, "measure_id") for row in rows
    ]
    assert {fault.rule for fault in found} == {"The measure must have the reach “parties”."}


def test_a_party_may_have_a_suspension_of_its_own_and_be_removed(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measure_parties")
    own = {"suspended_from": LISTED, "suspended_until": LISTED, "basis": "statement", "removed": LISTED}
    copy.set("measure_parties", PARTY, **own)
    assert not list(rules.parties(copy.tables()))


def test_the_edition_breaks_none_of_these_rules() -> None:
    for rule in (
        rules.events,
        rules.items,
        rules.code_years,
        rules.reach_and_strictness,
        rules.parties,
        rules.thresholds,
        rules.legal_texts,
    ):
        assert not list(rule(facts()))

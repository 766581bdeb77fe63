"""Rules of the export controls: events, items, codes, parties, thresholds and official wording."""

import datetime
from collections import defaultdict
from collections.abc import Iterator

from ..csv_tables import CsvTable, CsvTables, Row
from ..faults import Fault
from ..values import first_day
from ..words import ENDING_EVENTS, EVENTS_WITH_UNTIL

_DAY = datetime.timedelta(days=1)


def events(tables: CsvTables) -> Iterator[Fault]:
    """The events of each measure agree with its columns and with each other."""
    table = tables["measure_events"]
    histories: dict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        histories[row["measure_id"]].append(row)
        yield from _event(table, row)
    for measure in tables["measures"].rows:
        history = histories[measure["measure_id"]]
        yield from _beginning(table, tables["measures"], measure, history)
        yield from _middle(table, measure, history)
        yield from _ending(table, tables["measures"], measure, history)


def _event(table: CsvTable, row: Row) -> Iterator[Fault]:
    """Check one event by itself."""
    event, until = row["event"], first_day(row["until"])
    day = first_day(row["date"])
    if row["until"] and event not in EVENTS_WITH_UNTIL:
        yield table.fault(row, "until", "Only suspended and amended events may have an until.")
    if event == "suspended" and not row["until"]:
        yield table.fault(row, "until", "A suspended event must have an until.")
    if until and day and until < day:
        yield table.fault(row, "until", "The until must not be before the event.")
    if event == "replaced" and not row["by_instrument_id"]:
        yield table.fault(row, "by_instrument_id", "A replaced event must name the document that follows.")
    if row["basis"] == "statement" and event != "suspended":
        yield table.fault(row, "basis", "Only a suspension may rest on a statement.")


def _beginning(table: CsvTable, measures: CsvTable, measure: Row, history: list[Row]) -> Iterator[Fault]:
    if not history:
        yield measures.fault(measure, "measure_id", "A measure must have an event.")
        return
    for column in ("announced", "effective"):
        named = [row for row in history if row["event"] == column]
        for row in named[1:]:
            yield table.fault(row, "event", f"A measure must have one {column} event.")
        for row in named:
            if row["date"] != measure[column]:
                rule = f"The date must be the measure's {column} day, {measure[column] or 'which is empty'}."
                yield table.fault(row, "date", rule)
        if (
            measure[column]
            and not named
            and not (column == "effective" and _suspended_before_due(measure, history))
        ):
            yield measures.fault(measure, column, f"The {column} day must have an event.")


def _suspended_before_due(measure: Row, history: list[Row]) -> bool:
    """Return whether the measure was suspended before the day on which it was due."""
    due = first_day(measure["effective"])
    days = [first_day(row["date"]) for row in history if row["event"] == "suspended"]
    return due is not None and any(day is not None and day < due for day in days)


def _middle(table: CsvTable, measure: Row, history: list[Row]) -> Iterator[Fault]:
    announced = first_day(measure["announced"])
    is_suspended = has_ended = False
    for row in history:
        event, day = row["event"], first_day(row["date"])
        if has_ended:
            yield table.fault(row, "event", "No event may follow the one that ends a measure.")
        # A measure may apply before it was announced, which is then the later event of the two.
        if event not in ("announced", "effective") and announced and day and day < announced:
            yield table.fault(row, "date", "Only the effective day may be before the announcement.")
        if event == "resumed" and not is_suspended:
            yield table.fault(row, "event", "A measure can resume only after a suspension.")
        if event in ("suspended", "resumed"):
            is_suspended = event == "suspended"
        has_ended = has_ended or event in ENDING_EVENTS


def _ending(table: CsvTable, measures: CsvTable, measure: Row, history: list[Row]) -> Iterator[Fault]:
    expires, effective = first_day(measure["expires"]), first_day(measure["effective"])
    if expires and effective and expires < effective:
        yield measures.fault(measure, "expires", "The last day in force must not be before the first.")
    for row in history:
        day = first_day(row["date"])
        if row["event"] in ENDING_EVENTS and day and expires != day - _DAY:
            last = measure["expires"] or "which is empty"
            rule = f"An ending event must be on the day after the measure's expires, {last}."
            yield table.fault(row, "date", rule)


def items(tables: CsvTables) -> Iterator[Fault]:
    """An item has codes where its basis is “printed”, and is a target where its measure targets the metal."""
    coded = {row["item_id"] for row in tables["item_codes"].rows}
    targets = {(row["measure_id"], row["metal_id"]) for row in tables["measure_metals"].rows}
    table = tables["items"]
    for row in table.rows:
        if (row["code_basis"] == "printed") != (row["item_id"] in coded):
            rule = "The basis must be “printed” where item_codes.csv has the item, and only there."
            yield table.fault(row, "code_basis", rule)
        if (row["relation"] == "target") != ((row["measure_id"], row["metal_id"]) in targets):
            rule = "The relation must be “target” exactly where measure_metals.csv has the measure and the metal."
            yield table.fault(row, "relation", rule)


def code_years(tables: CsvTables) -> Iterator[Fault]:
    """A reference customs commodity number does not end before it begins."""
    table = tables["item_codes"]
    for row in table.rows:
        if row["valid_to"] and row["valid_to"] < row["valid_from"]:
            yield table.fault(row, "valid_to", "The last day of a code must not be before its first.")


def reach_and_strictness(tables: CsvTables) -> Iterator[Fault]:
    """A measure has either metals or a reach, and only a prohibition has a strictness."""
    targeting = {row["measure_id"] for row in tables["measure_metals"].rows}
    table = tables["measures"]
    for row in table.rows:
        if bool(row["reach"]) == (row["measure_id"] in targeting):
            rule = "A measure must have either metals in measure_metals.csv or a reach, not both."
            yield table.fault(row, "reach", rule)
        if row["strictness"] and row["kind"] != "prohibition":
            yield table.fault(row, "strictness", "Only a prohibition may have a strictness.")


def parties(tables: CsvTables) -> Iterator[Fault]:
    """Parties belong to measures that reach named parties, and their own dates are in order."""
    reaches = {row["measure_id"]: row["reach"] for row in tables["measures"].rows}
    table = tables["measure_parties"]
    for row in table.rows:
        if reaches.get(row["measure_id"], "parties") != "parties":
            yield table.fault(row, "measure_id", "The measure must have the reach “parties”.")
        if bool(row["suspended_from"]) != bool(row["basis"]) or (
            row["suspended_until"] and not row["suspended_from"]
        ):
            rule = "A suspension of a party must have a first day and a basis."
            yield table.fault(row, "suspended_from", rule)
        if row["suspended_until"] and row["suspended_until"] < row["suspended_from"]:
            yield table.fault(row, "suspended_until", "The last day must not be before the first.")
        for column in ("suspended_from", "removed"):
            if row[column] and row[column] < row["listed"]:
                yield table.fault(row, column, "The day must not be before the listing.")


def thresholds(tables: CsvTables) -> Iterator[Fault]:
    """A range has two ends, other limits have one."""
    table = tables["thresholds"]
    for row in table.rows:
        if (row["operator"] == "range") != (len(row["value"].split(" to ")) == 2):
            rule = "A range must have two ends, as in “5 to 7”; other limits must have one."
            yield table.fault(row, "value", rule)


def legal_texts(tables: CsvTables) -> Iterator[Fault]:
    """Official wording belongs to an item, a measure, an event or a document on file."""
    names = {
        "item": "items",
        "measure": "measures",
        "event": "measure_events",
        "instrument": "instruments",
    }
    known = {
        kind: {"|".join(row.key(tables[name].definition)) for row in tables[name].rows}
        for kind, name in names.items()
    }
    table = tables["legal_texts"]
    for row in table.rows:
        kind = row["subject_kind"]
        if kind in known and row["subject_id"] not in known[kind]:
            yield table.fault(row, "subject_id", f"The key must be in {names[kind]}.csv.")

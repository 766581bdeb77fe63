"""Rules of the export controls: the life of a measure, its items and their codes."""

import datetime
from collections import defaultdict
from collections.abc import Iterator

from .faults import Fault
from .rows import Row, Sheet, Sheets
from .values import first_day
from .words import ENDING_EVENTS, EVENTS_WITH_UNTIL

_DAY = datetime.timedelta(days=1)


def events(sheets: Sheets) -> Iterator[Fault]:
    """The events of each measure make a life that its columns agree with."""
    sheet = sheets["measure_events"]
    lives: dict[str, list[Row]] = defaultdict(list)
    for row in sheet.rows:
        lives[row["measure_id"]].append(row)
        yield from _event(sheet, row)
    for measure in sheets["measures"].rows:
        life = lives[measure["measure_id"]]
        yield from _beginning(sheet, sheets["measures"], measure, life)
        yield from _middle(sheet, measure, life)
        yield from _ending(sheet, sheets["measures"], measure, life)


def _event(sheet: Sheet, row: Row) -> Iterator[Fault]:
    """Check one event by itself."""
    event, until = row["event"], first_day(row["until"])
    day = first_day(row["date"])
    if row["until"] and event not in EVENTS_WITH_UNTIL:
        yield sheet.fault(row, "until", "Only a suspended or amended event has an until.")
    if event == "suspended" and not row["until"]:
        yield sheet.fault(row, "until", "A suspended event says until when.")
    if until and day and until < day:
        yield sheet.fault(row, "until", "The until is not before the event.")
    if event == "replaced" and not row["by_instrument_id"]:
        yield sheet.fault(row, "by_instrument_id", "A replaced event names the instrument that follows.")
    if row["basis"] == "statement" and event != "suspended":
        yield sheet.fault(row, "basis", "Only a suspension rests on a statement.")


def _beginning(sheet: Sheet, measures: Sheet, measure: Row, life: list[Row]) -> Iterator[Fault]:
    if not life:
        yield measures.fault(measure, "measure_id", "Every measure has an event.")
        return
    for column in ("announced", "effective"):
        named = [row for row in life if row["event"] == column]
        for row in named[1:]:
            yield sheet.fault(row, "event", f"A measure has one {column} event.")
        for row in named:
            if row["date"] != measure[column]:
                rule = f"The date is the measure's {column} day, {measure[column] or 'which is empty'}."
                yield sheet.fault(row, "date", rule)
        if measure[column] and not named and not (column == "effective" and _held_back(measure, life)):
            yield measures.fault(measure, column, f"The {column} day has an event.")


def _held_back(measure: Row, life: list[Row]) -> bool:
    """Tell whether the measure was suspended before the day on which it was due."""
    due = first_day(measure["effective"])
    days = [first_day(row["date"]) for row in life if row["event"] == "suspended"]
    return due is not None and any(day is not None and day < due for day in days)


def _middle(sheet: Sheet, measure: Row, life: list[Row]) -> Iterator[Fault]:
    announced = first_day(measure["announced"])
    is_suspended = has_ended = False
    for row in life:
        event, day = row["event"], first_day(row["date"])
        if has_ended:
            yield sheet.fault(row, "event", "Nothing follows the event that ends a measure.")
        # A measure may bind from a day before its announcement, which is then the later event of the two.
        if event not in ("announced", "effective") and announced and day and day < announced:
            yield sheet.fault(row, "date", "Only an effective day lies before the announcement.")
        if event == "resumed" and not is_suspended:
            yield sheet.fault(row, "event", "A measure resumes only after it was suspended.")
        if event in ("suspended", "resumed"):
            is_suspended = event == "suspended"
        has_ended = has_ended or event in ENDING_EVENTS


def _ending(sheet: Sheet, measures: Sheet, measure: Row, life: list[Row]) -> Iterator[Fault]:
    expires, effective = first_day(measure["expires"]), first_day(measure["effective"])
    if expires and effective and expires < effective:
        yield measures.fault(measure, "expires", "The last day in force is not before the first.")
    for row in life:
        day = first_day(row["date"])
        if row["event"] in ENDING_EVENTS and day and expires != day - _DAY:
            last = measure["expires"] or "which is empty"
            rule = f"An ending event is on the day after the measure's expires, {last}."
            yield sheet.fault(row, "date", rule)


def items(sheets: Sheets) -> Iterator[Fault]:
    """An item has codes where it says so, and is a target where its measure targets the metal."""
    coded = {row["item_id"] for row in sheets["item_codes"].rows}
    targets = {(row["measure_id"], row["metal_id"]) for row in sheets["measure_metals"].rows}
    sheet = sheets["items"]
    for row in sheet.rows:
        if (row["code_basis"] == "printed") != (row["item_id"] in coded):
            rule = "The basis is printed exactly where item_codes.csv has the item."
            yield sheet.fault(row, "code_basis", rule)
        if (row["relation"] == "target") != ((row["measure_id"], row["metal_id"]) in targets):
            rule = "The relation is target exactly where measure_metals.csv has the measure and the metal."
            yield sheet.fault(row, "relation", rule)


def code_years(sheets: Sheets) -> Iterator[Fault]:
    """A customs number ends no sooner than it begins."""
    sheet = sheets["item_codes"]
    for row in sheet.rows:
        if row["valid_to"] and row["valid_to"] < row["valid_from"]:
            yield sheet.fault(row, "valid_to", "The last day of a code is not before its first.")

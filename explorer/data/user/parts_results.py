"""The verdicts of the last check of a parts list in the user's file."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from explorer.data.user.parts_records import (
    FACTS,
    PUBLISHED,
    USED,
    Course,
    LastCheck,
    LineVerdict,
    PartsSummary,
    VerdictSpan,
)
from explorer.data.user.user_file import UserFile

_VERDICT = (
    *("verdict", "headline", "strictness", "presumed"),
    *(
        "waiting",
        "waiting_strictness",
        "waiting_state",
        "waiting_presumed",
        "waiting_your_entry",
        "your_entry",
    ),
)
_FLAGS = frozenset({"presumed", "waiting_presumed", "waiting_your_entry", "your_entry"})
_COLUMNS = ("list_id", "course", "facts", "first_day", *_VERDICT)


def read_last_check(connection: sqlite3.Connection, summary: PartsSummary) -> LastCheck | None:
    """Return the last check of a parts list of an open file, None before the first one."""
    if summary.checked is None or summary.edition is None:
        return None
    spans: dict[int, dict[str, list[VerdictSpan]]] = defaultdict(lambda: {facts: [] for facts in FACTS})
    rows = connection.execute(
        f"SELECT course, facts, first_day, {', '.join(_VERDICT)} FROM parts_verdicts WHERE list_id = ?"
        " ORDER BY course, facts, first_day",
        (summary.list_id,),
    )
    for number, facts, first_day, *values in rows:
        found = zip(_VERDICT, values, strict=True)
        plain: dict[str, Any] = {name: bool(value) if name in _FLAGS else value for name, value in found}
        spans[number][facts].append(VerdictSpan(date.fromisoformat(first_day), LineVerdict(**plain)))
    courses = {n: Course(tuple(found[USED]), tuple(found[PUBLISHED])) for n, found in spans.items()}
    lines = connection.execute(
        "SELECT code, course FROM parts_lines WHERE list_id = ? AND course IS NOT NULL", (summary.list_id,)
    )
    by_code = {code: courses[number] for code, number in lines}
    return LastCheck(date.fromisoformat(summary.checked), summary.edition, by_code)


def save_check(file: UserFile, list_id: str, check: LastCheck) -> None:
    """Save a check as the last one of a parts list, unless the list was removed meanwhile."""
    with file.writing() as connection:
        connection.execute(
            "UPDATE parts_lists SET checked = ?, edition = ? WHERE list_id = ?",
            (check.day.isoformat(), check.edition, list_id),
        )
        if connection.execute("SELECT 1 FROM parts_lists WHERE list_id = ?", (list_id,)).fetchone():
            write_courses(connection, list_id, check.courses)


def write_courses(connection: sqlite3.Connection, list_id: str, courses: Mapping[str, Course]) -> None:
    """Write the verdicts of the codes of a list, as they are written, into a file that is open for a write."""
    connection.execute("DELETE FROM parts_verdicts WHERE list_id = ?", (list_id,))
    connection.execute("UPDATE parts_lines SET course = NULL WHERE list_id = ?", (list_id,))
    numbers = {course: n for n, course in enumerate(dict.fromkeys(courses.values()), start=1)}
    rows = [
        (list_id, number, facts, span.first_day.isoformat(), *_values(span.verdict))
        for course, number in numbers.items()
        for facts, spans in ((USED, course.used), (PUBLISHED, course.published))
        for span in spans
    ]
    places = ", ".join("?" * len(_COLUMNS))
    connection.executemany(f"INSERT INTO parts_verdicts ({', '.join(_COLUMNS)}) VALUES ({places})", rows)
    found = connection.execute("SELECT place, code FROM parts_lines WHERE list_id = ?", (list_id,)).fetchall()
    connection.executemany(
        "UPDATE parts_lines SET course = ? WHERE list_id = ? AND place = ?",
        ((numbers[courses[code]], list_id, place) for place, code in found if code in courses),
    )


def _values(verdict: LineVerdict) -> tuple[str | int | None, ...]:
    values = {name: getattr(verdict, name) for name in _VERDICT}
    return tuple(int(value) if name in _FLAGS else value for name, value in values.items())

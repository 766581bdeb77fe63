"""The user's parts lists in the user's file."""

import os
import re
import sqlite3
from collections.abc import Sequence

from msgspec.structs import replace

from explorer.data.plain_text import one_line
from explorer.data.user.parts_checks import checked_lines, checked_parts
from explorer.data.user.parts_records import PREFIX, PartsFacts, PartsLine, PartsList, PartsSummary
from explorer.data.user.parts_results import read_last_check, write_courses
from explorer.data.user.parts_tables import PARTS_ID_PATTERN
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, NotFound, quoted
from explorer.language import gettext, list_of

_LIST = ("list_id", "name", "origin", "destination", "file_name", "added", "checked", "edition")
_LINE = ("list_id", "place", "number", "code", "part")


def summaries(file: UserFile) -> tuple[PartsSummary, ...]:
    """Return all parts lists by name, without their lines."""
    if file.is_empty:
        return ()
    with file.reading() as connection:
        return read_summaries(connection)


def read_summaries(connection: sqlite3.Connection) -> tuple[PartsSummary, ...]:
    """Return the parts lists of an open file by name, without their lines."""
    rows = connection.execute(
        f"SELECT {', '.join(_LIST)}, count(*) FROM parts_lists JOIN parts_lines USING (list_id) GROUP BY list_id"
    )
    found = (
        PartsSummary(list_id, PartsFacts(name, origin, to, file_name), added, count, checked, edition)
        for list_id, name, origin, to, file_name, added, checked, edition, count in rows
    )
    return tuple(sorted(found, key=lambda parts: (parts.facts.name.casefold(), parts.list_id)))


def all_parts(file: UserFile) -> tuple[PartsList, ...]:
    """Return all parts lists by name."""
    if file.is_empty:
        return ()
    with file.reading() as connection:
        return read_parts(connection)


def read_parts(connection: sqlite3.Connection) -> tuple[PartsList, ...]:
    """Return the parts lists of an open file by name."""
    return tuple(_with_lines(connection, summary) for summary in read_summaries(connection))


def find_parts(file: UserFile, text: str) -> PartsList:
    """Return the parts list with a name or ID; raise NotFound without one, KnownError where several have the name."""
    if file.is_empty:
        raise _unknown(text, ())
    with file.reading() as connection:
        known = read_summaries(connection)
        wanted = one_line(text).casefold()
        found = [p for p in known if p.list_id == text.strip() or p.facts.name.casefold() == wanted]
        if not found:
            raise _unknown(text, known)
        if len(found) > 1:
            sentence = gettext("You have several parts lists with the name {name}. Give the ID: {ids}.")
            ids = list_of([parts.list_id for parts in found])
            raise KnownError(sentence.format(name=quoted(text), ids=ids))
        return _with_lines(connection, found[0])


def add_parts(file: UserFile, facts: PartsFacts, lines: Sequence[PartsLine]) -> PartsList:
    """Save a new parts list and return it; raise KnownError where it is not valid or another one has its name."""
    facts, checked = checked_parts(facts), checked_lines(lines)
    with file.reading() as connection:  # so that a name that is taken makes no file
        _refuse_taken(connection, facts.name)
    with file.writing() as connection:
        _refuse_taken(connection, facts.name)
        list_id = _new_id(connection)
        parts = PartsList(list_id, facts, file.today().isoformat(), checked)
        _insert(connection, parts)
    return parts


def rename_parts(file: UserFile, list_id: str, name: str) -> PartsList:
    """Rename a parts list; raise KnownError where the name is not valid or another one has it."""
    with file.writing() as connection:
        before = _required(connection, list_id)
        facts = checked_parts(replace(before.facts, name=name))
        _refuse_taken(connection, facts.name, but=list_id)
        connection.execute("UPDATE parts_lists SET name = ? WHERE list_id = ?", (facts.name, list_id))
    return replace(before, facts=facts)


def remove_parts(file: UserFile, list_id: str) -> PartsList:
    """Remove a parts list and return what it was; raise NotFound where there is no such list."""
    with file.reading() as connection:
        _required(connection, list_id)
    with file.writing() as connection:
        removed = _required(connection, list_id)
        connection.execute("DELETE FROM parts_lists WHERE list_id = ?", (list_id,))
    return removed


def restore_parts(file: UserFile, removed: PartsList) -> None:
    """Save a removed parts list again under its ID, with the result of its last check."""
    with file.writing() as connection:
        if not _exists(connection, removed.list_id):
            _insert(connection, removed)


def put_parts(connection: sqlite3.Connection, parts: PartsList) -> None:
    """Insert or replace a parts list in a file that is open for a write."""
    connection.execute("DELETE FROM parts_lists WHERE list_id = ?", (parts.list_id,))
    _insert(connection, parts)


def _insert(connection: sqlite3.Connection, parts: PartsList) -> None:
    facts, last = parts.facts, parts.last
    row = (
        *(parts.list_id, facts.name, facts.origin, facts.destination, facts.file_name, parts.added),
        *((last.day.isoformat(), last.edition) if last is not None else (None, None)),
    )
    connection.execute(
        f"INSERT INTO parts_lists ({', '.join(_LIST)}) VALUES ({', '.join('?' * len(_LIST))})", row
    )
    lines = (
        (parts.list_id, place, line.number, line.code, line.part or None)
        for place, line in enumerate(parts.lines, start=1)
    )
    connection.executemany(
        f"INSERT INTO parts_lines ({', '.join(_LINE)}) VALUES ({', '.join('?' * len(_LINE))})", lines
    )
    if last is not None:
        write_courses(connection, parts.list_id, last.courses)


def _with_lines(connection: sqlite3.Connection, summary: PartsSummary) -> PartsList:
    rows = connection.execute(
        "SELECT number, code, part FROM parts_lines WHERE list_id = ? ORDER BY place", (summary.list_id,)
    )
    lines = tuple(PartsLine(number, code, part or "") for number, code, part in rows)
    return PartsList(
        summary.list_id, summary.facts, summary.added, lines, read_last_check(connection, summary)
    )


def _refuse_taken(connection: sqlite3.Connection, name: str, but: str = "") -> None:
    """Raise KnownError where another list has a name."""
    for parts in read_summaries(connection):
        if parts.list_id != but and parts.facts.name.casefold() == name.casefold():
            text = gettext("You already have a parts list with the name {name}. Choose another name.")
            raise KnownError(text.format(name=quoted(parts.facts.name)))


def _new_id(connection: sqlite3.Connection) -> str:
    """Return an ID that this file does not have, and that the files of others are unlikely to have."""
    while True:
        list_id = f"{PREFIX}{os.urandom(4).hex()}"
        if not _exists(connection, list_id):
            return list_id


def _exists(connection: sqlite3.Connection, list_id: str) -> bool:
    if not re.fullmatch(PARTS_ID_PATTERN, list_id, re.ASCII):  # such as text that is not UTF-8
        return False
    found = connection.execute("SELECT 1 FROM parts_lists WHERE list_id = ?", (list_id,))
    return found.fetchone() is not None


def _required(connection: sqlite3.Connection, list_id: str) -> PartsList:
    known = read_summaries(connection)
    found = next((parts for parts in known if parts.list_id == list_id), None)
    if found is None:
        raise _unknown(list_id, known)
    return _with_lines(connection, found)


def _unknown(text: str, known: Sequence[PartsSummary]) -> NotFound:
    if not known:
        return NotFound(
            gettext("You have no parts list."),
            window_hint=gettext("Save one in “Code check”."),
            command_hint=gettext("`minor-metals parts add` saves one."),
        )
    names = list_of([quoted(parts.facts.name) for parts in known])
    sentence = gettext("You have no parts list with the name {name}. Your lists: {names}.")
    return NotFound(sentence.format(name=quoted(text), names=names))

"""Checks that a file is what this program writes as the user's file, whole and with allowed values only."""

import sqlite3
from pathlib import Path
from typing import Any

from explorer.data.dates import first_day
from explorer.data.storage.connection import printable
from explorer.data.storage.file_check import content_differences
from explorer.data.user import schema
from explorer.data.user.connection import Damaged, Newer, reported, sentences_of_errors
from explorer.data.user.parts_tables import INCOMPLETE
from explorer.language import gettext

# Entries without exactly one content, and new measures without a metal.
_INCOMPLETE_ENTRIES = """SELECT entry_id FROM entries
    WHERE (entry_id IN (SELECT entry_id FROM entry_events)) = (entry_id IN (SELECT entry_id FROM entry_measures))
    UNION SELECT entry_id FROM entry_measures WHERE entry_id NOT IN (SELECT entry_id FROM entry_metals)"""


def checked_version(connection: sqlite3.Connection, path: Path, size: int) -> int:
    """Return the version of an open file of a size in bytes; raise Damaged or Newer where it can't be used."""
    with sentences_of_errors(path):
        [[application_id]] = connection.execute("PRAGMA application_id").fetchall()
        [[version]] = connection.execute("PRAGMA user_version").fetchall()
        if application_id != schema.APPLICATION_ID:
            raise Damaged(gettext("It was not written by this program."))
        if version > schema.newest_version():
            raise Newer
        _check_whole(connection, size)
        _check_structure(connection, version)
        if version == schema.newest_version():
            check_content(connection)
        return int(version)


def check_content(connection: sqlite3.Connection) -> None:
    """Raise Damaged where a value is not allowed, or belongs to nothing."""

    def query(sql: str, *args: object) -> list[tuple[Any, ...]]:
        return connection.execute(sql, args).fetchall()

    fault = next(content_differences(query, schema.DESCRIPTION), None)
    if fault is not None:
        raise Damaged(fault)
    for (text,) in query("SELECT DISTINCT date FROM series_points"):
        try:
            first_day(text)
        except ValueError:
            raise Damaged(gettext("“{text}” is not a date.").format(text=printable(text))) from None
    for (subject_id,) in query("SELECT series_id FROM series EXCEPT SELECT series_id FROM series_points"):
        text = gettext("The series “{series}” has no prices.")
        raise Damaged(text.format(series=printable(subject_id)))
    for (entry_id,) in query(_INCOMPLETE_ENTRIES):
        text = gettext("The entry “{entry}” is incomplete.")
        raise Damaged(text.format(entry=printable(entry_id)))
    for (list_id,) in query(INCOMPLETE):
        text = gettext("The parts list “{list}” is incomplete.")
        raise Damaged(text.format(list=printable(list_id)))


def _check_whole(connection: sqlite3.Connection, size: int) -> None:
    [[pages]] = connection.execute("PRAGMA page_count").fetchall()
    [[page_size]] = connection.execute("PRAGMA page_size").fetchall()
    [[journal]] = connection.execute("PRAGMA journal_mode").fetchall()
    if size < pages * page_size:
        raise Damaged(gettext("It is incomplete."))
    if journal == "wal":
        raise Damaged(gettext("It was changed by another program."))
    [[message]] = connection.execute("PRAGMA integrity_check(1)").fetchall()
    if message != "ok":
        raise Damaged(reported(message))


def _check_structure(connection: sqlite3.Connection, version: int) -> None:
    expected = schema.expected_statements(version) if version > 0 else frozenset()
    present = schema.statements_of(connection)
    if not expected or frozenset(present) != expected or len(present) != len(expected):
        unexpected = [str(name) for _, name, _, _ in present if name not in {e[1] for e in expected}]
        text = gettext("Its structure is not that of this program.")
        if unexpected:
            text = gettext("It has a table, view or trigger that is not from this program: {name}.")
        raise Damaged(text.format(name=printable(unexpected[0]) if unexpected else ""))

"""The user's notes on metals and measures, in the user's file."""

import re
import sqlite3

from explorer.data.user import schema
from explorer.data.user.checks import checked_note
from explorer.data.user.records import NOTE_KINDS, Note
from explorer.data.user.user_file import UserFile


def notes(file: UserFile) -> tuple[Note, ...]:
    """Return all notes by kind and subject."""
    with file.reading() as connection:
        return read_notes(connection)


def read_notes(connection: sqlite3.Connection) -> tuple[Note, ...]:
    """Return the notes of an open file."""
    rows = connection.execute("SELECT kind, subject_id, text, changed FROM notes ORDER BY kind, subject_id")
    return tuple(Note(*row) for row in rows)


def note_on(file: UserFile, kind: str, subject_id: str) -> Note | None:
    """Return the note on a metal or measure, None where there is none."""
    return next((n for n in notes(file) if (n.kind, n.subject_id) == (kind, subject_id)), None)


def set_note(file: UserFile, kind: str, subject_id: str, text: str) -> None:
    """Save the note on a metal or measure in place of an earlier one; an empty text removes it."""
    if kind not in NOTE_KINDS or not re.fullmatch(schema.ID_PATTERN, subject_id, re.ASCII):
        raise ValueError((kind, subject_id))
    plain = checked_note(text)
    before = note_on(file, kind, subject_id)
    if plain == (before.text if before is not None else ""):
        return
    with file.writing() as connection:
        if plain:
            put_note(connection, Note(kind, subject_id, plain, file.today().isoformat()))
        else:
            where = "WHERE kind = ? AND subject_id = ?"
            connection.execute(f"DELETE FROM notes {where}", (kind, subject_id))


def put_note(connection: sqlite3.Connection, note: Note) -> None:
    """Insert or replace a note in a file that is open for a write."""
    connection.execute(
        "INSERT OR REPLACE INTO notes (kind, subject_id, text, changed) VALUES (?, ?, ?, ?)",
        (note.kind, note.subject_id, note.text, note.changed),
    )

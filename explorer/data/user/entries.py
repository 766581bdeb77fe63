"""The user's entries in the user's file."""

import os
import re
import sqlite3

from explorer.data.user import schema
from explorer.data.user.entry_checks import checked_event, checked_measure, checked_notice
from explorer.data.user.entry_records import PREFIX, Entry, EventFacts, MeasureFacts, Notice
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, NotFound, quoted
from explorer.language import gettext

_ENTRY = ("entry_id", "title", "address", "read", "added", "is_on")
_EVENT = ("measure_id", "event", "date", "until", "basis")
_MEASURE = (
    *("document", "jurisdiction", "destination", "kind", "announced", "effective", "expires"),
    *("issuer", "strictness", "covers", "scope"),
)


def entries(file: UserFile) -> tuple[Entry, ...]:
    """Return all entries by the day on which they were added."""
    if file.is_empty:
        return ()
    with file.reading() as connection:
        return read_entries(connection)


def read_entries(connection: sqlite3.Connection) -> tuple[Entry, ...]:
    """Return the entries of an open file."""
    facts: dict[str, EventFacts | MeasureFacts] = {}
    for entry_id, *values in connection.execute(f"SELECT entry_id, {', '.join(_EVENT)} FROM entry_events"):
        facts[entry_id] = EventFacts(**dict(zip(_EVENT, values, strict=True)))
    metals = _parts(connection, "entry_metals", "metal_id")
    codes = _parts(connection, "entry_codes", "code")
    for entry_id, *values in connection.execute(
        f"SELECT entry_id, {', '.join(_MEASURE)} FROM entry_measures"
    ):
        plain = dict(zip(_MEASURE, values, strict=True))
        facts[entry_id] = MeasureFacts(
            **plain, metal_ids=metals.get(entry_id, ()), codes=codes.get(entry_id, ())
        )
    rows = connection.execute(f"SELECT {', '.join(_ENTRY)} FROM entries ORDER BY added, entry_id")
    return tuple(
        Entry(entry_id, facts[entry_id], Notice(title, address, read), added, bool(is_on))
        for entry_id, title, address, read, added, is_on in rows
    )


def _parts(connection: sqlite3.Connection, table: str, column: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry_id, value in connection.execute(f"SELECT entry_id, {column} FROM {table} ORDER BY 1, 2"):
        found[entry_id] = (*found.get(entry_id, ()), value)
    return found


def checked_facts(facts: EventFacts | MeasureFacts) -> EventFacts | MeasureFacts:
    """Return what an entry states with plain texts; raise KnownError where it is not valid."""
    return checked_event(facts) if isinstance(facts, EventFacts) else checked_measure(facts)


def new_entry(file: UserFile, facts: EventFacts | MeasureFacts, notice: Notice) -> Entry:
    """Return a new entry that is not saved; raise KnownError where it is not valid."""
    today = file.today()
    entry_id = f"{PREFIX}{os.urandom(4).hex()}"
    return Entry(entry_id, checked_facts(facts), checked_notice(notice, today), today.isoformat())


def add_entry(file: UserFile, facts: EventFacts | MeasureFacts, notice: Notice) -> Entry:
    """Save a new entry and return it; raise KnownError where it is not valid or states the same as another one."""
    entry = new_entry(file, facts, notice)
    with file.writing() as connection:
        same = next((e for e in read_entries(connection) if e.facts == entry.facts), None)
        if same is not None:
            text = gettext("You already have an entry that states the same: {id}.")
            if not same.is_on:
                text = gettext("You already have an entry that states the same, but it is turned off: {id}.")
            raise KnownError(text.format(id=same.entry_id))
        while _exists(connection, entry.entry_id):
            entry = new_entry(file, facts, notice)
        insert_entry(connection, entry)
    return entry


def change_entry(file: UserFile, entry_id: str, facts: EventFacts | MeasureFacts, notice: Notice) -> Entry:
    """Replace what an entry states; raise KnownError where it is not valid, NotFound where there is none."""
    checked, read = checked_facts(facts), checked_notice(notice, file.today())
    with file.writing() as connection:
        before = _required(connection, entry_id)
        changed = Entry(entry_id, checked, read, before.added, before.is_on)
        put_entry(connection, changed)
    return changed


def switch_entries(file: UserFile, is_on: dict[str, bool]) -> None:
    """Switch entries on or off by their ids; raise NotFound where there is no such entry."""
    with file.reading() as connection:  # so that a wrong id creates no file
        for entry_id in is_on:
            _required(connection, entry_id)
    with file.writing() as connection:
        for entry_id, value in is_on.items():
            connection.execute("UPDATE entries SET is_on = ? WHERE entry_id = ?", (int(value), entry_id))


def remove_entry(file: UserFile, entry_id: str) -> Entry:
    """Remove an entry and return what it was; raise NotFound where there is no such entry."""
    with file.reading() as connection:
        _required(connection, entry_id)
    with file.writing() as connection:
        removed = _required(connection, entry_id)
        connection.execute("DELETE FROM entries WHERE entry_id = ?", (entry_id,))
    return removed


def restore_entry(file: UserFile, removed: Entry) -> None:
    """Save a removed entry again under its id."""
    with file.writing() as connection:
        if not _exists(connection, removed.entry_id):
            insert_entry(connection, removed)


def entry(file: UserFile, entry_id: str) -> Entry:
    """Return an entry; raise NotFound where there is no such entry."""
    with file.reading() as connection:
        return _required(connection, entry_id)


def put_entry(connection: sqlite3.Connection, entry: Entry) -> None:
    """Insert or replace an entry in a file that is open for a write; its place in the order stays."""
    if not _exists(connection, entry.entry_id):
        insert_entry(connection, entry)
        return
    row = (entry.notice.title, entry.notice.address, entry.notice.read, int(entry.is_on), entry.entry_id)
    connection.execute(
        "UPDATE entries SET title = ?, address = ?, read = ?, is_on = ? WHERE entry_id = ?", row
    )
    for table in ("entry_events", "entry_measures"):
        connection.execute(f"DELETE FROM {table} WHERE entry_id = ?", (entry.entry_id,))
    _insert_facts(connection, entry)


def insert_entry(connection: sqlite3.Connection, entry: Entry) -> None:
    """Insert an entry into a file that is open for a write."""
    notice = entry.notice
    row = (entry.entry_id, notice.title, notice.address, notice.read, entry.added, int(entry.is_on))
    _insert(connection, "entries", _ENTRY, row)
    _insert_facts(connection, entry)


def _insert_facts(connection: sqlite3.Connection, entry: Entry) -> None:
    facts, entry_id = entry.facts, entry.entry_id
    table, columns = (
        ("entry_events", _EVENT) if isinstance(facts, EventFacts) else ("entry_measures", _MEASURE)
    )
    _insert(connection, table, ("entry_id", *columns), (entry_id, *(getattr(facts, c) for c in columns)))
    if isinstance(facts, MeasureFacts):
        for metal_id in facts.metal_ids:
            _insert(connection, "entry_metals", ("entry_id", "metal_id"), (entry_id, metal_id))
        for code in facts.codes:
            _insert(connection, "entry_codes", ("entry_id", "code"), (entry_id, code))


def _insert(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], row: tuple[object, ...]
) -> None:
    places = ", ".join("?" * len(columns))
    connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", row)


def _exists(connection: sqlite3.Connection, entry_id: str) -> bool:
    if not re.fullmatch(schema.ENTRY_ID_PATTERN, entry_id, re.ASCII):  # such as text that is not UTF-8
        return False
    found = connection.execute("SELECT 1 FROM entries WHERE entry_id = ?", (entry_id,))
    return found.fetchone() is not None


def _required(connection: sqlite3.Connection, entry_id: str) -> Entry:
    if not _exists(connection, entry_id):
        sentence = gettext("You have no entry with the ID {id}.").format(id=quoted(entry_id))
        raise NotFound(
            sentence,
            window_hint=gettext("“Your entries…” shows your entries."),
            command_hint=gettext("`minor-metals own entries` shows your entries."),
        )
    return next(e for e in read_entries(connection) if e.entry_id == entry_id)

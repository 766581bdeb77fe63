"""Export and import of the user's own data as one file, in the form of the user's file itself."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from itertools import chain, count
from pathlib import Path

from msgspec import structs

from explorer.data.storage.connection import closed_on_error
from explorer.data.storage.limited_file import read_limited
from explorer.data.user import schema
from explorer.data.user.connection import Damaged, Newer, open_bytes, sentences_of_errors
from explorer.data.user.entries import put_entry, read_entries
from explorer.data.user.file_check import checked_version
from explorer.data.user.merge_record import Difference, Merge, Own
from explorer.data.user.notes import put_note, read_notes
from explorer.data.user.parts import put_parts, read_parts
from explorer.data.user.parts_records import PartsList
from explorer.data.user.records import Note, SeriesFacts, UserPoint, UserSeries
from explorer.data.user.series import insert_points, insert_series, read_points, read_series
from explorer.data.user.user_file import UserFile, up_to_date_copy
from explorer.data.user.watchlist import insert_watched, read_watchlist
from explorer.errors import KnownError, NotFound
from explorer.files import write_file
from explorer.language import gettext, paragraph

MOST_BYTES = 200_000_000


def check_not_empty(file: UserFile) -> None:
    """Raise NotFound where the user has not saved anything."""
    if file.is_empty:
        raise NotFound(gettext("You have not saved any data of your own yet."))


def export_to(file: UserFile, path: Path, *, force: bool) -> None:
    """Write all of the user's own data to a file, which has the same bytes for the same data."""
    check_not_empty(file)
    with file.reading() as connection:
        data = _content(connection)
    write_file(path, data, force=force)


def _content(connection: sqlite3.Connection) -> bytes:
    """Return the content of a file that has all rows of an open one."""
    with closing(schema.new_tables()) as copy:
        for table in schema.TABLES:
            names = ", ".join(table.columns)
            places = ", ".join("?" * len(table.columns))
            rows = connection.execute(f"SELECT {names} FROM {table.name} ORDER BY {', '.join(table.key)}")
            copy.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({places})", rows)
        return copy.serialize()


def compare(file: UserFile, path: Path) -> Merge:
    """Return what an import of a file would do; raise KnownError where it is not such a file."""
    with closing(_opened(path)) as theirs, file.reading() as connection:
        return _Merger(theirs, connection, replace=False).result


def import_from(file: UserFile, path: Path, *, replace: bool = False) -> Merge:
    """Add what a file of another computer or user has; raise KnownError where it is not such a file.

    What differs under the same id is kept as it is, or with `replace` taken from the file; a copy of the user's data is
    then saved first.
    """
    with closing(_opened(path)) as theirs:
        with file.reading() as connection:
            merge = _Merger(theirs, connection, replace=replace)
            if merge.result.is_unchanged or not (merge.result.adds or replace):
                return merge.result
        with file.writing() as connection:
            merge = _Merger(theirs, connection, replace=replace)
            replaces = replace and merge.result.differences
            copy = _save_copy(file, connection) if replaces else None
            merge.write(connection)
            return structs.replace(merge.result, copy=copy)


def _save_copy(file: UserFile, connection: sqlite3.Connection) -> Path:
    """Write all of the user's own data to a new file beside the user's file, and return its path."""
    stem = f"{file.path.stem}-before-import-{file.today().isoformat()}"
    endings = chain(("",), (f"-{number}" for number in count(2)))
    names = (f"{stem}{ending}{file.path.suffix}" for ending in endings)
    path = next(p for p in map(file.path.with_name, names) if not p.exists())
    write_file(path, _content(connection), force=False)
    return path


def _opened(path: Path) -> sqlite3.Connection:
    """Return the checked content of a file to import, with the newest tables."""
    data = read_limited(path, MOST_BYTES)
    try:
        with sentences_of_errors(path):
            connection = open_bytes(data)
        with closed_on_error(connection):
            version = checked_version(connection, path, len(data))
        if version == schema.newest_version():
            return connection
        with closing(connection):
            return up_to_date_copy(connection, version)
    except Newer:
        text = gettext(
            "{file} was written by a newer version of this program. Update the program to import it."
        )
        raise KnownError(text.format(file=path)) from None
    except Damaged as fault:
        text = gettext("{file} cannot be imported.").format(file=path)
        raise KnownError(paragraph((text, str(fault)))) from fault


class _Merger:
    """Compares a file to import with the user's own, and writes what is missing."""

    def __init__(self, theirs: sqlite3.Connection, own: sqlite3.Connection, *, replace: bool) -> None:
        self._theirs = theirs
        own_series = {s.series_id: s for s in read_series(own)}
        own_notes = {(n.kind, n.subject_id): n for n in read_notes(own)}
        own_watched = {w.metal_id for w in read_watchlist(own)}
        own_entries = {e.entry_id: e for e in read_entries(own)}
        own_parts = {p.list_id: p for p in read_parts(own)}
        watched = read_watchlist(theirs)
        series, notes, entries = read_series(theirs), read_notes(theirs), read_entries(theirs)
        parts = read_parts(theirs)
        self._watched = [w for w in watched if w.metal_id not in own_watched]

        def differs(yours: Own, their: Own) -> bool:
            if isinstance(yours, UserSeries) and yours == their:
                return read_points(theirs, yours.series_id) != read_points(own, yours.series_id)
            if isinstance(yours, Note) and isinstance(their, Note):
                return yours.text != their.text
            if isinstance(yours, PartsList) and isinstance(their, PartsList):
                return yours.content != their.content
            return yours != their

        pairs: list[tuple[Own, Own]] = [
            *((own_series[s.series_id], s) for s in series if s.series_id in own_series),
            *((own_notes[n.kind, n.subject_id], n) for n in notes if (n.kind, n.subject_id) in own_notes),
            *((own_entries[e.entry_id], e) for e in entries if e.entry_id in own_entries),
            *((own_parts[p.list_id], p) for p in parts if p.list_id in own_parts),
        ]
        differences = tuple(Difference(yours, their) for yours, their in pairs if differs(yours, their))
        self.result = Merge(
            added_series=tuple(s for s in series if s.series_id not in own_series),
            added_to_watchlist=tuple(w.metal_id for w in self._watched),
            added_notes=tuple(n for n in notes if (n.kind, n.subject_id) not in own_notes),
            added_entries=tuple(e for e in entries if e.entry_id not in own_entries),
            added_parts=tuple(p for p in parts if p.list_id not in own_parts),
            differences=differences,
            same=len(pairs) - len(differences) + len(watched) - len(self._watched),
            is_replaced=replace,
        )

    def write(self, connection: sqlite3.Connection) -> None:
        """Write what is missing, and what differs where it is to be replaced."""
        result = self.result
        series_to_write, notes_to_write = result.added_series, result.added_notes
        entries_to_write, parts_to_write = result.added_entries, result.added_parts
        if result.is_replaced:
            series_to_write += result.differing_series
            notes_to_write += result.differing_notes
            entries_to_write += result.differing_entries
            parts_to_write += result.differing_parts
        for series in series_to_write:
            connection.execute("DELETE FROM series WHERE series_id = ?", (series.series_id,))
            self._write_series(connection, series, read_points(self._theirs, series.series_id))
        for watched in self._watched:
            insert_watched(connection, watched)
        for note in notes_to_write:
            put_note(connection, note)
        for entry in entries_to_write:
            put_entry(connection, entry)
        for parts in parts_to_write:
            put_parts(connection, parts)

    @staticmethod
    def _write_series(
        connection: sqlite3.Connection, series: UserSeries, points: Iterable[UserPoint]
    ) -> None:
        facts = SeriesFacts(
            series.metal_id, series.name, series.unit, series.currency, series.frequency, series.file_name
        )
        insert_series(connection, series.series_id, facts, series.added)
        insert_points(connection, series.series_id, points)

"""Opens the user's file, and reports SQLite and system errors in plain sentences."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from explorer.data.storage.connection import Watch, closed_on_error, printable, restrict
from explorer.errors import UserFileError
from explorer.language import gettext, gettext_noop

WAIT_SECONDS = 10.0
WRITE_AHEAD = b"\x02"  # in the bytes of a file for its version of reading and writing
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_REASONS = {
    sqlite3.SQLITE_BUSY: gettext_noop("another window or command is writing to the file"),
    sqlite3.SQLITE_LOCKED: gettext_noop("another window or command is writing to the file"),
    sqlite3.SQLITE_FULL: gettext_noop("the disk is full"),
    sqlite3.SQLITE_READONLY: gettext_noop("the file or its folder is read-only"),
    sqlite3.SQLITE_CANTOPEN: gettext_noop("the file or its folder cannot be opened"),
    sqlite3.SQLITE_PERM: gettext_noop("the file or its folder cannot be opened"),
    sqlite3.SQLITE_IOERR: gettext_noop("the disk reports an error or is full"),
    sqlite3.SQLITE_TOOBIG: gettext_noop("a value is too large"),
    sqlite3.SQLITE_INTERRUPT: gettext_noop("the operation timed out"),
}


class Damaged(Exception):
    """Raised with a sentence on the cause where a file is not what this program wrote."""


class Newer(Exception):
    """Raised where a later version of the program wrote the file."""


def connect(path: Path, *, writes: bool = False) -> sqlite3.Connection:
    """Open an existing file; a transaction that a process left unfinished is undone by SQLite."""
    connection = sqlite3.connect(
        path.resolve().as_uri() + "?mode=rw", uri=True, timeout=WAIT_SECONDS, isolation_level=None
    )
    settings = ("cell_size_check = ON", "foreign_keys = ON", "secure_delete = ON", "synchronous = EXTRA")
    return _set_up(connection, *settings, f"query_only = {'OFF' if writes else 'ON'}")


def open_bytes(data: bytes) -> sqlite3.Connection:
    """Open the content of a file in memory, so that nothing is written to it or beside it; raise Damaged otherwise."""
    if not data:
        raise Damaged(gettext("It is empty."))
    if WRITE_AHEAD in (data[18:19], data[19:20]):  # for which SQLite would look for a second file
        raise Damaged(gettext("It was changed by another program."))
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with closed_on_error(connection):
        connection.deserialize(data)
    return _set_up(connection, "cell_size_check = ON", "query_only = ON")


def _set_up(connection: sqlite3.Connection, *settings: str) -> sqlite3.Connection:
    """Restrict an open file and set how it is used; return its connection."""
    watch = Watch()
    watch.start()
    with closed_on_error(connection):
        restrict(connection, watch)
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
    return connection


def is_damage(error: Exception) -> bool:
    """Return whether an error means that the file itself is broken, rather than its folder, disk or use."""
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        return True  # from Python itself, of a text that is not UTF-8
    if isinstance(error, sqlite3.Error):
        return _code(error) in _DAMAGE
    return isinstance(error, UnicodeDecodeError)


@contextlib.contextmanager
def sentences_of_errors(path: Path) -> Iterator[None]:
    """Raise UserFileError with one sentence for an error of SQLite or of the system, except for damage."""
    try:
        yield
    except sqlite3.Error as error:
        if is_damage(error):
            raise Damaged(reported(error)) from error
        if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
            raise
        reason = gettext(_REASONS[_code(error)]) if _code(error) in _REASONS else printable(error)
        raise unusable(path, reason) from error
    except UnicodeDecodeError as error:
        raise Damaged(reported(error)) from error
    except OSError as error:
        raise unusable(path, error.strerror or str(error)) from error


def reported(message: object) -> str:
    """Return the sentence on a fault of which SQLite gives a message."""
    return gettext("SQLite reports: {message}.").format(message=printable(message).rstrip("."))


def unusable(path: Path, reason: str) -> UserFileError:
    """Return the error that the user's file can't be read or written."""
    sentence = gettext("Your own data cannot be read or saved: {reason}. File: {path}")
    return UserFileError(sentence.format(path=path, reason=reason))


def _code(error: sqlite3.Error) -> int:
    """Return the primary code of an error of SQLite."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & 0xFF

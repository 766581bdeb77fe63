"""Opens and reads data files: nothing in them can run, and a query that takes too long is stopped."""

import sqlite3
import sys
import time
from pathlib import Path

from explorer import paths
from explorer.errors import DataFileError

MOST_SECONDS = 60.0
MOST_BYTES = 16_000_000
STEPS = 20_000
MOST_SHOWN = 80
# A damaged file can also contain texts, or cause messages of SQLite, that are not valid UTF-8.
DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)


class Watch:
    """Stops a query after MOST_SECONDS; because SQLite calls back into Python, Ctrl+C stops it at once."""

    def __init__(self) -> None:
        self._until = float("inf")

    def start(self) -> None:
        """Start the time limit of a query."""
        self._until = time.monotonic() + MOST_SECONDS

    @property
    def is_late(self) -> bool:
        """Whether the time limit is exceeded."""
        return time.monotonic() > self._until

    def __call__(self) -> bool:
        """Return whether to stop; SQLite calls this between its steps."""
        return self.is_late


def connect(path: Path, watch: Watch) -> sqlite3.Connection:
    """Open a data file read-only, without trust in its schema and with a limit on the size of its values."""
    connection = sqlite3.connect(path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    connection.set_progress_handler(watch, STEPS)
    for setting in ("query_only = ON", "trusted_schema = OFF", "ignore_check_constraints = ON"):
        connection.execute(f"PRAGMA {setting}")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    return connection


def no_file(path: Path) -> str:
    """Return why a path can't be read, as the end of a sentence; empty where it is a readable file."""
    try:
        if path.is_file():
            path.open("rb").close()  # raises with the reason, which SQLite does not give
            return ""
        return "is a folder" if path.is_dir() else "is not a file" if path.exists() else "is missing"
    except (OSError, RuntimeError, ValueError) as error:
        return f"can't be opened ({getattr(error, 'strerror', None) or error})"


def failure(error: Exception, path: Path, watch: Watch) -> BaseException:
    """Return the exception for an error of SQLite: the interrupt that caused it, or a DataFileError."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_INTERRUPT and not watch.is_late:
        return KeyboardInterrupt()
    fault = {
        sqlite3.SQLITE_INTERRUPT: "takes too long to read",
        sqlite3.SQLITE_CANTOPEN: f"can't be opened ({error})",
    }.get(code, f"is damaged ({printable(error)})")
    return DataFileError(f"The data file {path} {fault}: {way_on(path)}.")


def way_on(path: Path) -> str:
    """Return the advice on a data file that can't be used, as the end of a sentence."""
    own = path == paths.data_file()
    return "install the program again, or run `python -m db`" if own else "choose another file"


def printable(value: object) -> str:
    """Return a value of a data file for use in a sentence: shortened, and without control characters."""
    text = "".join(c if c.isprintable() else "\ufffd" for c in str(value))
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"

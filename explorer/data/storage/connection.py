"""How a data file is opened and read: nothing in it can run, and what takes too long can be stopped."""

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
# A damaged file also shows in texts, or in SQLite's own messages about it, that are no UTF-8.
DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)


class Watch:
    """Ends what SQLite has worked on for too long; since Python is asked, Ctrl+C ends it too, and at once."""

    def __init__(self) -> None:
        self._until = float("inf")

    def start(self) -> None:
        """Begin to count the time of a query."""
        self._until = time.monotonic() + MOST_SECONDS

    @property
    def is_late(self) -> bool:
        """Whether the query has had its time."""
        return time.monotonic() > self._until

    def __call__(self) -> bool:
        """Answer SQLite, which asks between two of its steps whether to stop."""
        return self.is_late


def connect(path: Path, watch: Watch) -> sqlite3.Connection:
    """Open a data file to be read only; what its schema names is not trusted and its values are of a bounded size."""
    connection = sqlite3.connect(path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    connection.set_progress_handler(watch, STEPS)
    for setting in ("query_only = ON", "trusted_schema = OFF", "ignore_check_constraints = ON"):
        connection.execute(f"PRAGMA {setting}")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    return connection


def no_file(path: Path) -> str:
    """Return why nothing can be read from a path, as the end of a sentence; empty where a file is there."""
    try:
        if path.is_file():
            path.open("rb").close()  # which says why it can't be read, as SQLite does not
            return ""
        return "is a folder" if path.is_dir() else "is not a file" if path.exists() else "is missing"
    except (OSError, RuntimeError, ValueError) as error:
        return f"can't be opened ({getattr(error, 'strerror', None) or error})"


def failure(error: Exception, path: Path, watch: Watch) -> BaseException:
    """Return what to raise for an error of SQLite: the interrupt that caused it, or a sentence on the data file."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_INTERRUPT and not watch.is_late:
        return KeyboardInterrupt()
    fault = {
        sqlite3.SQLITE_INTERRUPT: "takes too long to read",
        sqlite3.SQLITE_CANTOPEN: f"can't be opened ({error})",
    }.get(code, f"is damaged ({printable(error)})")
    return DataFileError(f"The data file {path} {fault}: {way_on(path)}.")


def way_on(path: Path) -> str:
    """Return what to do about a data file that can't be used."""
    own = path == paths.data_file()
    return "install the program again, or run `python -m db`" if own else "choose another file"


def printable(value: object) -> str:
    """Return a value of a data file as a sentence can show it: short, and without what a terminal would obey."""
    text = "".join(c if c.isprintable() else "\ufffd" for c in str(value))
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"

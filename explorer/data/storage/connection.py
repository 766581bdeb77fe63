"""Opens and reads data files: nothing in them can run, and a query that takes too long is stopped."""

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from explorer import paths
from explorer.errors import DataFileError
from explorer.language import gettext, paragraph

MOST_SECONDS = 60.0
MOST_BYTES = 16_000_000
STEPS = 20_000
MOST_SHOWN = 80
# A damaged file can also contain texts, or cause messages of SQLite, that are not valid UTF-8.
DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)


class Watch:
    """Stops a query after MOST_SECONDS; because SQLite calls back into Python, Ctrl+C stops it at once.

    `on_step` is called again and again while a query runs; an exception that it raises stops the query and is kept.
    """

    def __init__(self, on_step: Callable[[], None] | None = None) -> None:
        self._until = float("inf")
        self._on_step = on_step
        self.stopped_by: Exception | None = None

    def start(self) -> None:
        """Start the time limit of a query."""
        self._until = time.monotonic() + MOST_SECONDS

    def stop(self) -> None:
        """Stop the query that runs, from another thread."""
        self._until = float("-inf")

    @property
    def is_late(self) -> bool:
        """Whether the time limit is exceeded."""
        return time.monotonic() > self._until

    def __call__(self) -> bool:
        """Return whether to stop; SQLite calls this between its steps."""
        if self._on_step is not None:
            try:
                self._on_step()
            except Exception as error:
                self.stopped_by = error
                return True
        return self.is_late


def connect(path: Path, watch: Watch) -> sqlite3.Connection:
    """Open a data file read-only, without trust in its schema and with a limit on the size of its values."""
    connection = sqlite3.connect(path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True)
    with closed_on_error(connection):
        restrict(connection, watch)
        for setting in ("query_only = ON", "ignore_check_constraints = ON"):
            connection.execute(f"PRAGMA {setting}")
    return connection


@contextmanager
def closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Close a connection that cannot be set up, as one to a damaged file."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def restrict(connection: sqlite3.Connection, watch: Watch) -> None:
    """Let nothing in the schema of an open file run, and limit the size of its values and the time of a query."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
    connection.set_progress_handler(watch, STEPS)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {setting}")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)


def unreadable(path: Path) -> str:
    """Return the sentence on why a data file can't be read, empty where it is a readable file."""
    try:
        if path.is_file():
            path.open("rb").close()  # raises with the reason, which SQLite does not give
            return ""
        if path.is_dir():
            return gettext("The data file {path} is a folder.").format(path=path)
        if path.exists():
            return gettext("The data file {path} is not a regular file.").format(path=path)
        return gettext("The data file {path} is missing.").format(path=path)
    except (OSError, RuntimeError, ValueError) as error:
        return not_opened(path, getattr(error, "strerror", None) or error)


def not_opened(path: Path, reason: object) -> str:
    """Return the sentence on a data file that the system does not open."""
    return gettext("The data file {path} cannot be opened ({reason}).").format(path=path, reason=reason)


def failure(error: Exception, path: Path, watch: Watch) -> BaseException:
    """Return the exception for an error of SQLite: the interrupt that caused it, or a DataFileError."""
    if watch.stopped_by is not None:
        return watch.stopped_by
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_INTERRUPT and not watch.is_late:
        return KeyboardInterrupt()
    if code == sqlite3.SQLITE_INTERRUPT:
        sentence = gettext("The data file {path} takes too long to read.").format(path=path)
    elif code == sqlite3.SQLITE_CANTOPEN:
        sentence = not_opened(path, error)
    else:
        sentence = gettext("The data file {path} is damaged ({reason}).").format(
            path=path, reason=printable(error)
        )
    return data_file_error(path, sentence)


def data_file_error(path: Path, *sentences: str) -> DataFileError:
    """Return the error on a data file that can't be used: the sentences on the cause, and what to do."""
    sentence = paragraph(sentences)
    if path == paths.data_file():
        return damaged_program(sentence)
    if path.parent == paths.editions_folder():
        return DataFileError(paragraph((sentence, gettext("Install this edition again."))))
    return DataFileError(paragraph((sentence, gettext("Choose another data file."))))


def damaged_program(sentence: str) -> DataFileError:
    """Return the error on a file of the program that is missing or damaged: the sentence, and what to do."""
    return DataFileError(
        sentence,
        window_hint=gettext("Reinstall the program."),
        command_hint=gettext("Reinstall the program, or run `python -m db`."),
    )


def printable(value: object, longest: int = MOST_SHOWN) -> str:
    """Return a value of a data file for use in a sentence: on one line, shortened, without control characters."""
    text = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(str(value).splitlines()))
    return text if len(text) <= longest else f"{text[:longest]}…"

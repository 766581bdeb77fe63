"""Reads the data file in a thread of its own, so that the window stays responsive."""

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.data.contents.rows import Query
from explorer.data.storage.connection import DAMAGED, Watch, connect, failure
from explorer.errors import KnownError

# Between these steps SQLite calls back into Python, for which the thread must wait while the window is painted.
STEPS = 2_000_000
LONGEST_TEXT = 1_000_000_000


class BackgroundQuery(QObject):
    """Runs `work`, which gets the function that runs a query; a query of a single row does not slow the window.

    `finished` reports the result, `failed` the sentence on why there is none, in the thread of the receiver. Neither
    comes after `stop`.
    """

    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, path: Path, work: Callable[[Query], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._work = path, work
        self._watch = Watch()
        self._is_stopped = False

    def start(self) -> None:
        """Begin; the process can end meanwhile."""
        self._watch.start()
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """Stop; nothing is reported afterwards."""
        self._is_stopped = True
        self._watch.stop()

    def _run(self) -> None:
        signal: Signal = self.finished  # type: ignore[assignment]
        try:
            with contextlib.closing(connect(self._path, self._watch)) as connection:
                result = self._work(_query_of(connection, self._watch))
        except KnownError as error:
            signal, result = self.failed, str(error)  # type: ignore[assignment]
        except DAMAGED as error:
            signal, result = self.failed, str(failure(error, self._path, self._watch))  # type: ignore[assignment]
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            if not self._is_stopped:
                signal.emit(result)  # type: ignore[attr-defined]


def _query_of(connection: sqlite3.Connection, watch: Watch) -> Query:
    """Return the function that runs a query of a connection."""
    connection.set_progress_handler(watch, STEPS)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT)
    return lambda sql, *values: connection.execute(sql, values).fetchall()

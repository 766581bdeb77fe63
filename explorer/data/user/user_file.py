"""The user's file: read and written in short transactions, by several windows and commands at the same time.

Nothing is created before something is saved. Each use opens the file anew, so that one that was replaced meanwhile is
not written by mistake. A lock serialises writers; SQLite's journal makes each change atomic.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from explorer import paths
from explorer.data.storage.connection import closed_on_error
from explorer.data.user import recovery, schema
from explorer.data.user.connection import Damaged, Newer, connect, sentences_of_errors
from explorer.data.user.file_check import check_content, checked_version
from explorer.data.user.lock import exclusive
from explorer.errors import UserFileError
from explorer.files import clear_leftovers, write_file
from explorer.language import gettext, paragraph

Signature = tuple[int, int, int]


def _ignore(_: str) -> None: ...


class UserFile:
    """The file at a path; `report` gets the sentences on a damaged file that was renamed.

    Reading and writing raise UserFileError with one sentence where the file can't be used.
    """

    def __init__(
        self,
        path: Path | None = None,
        report: Callable[[str], None] = _ignore,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.path = path or paths.user_file()
        self.today = today
        self._report = report
        self._good: Signature | None = None
        self._is_backed_up = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever saved."""
        return self._signature() is None and not recovery.backup_of(self.path).exists()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield an open file with the newest tables, empty ones where nothing was saved yet."""
        with self._sentences(), closing(self._opened()) as connection:
            connection.execute("BEGIN")
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Yield the open file; what is changed in it is saved as a whole at the end, or not at all after an error."""
        with self._sentences():
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with exclusive(self.path):
                self._prepare()
                with closing(connect(self.path, writes=True)) as connection, _transaction(connection):
                    yield connection
                self._good = self._signature()

    def _opened(self) -> sqlite3.Connection:
        """Return the checked file; one of an earlier version is brought up to date in memory only."""
        if self.is_empty:
            return schema.new_tables()
        try:
            connection, version = self._checked()
        except Damaged as fault:
            self._recover_for_reading(fault)
            if self.is_empty:
                return schema.new_tables()
            connection, version = self._checked()
        if version == schema.newest_version():
            return connection
        with closing(connection):
            return up_to_date_copy(connection, version)

    def _checked(self) -> tuple[sqlite3.Connection, int]:
        """Return the open file and its version; it is checked where it has changed since the last check."""
        before = self._signature()
        if before is None:
            raise Damaged("")  # the file is gone and its backup is there
        with sentences_of_errors(self.path):
            connection = connect(self.path)
        try:
            if before == self._good:
                with sentences_of_errors(self.path):
                    return connection, int(connection.execute("PRAGMA user_version").fetchone()[0])
            version = checked_version(connection, self.path, self.path.stat().st_size)
        except Newer:
            connection.close()
            raise recovery.newer_error(self.path) from None
        except BaseException:
            connection.close()
            raise
        self._good = before
        return connection, version

    def _recover_for_reading(self, fault: Damaged) -> None:
        """Rename the damaged file; raise UserFileError where the folder does not allow it."""
        try:
            with exclusive(self.path):
                self._recover_if_damaged()
        except OSError as error:
            text = gettext("Your own data are damaged, and the file cannot be renamed: {reason}.")
            sentence = text.format(reason=error.strerror or error)
            raise UserFileError(paragraph((sentence, str(fault), _named(self.path)))) from error

    def _recover_if_damaged(self) -> int:
        """Rename the damaged file unless another process has done so; return the version, 0 where no file is left."""
        if self.is_empty:
            return 0
        try:
            connection, version = self._checked()
        except Damaged as fault:
            self._report(recovery.recover(self.path, str(fault), self.today()))
            self._good = None
            return self._recover_if_damaged()
        connection.close()
        return version

    def _prepare(self) -> None:
        """Make the file ready for a write: whole, backed up once for this object, and with the newest tables."""
        clear_leftovers(self.path.parent)
        version = self._recover_if_damaged()
        if version == 0:
            recovery.clear_place(self.path, self.today())
            with closing(schema.new_tables()) as empty:
                write_file(self.path, empty.serialize(), force=False)
        elif not self._is_backed_up:
            recovery.back_up(self.path)
        self._is_backed_up = True
        if 0 < version < schema.newest_version():
            with closing(connect(self.path, writes=True)) as connection, _transaction(connection):
                schema.migrate(connection, version)
                check_content(connection)

    def _signature(self) -> Signature | None:
        """Return what changes with the file, None where there is none."""
        try:
            status = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    @contextlib.contextmanager
    def _sentences(self) -> Iterator[None]:
        """Report errors as sentences; a file that breaks while it is used is renamed by the next use."""
        try:
            with sentences_of_errors(self.path):
                yield
        except Damaged as fault:
            self._good = None
            sentence = gettext("Your own data are damaged.")
            raise UserFileError(paragraph((sentence, str(fault), _named(self.path)))) from fault


def _named(path: Path) -> str:
    return gettext("File: {path}").format(path=path)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def up_to_date_copy(connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
    """Return a copy in memory of an open file, with the newest tables."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closed_on_error(copy):
        connection.backup(copy)
        with _transaction(copy):
            schema.migrate(copy, version)
            check_content(copy)
    return copy

"""Runs commands in this process, and makes data files that cannot be used."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer import paths
from explorer.cli import main
from tests.commands.running import Outcome, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `minor-metals` with arguments; nothing may fail with a traceback."""

    def call(*argv: str) -> Outcome:
        code = main([str(a) for a in argv])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def edition_option(edition_file: Path) -> tuple[str, str]:
    """The option, before a command, by which a process of its own reads the frozen edition."""
    return ("--data", str(edition_file))


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A database of another program."""
    path = tmp_path / "foreign.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        connection.commit()
    return path


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The data file with the schema of a later program."""
    path = Path(shutil.copy(paths.data_file(), tmp_path / "newer.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    return path


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The data file with the schema of an earlier program."""
    path = Path(shutil.copy(paths.data_file(), tmp_path / "older.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return path


@pytest.fixture
def truncated(tmp_path: Path) -> Path:
    """The first half of the data file."""
    data = paths.data_file().read_bytes()
    path = tmp_path / "truncated.db"
    path.write_bytes(data[: len(data) // 2])
    return path


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    """A file that is not a database."""
    path = tmp_path / "notes # 1?.db"
    path.write_text("no database\n" * 400)
    return path

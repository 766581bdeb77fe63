"""One build of the data file that the tests of the build share, and connections that get closed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.build import build


@pytest.fixture(scope="session")
def data_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a data file built from the project's facts."""
    path = tmp_path_factory.mktemp("built") / "metals.db"
    build(path)
    return path


@pytest.fixture
def database(data_file: Path) -> Iterator[sqlite3.Connection]:
    """Yield a read-only connection to that data file."""
    with closing(sqlite3.connect(data_file.as_uri() + "?mode=ro&immutable=1", uri=True)) as connection:
        yield connection

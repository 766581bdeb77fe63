"""Connections to the data file of the frozen edition that get closed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def database(edition_file: Path) -> Iterator[sqlite3.Connection]:
    """Yield a read-only connection to the data file of the frozen edition."""
    with closing(sqlite3.connect(edition_file.as_uri() + "?mode=ro&immutable=1", uri=True)) as connection:
        yield connection

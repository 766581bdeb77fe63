"""A user's file in a folder of the test, with the sentences that it reports."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import add_series
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist

TODAY = date(2026, 11, 28)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A path in a folder that does not exist yet."""
    return tmp_path / "data" / "own.db"


@pytest.fixture
def reports() -> list[str]:
    """What was reported to the user."""
    return []


@pytest.fixture
def open_file(path: Path, reports: list[str]) -> Callable[[], UserFile]:
    """Return the file as another window or a later start would open it."""
    return lambda: UserFile(path, reports.append, lambda: TODAY)


@pytest.fixture
def file(open_file: Callable[[], UserFile]) -> UserFile:
    """The file, opened once."""
    return open_file()


@pytest.fixture
def saved(file: UserFile) -> UserFile:
    """The file with a series of three prices and a metal on the watchlist."""
    facts = SeriesFacts("gallium", "Gallium, Rotterdam", "USD/kg", "USD", "monthly", "gallium.csv")
    add_series(
        file, facts, [UserPoint(f"2026-0{m}", 100.0 + m, flag="e" if m == 2 else None) for m in (1, 2, 3)]
    )
    add_to_watchlist(file, "tungsten")
    return file

"""What all tests share: the frozen edition that tests of behaviour use, and the live data file for checks of facts."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Set before anything imports Qt, so that the tests need no display; set it to `xcb` to see the windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from db.build import build
from explorer import paths
from explorer.data.store import Store
from tests.editions import EARLIER_VERSION, build_later, build_version

EDITION = Path(__file__).resolve().parent / "edition"
LIVE_DATA_FILE = paths.data_file()


@pytest.fixture(scope="session")
def edition_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data file of the frozen edition in tests/edition."""
    path = tmp_path_factory.mktemp("edition") / "metals.db"
    build(path, EDITION)
    return path


@pytest.fixture(autouse=True, scope="session")
def program_data(edition_file: Path) -> Iterator[Path]:
    """Let the program under test find the frozen edition as its own data file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "data_file", lambda: edition_file)
        yield edition_file


@pytest.fixture(scope="session")
def later_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data file of a later edition: 2099.01, with a ban on gallium since 9 Nov 2026 and more prices."""
    return build_later(tmp_path_factory.mktemp("later"), EDITION)


@pytest.fixture(scope="session")
def earlier_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data file of an earlier edition with the facts of the frozen one."""
    return build_version(tmp_path_factory.mktemp("earlier"), EDITION, EARLIER_VERSION)


@pytest.fixture
def no_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the installed editions for one test, empty at first."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "user"))
    return paths.editions_folder()


@pytest.fixture(autouse=True, scope="session")
def user_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Let the program under test, also in a process of its own, keep the user's data in a folder of the tests."""
    folder = tmp_path_factory.mktemp("user") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(paths.USER_DATA_VARIABLE, str(folder))
        yield folder


@pytest.fixture(scope="session")
def store(edition_file: Path) -> Iterator[Store]:
    """The frozen edition, opened once."""
    with Store.open(edition_file) as opened:
        yield opened


@pytest.fixture(scope="session")
def live_store() -> Iterator[Store]:
    """The data file that ships; tests never build it, so that they judge the file itself."""
    if not LIVE_DATA_FILE.is_file():
        pytest.fail(f"{LIVE_DATA_FILE} is missing: run `python -m db` before these tests.")
    with Store.open(LIVE_DATA_FILE) as opened:
        yield opened


class KeepingBot(QtBot):
    """Keeps the widgets of a test until they are closed.

    The bot of pytest-qt keeps none. A widget that only its own parts refer to when the test ends could be deleted by
    the garbage collector while Qt still paints it, which ends the process.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[object] = []

    def addWidget(self, widget: Any, **how: Any) -> None:
        """Register a widget to be closed after the test."""
        super().addWidget(widget, **how)
        self._kept.append(widget)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The bot of pytest-qt, which also keeps the widgets alive."""
    return KeepingBot(request)


@pytest.fixture(autouse=True)
def deleted_widgets() -> Iterator[None]:
    """Let Qt delete what a test closed; otherwise it waits for an event loop that no test runs."""
    yield
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

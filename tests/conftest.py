"""What several parts of the tests share: the real data file, opened once."""

import os
from collections.abc import Iterator

# Set before anything imports Qt, so that the tests need no display; set it to `xcb` to see the windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from explorer import paths
from explorer.data.store import Store


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """The bundled database; tests never build it, so that they judge the file that is shipped."""
    path = paths.data_file()
    if not path.is_file():
        pytest.fail(f"{path} is missing: run `python -m db` before these tests.")
    with Store.open(path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def deleted_widgets() -> Iterator[None]:
    """Let Qt delete what a test closed, which else waits for an event loop that never comes."""
    yield
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

"""Evidence files of the frozen edition, and the result of their check."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from explorer.data.context import Context
from explorer.data.evidence.question import Question
from explorer.data.evidence.verification import Verification, verify
from explorer.data.store import Store
from explorer.factsheet.evidence import load_drawing, make_file

GALLIUM = Question(Context(date(2024, 12, 10), "CHN", "USA"), "gallium")
CODES = Question(Context(date(2024, 12, 10), "CHN", "USA"), codes=("8112929010", "3C001", "84", "999999"))

Verify = Callable[..., Verification]


@pytest.fixture
def verified(tmp_path: Path, qapp: object, no_editions: Path) -> Verify:
    """Return a function that verifies the bytes of a file; no edition is installed."""

    def check(content: bytes, data: Path | None = None) -> Verification:
        path = tmp_path / "evidence.zip"
        path.write_bytes(content)
        return verify(path, load_drawing, data)

    return check


@pytest.fixture(scope="session")
def good(store: Store, qapp: object) -> bytes:
    """The evidence file on gallium from China to the United States, 10 December 2024."""
    return make_file(store, GALLIUM)

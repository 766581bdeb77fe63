"""The context of the sheets, and a reader of PDF pages."""

import io
from collections.abc import Callable
from datetime import date

import pypdf
import pytest

from explorer.data.context import Context


@pytest.fixture
def today() -> Context:
    """24 November 2026, from China to the United States."""
    return Context(date(2026, 11, 24), "CHN", "USA")


@pytest.fixture(scope="session")
def read_page() -> Callable[[bytes], pypdf.PageObject]:
    """Return a function that reads the only page of a document."""

    def read(data: bytes) -> pypdf.PageObject:
        (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
        return page

    return read

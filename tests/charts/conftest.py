"""The date and direction of most charts under test."""

from datetime import date

import pytest

from explorer.data.context import Context


@pytest.fixture
def today() -> Context:
    """24 November 2026, from China to the United States."""
    return Context(date(2026, 11, 24), "CHN", "USA")

"""The day and the direction that most charts are asked for."""

from datetime import date

import pytest

from explorer.charts.spec import ChartContext


@pytest.fixture
def today() -> ChartContext:
    """24 November 2026, from China to the United States."""
    return ChartContext(date(2026, 11, 24), "CHN", "USA")

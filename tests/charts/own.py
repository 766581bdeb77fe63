"""Series of the user for charts under test."""

from datetime import date

from explorer.charts.builders.own_lines import OwnSeries
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import unsaved

MONTHS = tuple(f"{year}-{month:02d}" for year in (2023, 2024, 2025) for month in range(1, 13))


def own_series(
    name: str = "Desk quote",
    unit: str = "USD/kg",
    metal_id: str = "gallium",
    dates: tuple[str, ...] = MONTHS,
    currency: str = "USD",
    file_name: str | None = "prices.csv",
) -> OwnSeries:
    """Return a series that begins at 100 and rises by 1; its second price is estimated."""
    points = [
        UserPoint(day, 100.0 + n, 99.0 + n, 102.0 + n, "e" if n == 1 else None) for n, day in enumerate(dates)
    ]
    facts = SeriesFacts(metal_id, name, unit, currency, "monthly", file_name)
    return OwnSeries(unsaved(facts, points, date(2026, 11, 20)))

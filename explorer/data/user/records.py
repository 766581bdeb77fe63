"""What the user saves: price series with their points, watchlist and notes."""

import datetime

from msgspec import Struct

from explorer.data.dates import first_day

FREQUENCIES = ("daily", "weekly", "monthly", "quarterly", "annual", "irregular")
FLAGS = ("e", "p", "o")
METAL, MEASURE = "metal", "measure"
NOTE_KINDS = (METAL, MEASURE)
LEAST_PRICE, MOST_PRICE = 1e-9, 1e12
LONGEST_NAME, LONGEST_UNIT, LONGEST_NOTE = 200, 40, 10_000


class UserPoint(Struct, frozen=True):
    """A price of a series; `date` is an ISO date that may lack its day or month, or a quarter such as `2026-Q3`.

    `low` and `high` are the ends of a published range. Flags: e estimated, p preliminary, o outlier.
    """

    date: str
    value: float
    low: float | None = None
    high: float | None = None
    flag: str | None = None

    @property
    def first_day(self) -> datetime.date:
        """The day at which charts draw the point."""
        return first_day(self.date)


class SeriesFacts(Struct, frozen=True):
    """What the user states of a series when it is added; `unit` includes the currency, such as USD/kg."""

    metal_id: str
    name: str
    unit: str
    currency: str
    frequency: str = "irregular"
    file_name: str | None = None


class UserSeries(Struct, frozen=True):
    """A price series of the user, with the extent of its points; `added` is the day on which they were read."""

    series_id: str
    metal_id: str
    name: str
    unit: str
    currency: str
    frequency: str
    file_name: str | None
    added: str
    first_date: str
    last_date: str
    points: int


class UserPrices(Struct, frozen=True):
    """A price series of the user with its points by date; `series_id` is empty where it is not saved."""

    series: UserSeries
    points: tuple[UserPoint, ...]


class WatchedMetal(Struct, frozen=True):
    """A metal on the user's watchlist, and the day on which it was put there."""

    metal_id: str
    added: str


class Note(Struct, frozen=True):
    """The user's note on a metal or a measure, and the day of its last change."""

    kind: str
    subject_id: str
    text: str
    changed: str

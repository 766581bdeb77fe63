"""What is read from a table, and how it is to be read."""

import datetime

from msgspec import Struct

from explorer.data.user.records import UserPoint
from explorer.errors import KnownError

EVERY = 5_000  # lines between two reports
Cell = str | float | datetime.date | None
DAY_FIRST, MONTH_FIRST = "dmy", "mdy"
POINT, COMMA = "point", "comma"


class Row(Struct, frozen=True):
    """A row of a table with the numbers of its first and last line, counted from 1."""

    line: int
    last_line: int
    cells: list[Cell]


class BadLine(Struct, frozen=True):
    """A line that was not read, and the reason as a sentence."""

    line: int
    reason: str


class Choices(Struct, frozen=True):
    """What the user states where a table does not show it: order of dates, decimal sign, sheet of a workbook."""

    dates: str | None = None
    decimal: str | None = None
    sheet: str | None = None


class Candidate(Struct, frozen=True):
    """A series found in a table; unit and currency are suggestions, empty where none was found.

    `gaps` counts the lines without a price, `notes` are sentences on how the series was read, `sheets` the names of
    all sheets of its workbook.
    """

    name: str
    points: tuple[UserPoint, ...]
    frequency: str
    unit: str = ""
    currency: str = ""
    gaps: int = 0
    bad_lines: tuple[BadLine, ...] = ()
    notes: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """The rows of a file or of pasted text, with the lines that could not be split into cells.

    `name` is what messages call it, `title` the name of a series for which the table has none.
    """

    rows: list[Row]
    name: str
    title: str = ""
    sheets: tuple[str, ...] = ()
    bad_lines: tuple[BadLine, ...] = ()


class Undecided(KnownError):
    """Raised where a table can be read in two ways; `what` is `dates` or `decimal`, the choice to make."""

    def __init__(self, what: str, sentence: str) -> None:
        super().__init__(sentence)
        self.what = what

"""The patterns of texts in the user's file, and what its tables are described with."""

from explorer.data.storage.description import Column, Table
from explorer.data.user.entry_records import LONGEST_ADDRESS, LONGEST_TITLE, PREFIX
from explorer.data.user.records import LEAST_PRICE, LONGEST_NAME, LONGEST_UNIT, MOST_PRICE
from explorer.errors import MARKS

_PLAIN = f"[^\x00-\x1f{MARKS}]"
ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
CURRENCY_PATTERN = r"[A-Z]{3}"
ENTRY_ID_PATTERN = rf"{PREFIX}[0-9a-f]{{8}}"
ADDRESS_PATTERN = rf"https?://[!-~]{{1,{LONGEST_ADDRESS}}}"
COUNTRY_PATTERN = r"[A-Z]{3}"
DESTINATION_PATTERN = r"[A-Z]{3}(-MIL)?"
CODE_PATTERN = r"[0-9A-Za-z.]{2,50}"
DATE_PATTERN = r"\d{4}(-(\d\d(-\d\d)?|Q[1-4]))?"


def plain_pattern(longest: int) -> str:
    """Return the pattern of a text on one line that is not empty."""
    return rf"(?=.*\S){_PLAIN}{{1,{longest}}}"


NAME_PATTERN, TITLE_PATTERN = plain_pattern(LONGEST_NAME), plain_pattern(LONGEST_TITLE)
UNIT_PATTERN = plain_pattern(LONGEST_UNIT)


def id_column(name: str, refers: str = "", pattern: str = ID_PATTERN) -> Column:
    """Return a column of ids, or of those of another table."""
    return Column(name, "TEXT", "text", required=True, refers=refers, pattern="" if refers else pattern)


def text_column(name: str, pattern: str, *, required: bool = True) -> Column:
    """Return a column of texts with a pattern."""
    return Column(name, "TEXT", "text", required=required, pattern=pattern)


def words_column(name: str, words: tuple[str, ...], *, required: bool = True) -> Column:
    """Return a column of certain words."""
    return Column(name, "TEXT", "text", required=required, words=words)


def day_column(name: str, low: int = 2000, *, required: bool = True) -> Column:
    """Return a column of days from a year on."""
    return Column(name, "TEXT", "day", required=required, low=low, high=2199)


def legal_day_column(name: str, *, required: bool = False) -> Column:
    """Return a column of days on which something may have happened to a measure."""
    return day_column(name, 1900, required=required)


def price_column(name: str, *, required: bool = False) -> Column:
    """Return a column of prices."""
    return Column(name, "REAL", "real", required=required, low=LEAST_PRICE, high=MOST_PRICE)


def number_column(name: str, low: int, high: int, *, required: bool = True) -> Column:
    """Return a column of whole numbers."""
    return Column(name, "INTEGER", "integer", required=required, low=low, high=high)


def yes_or_no_column(name: str) -> Column:
    """Return a column of truth values: 0 or 1."""
    return number_column(name, 0, 1)


def table(name: str, key: tuple[str, ...], *columns: Column, without_rowid: bool = False) -> Table:
    """Return a table."""
    return Table(name, key, without_rowid, {column.name: column for column in columns})

"""Kinds of columns that the tables are made of, each with the values it takes."""

from dataclasses import dataclass, replace

DATE_KINDS = frozenset({"date", "day", "period"})
NUMBER_KINDS = frozenset({"integer", "real"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its kind (text, integer, real, date, day, period), and what its values may be.

    A date is YYYY, YYYY-MM or YYYY-MM-DD, a day the last of these, a period is a date or two as from/to.
    """

    name: str
    kind: str = "text"
    required: bool = False
    words: tuple[str, ...] = ()
    refers: str = ""
    low: float | None = None
    high: float | None = None
    pattern: str = ""

    @property
    def sql_type(self) -> str:
        """Return the type that the column has in the STRICT table."""
        return self.kind.upper() if self.kind in NUMBER_KINDS else "TEXT"


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file and the table made of it, with the columns of its natural key."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the column names in the order of the header line."""
        return tuple(column.name for column in self.columns)

    @property
    def row_key(self) -> str:
        """Return the column by which link tables point here: the key, or `id` where the key is composite."""
        return self.key[0] if len(self.key) == 1 else "id"

    @property
    def is_sourced(self) -> bool:
        """Tell whether the rows are facts, which name their sources."""
        return "source_ids" in self.names


def text(name: str, pattern: str = "") -> Column:
    """Return a text column that may be empty."""
    return Column(name, pattern=pattern)


def must(column: Column) -> Column:
    """Return the column as one that no row leaves empty."""
    return replace(column, required=True)


def label(name: str) -> Column:
    """Return a text column that no row leaves empty."""
    return Column(name, required=True)


def ident(name: str) -> Column:
    """Return a key column of ids in lowercase ASCII with hyphens."""
    return Column(name, required=True, pattern=r"[a-z0-9]+([-.][a-z0-9]+)*")


def country_code(name: str) -> Column:
    """Return a key column of three-letter country codes."""
    return Column(name, required=True, pattern=r"[A-Z]{3}")


def ref(name: str, table: str, required: bool = True) -> Column:
    """Return a column that holds the key of another table."""
    return Column(name, required=required, refers=table)


def words(name: str, *values: str) -> Column:
    """Return a column of a closed vocabulary, which may be empty."""
    return Column(name, words=values)


def real(name: str, low: float | None = 0, high: float | None = None) -> Column:
    """Return a column of numbers from `low` to `high`, both included."""
    return Column(name, "real", low=low, high=high)


def percent(name: str) -> Column:
    """Return a column of shares of a hundred."""
    return real(name, 0, 100)


def integer(name: str, low: float = 0, high: float | None = None) -> Column:
    """Return a column of whole numbers from `low` to `high`, both included."""
    return Column(name, "integer", low=low, high=high)


def year(name: str = "year") -> Column:
    """Return a column of calendar years."""
    return integer(name, 1800, 2100)


def date(name: str) -> Column:
    """Return a column of days, months or years."""
    return Column(name, "date")


def day(name: str) -> Column:
    """Return a column of days."""
    return Column(name, "day")


def period(name: str) -> Column:
    """Return a column of dates or spans from/to."""
    return Column(name, "period")


def evidence() -> tuple[Column, Column]:
    """Return the two columns by which every fact says how well it is known and from where."""
    return must(words("confidence", "high", "medium", "low")), label("source_ids")

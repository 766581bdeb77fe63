"""Tables and columns of the facts: their names, their allowed values and their meaning."""

from dataclasses import dataclass, replace

DATE_KINDS = frozenset({"date", "day", "period"})
NUMBER_KINDS = frozenset({"integer", "real"})
FIRST_YEAR, LAST_YEAR = 1800, 2100
MOST_CHARACTERS = 10_000
VERSION_PATTERN = r"\d{4}\.\d{2}(-[a-z0-9]{1,20})?"  # of an edition, such as 2026.12
WEB_ADDRESS = r"https?://\S+"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    `kind` is text, integer, real, date (YYYY, YYYY-MM or YYYY-MM-DD), day (YYYY-MM-DD) or period (a date, or two
    as from/to). `words` lists the allowed words, `refers` names the table whose key the column holds, `low` and
    `high` bound a number, or the year of a date (both included). `splits` marks a cell that joins several values with
    semicolons, `parts_of` names the table whose keys these are, `has_lines` marks a text that may have several lines.
    `description` and `unit` explain the column to whoever opens the data file.
    """

    name: str
    description: str = ""
    kind: str = "text"
    required: bool = False
    words: tuple[str, ...] = ()
    refers: str = ""
    low: float | None = None
    high: float | None = None
    pattern: str = ""
    splits: bool = False
    parts_of: str = ""
    has_lines: bool = False
    unit: str = ""

    @property
    def sql_type(self) -> str:
        """Return the type that the column has in the STRICT table."""
        return self.kind.upper() if self.kind in NUMBER_KINDS else "TEXT"


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file and the table built from it.

    `key` names the columns of the natural key, `indexes` lists further indexes. `without_rowid` stores the rows in
    the key itself, which saves a third of the space of a large table with a long key.
    """

    name: str
    key: tuple[str, ...]
    title: str
    description: str
    columns: tuple[Column, ...]
    indexes: tuple[tuple[str, ...], ...] = ()
    without_rowid: bool = False

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
        """Return whether each row names its own sources."""
        return "source_ids" in self.names


def table(
    name: str,
    key: str,
    title: str,
    description: str,
    *columns: Column | tuple[Column, ...],
    indexes: tuple[tuple[str, ...], ...] = (),
    without_rowid: bool = False,
) -> Table:
    """Return a table; `key` joins the names of its key columns with commas."""
    flat: list[Column] = []
    for column in columns:
        flat.extend((column,) if isinstance(column, Column) else column)
    return Table(name, tuple(key.split(",")), title, description, tuple(flat), indexes, without_rowid)


def text(name: str, description: str, pattern: str = "") -> Column:
    """Return a text column that may be empty."""
    return Column(name, description, pattern=pattern)


def must(column: Column) -> Column:
    """Return the column as one that is never empty."""
    return replace(column, required=True)


def label(name: str, description: str) -> Column:
    """Return a text column that is never empty."""
    return Column(name, description, required=True)


def lines(name: str, description: str) -> Column:
    """Return a text column that is never empty and may have several lines."""
    return Column(name, description, required=True, has_lines=True)


def ident(name: str, description: str = "The key: lowercase ASCII with hyphens.") -> Column:
    """Return a key column of ids in lowercase ASCII with hyphens."""
    return Column(name, description, required=True, pattern=r"[a-z0-9]+([-.][a-z0-9]+)*")


def country_code(name: str, description: str) -> Column:
    """Return a key column of three-letter country codes."""
    return Column(name, description, required=True, pattern=r"[A-Z]{3}")


def ref(name: str, table: str, description: str, required: bool = True) -> Column:
    """Return a column that holds the key of another table."""
    return Column(name, description, required=required, refers=table)


def words(name: str, description: str, *values: str) -> Column:
    """Return a column that holds one of a few words, or nothing."""
    return Column(name, description, words=values)


def joined(
    name: str, description: str, required: bool = False, pattern: str = "", parts_of: str = ""
) -> Column:
    """Return a text column that joins several values with semicolons, such as keys of the table `parts_of`."""
    return Column(name, description, required=required, pattern=pattern, splits=True, parts_of=parts_of)


def real(
    name: str, description: str, unit: str = "", low: float | None = 0, high: float | None = None
) -> Column:
    """Return a column of numbers from `low` to `high`, both included."""
    return Column(name, description, "real", low=low, high=high, unit=unit)


def percent(name: str, description: str) -> Column:
    """Return a column of shares in per cent, 0 to 100."""
    return real(name, description, "%", 0, 100)


def integer(name: str, description: str, low: float = 0, high: float | None = None, unit: str = "") -> Column:
    """Return a column of whole numbers from `low` to `high`, both included."""
    return Column(name, description, "integer", low=low, high=high, unit=unit)


def year(name: str = "year", description: str = "Calendar year.") -> Column:
    """Return a column of calendar years."""
    return integer(name, description, FIRST_YEAR, LAST_YEAR)


def date(name: str, description: str) -> Column:
    """Return a column of days, months or years."""
    return Column(name, description, "date", low=FIRST_YEAR, high=LAST_YEAR)


def day(name: str, description: str) -> Column:
    """Return a column of days."""
    return Column(name, description, "day", low=FIRST_YEAR, high=LAST_YEAR)


def period(name: str, description: str) -> Column:
    """Return a column of dates, or of spans written from/to."""
    return Column(name, description, "period", low=FIRST_YEAR, high=LAST_YEAR)


# Columns that many tables have.


def metal() -> Column:
    """Return the column that names the metal of a row."""
    return ref("metal_id", "metals", "The metal, mineral, material or group.")


def country(
    name: str = "country_id", description: str = "The country or area.", required: bool = True
) -> Column:
    """Return a column that names a country."""
    return ref(name, "countries", description, required)


def form(
    description: str = "What is counted: the form of the metal, or the content that tonnes refer to.",
) -> Column:
    """Return the column that names the form that a figure counts."""
    return label("form", description)


def mass() -> Column:
    """Return the column of units of mass."""
    return words(
        "unit", "Unit of the quantities: t (tonnes), kg (kilograms) or ct (carats).", "t", "kg", "ct"
    )


def qualifier(*more: str) -> Column:
    """Return the column of signs that bound a value, and of words used instead of one."""
    instead = f"; or instead of a value: {', '.join(more)}" if more else ""
    return words(
        "qualifier", f"Bounds the value: < less than, > more than, ~ about{instead}.", "<", ">", "~", *more
    )


FLAG_WORDS = {
    "W": "withheld, the value is empty",
    "e": "estimated by the publisher",
    "p": "preliminary",
    "o": "outlier",
}


def flag(*values: str) -> Column:
    """Return the column of flags."""
    meaning = "; ".join(f"{value}: {FLAG_WORDS[value]}" for value in values)
    return words("flag", f"{meaning}.", *values)


def edition() -> Column:
    """Return the column that names a publisher's edition."""
    return label("edition", "The publisher's edition from which the figure was taken.")


def note() -> Column:
    """Return the column of remarks."""
    return text("note", "A remark on the row.")


def evidence() -> tuple[Column, Column]:
    """Return the two columns for the confidence and the sources of a fact."""
    return (
        must(
            words(
                "confidence",
                "high: we read the official text or the statistic itself; medium: two agreeing secondary sources, "
                "or one that quotes the statistic by name; low: one secondary source, or unverified.",
                "high",
                "medium",
                "low",
            )
        ),
        joined(
            "source_ids",
            "The sources of the row: keys of sources, joined with semicolons.",
            required=True,
            parts_of="sources",
        ),
    )

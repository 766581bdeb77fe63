"""The tables of the data file, each with its description and its number of rows."""

from functools import cache

from msgspec import Struct

from explorer.data.contents.column_titles import column_title
from explorer.data.storage.description import Column, Table, read
from explorer.data.store import Store
from explorer.errors import NotFound, quoted
from explorer.language import gettext

# The largest numbers of a column kind are figures; all others are texts, codes among them.
NUMBER_KINDS = frozenset({"integer", "real"})


class CountedTable(Struct, frozen=True):
    """A table and the number of its rows."""

    table: Table
    rows: int

    @property
    def title(self) -> str:
        """The title in the language in use."""
        return gettext(self.table.title)

    @property
    def description(self) -> str:
        """What the table holds, in the language in use."""
        return gettext(self.table.description)


@cache
def described_tables() -> dict[str, Table]:
    """Return the descriptions of all tables by name, in the order of the build."""
    return dict(read().tables)


def described_table(name: str) -> Table:
    """Return the description of a table; raise NotFound for an unknown name."""
    try:
        return described_tables()[name]
    except KeyError:
        raise NotFound(
            gettext("No table {name}.").format(name=quoted(name)),
            window_hint=gettext("The view Data lists all tables."),
            command_hint=gettext("`minor-metals data tables` lists all tables."),
        ) from None


def counted_tables(store: Store) -> tuple[CountedTable, ...]:
    """Return all tables with their numbers of rows."""
    return tuple(CountedTable(table, store.count(name)) for name, table in described_tables().items())


def column_explanation(column: Column) -> str:
    """Return what a column means, with its name in the file, its unit and its allowed words."""
    lines = [
        gettext("{title} ({name} in the data file)").format(
            title=column_title(column.name), name=column.name
        ),
        gettext(column.description) if column.description else "",
        gettext("Unit: {unit}").format(unit=column.unit) if column.unit else "",
        gettext("Values: {words}").format(words=", ".join(column.words)) if column.words else "",
    ]
    return "\n".join(line for line in lines if line)

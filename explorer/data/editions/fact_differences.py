"""Which facts differ between two editions: rows added, removed and revised, by table and key."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from explorer.data.contents.cells import cell_text
from explorer.data.contents.citing import INHERITED
from explorer.data.contents.key_names import NAME_COLUMNS, KeyNames
from explorer.data.contents.rows import Row, quoted_name
from explorer.data.contents.tables import described_tables
from explorer.data.progress import Report, no_report
from explorer.data.storage.description import Column, Table
from explorer.data.store import Store
from explorer.language import gettext, pgettext

ADDED, REMOVED, REVISED = "added", "removed", "revised"
KINDS = (ADDED, REMOVED, REVISED)
# The columns that qualify the figures of their row.
FLAGS = ("qualifier", "flag")
_ABOUT_THE_FILE = "meta"
_ROW_NUMBER = "id"


class ValueChange(Struct, frozen=True):
    """A column of a revised row, with its old and its new value; None is unknown."""

    column: Column
    old: object
    new: object


class RowChange(Struct, frozen=True):
    """A row that one edition has and the other has not, or has with other values.

    `values` are those of the row by column, of a revised one the new ones; `source_ids` those of the new row, or of the
    removed one. `label` is the key in words.
    """

    kind: str
    table: Table
    label: str
    values: Mapping[str, object]
    changes: tuple[ValueChange, ...]
    source_ids: tuple[str, ...]

    @property
    def key(self) -> dict[str, object]:
        """The values of the key columns."""
        return {name: self.values[name] for name in self.table.key}

    @property
    def flags(self) -> dict[str, object]:
        """What qualifies the figures of the row, such as `e` for estimated; of a revised row, what did not change."""
        changed = {change.column.name for change in self.changes}
        values = {name: self.values.get(name) for name in FLAGS if name not in changed}
        return {name: value for name, value in values.items() if value is not None}


class TableChanges(Struct, frozen=True):
    """The rows of a table that differ: added ones first, then removed and revised ones, each in the order of keys."""

    table: Table
    rows: tuple[RowChange, ...]

    @property
    def title(self) -> str:
        """The title of the table in the language in use."""
        return gettext(self.table.title)

    def count(self, kind: str) -> int:
        """Return the number of rows of a kind."""
        return sum(row.kind == kind for row in self.rows)


def fact_changes(old: Store, new: Store, report: Report = no_report) -> tuple[TableChanges, ...]:
    """Return the tables of facts that differ, in the order of the data file.

    Tables that the build makes from others are left out. `report` gets the part done and may raise an exception.
    """
    tables = [t for t in described_tables().values() if not t.is_derived and t.name != _ABOUT_THE_FILE]
    found = []
    for number, table in enumerate(tables, start=1):
        rows = tuple(_row_changes(old, new, table))
        if rows:
            found.append(TableChanges(table, rows))
        report(number / len(tables))
    return tuple(found)


def _row_changes(old: Store, new: Store, table: Table) -> Iterator[RowChange]:
    columns = [name for name in table.columns if name != _ROW_NUMBER]
    before, after = _rows(old, table, columns), _rows(new, table, columns)
    places = [number for number, name in enumerate(columns) if name not in table.key]
    olds, news = _Reader(old, table, columns), _Reader(new, table, columns)
    yield from (news.change(ADDED, row) for key, row in after.items() if key not in before)
    yield from (olds.change(REMOVED, row) for key, row in before.items() if key not in after)
    for key, row in after.items():
        earlier = before.get(key, row)
        if earlier != row:
            changed = [place for place in places if earlier[place] != row[place]]
            yield news.change(REVISED, row, [(columns[p], earlier[p], row[p]) for p in changed])


def _rows(store: Store, table: Table, columns: list[str]) -> dict[Row, Row]:
    """Return all rows by their keys, in the order of the keys."""
    names, order = (", ".join(map(quoted_name, of)) for of in (columns, table.key))
    rows = store.query(f"SELECT {names} FROM {quoted_name(table.name)} ORDER BY {order}")
    key = [columns.index(name) for name in table.key]
    return {tuple(row[place] for place in key): row for row in rows}


class _Reader:
    """Puts the rows of a table into words, with the names of one edition."""

    def __init__(self, store: Store, table: Table, columns: list[str]) -> None:
        self._store, self._table, self._columns = store, table, columns
        self._names = KeyNames(store, table)
        self._owned = self._sources_of_owners()

    def change(
        self, kind: str, row: Row, changes: list[tuple[str, object, object]] | None = None
    ) -> RowChange:
        """Return a row as a change."""
        values = dict(zip(self._columns, row, strict=True))
        changed = tuple(ValueChange(self._table.columns[name], old, new) for name, old, new in changes or ())
        return RowChange(kind, self._table, self._label(values), values, changed, self._source_ids(values))

    def _source_ids(self, values: Mapping[str, object]) -> tuple[str, ...]:
        """Return the sources of a row; those of some tables are in the rows that they refer to."""
        if self._table.name in INHERITED:
            column, _ = INHERITED[self._table.name]
            return _split(self._owned.get(values[column], ""))
        return _split(values.get("source_ids") or values.get("source_id"))

    def _sources_of_owners(self) -> Mapping[object, object]:
        """Return the sources of the rows that the table refers to for them, by key."""
        if self._table.name not in INHERITED:
            return {}
        _, owner = INHERITED[self._table.name]
        key = described_tables()[owner].row_key
        return dict(self._store.query(f"SELECT {quoted_name(key)}, source_ids FROM {quoted_name(owner)}"))

    def _label(self, values: Mapping[str, object]) -> str:
        """Return the key of a row in words, with the name of the row where it has one."""
        table = self._table
        keys = [cell_text(table.columns[name], values[name], self._names) for name in table.key]
        label = ", ".join(filter(None, keys))
        name = str(values.get(NAME_COLUMNS.get(table.name, ""), "") or "")
        if not name or name.casefold() == label.casefold().replace("-", " "):
            return name or label
        return pgettext("key", "{key} ({name})").format(key=label, name=name)


def _split(joined: object) -> tuple[str, ...]:
    return tuple(str(joined).split(";")) if joined else ()

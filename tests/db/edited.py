"""The frozen edition of the facts, and copies of it with something broken in them."""

import csv
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from db.csv_tables import CsvTable, CsvTables, Row, read, read_all
from db.faults import Fault
from db.tables import TABLES

EDITION = Path(__file__).resolve().parent.parent / "edition"


@cache
def facts() -> CsvTables:
    """Return the tables of the frozen edition, read once; no test changes them."""
    return read_all(EDITION)


def key_of(table: str, is_wanted: Callable[[Row], object]) -> str:
    """Return the key, its values joined by a bar, of the first row of the edition that is wanted."""
    of = facts()[table]
    return next("|".join(row.key(of.definition)) for row in of.rows if is_wanted(row))


def line_of(table: str, key: str) -> int:
    """Return the line of the row with this key in the edition."""
    of = facts()[table]
    return next(row.line for row in of.rows if "|".join(row.key(of.definition)) == key)


def one_row(table: str, **cells: str) -> CsvTable:
    """Return a table that holds only the first row of the edition, with other values in some cells."""
    of = facts()[table]
    first = of.rows[0]
    assert cells.keys() <= first.cells.keys()
    return CsvTable(of.definition, [Row(first.line, {**first.cells, **cells})])


class Copy:
    """A folder with a copy of some or all CSV files of the edition, whose rows can be edited by key."""

    def __init__(self, folder: Path, *tables: str) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        for table in tables or TABLES:
            shutil.copyfile(EDITION / f"{table}.csv", self.path(table))

    def path(self, table: str) -> Path:
        """Return the path of one file."""
        return self.folder / f"{table}.csv"

    def rows(self, table: str) -> list[list[str]]:
        """Return the rows of one file, the header first."""
        with self.path(table).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def write(self, table: str, rows: list[list[str]]) -> None:
        """Write the rows of one file."""
        with self.path(table).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def set(self, table: str, key: str, /, **cells: str) -> int:
        """Give cells of the row with this key new values and return its line."""
        rows = self.rows(table)
        place = self._place(table, key)
        rows[place] = self._edited(rows, place, cells)
        return self._written(table, rows, place)

    def insert(self, table: str, after: str, /, **cells: str) -> int:
        """Put a copy of a row, with other values in some cells, after that row and return its line."""
        rows = self.rows(table)
        place = self._place(table, after)
        rows.insert(place + 1, self._edited(rows, place, cells))
        return self._written(table, rows, place + 1)

    def remove(self, table: str, key: str) -> None:
        """Remove the row with this key."""
        rows = self.rows(table)
        del rows[self._place(table, key)]
        self.write(table, rows)

    def tables(self) -> CsvTables:
        """Return the tables of the edition with those of this folder in their places."""
        return facts() | {name: self._read(name) for name in TABLES if self.path(name).exists()}

    def _read(self, table: str) -> CsvTable:
        return read(TABLES[table], self.folder)

    def _place(self, table: str, key: str) -> int:
        """Return the place of the row with this key below the header, which is at place 0."""
        rows = self._read(table).rows
        return next(n for n, row in enumerate(rows, start=1) if "|".join(row.key(TABLES[table])) == key)

    def _edited(self, rows: list[list[str]], place: int, cells: dict[str, str]) -> list[str]:
        row = list(rows[place])
        for column, value in cells.items():
            row[rows[0].index(column)] = value
        return row

    def _written(self, table: str, rows: list[list[str]], place: int) -> int:
        """Write the rows and return the line on which the one at this place begins."""
        self.write(table, rows)
        return self._read(table).rows[place - 1].line


def the_fault(faults: Iterator[Fault], file: str, line: int, column: str) -> Fault:
    """Return the only fault, which is at this place."""
    [fault] = faults
    assert (fault.file, fault.line, fault.column) == (file, line, column)
    return fault

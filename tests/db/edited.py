"""Copies of the facts with something broken in them, and the sheets read from such a copy."""

import csv
import shutil
from functools import cache
from pathlib import Path

from db.rows import DATA, Sheets, read, read_all

from db.tables import TABLES


@cache
def facts() -> Sheets:
    """Return the project's own facts, read once; no test changes them."""
    return read_all()


def line_of(table: str, key: str) -> int:
    """Return the line of the row with this key (its values joined by a bar) in the project's facts."""
    sheet = facts()[table]
    return next(row.line for row in sheet.rows if "|".join(row.key(sheet.table)) == key)


class Copy:
    """A folder with a copy of some or all CSV files, whose rows can be edited by line."""

    def __init__(self, folder: Path, *tables: str) -> None:
        self.folder = folder
        for table in tables or TABLES:
            shutil.copyfile(DATA / f"{table}.csv", self.path(table))

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
        rows, line = self.rows(table), line_of(table, key)
        for column, value in cells.items():
            rows[line - 1][rows[0].index(column)] = value
        self.write(table, rows)
        return line

    def insert(self, table: str, after: str, /, **cells: str) -> int:
        """Put a copy of a row, with other values in some cells, after that row and return its line."""
        rows, line = self.rows(table), line_of(table, after)
        row = list(rows[line - 1])
        for column, value in cells.items():
            row[rows[0].index(column)] = value
        rows.insert(line, row)
        self.write(table, rows)
        return line + 1

    def remove(self, table: str, key: str) -> None:
        """Take out the row with this key."""
        rows = self.rows(table)
        del rows[line_of(table, key) - 1]
        self.write(table, rows)

    def sheets(self) -> Sheets:
        """Return the project's sheets with those of this folder in their places."""
        own = {name: read(table, self.folder) for name, table in TABLES.items() if self.path(name).exists()}
        return facts() | own

"""Reads the CSV files into rows that keep their line numbers."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .columns import Table
from .faults import Fault
from .tables import TABLES

DATA = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the line on which it begins and its cells by column name."""

    line: int
    cells: Mapping[str, str]
    is_ragged: bool = False

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def key(self, table: Table) -> tuple[str, ...]:
        """Return the cells of the table's key."""
        return tuple(self.cells[column] for column in table.key)

    def sources(self) -> list[str]:
        """Return the source ids in their order."""
        return split_list(self.cells["source_ids"])


@dataclass(slots=True)
class CsvTable:
    """The rows of one CSV file; a broken one has no usable header, so its rows cannot be judged."""

    definition: Table
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    is_broken: bool = False
    sha256: str = ""

    @property
    def file(self) -> str:
        """Return the file name."""
        return f"{self.definition.name}.csv"

    def fault(self, row: Row, column: str, rule: str) -> Fault:
        """Return a fault of one cell of this table."""
        return Fault(self.file, row.line, column, row[column], rule)


CsvTables = dict[str, CsvTable]


def split_list(cell: str) -> list[str]:
    """Return the parts of a cell that holds a list."""
    return cell.split(";") if cell else []


def read_all(folder: Path = DATA) -> CsvTables:
    """Return all tables of the folder; a file that cannot be read is a fault of its table."""
    return {name: read(definition, folder) for name, definition in TABLES.items()}


def unknown_files(folder: Path) -> list[Fault]:
    """Return a fault for each CSV file of the folder that is not a table: a misspelt name would lose its facts."""
    names = sorted(path.name for path in folder.glob("*.csv") if path.stem not in TABLES)
    return [Fault(name, 0, "", "", "The file must have an entry in db/tables.") for name in names]


def read(definition: Table, folder: Path) -> CsvTable:
    """Return the rows of one table."""
    table = CsvTable(definition)
    try:
        raw = (folder / table.file).read_bytes()
        table.sha256 = hashlib.sha256(raw).hexdigest()
        if b"\r" in raw:
            line = raw.count(b"\n", 0, raw.index(b"\r")) + 1
            table.faults.append(Fault(table.file, line, "", "", "Lines must end with a line feed alone."))
        _fill(table, raw.decode("utf-8"))
    except FileNotFoundError:
        _break(table, 0, "The file is missing.")
    except OSError as error:
        _break(table, 0, f"The file cannot be read ({error.strerror}).")
    except UnicodeDecodeError as error:
        _break(table, raw.count(b"\n", 0, error.start) + 1, "The file must be UTF-8.")
    return table


def _break(table: CsvTable, line: int, rule: str) -> None:
    table.is_broken = True
    table.rows.clear()
    table.faults.append(Fault(table.file, line, "", "", rule))


def _fill(table: CsvTable, content: str) -> None:
    names = table.definition.names
    records = _records(content)
    try:
        _, header = next(records, (1, []))
        if tuple(header) != names:
            _break(table, 1, f"The header line must be {','.join(names)}.")
            return
        for line, cells in records:
            is_ragged = len(cells) != len(names)
            if is_ragged:
                rule = f"A row must have {len(names)} cells; this one has {len(cells)}."
                table.faults.append(Fault(table.file, line, "", "", rule))
                cells = [*cells, *[""] * len(names)]
            table.rows.append(Row(line, dict(zip(names, cells, strict=False)), is_ragged))
    except csv.Error as error:
        _break(table, getattr(error, "line", 0), f"The file must be CSV with RFC 4180 quoting ({error}).")


def _records(content: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line on which it begins, since a quoted cell may span lines."""
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            error.line = line  # type: ignore[attr-defined]
            raise
        yield line, cells

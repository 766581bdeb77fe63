"""Builds the data file from the CSV files: the same facts give the same bytes."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from . import check, schema
from .columns import Column, Table
from .csv_tables import DATA, CsvTable, CsvTables, read_all, unknown_files
from .derived import METADATA, Record, Value, contents, numbered
from .faults import DataFaultsError
from .schema import APPLICATION_ID, SCHEMA_VERSION

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
DEFAULT_OUTPUT = RESOURCES / "metals.db"
DEFAULT_DESCRIPTION = RESOURCES / "tables.json"
PAGE_SIZE = 4096
BATCH = 2000


def build(output: Path = DEFAULT_OUTPUT, folder: Path = DATA) -> dict[str, int]:
    """Check the facts in `folder`, write the data file with its checksum, and return the number of rows of each table.

    Raises DataFaultsError with all faults, and leaves an older data file as it is, where a rule is broken.
    """
    tables = read_all(folder)
    faults = [*unknown_files(folder), *check.check(tables)]
    if faults:
        raise DataFaultsError(faults)
    output.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{output.name}.tmp", dir=output.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        counts = write(temporary, tables)
        temporary.chmod(0o644)
        digest = hashlib.sha256(temporary.read_bytes()).hexdigest()
        temporary.replace(output)
        checksum_file(output).write_text(f"{digest}  {output.name}\n", encoding="utf-8", newline="\n")
    finally:
        for left in (temporary, Path(f"{name}-journal")):
            left.unlink(missing_ok=True)
    return counts


def checksum_file(output: Path) -> Path:
    """Return the path of the checksum file of a data file, in the format of `sha256sum`."""
    return output.with_name(f"{output.name}.sha256")


def write(path: Path, tables: CsvTables) -> dict[str, int]:
    """Write the tables into the empty file `path` and return the number of rows of each."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            f"PRAGMA page_size = {PAGE_SIZE}; PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = OFF;"
            # The file is new and is renamed only when it is complete, so a crash can damage nothing.
            "PRAGMA synchronous = OFF;"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        )
        database = Database(connection, execute_plugins=False)
        schema.create(database)
        counts = {}
        for table, records in _contents(tables):
            if records:
                database.table(table.name).insert_all(records, batch_size=BATCH)
            counts[table.name] = len(records)
        schema.enable_search(database)
        connection.commit()
        require_sound(connection)
        connection.execute("ANALYZE")
        connection.commit()
        connection.execute("VACUUM")
    return counts


def require_sound(connection: sqlite3.Connection) -> None:
    """Raise IntegrityError where a reference has no target or the file is damaged."""
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    damage = connection.execute("PRAGMA integrity_check").fetchall()
    if broken or damage != [("ok",)]:
        raise sqlite3.IntegrityError(f"broken foreign keys {broken[:5]}, integrity check {damage[:5]}")


def _contents(tables: CsvTables) -> Iterator[tuple[Table, list[Record]]]:
    """Yield every table with its rows in key order."""
    for name, table in tables.items():
        records = list(_records(table))
        yield table.definition, records + _digests(tables) if name == "meta" else records
    yield from contents(tables)
    yield METADATA, schema.metadata()


def _records(table: CsvTable) -> Iterator[Record]:
    has_id = table.definition.row_key == "id" and not table.definition.without_rowid
    for number, row in numbered(table):
        record: Record = {"id": number} if has_id else {}
        for column in table.definition.columns:
            record[column.name] = value(column, row[column.name])
        yield record


def value(column: Column, cell: str) -> Value:
    """Return the value of a cell as the table stores it; an empty cell is NULL."""
    if cell == "":
        return None
    if column.kind == "integer":
        return int(cell)
    return float(cell) if column.kind == "real" else cell


def _digests(tables: CsvTables) -> list[Record]:
    rows: list[Record] = [{"key": "schema", "value": str(SCHEMA_VERSION)}]
    whole = hashlib.sha256()
    for table in sorted(tables.values(), key=lambda table: table.file):
        whole.update(f"{table.sha256}  {table.file}\n".encode())
        rows.append({"key": f"sha256:{table.file}", "value": table.sha256})
    return [*rows, {"key": "sha256", "value": whole.hexdigest()}]

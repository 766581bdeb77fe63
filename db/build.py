"""Builds the data file from the CSV files, the same bytes from the same facts."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from . import check, search
from .columns import Column
from .faults import DataFaultsError
from .rows import DATA, Row, Sheet, Sheets, read_all, split_list
from .words import EVERYBODY, MILITARY

Value = str | int | float | None
Record = dict[str, Value]

DEFAULT_OUTPUT = Path(__file__).resolve().parent.parent / "resources" / "metals.db"
SCHEMA = Path(__file__).resolve().with_name("schema.sql")
APPLICATION_ID = 0x4D4D4578  # "MMEx"
SCHEMA_VERSION = 1
PAGE_SIZE = 4096
BATCH = 2000


def build(output: Path = DEFAULT_OUTPUT, folder: Path = DATA) -> dict[str, int]:
    """Check the facts in `folder`, write the data file and return the number of rows of each table.

    Raises DataFaultsError with all faults, and leaves an older data file alone, where a rule is broken.
    """
    sheets = read_all(folder)
    faults = check.check(sheets)
    if faults:
        raise DataFaultsError(faults)
    output.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{output.name}.tmp", dir=output.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        counts = write(temporary, sheets)
        temporary.chmod(0o644)
        temporary.replace(output)
    finally:
        for left in (temporary, Path(f"{name}-journal")):
            left.unlink(missing_ok=True)
    return counts


def write(path: Path, sheets: Sheets) -> dict[str, int]:
    """Write the sheets into the empty file `path` and return the number of rows of each table."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            f"PRAGMA page_size = {PAGE_SIZE}; PRAGMA journal_mode = DELETE; PRAGMA foreign_keys = OFF;"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
        )
        connection.executescript(SCHEMA.read_text(encoding="utf-8"))
        database = Database(connection, execute_plugins=False)
        counts = {}
        for name, records in _contents(sheets):
            counts[name] = _insert(database, name, records)
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.commit()
        _require_sound(connection)
        connection.execute("ANALYZE")
        connection.commit()
        connection.execute("VACUUM")
    return counts


def _insert(database: Database, name: str, records: list[Record]) -> int:
    if records:
        database.table(name).insert_all(records, batch_size=BATCH)
    return len(records)


def _require_sound(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    damage = connection.execute("PRAGMA integrity_check").fetchall()
    if broken or damage != [("ok",)]:
        raise sqlite3.IntegrityError(f"broken foreign keys {broken[:5]}, integrity check {damage[:5]}")


def _contents(sheets: Sheets) -> Iterator[tuple[str, list[Record]]]:
    """Yield every table's name and rows in key order, the tables in the order of the schema."""
    for name, sheet in sheets.items():
        records = list(_records(sheet))
        yield name, records + _digests(sheets) if name == "meta" else records
    yield "destinations", _destinations(sheets)
    yield "claims_metals", list(_claims_metals(sheets))
    yield "metals_by_product_of", list(_hosts(sheets))
    yield "items_control_codes", list(_control_codes(sheets))
    for name, sheet in sheets.items():
        if sheet.table.is_sourced:
            yield f"{name}_sources", list(_sources(sheet))
    yield "search", [dict(entry) for entry in search.entries(sheets)]


def _records(sheet: Sheet) -> Iterator[Record]:
    for number, row in numbered(sheet):
        record: Record = {"id": number} if sheet.table.row_key == "id" else {}
        for column in sheet.table.columns:
            record[column.name] = value(column, row[column.name])
        yield record


def value(column: Column, cell: str) -> Value:
    """Return what the table holds for a cell; an empty one is NULL."""
    if cell == "":
        return None
    if column.kind == "integer":
        return int(cell)
    return float(cell) if column.kind == "real" else cell


def numbered(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    """Yield the rows with their number from one, which is the id where the key is composite."""
    return enumerate(sheet.rows, start=1)


def _digests(sheets: Sheets) -> list[Record]:
    rows: list[Record] = [{"key": "schema", "value": str(SCHEMA_VERSION)}]
    whole = hashlib.sha256()
    for sheet in sorted(sheets.values(), key=lambda sheet: sheet.file):
        whole.update(f"{sheet.sha256}  {sheet.file}\n".encode())
        rows.append({"key": f"sha256:{sheet.file}", "value": sheet.sha256})
    return [*rows, {"key": "sha256", "value": whole.hexdigest()}]


def _destinations(sheets: Sheets) -> list[Record]:
    countries = {row["country_id"]: row for row in sheets["countries"].rows}
    everybody = {"name_en": "all destinations", "name_zh": "所有目的地"}
    rows: list[Record] = [{"destination_id": EVERYBODY, "country_id": None, **everybody}]
    for name in sorted({row["destination"] for row in sheets["measures"].rows} - {EVERYBODY}):
        country = countries[name.removesuffix(MILITARY)]
        military = name.endswith(MILITARY)
        rows.append(
            {
                "destination_id": name,
                "country_id": country["country_id"],
                "name_en": country["name_en"] + (", military users and uses" if military else ""),
                "name_zh": country["name_zh"] + ("（军事用户和军事用途）" if military else ""),
            }
        )
    return rows


def _claims_metals(sheets: Sheets) -> Iterator[Record]:
    for row in sheets["claims"].rows:
        for position, metal in enumerate(split_list(row["metal_ids"]), start=1):
            yield {"claim_id": row["claim_id"], "position": position, "metal_id": metal}


def _hosts(sheets: Sheets) -> Iterator[Record]:
    metals = {row["metal_id"] for row in sheets["metals"].rows}
    for row in sheets["metals"].rows:
        for position, host in enumerate(split_list(row["by_product_of"]), start=1):
            known = host if host in metals else None
            yield {"metal_id": row["metal_id"], "position": position, "host": host, "host_metal_id": known}


def _control_codes(sheets: Sheets) -> Iterator[Record]:
    for row in sheets["items"].rows:
        for position, code in enumerate(split_list(row["control_code"]), start=1):
            plain = search.plain_code(code)
            yield {"item_id": row["item_id"], "position": position, "control_code": code, "plain": plain}


def _sources(sheet: Sheet) -> Iterator[Record]:
    table = sheet.table
    for number, row in numbered(sheet):
        key = number if table.row_key == "id" else row[table.row_key]
        for position, source in enumerate(row.sources(), start=1):
            yield {table.row_key: key, "position": position, "source_id": source}

"""Tables without a CSV file, derived from the others: destinations, joined cells as rows, the search index."""

from collections.abc import Iterator

from . import search
from .columns import Column, Table, integer, label, lines, must, ref, text
from .csv_tables import CsvTable, CsvTables, Row, split_list
from .tables import TABLES
from .words import EVERYBODY, MILITARY

Value = str | int | float | None
Record = dict[str, Value]


def _position() -> Column:
    return must(integer("position", "Place in the joined cell, from 1.", 1))


def _link(
    name: str,
    key: str,
    title: str,
    description: str,
    *columns: Column,
    indexes: tuple[tuple[str, ...], ...] = (),
) -> Table:
    return Table(name, (key, "position"), title, description, columns, indexes, without_rowid=True)


DESTINATIONS = Table(
    "destinations",
    ("destination_id",),
    "Destinations of the measures",
    "All destinations, a country or bloc, or the military users and uses of a country.",
    (
        label("destination_id", "The key: ALL, a country id, or a country id with -MIL."),
        ref("country_id", "countries", "The country; empty for ALL.", required=False),
        label("name_en", "English name."),
        label("name_zh", "Chinese name."),
    ),
)
SEARCH = Table(
    "search",
    ("kind", "key"),
    "Search",
    "Everything that can be searched, with each spelling of its names and codes. Search the full-text index "
    "search_fts with MATCH for three characters or more; use LIKE here for one or two.",
    (
        label("kind", "Type of record."),
        label("key", "Key of the row in its table."),
        ref("metal_id", "metals", "The metal it belongs to, if any.", required=False),
        label("title", "English title."),
        text("title_zh", "Chinese title."),
        lines("body", "Further text, one piece a line."),
    ),
)
METADATA = Table(
    "metadata",
    ("table_name", "column_name"),
    "Metadata",
    "What each table, view and column means.",
    (
        label("table_name", "Table or view."),
        text("column_name", "Column; empty for the table as a whole."),
        text("title", "Title of the table."),
        label("description", "What it holds."),
        text("unit", "Unit of the values."),
        text("words", "Allowed words, joined with semicolons."),
    ),
)
CLAIMS_METALS = _link(
    "claims_metals",
    "claim_id",
    "Metals of the claims",
    "One row for each metal of a claim.",
    ref("claim_id", "claims", "The claim."),
    _position(),
    ref("metal_id", "metals", "The metal."),
    indexes=(("metal_id",),),
)
BUYER_CODES_METALS = _link(
    "buyer_codes_metals",
    "hs_code",
    "Metals of the customs codes of the buyer tables",
    "One row for each metal of a code. Some codes cover materials that have no entry here.",
    ref("hs_code", "buyer_codes", "The customs code."),
    _position(),
    label("material", "The material."),
    ref("metal_id", "metals", "The same, where it is a metal of this file.", required=False),
)
HOSTS = _link(
    "metals_by_product_of",
    "metal_id",
    "Main products of by-products",
    "One row for each main product of a by-product.",
    ref("metal_id", "metals", "The by-product."),
    _position(),
    label("host", "The main product."),
    ref("host_metal_id", "metals", "The same, where it is a metal of this file.", required=False),
)
CONTROL_CODES = _link(
    "items_control_codes",
    "item_id",
    "Control codes of the items",
    "One row for each control code of an item.",
    ref("item_id", "items", "The item."),
    _position(),
    label("control_code", "The control code as published."),
    label("plain", "The code in capitals, without dots and spaces."),
    indexes=(("plain",),),
)


def source_links(table: Table) -> Table:
    """Return the table that links the rows of a table to their sources."""
    own = next((c for c in table.columns if c.name == table.row_key), None)
    key_text = "The row." if own is None else own.description
    key = Column(table.row_key, key_text, "text" if own else "integer", required=True, refers=table.name)
    title, description = f"Sources: {table.title.lower()}", f"The source_ids of {table.name}, as rows."
    source = ref("source_id", "sources", "The source.")
    return _link(f"{table.name}_sources", table.row_key, title, description, key, _position(), source)


LINKS = (CLAIMS_METALS, BUYER_CODES_METALS, HOSTS, CONTROL_CODES)
SOURCE_LINKS = {table.name: source_links(table) for table in TABLES.values() if table.is_sourced}
# In an order in which each table refers only to itself and to those before it.
ALL_TABLES: tuple[Table, ...] = (
    *(
        each
        for table in TABLES.values()
        for each in ((table, DESTINATIONS) if table.name == "countries" else (table,))
    ),
    *LINKS,
    *SOURCE_LINKS.values(),
    SEARCH,
    METADATA,
)


def contents(tables: CsvTables) -> Iterator[tuple[Table, list[Record]]]:
    """Yield the derived tables with their rows in key order, all but the metadata."""
    yield DESTINATIONS, _destinations(tables)
    yield CLAIMS_METALS, list(_claims_metals(tables))
    yield BUYER_CODES_METALS, list(_buyer_codes_metals(tables))
    yield HOSTS, list(_hosts(tables))
    yield CONTROL_CODES, list(_control_codes(tables))
    for name, links in SOURCE_LINKS.items():
        yield links, list(_sources(tables[name]))
    yield SEARCH, [{"id": n, **entry} for n, entry in enumerate(search.entries(tables), start=1)]


def numbered(table: CsvTable) -> Iterator[tuple[int, Row]]:
    """Yield the rows with their number from 1, which is the id where the key is composite."""
    return enumerate(table.rows, start=1)


def _destinations(tables: CsvTables) -> list[Record]:
    countries = {row["country_id"]: row for row in tables["countries"].rows}
    everybody = {"name_en": "all destinations", "name_zh": "所有目的地"}
    rows: list[Record] = [{"destination_id": EVERYBODY, "country_id": None, **everybody}]
    for name in sorted({row["destination"] for row in tables["measures"].rows} - {EVERYBODY}):
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


def _parts(tables: CsvTables, name: str, column: str) -> Iterator[tuple[str, int, str]]:
    """Yield key, place and value of each part of a joined cell."""
    table = tables[name]
    for row in table.rows:
        for position, part in enumerate(split_list(row[column]), start=1):
            yield row[table.definition.key[0]], position, part


def _claims_metals(tables: CsvTables) -> Iterator[Record]:
    for claim, position, metal in _parts(tables, "claims", "metal_ids"):
        yield {"claim_id": claim, "position": position, "metal_id": metal}


def _buyer_codes_metals(tables: CsvTables) -> Iterator[Record]:
    metals = {row["metal_id"] for row in tables["metals"].rows}
    for code, position, material in _parts(tables, "buyer_codes", "metal_ids"):
        metal = material if material in metals else None
        yield {"hs_code": code, "position": position, "material": material, "metal_id": metal}


def _hosts(tables: CsvTables) -> Iterator[Record]:
    metals = {row["metal_id"] for row in tables["metals"].rows}
    for metal, position, host in _parts(tables, "metals", "by_product_of"):
        known = host if host in metals else None
        yield {"metal_id": metal, "position": position, "host": host, "host_metal_id": known}


def _control_codes(tables: CsvTables) -> Iterator[Record]:
    for item, position, code in _parts(tables, "items", "control_code"):
        yield {"item_id": item, "position": position, "control_code": code, "plain": search.plain_code(code)}


def _sources(table: CsvTable) -> Iterator[Record]:
    row_key = table.definition.row_key
    for number, row in numbered(table):
        key = number if row_key == "id" else row[row_key]
        for position, source in enumerate(row.sources(), start=1):
            yield {row_key: key, "position": position, "source_id": source}

"""Rules for every table: shapes of cells, keys, order, references, sources, translations."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from ..columns import VERSION_PATTERN
from ..csv_tables import CsvTable, CsvTables, Row, split_list
from ..faults import Fault
from ..tables import TABLES
from ..values import is_day, shape_rule, whole
from ..words import CHART_KINDS, EVERYBODY, MILITARY_DESTINATIONS, OTHER_HOSTS, VOCABULARY


def cells(tables: CsvTables) -> Iterator[Fault]:
    """Each cell has the shape, vocabulary and bounds of its column, and is not empty where it is required."""
    for table in tables.values():
        rows = [row for row in table.rows if not row.is_ragged]
        for column in table.definition.columns:
            # Most cells of a column repeat, so each value is checked once.
            broken = cache(shape_rule(column))
            for row in rows:
                rule = broken(row[column.name])
                if rule:
                    yield table.fault(row, column.name, rule)


def keys(tables: CsvTables) -> Iterator[Fault]:
    """A key occurs once, and the rows are sorted by their keys."""
    for table in tables.values():
        first_lines: dict[tuple[str, ...], int] = {}
        previous: tuple[tuple[int, str], ...] | None = None
        numeric = frozenset(column.name for column in table.definition.columns if column.kind == "integer")
        for row in table.rows:
            key = row.key(table.definition)
            if key in first_lines:
                rule = f"A key must occur once; line {first_lines[key]} already has this one."
                yield _key_fault(table, row, rule)
                continue
            first_lines[key] = row.line
            order = tuple(_rank(row[name], name in numeric) for name in table.definition.key)
            if previous is not None and order < previous:
                yield _key_fault(table, row, "Rows must be sorted by their keys.")
            previous = order


def _key_fault(table: CsvTable, row: Row, rule: str) -> Fault:
    key = table.definition.key
    return Fault(table.file, row.line, ",".join(key), "|".join(row.key(table.definition)), rule)


def _rank(cell: str, is_number: bool) -> tuple[int, str]:
    """Return the sort key of a cell of a key: its number, or its text unchanged."""
    return (whole(cell) or 0, "") if is_number else (0, cell)


def references(tables: CsvTables) -> Iterator[Fault]:
    """A cell that holds the key of another table has a row there."""
    known = {name: _first_keys(table) for name, table in tables.items() if not table.is_broken}
    for table in tables.values():
        for column in table.definition.columns:
            if column.refers not in known:
                continue
            for row in table.rows:
                if row[column.name] and row[column.name] not in known[column.refers]:
                    yield table.fault(row, column.name, f"The id must be in {column.refers}.csv.")


def _first_keys(table: CsvTable) -> set[str]:
    return {row[table.definition.key[0]] for row in table.rows}


def sources(tables: CsvTables) -> Iterator[Fault]:
    """Every fact names at least one source; each is named once and is in sources.csv."""
    known = _first_keys(tables["sources"])
    for table in tables.values():
        if table.definition.is_sourced:
            yield from _parts(table, "source_ids", known, "Each source id must be in sources.csv.")


def edition(tables: CsvTables) -> Iterator[Fault]:
    """The edition has a version and a last checked day, and no key that the build itself writes."""
    table = tables["meta"]
    values = {row["key"]: row for row in table.rows}
    for key in ("data_version", "verified_to"):
        if key not in values:
            yield Fault(table.file, 1, "key", key, "The edition must have this key.")
    for key, row in values.items():
        if key == "verified_to" and not is_day(row["value"]):
            yield table.fault(row, "value", "A day must be YYYY-MM-DD and exist.")
        if key == "data_version" and not re.fullmatch(VERSION_PATTERN, row["value"], re.ASCII):
            yield table.fault(row, "value", "A version must be a year and a month, such as 2026.12.")
        if key == "schema" or key.startswith("sha256"):
            yield table.fault(row, "key", "The build writes this key: remove the row.")


def metal_lists(tables: CsvTables) -> Iterator[Fault]:
    """Claims, search terms and by-products name metals of metals.csv."""
    metals = _first_keys(tables["metals"])
    hosts = metals | OTHER_HOSTS
    for name in ("claims", "search_terms"):
        yield from _parts(tables[name], "metal_ids", metals, "Each metal id must be in metals.csv.")
    rule = f"Each host must be a metal of metals.csv or one of: {', '.join(sorted(OTHER_HOSTS))}."
    yield from _parts(tables["metals"], "by_product_of", hosts, rule)


def claim_charts(tables: CsvTables) -> Iterator[Fault]:
    """The chart of a claim is of a kind that exists, of a metal of the claim, and of a price series on file."""
    table, series = tables["claims"], _first_keys(tables["price_series"])
    for row in table.rows:
        if not row["chart"]:
            continue
        kind, metal, key = (*row["chart"].split(" ", 2), "", "")[:3]
        if kind not in CHART_KINDS:
            yield table.fault(row, "chart", f"The kind of chart must be one of: {', '.join(CHART_KINDS)}.")
        if metal not in split_list(row["metal_ids"]):
            yield table.fault(row, "chart", "The chart must be of a metal of the claim.")
        if kind == "price" and key and key not in series:
            yield table.fault(row, "chart", "The series of a price chart must be in price_series.csv.")


def search_terms(tables: CsvTables) -> Iterator[Fault]:
    """A search term leads somewhere, and is the same as no other but for capitals."""
    table = tables["search_terms"]
    first_lines: dict[str, int] = {}
    for row in table.rows:
        if not row["metal_ids"] and not row["phrases"]:
            yield table.fault(row, "metal_ids", "A term must lead to a metal or to other words.")
        if row["kind"] == "name" and len(split_list(row["metal_ids"])) != 1:
            yield table.fault(row, "metal_ids", "A name must be that of one metal.")
        line = first_lines.setdefault(row["term"].casefold(), row.line)
        if line != row.line:
            yield table.fault(row, "term", f"A term must occur once; line {line} has it in other capitals.")


def _parts(table: CsvTable, column: str, known: Iterable[str], rule: str) -> Iterator[Fault]:
    known = frozenset(known)
    for row in table.rows:
        parts = split_list(row[column])
        if len(set(parts)) < len(parts):
            yield table.fault(row, column, "A list must not repeat an entry.")
        for part in parts:
            if part not in known:
                yield Fault(table.file, row.line, column, part, rule)


def blocs(tables: CsvTables) -> Iterator[Fault]:
    """A country may belong to a bloc; a bloc may not."""
    table = tables["countries"]
    bloc_of = {row["country_id"]: row["bloc"] for row in table.rows}
    for row in table.rows:
        if row["bloc"] and (row["bloc"] == row["country_id"] or bloc_of.get(row["bloc"])):
            yield table.fault(row, "bloc", "A bloc cannot be a member of a bloc.")


def destinations(tables: CsvTables) -> Iterator[Fault]:
    """A destination is ALL, a country, or one of the known groups of military users."""
    known = _first_keys(tables["countries"]) | MILITARY_DESTINATIONS | {EVERYBODY}
    rule = f"A destination must be ALL, a country id or one of: {', '.join(sorted(MILITARY_DESTINATIONS))}."
    table = tables["measures"]
    for row in table.rows:
        if row["destination"] not in known:
            yield table.fault(row, "destination", rule)


def translations(tables: CsvTables) -> Iterator[Fault]:
    """A Chinese text belongs to an English cell; its digest may be out of date."""
    table = tables["texts_zh"]
    rows = {name: {"|".join(row.key(of.definition)): row for row in of.rows} for name, of in tables.items()}
    # The contents of a table that could not be read are unknown.
    broken = {name for name, of in tables.items() if of.is_broken}
    vocabulary = cache(partial(_column_words, tables))
    for text in table.rows:
        name, column = text["file"], text["column"]
        if name == VOCABULARY:
            yield from _vocabulary(table, text, vocabulary(column))
        elif name not in TABLES:
            yield table.fault(text, "file", f"The file must be a table or {VOCABULARY}.")
        elif column not in TABLES[name].names:
            yield table.fault(text, "column", f"The column must be one of {name}.csv.")
        elif name not in broken:
            yield from _translated_cell(table, text, rows[name].get(text["key"]))


def _translated_cell(table: CsvTable, text: Row, row: Row | None) -> Iterator[Fault]:
    if row is None:
        yield table.fault(text, "key", f"The key must be in {text['file']}.csv.")
        return
    is_own_title = (text["file"], text["column"]) == ("instruments", "title_zh")
    if is_own_title and row["title_zh"]:
        yield table.fault(
            text, "column", "Only a document without a Chinese title may have a translated one."
        )
    if not row["title_en" if is_own_title else text["column"]]:
        yield table.fault(text, "column", "The English cell must not be empty.")


def _vocabulary(table: CsvTable, text: Row, used: frozenset[str] | None) -> Iterator[Fault]:
    if used is None:
        return
    if not used:
        yield table.fault(text, "column", "The column must belong to a table.")
    elif text["key"] not in used:
        yield table.fault(text, "key", "The word must occur in a column of this name.")


def _column_words(tables: CsvTables, column: str) -> frozenset[str] | None:
    """Return the words of all columns of a name, or None where a table with such a column could not be read."""
    owners = [of for of in tables.values() if column in of.definition.names]
    if any(of.is_broken for of in owners):
        return None
    return frozenset(row[column] for of in owners for row in of.rows)

"""Rules that hold for every table: shapes of cells, keys, order, references, sources, translations."""

from collections.abc import Iterable, Iterator
from functools import cache

from .faults import Fault
from .rows import Row, Sheet, Sheets, split_list
from .tables import TABLES
from .values import shape_rule, whole
from .words import EVERYBODY, MILITARY_DESTINATIONS, OTHER_HOSTS, VOCABULARY


def cells(sheets: Sheets) -> Iterator[Fault]:
    """Each cell has the shape, vocabulary and bounds of its column, and is filled where it must be."""
    for sheet in sheets.values():
        rows = [row for row in sheet.rows if not row.is_ragged]
        for column in sheet.table.columns:
            # Most cells of a column repeat, so that each value is judged once.
            broken = cache(shape_rule(column))
            for row in rows:
                rule = broken(row[column.name])
                if rule:
                    yield sheet.fault(row, column.name, rule)


def keys(sheets: Sheets) -> Iterator[Fault]:
    """A key occurs once, and the rows stand in the order of their keys."""
    for sheet in sheets.values():
        first_lines: dict[tuple[str, ...], int] = {}
        previous: tuple[tuple[int, str], ...] | None = None
        numeric = frozenset(column.name for column in sheet.table.columns if column.kind == "integer")
        for row in sheet.rows:
            key = row.key(sheet.table)
            if key in first_lines:
                rule = f"A key occurs once; line {first_lines[key]} has this one already."
                yield _key_fault(sheet, row, rule)
                continue
            first_lines[key] = row.line
            order = tuple(_rank(row[name], name in numeric) for name in sheet.table.key)
            if previous is not None and order < previous:
                yield _key_fault(sheet, row, "Rows stand in the order of their keys.")
            previous = order


def _key_fault(sheet: Sheet, row: Row, rule: str) -> Fault:
    key = sheet.table.key
    return Fault(sheet.file, row.line, ",".join(key), "|".join(row.key(sheet.table)), rule)


def _rank(cell: str, is_number: bool) -> tuple[int, str]:
    """Return what a cell of a key is sorted by: its number, or its text as it stands."""
    return (whole(cell) or 0, "") if is_number else (0, cell)


def references(sheets: Sheets) -> Iterator[Fault]:
    """A cell that holds the key of another table finds its row there."""
    known = {name: _first_keys(sheet) for name, sheet in sheets.items() if not sheet.is_broken}
    for sheet in sheets.values():
        for column in sheet.table.columns:
            if column.refers not in known:
                continue
            for row in sheet.rows:
                if row[column.name] and row[column.name] not in known[column.refers]:
                    yield sheet.fault(row, column.name, f"The id stands in {column.refers}.csv.")


def _first_keys(sheet: Sheet) -> set[str]:
    return {row[sheet.table.key[0]] for row in sheet.rows}


def sources(sheets: Sheets) -> Iterator[Fault]:
    """Every fact names at least one source; each is named once and stands in sources.csv."""
    known = _first_keys(sheets["sources"])
    for sheet in sheets.values():
        if sheet.table.is_sourced:
            yield from _parts(sheet, "source_ids", known, "Each source id stands in sources.csv.")


def metal_lists(sheets: Sheets) -> Iterator[Fault]:
    """The lists of metals, of claims and of hosts of by-products, name metals that there are."""
    metals = _first_keys(sheets["metals"])
    hosts = metals | OTHER_HOSTS
    yield from _parts(sheets["claims"], "metal_ids", metals, "Each metal id stands in metals.csv.")
    rule = f"Each host is a metal of metals.csv or one of: {', '.join(sorted(OTHER_HOSTS))}."
    yield from _parts(sheets["metals"], "by_product_of", hosts, rule)


def _parts(sheet: Sheet, column: str, known: Iterable[str], rule: str) -> Iterator[Fault]:
    known = frozenset(known)
    for row in sheet.rows:
        parts = split_list(row[column])
        if len(set(parts)) < len(parts):
            yield sheet.fault(row, column, "A list names nothing twice.")
        for part in parts:
            if part not in known:
                yield Fault(sheet.file, row.line, column, part, rule)


def destinations(sheets: Sheets) -> Iterator[Fault]:
    """A destination is ALL, a country, or the military users of one for which there are such measures."""
    known = _first_keys(sheets["countries"]) | MILITARY_DESTINATIONS | {EVERYBODY}
    rule = f"A destination is ALL, a country id or one of: {', '.join(sorted(MILITARY_DESTINATIONS))}."
    sheet = sheets["measures"]
    for row in sheet.rows:
        if row["destination"] not in known:
            yield sheet.fault(row, "destination", rule)


def translations(sheets: Sheets) -> Iterator[Fault]:
    """A Chinese text belongs to an English cell that there is; its digest may be out of date."""
    sheet = sheets["texts_zh"]
    rows = {name: {"|".join(row.key(of.table)): row for row in of.rows} for name, of in sheets.items()}
    # What a table that could not be read holds is not known.
    broken = {name for name, of in sheets.items() if of.is_broken}
    for text in sheet.rows:
        name, column = text["file"], text["column"]
        if name == VOCABULARY:
            yield from _vocabulary(sheets, text)
        elif name not in TABLES:
            yield sheet.fault(text, "file", f"The file is a table or {VOCABULARY}.")
        elif column not in TABLES[name].names:
            yield sheet.fault(text, "column", f"The column is one of {name}.csv.")
        elif name not in broken:
            yield from _translated_cell(sheet, text, rows[name].get(text["key"]))


def _translated_cell(sheet: Sheet, text: Row, row: Row | None) -> Iterator[Fault]:
    if row is None:
        yield sheet.fault(text, "key", f"The key stands in {text['file']}.csv.")
        return
    is_own_title = (text["file"], text["column"]) == ("instruments", "title_zh")
    if is_own_title and row["title_zh"]:
        yield sheet.fault(text, "column", "A title is translated where the document has no Chinese title.")
    if not row["title_en" if is_own_title else text["column"]]:
        yield sheet.fault(text, "column", "The English cell is not empty.")


def _vocabulary(sheets: Sheets, text: Row) -> Iterator[Fault]:
    column, word = text["column"], text["key"]
    owners = [of for of in sheets.values() if column in of.table.names]
    if not owners:
        yield sheets["texts_zh"].fault(text, "column", "The column is one of a table.")
    elif not any(of.is_broken for of in owners) and word not in _used_words(owners, column):
        yield sheets["texts_zh"].fault(text, "key", "The word stands in a column of this name.")


def _used_words(owners: list[Sheet], column: str) -> set[str]:
    return {row[column] for sheet in owners for row in sheet.rows}

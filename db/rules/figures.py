"""Rules of the figures: shares, totals, ranges, withheld values, prices."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from ..csv_tables import CsvTable, CsvTables, Row
from ..faults import Fault
from ..values import number
from ..words import RELIANCE_WORDS, WORLD

# Published shares are rounded to whole per cent, so each may be half a point too high.
ROUNDING_PCT = 0.5
TOTAL_TOLERANCE = 0.05
FULL_TABLE = 3
RATIO_TOLERANCE = 0.01


def metals(tables: CsvTables) -> Iterator[Fault]:
    """A metal belongs to a group only, a symbol has its number, and every metal has a use."""
    table = tables["metals"]
    kinds = {row["metal_id"]: row["kind"] for row in table.rows}
    used = {row["metal_id"] for row in tables["uses"].rows}
    for row in table.rows:
        if kinds.get(row["member_of"], "group") != "group":
            yield table.fault(row, "member_of", "A metal must be a member of a group.")
        if bool(row["symbol"]) != bool(row["atomic_number"]):
            yield table.fault(row, "atomic_number", "Symbol and atomic number must be given together.")
        if row["metal_id"] not in used:
            yield table.fault(row, "metal_id", "A metal must have a use in uses.csv.")


def shares_of_use(tables: CsvTables) -> Iterator[Fault]:
    """The shares of one metal, region, year and basis add up to a hundred at most, subtotals left out."""
    table = tables["uses"]
    rows = [row for row in table.rows if not _is_subtotal(row["basis"])]
    yield from _at_most_hundred(table, rows, ("metal_id", "region", "year", "basis"))


def _is_subtotal(basis: str) -> bool:
    return basis.startswith("sum of") or basis.endswith("together")


def shares_of_import(tables: CsvTables) -> Iterator[Fault]:
    """The shares of one metal, form, importer and period add up to a hundred at most."""
    table = tables["import_sources"]
    yield from _at_most_hundred(table, table.rows, ("metal_id", "form", "importer", "period"))


def _at_most_hundred(table: CsvTable, rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[Fault]:
    groups = _grouped((row for row in rows if number(row["share_pct"]) is not None), columns)
    for group in groups.values():
        total = sum(number(row["share_pct"]) or 0 for row in group)
        if total > 100 + ROUNDING_PCT * len(group):
            rule = f"Shares of the same {', '.join(columns)} must not exceed 100, allowing for rounding."
            yield Fault(table.file, group[0].line, "share_pct", f"{total:g}", rule)


def _grouped(rows: Iterable[Row], columns: tuple[str, ...]) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[column] for column in columns)].append(row)
    return groups


def production(tables: CsvTables) -> Iterator[Fault]:
    """A table has one unit, and three countries or more agree with the world total."""
    table = tables["production"]
    for row in table.rows:
        yield from _withheld(table, row)
        yield from _range(table, row)
    for group in _grouped(table.rows, ("metal_id", "stage", "form", "year", "publisher")).values():
        [(unit, _)] = Counter(row["unit"] for row in group).most_common(1)
        for row in group:
            if row["unit"] != unit:
                yield table.fault(row, "unit", "The rows of one table must have one unit.")
        yield from _total(table, group)


def _withheld(table: CsvTable, row: Row) -> Iterator[Fault]:
    if row["flag"] == "W" and row["value"]:
        yield table.fault(row, "flag", "A withheld value (W) must be empty.")
    if row["flag"] != "W" and not any(row[name] for name in ("value", "low", "word", "note")):
        yield table.fault(row, "value", "An empty value must have the flag W, a range, a word or a note.")


def _range(table: CsvTable, row: Row) -> Iterator[Fault]:
    """Check a published range: it has both ends, in order, with the value between them."""
    low, value, high = (number(row[name]) for name in ("low", "value", "high"))
    if (low is None) != (high is None):
        yield table.fault(row, "low", "Low and high must be given together.")
    elif low is not None and high is not None and not low <= (low if value is None else value) <= high:
        yield table.fault(row, "low", "Low, value and high must be in ascending order.")


def _total(table: CsvTable, group: list[Row]) -> Iterator[Fault]:
    countries = [row for row in group if row["country_id"] != WORLD]
    totals = [row for row in group if row["country_id"] == WORLD]
    world = number(totals[0]["value"]) if totals else None
    if world is None or len(countries) < FULL_TABLE:
        return
    parts = [number(row["value"]) for row in countries]
    total = sum(part for part in parts if part is not None)
    # Withheld values are missing from the sum, so a low sum proves nothing.
    too_low = None not in parts and total < world * (1 - TOTAL_TOLERANCE)
    if too_low or total > world * (1 + TOTAL_TOLERANCE):
        rule = f"The countries must add up to the world total within 5 %; they add up to {total:g}."
        yield table.fault(totals[0], "value", rule)


def disagreements(tables: CsvTables) -> Iterator[Fault]:
    """The ratio is that of the two figures it names, and is empty only where the lower one is zero."""
    table = tables["disagreements"]
    for row in table.rows:
        high, low = (number(row.cells.get(name, "")) for name in (row["ratio_of"] + "/").split("/")[:2])
        ratio = number(row["ratio"])
        if high is None or low is None:
            yield table.fault(row, "ratio_of", "Both figures of the ratio must be given.")
        elif low and high and (ratio is None or abs(high / low / ratio - 1) > RATIO_TOLERANCE):
            yield table.fault(row, "ratio", f"The ratio must match the figures, {high / low:.2f}.")


def reserves(tables: CsvTables) -> Iterator[Fault]:
    """An empty value has the word that was published."""
    table = tables["reserves"]
    for row in table.rows:
        if bool(row["value"]) == bool(row["word"]):
            yield table.fault(
                row, "value", "A row must have a value or the word that was published, not both."
            )


def dependence(tables: CsvTables) -> Iterator[Fault]:
    """Net import reliance is a figure or a word, and quantities have a unit."""
    table = tables["dependence"]
    for row in table.rows:
        is_word = row["qualifier"] in RELIANCE_WORDS
        if is_word == bool(row["net_import_reliance_pct"]):
            rule = "The row must have a figure, or the qualifier “net exporter” or “not available”."
            yield table.fault(row, "net_import_reliance_pct", rule)
        if any(row[name] for name in ("apparent_consumption", "imports", "exports")) and not row["unit"]:
            yield table.fault(row, "unit", "A quantity must have a unit.")


def trade(tables: CsvTables) -> Iterator[Fault]:
    """A trade has a quantity or a value, and two different countries."""
    table = tables["trade"]
    for row in table.rows:
        if not row["quantity"] and not row["value_usd"]:
            yield table.fault(row, "quantity", "A trade must have a quantity or a value.")
        if row["reporter"] == row["partner"]:
            yield table.fault(row, "partner", "Partner and reporter must differ.")


def sites(tables: CsvTables) -> Iterator[Fault]:
    """Capacity and unit must be given together."""
    for name, column in (("producers", "capacity"), ("projects", "planned_capacity")):
        table = tables[name]
        for row in table.rows:
            if bool(row[column]) != bool(row["unit"]):
                yield table.fault(row, "unit", "Capacity and unit must be given together.")


def prices(tables: CsvTables) -> Iterator[Fault]:
    """A price is within its range, and a series gives the number and the dates of its points."""
    table = tables["prices"]
    for row in table.rows:
        yield from _range(table, row)
    points = _grouped(table.rows, ("series_id",))
    for row in tables["price_series"].rows:
        yield from _series(tables["price_series"], row, points.get((row["series_id"],), []))


def _series(table: CsvTable, row: Row, points: list[Row]) -> Iterator[Fault]:
    dates = sorted(point["date"] for point in points) or [""]
    if row["points"] != str(len(points)):
        yield table.fault(row, "points", f"The number of points must be that of prices.csv, {len(points)}.")
    if row["first_date"] != dates[0]:
        yield table.fault(row, "first_date", f"The first date must be that of prices.csv, {dates[0]}.")
    if row["last_date"] != dates[-1]:
        yield table.fault(row, "last_date", f"The last date must be that of prices.csv, {dates[-1]}.")
    if row["currency"] not in row["unit"].split("/")[0].split():
        yield table.fault(row, "unit", "The unit must begin with the currency.")

"""Rules of the figures: shares, totals, withheld values, prices, and what belongs to a metal."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from .faults import Fault
from .rows import Row, Sheet, Sheets
from .values import number
from .words import RELIANCE_WORDS, WORLD

# A printed share is rounded to whole per cent, so that each may be half a point too high.
ROUNDING_PCT = 0.5
TOTAL_TOLERANCE = 0.05
FULL_TABLE = 3
RATIO_TOLERANCE = 0.01


def metals(sheets: Sheets) -> Iterator[Fault]:
    """A metal belongs to a group only, a symbol has its number, and every metal has a use."""
    sheet = sheets["metals"]
    kinds = {row["metal_id"]: row["kind"] for row in sheet.rows}
    used = {row["metal_id"] for row in sheets["uses"].rows}
    for row in sheet.rows:
        if kinds.get(row["member_of"], "group") != "group":
            yield sheet.fault(row, "member_of", "A metal is a member of a group.")
        if bool(row["symbol"]) != bool(row["atomic_number"]):
            yield sheet.fault(row, "atomic_number", "A symbol and an atomic number stand together.")
        if row["metal_id"] not in used:
            yield sheet.fault(row, "metal_id", "Every metal has a use in uses.csv.")


def shares_of_use(sheets: Sheets) -> Iterator[Fault]:
    """The shares of one metal, region, year and basis add up to a hundred at most, subtotals left out."""
    sheet = sheets["uses"]
    rows = [row for row in sheet.rows if not _is_subtotal(row["basis"])]
    yield from _hundred(sheet, rows, ("metal_id", "region", "year", "basis"))


def _is_subtotal(basis: str) -> bool:
    return basis.startswith("sum of") or basis.endswith("together")


def shares_of_import(sheets: Sheets) -> Iterator[Fault]:
    """The shares of one metal, form, importer and period add up to a hundred at most."""
    sheet = sheets["import_sources"]
    yield from _hundred(sheet, sheet.rows, ("metal_id", "form", "importer", "period"))


def _hundred(sheet: Sheet, rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[Fault]:
    groups = _grouped((row for row in rows if number(row["share_pct"]) is not None), columns)
    for group in groups.values():
        total = sum(number(row["share_pct"]) or 0 for row in group)
        if total > 100 + ROUNDING_PCT * len(group):
            rule = f"Shares of the same {', '.join(columns)} add up to 100 at most, but for rounding."
            yield Fault(sheet.file, group[0].line, "share_pct", f"{total:g}", rule)


def _grouped(rows: Iterable[Row], columns: tuple[str, ...]) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[column] for column in columns)].append(row)
    return groups


def production(sheets: Sheets) -> Iterator[Fault]:
    """A table has one unit, and three countries or more agree with the world total beside them."""
    sheet = sheets["production"]
    for row in sheet.rows:
        yield from _withheld(sheet, row)
    for group in _grouped(sheet.rows, ("metal_id", "stage", "form", "year", "publisher")).values():
        [(unit, _)] = Counter(row["unit"] for row in group).most_common(1)
        for row in group:
            if row["unit"] != unit:
                yield sheet.fault(row, "unit", "The rows of one table have one unit.")
        yield from _total(sheet, group)


def _withheld(sheet: Sheet, row: Row) -> Iterator[Fault]:
    if row["flag"] == "W" and row["value"]:
        yield sheet.fault(row, "flag", "A withheld value (W) is empty.")
    if row["flag"] != "W" and not row["value"] and not row["note"]:
        yield sheet.fault(row, "value", "An empty value is withheld (W) or has a note with what was printed.")


def _total(sheet: Sheet, group: list[Row]) -> Iterator[Fault]:
    countries = [row for row in group if row["country_id"] != WORLD]
    totals = [row for row in group if row["country_id"] == WORLD]
    world = number(totals[0]["value"]) if totals else None
    if world is None or len(countries) < FULL_TABLE:
        return
    parts = [number(row["value"]) for row in countries]
    total = sum(part for part in parts if part is not None)
    # What is withheld is missing from the sum, which is then no lower bound.
    too_low = None not in parts and total < world * (1 - TOTAL_TOLERANCE)
    if too_low or total > world * (1 + TOTAL_TOLERANCE):
        rule = f"The countries add up to the world total within 5 %; they add up to {total:g}."
        yield sheet.fault(totals[0], "value", rule)


def disagreements(sheets: Sheets) -> Iterator[Fault]:
    """The ratio is that of the two figures it names, and is empty only where the lower one is zero."""
    sheet = sheets["disagreements"]
    for row in sheet.rows:
        high, low = (number(row.cells.get(name, "")) for name in (row["ratio_of"] + "/").split("/")[:2])
        ratio = number(row["ratio"])
        if high is None or low is None:
            yield sheet.fault(row, "ratio_of", "Both figures of the ratio are there.")
        elif low and high and (ratio is None or abs(high / low / ratio - 1) > RATIO_TOLERANCE):
            yield sheet.fault(row, "ratio", f"The ratio is that of the figures, {high / low:.2f}.")


def reserves(sheets: Sheets) -> Iterator[Fault]:
    """An empty value has a note with the word that was printed."""
    sheet = sheets["reserves"]
    for row in sheet.rows:
        if not row["value"] and not row["note"]:
            yield sheet.fault(row, "value", "An empty value has a note with what was printed.")


def dependence(sheets: Sheets) -> Iterator[Fault]:
    """Import reliance is a figure, or a word in its place, and quantities have a unit."""
    sheet = sheets["dependence"]
    for row in sheet.rows:
        is_word = row["qualifier"] in RELIANCE_WORDS
        if is_word == bool(row["net_import_reliance_pct"]):
            rule = "There is a figure, or net exporter or not available in its place."
            yield sheet.fault(row, "net_import_reliance_pct", rule)
        if any(row[name] for name in ("apparent_consumption", "imports", "exports")) and not row["unit"]:
            yield sheet.fault(row, "unit", "A quantity has a unit.")


def trade(sheets: Sheets) -> Iterator[Fault]:
    """A trade has a quantity or a value, and another country at its other end."""
    sheet = sheets["trade"]
    for row in sheet.rows:
        if not row["quantity"] and not row["value_usd"]:
            yield sheet.fault(row, "quantity", "A trade has a quantity or a value.")
        if row["reporter"] == row["partner"]:
            yield sheet.fault(row, "partner", "The partner is another country than the reporter.")


def sites(sheets: Sheets) -> Iterator[Fault]:
    """A capacity and its unit stand together."""
    for name, column in (("producers", "capacity"), ("projects", "planned_capacity")):
        sheet = sheets[name]
        for row in sheet.rows:
            if bool(row[column]) != bool(row["unit"]):
                yield sheet.fault(row, "unit", "A capacity and its unit stand together.")


def prices(sheets: Sheets) -> Iterator[Fault]:
    """A price lies within its range, and a series says how many points it has, from when to when."""
    sheet = sheets["prices"]
    for row in sheet.rows:
        low, value, high = (number(row[name]) for name in ("low", "value", "high"))
        if (low is None) != (high is None):
            yield sheet.fault(row, "low", "A low and a high stand together.")
        if low is not None and high is not None and value is not None and not low <= value <= high:
            yield sheet.fault(row, "value", "The price lies from low to high.")
    points = _grouped(sheet.rows, ("series_id",))
    for row in sheets["price_series"].rows:
        yield from _series(sheets["price_series"], row, points.get((row["series_id"],), []))


def _series(sheet: Sheet, row: Row, points: list[Row]) -> Iterator[Fault]:
    dates = sorted(point["date"] for point in points) or [""]
    if row["points"] != str(len(points)):
        yield sheet.fault(row, "points", f"The number of points is that of prices.csv, {len(points)}.")
    if row["first_date"] != dates[0]:
        yield sheet.fault(row, "first_date", f"The first date is that of prices.csv, {dates[0]}.")
    if row["last_date"] != dates[-1]:
        yield sheet.fault(row, "last_date", f"The last date is that of prices.csv, {dates[-1]}.")
    if row["currency"] not in row["unit"].split("/")[0].split():
        yield sheet.fault(row, "unit", "The unit begins with the currency.")

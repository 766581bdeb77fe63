"""Rules of the buyer tables: headings, the measures on them, suppliers and shares."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping

from ..csv_tables import CsvTables, Row, split_list
from ..faults import Fault
from ..values import number
from ..words import CONTROL_KINDS, SHOWN_USES

# Shares have two decimals; a sum of nine is at most this far off.
ROUNDING_PCT = 0.05
_KEY = ("buyer", "metal_id", "form", "hs_code", "year")


def headings(tables: CsvTables) -> Iterator[Fault]:
    """Rows use headings that are shown, with the first metal and the form of the heading."""
    codes = {row["hs_code"]: row for row in tables["buyer_codes"].rows}
    for name in ("buyer_imports", "buyer_dependence"):
        table = tables[name]
        for row in table.rows:
            code = codes.get(row["hs_code"])
            if code is None:
                continue
            if code["use"] not in SHOWN_USES:
                yield table.fault(row, "hs_code", "The code must have the use “yes” or “labelled”.")
            if row["metal_id"] != _first_metal(code):
                yield table.fault(row, "metal_id", "The metal must be the first metal of the code.")
            if row["form"] != code["form"]:
                yield table.fault(row, "form", "The form must be that of buyer_codes.csv.")


def coverage(tables: CsvTables) -> Iterator[Fault]:
    """Each shown heading has a row for every licence or ban on its first metal, and rows name such measures only."""
    codes = {row["hs_code"]: row for row in tables["buyer_codes"].rows}
    kinds = {row["measure_id"]: row["kind"] for row in tables["measures"].rows}
    targets = {(row["measure_id"], row["metal_id"]) for row in tables["measure_metals"].rows}
    listed = {(row["measure_id"], row["metal_id"]) for row in tables["items"].rows}
    table = tables["buyer_code_measures"]
    for row in table.rows:
        code, of_metal = codes.get(row["hs_code"]), (row["measure_id"], row["metal_id"])
        if code is not None and row["metal_id"] != _first_metal(code):
            yield table.fault(row, "metal_id", "The metal must be the first metal of the code.")
        if code is not None and code["use"] not in SHOWN_USES:
            yield table.fault(row, "hs_code", "The code must have the use “yes” or “labelled”.")
        if kinds.get(row["measure_id"], "licence") not in CONTROL_KINDS:
            yield table.fault(row, "measure_id", "The measure must be a licence or a ban.")
        if of_metal not in targets and of_metal not in listed:
            yield table.fault(row, "measure_id", "The measure must name the metal or list an item of it.")
    known = {(row["hs_code"], row["measure_id"]) for row in table.rows}
    yield from _without_coverage(tables, kinds, known)


def _without_coverage(
    tables: CsvTables, kinds: Mapping[str, str], known: Container[tuple[str, str]]
) -> Iterator[Fault]:
    """Yield a fault for each licence or ban on the metal of a shown heading that has no row."""
    targets = tables["measure_metals"]
    shown = [row for row in tables["buyer_codes"].rows if row["use"] in SHOWN_USES]
    for row in targets.rows:
        if kinds.get(row["measure_id"]) not in CONTROL_KINDS:
            continue
        for code in (c["hs_code"] for c in shown if _first_metal(c) == row["metal_id"]):
            if (code, row["measure_id"]) not in known:
                rule = f"The measure must have a row for code {code} in buyer_code_measures.csv."
                yield targets.fault(row, "measure_id", rule)


def _first_metal(code: Row) -> str:
    return (split_list(code["metal_ids"]) or [""])[0]


def suppliers(tables: CsvTables) -> Iterator[Fault]:
    """Suppliers belong to a total, are not the buyer or its members, and add up to a hundred per cent."""
    members = {row["country_id"]: row["bloc"] for row in tables["countries"].rows}
    totals = {_key(row): row for row in tables["buyer_dependence"].rows}
    table = tables["buyer_imports"]
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in table.rows:
        groups[_key(row)].append(row)
        if row["buyer"] in (row["partner"], members.get(row["partner"])):
            yield table.fault(row, "partner", "A buyer and its members cannot be suppliers.")
    for key, rows in groups.items():
        if key not in totals:
            yield table.fault(rows[0], "buyer", "The rows must have a total in buyer_dependence.csv.")
        total = sum(number(row["share_pct"]) or 0 for row in rows)
        if any(row["share_pct"] for row in rows) and abs(total - 100) > ROUNDING_PCT:
            rule = "The shares of one buyer, code and year must add up to 100."
            yield Fault(table.file, rows[0].line, "share_pct", f"{total:g}", rule)
    own = tables["buyer_dependence"]
    for key, row in totals.items():
        if key not in groups:
            yield own.fault(row, "buyer", "A total must have suppliers in buyer_imports.csv.")


def dependence(tables: CsvTables) -> Iterator[Fault]:
    """Shares of tonnes need tonnes, and China's share with Hong Kong is the sum of the two."""
    table = tables["buyer_dependence"]
    for row in table.rows:
        if bool(row["total_t"]) != bool(row["share_chn_pct"]):
            yield table.fault(row, "share_chn_pct", "Tonnes and the share of tonnes must be given together.")
        china, hong_kong, both = (
            number(row[name]) or 0 for name in ("share_chn_pct", "share_hkg_pct", "share_chn_hkg_pct")
        )
        if abs(china + hong_kong - both) > ROUNDING_PCT:
            yield table.fault(row, "share_chn_hkg_pct", "The share must equal China's plus Hong Kong's.")


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in _KEY)

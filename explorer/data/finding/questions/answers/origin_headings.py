"""The share of an origin under the customs headings of a metal."""

from explorer.data.finding.questions.reading import Reading
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import SupplierTable, supplier_tables
from explorer.data.supply.dependence import RECENT_YEARS, headline_table
from explorer.data.supply.exposure_texts import left_out_text
from explorer.data.supply.origin_shares import is_usable, row_of, shares_text, table_share
from explorer.language import gettext


def ranked_share(table: SupplierTable, origin: str) -> float | None:
    """Return the share of an origin in the tonnes, None where it is unknown or the record is too uncertain."""
    row = row_of(table.suppliers, origin)
    return table_share(table, origin).of_tonnage if is_usable(table.total, row) else None


def other_headings(store: Store, metal_id: str, buyer: str, reading: Reading, shown: SupplierTable) -> str:
    """Return the share of an origin under the other headings of a metal, empty where it has one heading."""
    _, tables = supplier_tables(store, metal_id, buyer)
    first_year = store.last_buyer_year - RECENT_YEARS
    others = [headline_table({code: own}, first_year) for code, own in tables.items()]
    entry = gettext("{form}, HS {code}, {year} ({shares})")
    entries = [
        entry.format(
            form=table.code.form,
            code=table.code.hs_code,
            year=table.year,
            shares=shares_text(table_share(table, reading.origin)),
        )
        for table in others
        if table is not None and table.code != shown.code and ranked_share(table, reading.origin) is not None
    ]
    text = gettext("Share of {origin} under other headings: {headings}.")
    return (
        text.format(origin=place_name(store, reading.origin), headings="; ".join(entries)) if entries else ""
    )


def headings_without_figures(store: Store, shown: SupplierTable | None) -> str:
    """Return the headings of a metal that are not shown, empty without a table or where it has none."""
    return left_out_text(store, shown.code.metal_ids[0]) if shown is not None else ""

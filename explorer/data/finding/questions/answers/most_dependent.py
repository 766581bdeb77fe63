"""For which metals a buyer depends most on an origin, heading by heading, and the metals that this leaves out."""

from collections.abc import Iterator

from explorer.data.finding.questions.answers.origin_headings import ranked_share
from explorer.data.finding.questions.answers.uncovered import uncovered, uncovered_text
from explorer.data.finding.questions.reading import Reading
from explorer.data.metal_names import plain_name
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT, SupplierTable, buyer_name, supplier_tables
from explorer.data.supply.dependence import RECENT_YEARS, headline_table
from explorer.data.supply.origin_shares import shares_text, table_share
from explorer.language import gettext, ngettext, paragraph

MOST_HEADINGS = 8


def most_dependent(store: Store, buyer: str, reading: Reading) -> str:
    """Return the headings of which a buyer imports the largest share from an origin, each with its metal."""
    ranked = sorted(_shares(store, buyer, reading), key=lambda x: (-x[0], x[1].code.hs_code))
    shares = ranked[: reading.count or MOST_HEADINGS]
    if not shares:
        return none_text(store, buyer, reading)
    entries = [_share_text(store, table, reading.origin) for _, table in shares]
    text = gettext("Share of {origin} in what {buyer} imports, by customs heading: {headings}.")
    sentence = text.format(
        origin=place_name(store, reading.origin), buyer=buyer_name(store, buyer), headings="; ".join(entries)
    )
    preliminary = any(table.is_preliminary for _, table in shares)
    year = (
        gettext("The figures of {year} are preliminary.").format(year=store.last_buyer_year)
        if preliminary
        else ""
    )
    shown = {table.code.metal_ids[0] for table in headline_tables(store, buyer, reading)}
    others = uncovered_text(store, buyer, uncovered(store, buyer, shown))
    return paragraph(
        (sentence, year, _rest_text(store, buyer, reading, len(shares), len(ranked)), others, CREDIT)
    )


def _rest_text(store: Store, buyer: str, reading: Reading, shown: int, ranked: int) -> str:
    """Return how many headings have a smaller share than those shown, and how many are not ranked."""
    smaller, unranked = ranked - shown, len(list(headline_tables(store, buyer, reading))) - ranked
    texts = (
        (
            ngettext(
                "{count} other heading has a smaller share.",
                "{count} other headings have smaller shares.",
                smaller,
            ),
            smaller,
        ),
        (
            ngettext(
                "{count} heading has an unknown or uncertain share.",
                "{count} headings have unknown or uncertain shares.",
                unranked,
            ),
            unranked,
        ),
    )
    return paragraph(text.format(count=count) for text, count in texts if count)


def _shares(store: Store, buyer: str, reading: Reading) -> Iterator[tuple[float, SupplierTable]]:
    """Yield the share of an origin in each headline table where the share may be ranked."""
    for table in headline_tables(store, buyer, reading):
        share = ranked_share(table, reading.origin)
        if share is not None:
            yield share, table


def headline_tables(store: Store, buyer: str, reading: Reading) -> Iterator[SupplierTable]:
    """Yield the latest table of a buyer for each heading that has one, or that of the year that is asked about."""
    first_year = reading.until.year if reading.has_days else store.last_buyer_year - RECENT_YEARS
    for metal_id in store.metals:
        owner, tables = supplier_tables(store, metal_id, buyer)
        for code, own in tables.items() if owner == metal_id else ():
            kept = tuple(t for t in own if not reading.has_days or t.year == first_year)
            table = headline_table({code: kept}, first_year) if kept else None
            if table is not None:
                yield table


def _share_text(store: Store, table: SupplierTable, origin: str) -> str:
    """Return a heading with the shares of an origin in its tonnes and its value."""
    text = gettext("{metal}, {form}: {shares} ({year})")
    return text.format(
        metal=plain_name(store.metal(table.code.metal_ids[0])),
        form=table.code.form,
        shares=shares_text(table_share(table, origin)),
        year=table.year,
    )


def none_text(store: Store, buyer: str, reading: Reading) -> str:
    """Return that no imports of a buyer from an origin are on file, or that they are too uncertain for a ranking."""
    if not reading.metals and any(headline_tables(store, buyer, reading)):
        text = gettext(
            "The records of imports by {buyer} are too uncertain to rank them by the share of {origin}."
        )
        return text.format(buyer=buyer_name(store, buyer), origin=place_name(store, reading.origin))
    text = gettext("No imports by {buyer} from {origin} are on file; this does not mean that there are none.")
    return text.format(buyer=buyer_name(store, buyer), origin=place_name(store, reading.origin))

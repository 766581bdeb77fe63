"""What the data file contains as text for the terminal."""

from collections.abc import Iterable

from explorer.commands.support.output import number, plain, table, unknown
from explorer.data.contents.by_products import (
    ByProduct,
    counted_text,
    explanation,
    flags_text,
    host_name,
    rounded,
)
from explorer.data.contents.cells import cell_text
from explorer.data.contents.coverage import KINDS, CoverageMatrix, confidence_text, latest_text
from explorer.data.contents.key_names import KeyNames
from explorer.data.contents.rows import Row
from explorer.data.contents.source_facts import SourceFacts
from explorer.data.contents.tables import CountedTable
from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.numbers import qualified
from explorer.data.storage.description import Table
from explorer.data.store import Store
from explorer.data.supply.records import Disagreement
from explorer.data.terms import confidence_word, source_kind_word
from explorer.data.words import publisher_short
from explorer.language import gettext, paragraph


def sources_text(found: Iterable[SourceFacts]) -> str:
    """Return the sources with the numbers of facts that depend on them."""
    header = (
        *(gettext("ID"), gettext("Kind"), gettext("Date"), gettext("Last checked"), gettext("Facts")),
        gettext("Title"),
    )
    rows = [
        (
            *(f.source.source_id, source_kind_word(f.source.kind), show(f.source.date) or unknown()),
            *(show(f.last_checked) or unknown(), number(f.facts), f.source.title),
        )
        for f in found
    ]
    return table(header, rows, right=(4,))


def coverage_text(matrix: CoverageMatrix) -> str:
    """Return the coverage, one line for each metal and kind."""
    header = (gettext("Metal"), gettext("Kind of fact"), gettext("Latest"), gettext("Confidence"))
    rows = [
        (short_name(metal), gettext(kind.title), latest_text(entry), confidence_text(entry))
        for metal, entries in zip(matrix.metals, matrix.entries, strict=True)
        for kind, entry in zip(KINDS, entries, strict=True)
    ]
    return table(header, rows)


def tables_text(found: Iterable[CountedTable]) -> str:
    """Return the tables with their numbers of rows."""
    header = (gettext("Table"), gettext("Rows"), gettext("Title"))
    return table(header, [(t.table.name, number(t.rows), t.title) for t in found], right=(1,))


def rows_text(store: Store, described: Table, rows: Iterable[Row]) -> str:
    """Return rows of a table, keys with their names."""
    names = KeyNames(store, described)
    columns = tuple(described.columns.values())
    cells = [[plain(cell_text(c, v, names)) for c, v in zip(columns, row, strict=True)] for row in rows]
    return table(tuple(described.columns), cells)


def disagreements_text(store: Store, found: Iterable[Disagreement]) -> str:
    """Return the disagreements between publishers."""
    header = (
        *(gettext("Metal"), gettext("Country"), gettext("Year")),
        *(publisher_short(p) for p in ("wmd", "bgs", "usgs")),
        *(gettext("Unit"), gettext("Ratio"), gettext("Confidence"), gettext("What is compared")),
    )
    rows = [
        (
            *(short_name(store.metal(d.metal_id)), store.country_name(d.country_id), str(d.year)),
            *("" if value is None else number(value) for value in (d.wmd, d.bgs, d.usgs)),
            *(d.unit, number(d.ratio), confidence_word(d.confidence), d.basis),
        )
        for d in found
    ]
    return table(header, rows, right=(3, 4, 5, 7))


def by_products_text(store: Store, pairs: Iterable[ByProduct]) -> str:
    """Return the latest ratio of each series, and why a pair has none."""
    header = (
        *(gettext("By-product"), gettext("Main product"), gettext("t per 1000 t"), gettext("Year")),
        *(gettext("Publisher"), gettext("Flags"), gettext("What is counted, or reason")),
    )
    rows = []
    for pair in pairs:
        names = short_name(store.metal(pair.metal_id)), host_name(store, pair)
        if not pair.series:
            rows.append((*names, "", "", "", "", pair.reason))
        for series in pair.series:
            latest = series.ratios[0]
            counted = gettext("{by_product} / {host}").format(
                by_product=counted_text(latest.by_product), host=counted_text(latest.host)
            )
            value = plain(qualified(number(rounded(latest.value)), latest.qualifier))
            publisher = publisher_short(series.publisher)
            rows.append((*names, value, str(latest.year), publisher, flags_text(latest), counted))
    note = gettext("Latest year of each series; --csv prints all years.")
    return "\n\n".join((table(header, rows, right=(2,)), paragraph((note, *explanation()))))

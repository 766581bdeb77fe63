"""The suppliers of one buyer under one customs code in one year, by tonnes, with their shares of the value."""

from msgspec.structs import replace

from explorer.charts.builders.choices import options, pick
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.subject import Subject
from explorer.charts.spec import Axis, Chart, Choice, Missing, Point, Series
from explorer.charts.text import as_sentence
from explorer.data.context import Context
from explorer.data.numbers import exact
from explorer.data.places import not_an_export
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import cautions, flag_words, remarks, total_text
from explorer.data.supply.buyers import (
    OUTLIER,
    SOURCE_ID,
    SupplierTable,
    buyer_name,
    buyer_notes,
    buyer_of,
    china_shares_text,
    confidence,
    contents_text,
    headings,
    no_suppliers_text,
    supplier_name,
    supplier_tables,
)
from explorer.data.supply.exposure import RANKED, exposure
from explorer.data.supply.exposure_texts import left_out_text
from explorer.data.supply.records import BuyerImport
from explorer.data.words import flag_name
from explorer.language import gettext, list_of

KIND = "suppliers"
TONNES = "t"


def supplier_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return the customs codes that cover a metal or its group."""
    text = gettext("HS {code}, {form}: {heading}")
    return tuple(
        Choice(c.hs_code, text.format(code=c.hs_code, form=c.form, heading=c.heading))
        for c in headings(store, metal_id)[1]
    )


def destination_choices(store: Store, metal_id: str, context: Context) -> tuple[Choice, ...]:
    """Return the customs codes under which the destination imports a metal, the one that decides its exposure first."""
    _, tables, _ = _tables_of(store, metal_id, context, None)
    codes = list(tables)
    found = exposure(store, metal_id, context) if codes else None
    if found is not None and found.headings and found.headings[0].state == RANKED:
        codes.sort(key=lambda code: code != found.headings[0].code.hs_code)
    text = gettext("HS {code}, {form}")
    return tuple(Choice(c, text.format(code=c, form=tables[c][0].code.form)) for c in codes)


def year_choices(store: Store, metal_id: str, context: Context, code: str | None) -> tuple[Choice, ...]:
    """Return the years in which the destination imports a metal under a customs code, the last first, with flags."""
    _, tables, _ = find_tables(store, metal_id, context, code, None)
    text = gettext("{year} ({flags})")
    choices = []
    for table in reversed(tables):
        flags = ", ".join(flag_words(table.total, is_preliminary=table.is_preliminary))
        label = text.format(year=table.year, flags=flags) if flags else str(table.year)
        choices.append(Choice(str(table.year), label))
    return tuple(choices)


def suppliers(
    store: Store,
    metal_id: str,
    context: Context,
    series: str | None = None,
    year: int | None = None,
    buyer: str | None = None,
) -> Chart:
    """Describe the suppliers of a buyer, by default the destination, in tonnes of product."""
    subject, tables, reason = find_tables(store, metal_id, context, series, buyer)
    titles = subject.titles(gettext("suppliers"))
    if not tables:
        return Missing(KIND, reason, metal_id, *titles)
    table = tables[-1] if year is None else next((t for t in tables if t.year == year), None)
    if table is None:
        text = gettext("No imports under HS {code} on file for {year}. Available: {first} to {last}.")
        reason = text.format(
            code=tables[0].code.hs_code, year=year, first=tables[0].year, last=tables[-1].year
        )
        return Missing(KIND, reason, metal_id, *titles)
    given = options(series=series, year=year, buyer=buyer)
    return finish(
        store, (metal_id,), context, replace(supplier_content(store, subject, table), options=given)
    )


def find_tables(
    store: Store, metal_id: str, context: Context, series: str | None, buyer: str | None
) -> tuple[Subject, tuple[SupplierTable, ...], str]:
    """Return the subject of a chart and the tables of a buyer under one customs code, or why there are none.

    The default buyer is the destination, the default code the first one with tables.
    """
    subject, tables, none = _tables_of(store, metal_id, context, buyer)
    if not tables:
        return subject, (), none
    choices = supplier_choices(store, metal_id)
    code = next(iter(tables)) if series is None else pick(choices, series).key
    text = gettext("No imports by {buyer} under HS {code} on file.")
    bought_by = buyer or buyer_of(context.destination) or ""
    return subject, tables.get(code, ()), text.format(buyer=buyer_name(store, bought_by), code=code)


def _tables_of(
    store: Store, metal_id: str, context: Context, buyer: str | None
) -> tuple[Subject, dict[str, tuple[SupplierTable, ...]], str]:
    """Return the subject of a chart and the tables of a buyer by customs code, or why there are none."""
    bought_by = buyer or buyer_of(context.destination)
    refused = "" if buyer else not_an_export(store, context.origin, context.destination)
    has_buyer = bought_by is not None and not refused
    owner_id, tables = supplier_tables(store, metal_id, bought_by or "") if has_buyer else (metal_id, {})
    reason = "" if tables else refused or no_suppliers_text(store, metal_id, bought_by)
    return Subject(store.metal(metal_id), store.metal(owner_id)), tables, reason


def supplier_content(store: Store, subject: Subject, table: SupplierTable) -> Content:
    """Describe one table: a bar for each supplier in tonnes of product, with shares of tonnes and of value."""
    points = tuple(_point(store, n, table, row) for n, row in enumerate(table.suppliers))
    high = max((p.y or 0 for p in points), default=0) or 1.0
    code = table.code.hs_code
    what = gettext("suppliers to {buyer}, {year}")
    title, heading = subject.titles(what.format(buyer=buyer_name(store, table.total.buyer), year=table.year))
    return Content(
        kind=KIND,
        shape="bars",
        of_exports=False,
        title=title,
        heading=heading,
        subtitle=join_subtitle(
            gettext("Tonnes of product"),
            gettext("HS {code} (1992)").format(code=code),
            table.code.form,
            gettext("shares of tonnage and of value"),
        ),
        x=Axis("value", gettext("Imports"), TONNES, "linear", 0.0, high),
        y=Axis("category", gettext("Supplier"), "", "linear", -0.5, max(len(points), 1) - 0.5),
        series=(Series(gettext("HS {code}, {year}").format(code=code, year=table.year), points),),
        notes=(*subject.notes, *_notes(store, table), *_flag_notes(points)),
    )


def _point(store: Store, place: int, table: SupplierTable, row: BuyerImport) -> Point:
    return Point(
        x=place,
        y=row.quantity_t,
        label=supplier_name(store, row.partner),
        flag=table.flag(row.flag),
        share_pct=row.share_pct,
        value_share_pct=table.value_share_pct(row),
        word=None if row.quantity_t is not None else gettext("tonnage unknown"),
        note="; ".join(
            [gettext("{value} thousand USD").format(value=exact(row.value_kusd)), *_remarks(table, row)]
        ),
        source_ids=(SOURCE_ID,),
        confidence=confidence(row.flag),
        country_id=row.partner,
    )


def _flag_notes(points: tuple[Point, ...]) -> tuple[str, ...]:
    """Return the meaning of hatched and outlined bars, and the suppliers with unreliable figures."""
    outliers = [p.label for p in points if p.flag == OUTLIER]
    notes = flag_notes([p for p in points if p.flag != OUTLIER], bars=True)
    if not outliers:
        return notes
    text = gettext(
        "Outlined and not ranked because of low confidence (unusual unit value or missing "
        "tonnage): {suppliers}."
    )
    return (*notes, text.format(suppliers=list_of(outliers)))


def _remarks(table: SupplierTable, row: BuyerImport) -> list[str]:
    """Return that the figure is preliminary, which an outlier's flag does not show."""
    return [flag_name("p")] if row.flag and table.is_preliminary else []


def _notes(store: Store, table: SupplierTable) -> tuple[str, ...]:
    total, code = table.total, table.code
    hubs = remarks(store, total).hubs
    found = [
        gettext("Total: {amounts}.").format(amounts=total_text(total)),
        as_sentence(china_shares_text(total)),
        gettext("HS {code}: {goods}.").format(code=code.hs_code, goods=contents_text(store, code)),
        left_out_text(store, code.metal_ids[0]),
        *cautions(store, total, is_preliminary=table.is_preliminary),
        gettext("Re-export hubs: {hubs}.").format(hubs=hubs) if hubs else "",
        *buyer_notes(store, total.buyer),
    ]
    return tuple(note for note in found if note)

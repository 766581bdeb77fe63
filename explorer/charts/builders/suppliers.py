"""The suppliers of one buyer under one customs code in one year, by tonnes, with their shares of the value."""

from dataclasses import replace

from explorer.charts.builders.choices import options, pick
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.subject import Subject
from explorer.charts.spec import Axis, Chart, Choice, Missing, Point, Series
from explorer.charts.text import as_sentence
from explorer.data.context import Context
from explorer.data.numbers import exact, short, with_unit
from explorer.data.store import Store
from explorer.data.supply.buyers import (
    OUTLIER,
    SOURCE_ID,
    SupplierTable,
    buyer_name,
    buyer_notes,
    buyer_of,
    china_shares_text,
    confidence,
    headings,
    no_suppliers_text,
    supplier_name,
    supplier_tables,
    total_note,
)
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


def suppliers(
    store: Store,
    metal_id: str,
    context: Context,
    series: str | None = None,
    year: int | None = None,
    buyer: str | None = None,
) -> Chart:
    """Describe the suppliers of a buyer, by default the destination, in tonnes of product."""
    bought_by = buyer or buyer_of(context.destination)
    owner_id, tables = supplier_tables(store, metal_id, bought_by) if bought_by else (metal_id, {})
    subject = Subject(store.metal(metal_id), store.metal(owner_id))
    title = gettext("{metal}: suppliers").format(metal=subject.name)
    if not bought_by or not tables:
        reason = no_suppliers_text(store, metal_id, bought_by)
        return Missing(KIND, reason, metal_id, title)
    choices = supplier_choices(store, metal_id)
    code = next(iter(tables)) if series is None else pick(choices, series).key
    if code not in tables:
        text = gettext("No imports by {buyer} under HS {code} on file.")
        reason = text.format(buyer=buyer_name(store, bought_by), code=code)
        return Missing(KIND, reason, metal_id, title)
    table = tables[code][-1] if year is None else next((t for t in tables[code] if t.year == year), None)
    if table is None:
        first, last = tables[code][0].year, tables[code][-1].year
        text = gettext("No imports under HS {code} on file for {year}. Available: {first} to {last}.")
        reason = text.format(code=code, year=year, first=first, last=last)
        return Missing(KIND, reason, metal_id, title)
    given = options(series=series, year=year, buyer=buyer)
    return finish(
        store, (metal_id,), context, replace(supplier_content(store, subject, table), options=given)
    )


def supplier_content(store: Store, subject: Subject, table: SupplierTable) -> Content:
    """Describe one table: a bar for each supplier in tonnes of product, with shares of tonnes and of value."""
    points = tuple(_point(store, n, table, row) for n, row in enumerate(table.suppliers))
    high = max((p.y or 0 for p in points), default=0) or 1.0
    code = table.code.hs_code
    return Content(
        kind=KIND,
        title=gettext("{metal}: suppliers of {buyer}, {year}").format(
            metal=subject.name, buyer=buyer_name(store, table.total.buyer), year=table.year
        ),
        subtitle=join_subtitle(
            gettext("Tonnes of product"),
            gettext("HS {code} (1992)").format(code=code),
            table.code.form,
            gettext("shares of tonnage and of value"),
        ),
        x=Axis("value", gettext("Imports"), TONNES, "linear", 0.0, high),
        y=Axis("category", gettext("Supplier"), "", "linear", -0.5, max(len(points), 1) - 0.5),
        series=(Series(gettext("HS {code}, {year}").format(code=code, year=table.year), "hbars", points),),
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
    total = table.total
    value = short(total.total_kusd / 1000)
    if total.total_t is None:
        notes = [gettext("Total: tonnage unknown, {value} million USD.").format(value=value)]
    else:
        text = gettext("Total: {quantity}, {value} million USD.")
        notes = [text.format(quantity=with_unit(short(total.total_t), TONNES), value=value)]
    if china_shares_text(total):
        notes.append(as_sentence(china_shares_text(total)))
    text = gettext("HS {code}: {goods}.")
    notes.append(text.format(code=table.code.hs_code, goods=table.code.what_else.rstrip(".")))
    remark = total_note(store, total)
    if total.flag == OUTLIER:
        text = gettext("The total has low confidence: {reason}.")
        outlier = gettext("The total has low confidence: it is flagged as an outlier.")
        notes.append(text.format(reason=remark) if remark else outlier)
    elif remark:
        notes.append(as_sentence(remark))
    if table.is_preliminary:
        text = gettext("Figures for {year} are preliminary; CEPII may revise them substantially.")
        notes.append(text.format(year=table.year))
    return (*notes, *buyer_notes(store, total.buyer))

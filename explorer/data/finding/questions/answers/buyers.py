"""The answers on what countries import: how far they depend on an origin, and who supplies them."""

from collections.abc import Iterator

from explorer.data.finding.questions.answers.answer import Answer, figure_sentence, open_tab, per_metal
from explorer.data.finding.questions.answers.form_wording import names_forms
from explorer.data.finding.questions.answers.survey import survey_share, survey_suppliers
from explorer.data.finding.questions.reading import RELIANCE, Reading
from explorer.data.metal_names import plain_name, short_name
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import (
    CREDIT,
    OUTLIER,
    REST,
    SupplierTable,
    buyer_name,
    buyer_of,
    no_suppliers_text,
    supplier_name,
    supplier_tables,
)
from explorer.data.supply.dependence import RECENT_YEARS, dependence_text, headline_table, import_dependence
from explorer.data.supply.origin_shares import (
    is_thin,
    is_usable,
    not_named_text,
    row_of,
    shares_text,
    table_share,
)
from explorer.data.words import flag_name
from explorer.language import gettext, list_of, paragraph

MOST_SUPPLIERS, MOST_HEADINGS = 4, 8
CHINA = "CHN"


def reliance(store: Store, reading: Reading) -> Answer:
    """Return how far a buyer depends on an origin for metals, or for which metals it does most."""
    buyer = buyer_of(reading.destination) or ""
    action = open_tab(reading, "trade", with_day=False)
    if not reading.metals:
        return Answer(_most_dependent(store, buyer, reading), action)
    sentences = [_reliance(store, metal, buyer, reading) for metal in reading.metals]
    return Answer(_with_credit(store, buyer, reading, sentences), action)


def _with_credit(store: Store, buyer: str, reading: Reading, sentences: list[str]) -> str:
    """Return sentences on metals, with the credit that figures of the buyer tables ask for."""
    text = per_metal(store, reading.metals, sentences)
    return paragraph((text, CREDIT)) if _uses_tables(store, reading, buyer) else text


def _uses_tables(store: Store, reading: Reading, buyer: str) -> bool:
    """Return whether the answer has figures of the buyer tables, which ask for a credit."""
    if reading.intent == RELIANCE and _is_plain(reading):
        found = (import_dependence(store, metal, reading.destination) for metal in reading.metals)
        return any(f.imports is not None for f in found)
    return any(_table(store, metal, buyer, reading) is not None for metal in reading.metals)


def _is_plain(reading: Reading) -> bool:
    """Return whether the question is about China and the latest year, for which the view has a headline."""
    return reading.origin == CHINA and not reading.has_days and not reading.forms


def _reliance(store: Store, metal_id: str, buyer: str, reading: Reading) -> str:
    if _is_plain(reading):
        found = import_dependence(store, metal_id, reading.destination)
        sentence = figure_sentence(dependence_text(store, found))
        shares = survey_share(store, metal_id, buyer, reading.origin) if found.imports is None else ""
        return paragraph((sentence, shares, found.gap))
    table = _table(store, metal_id, buyer, reading)
    if table is None:
        return _no_table(store, metal_id, buyer, reading)
    heading = _heading(store, table, metal_id, buyer)
    if not shares_text(table_share(table, reading.origin)):
        unknown = gettext("{heading}: share unknown.").format(heading=heading)
        return paragraph((unknown, not_named_text(store, reading.origin)))
    return gettext("{heading}: {supplier}.").format(
        heading=heading, supplier=_supplier_text(store, table, reading.origin)
    )


def _most_dependent(store: Store, buyer: str, reading: Reading) -> str:
    """Return the headings of which a buyer imports the largest share from an origin, each with its metal."""
    shares = sorted(_shares(store, buyer, reading), key=lambda x: (-x[0], x[1].code.hs_code))[:MOST_HEADINGS]
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
    covered = gettext("Other metals are not covered by the trade data, or their share is smaller.")
    return paragraph((sentence, year, covered, CREDIT))


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


def ranked_share(table: SupplierTable, origin: str) -> float | None:
    """Return the share of an origin in the tonnes, None where it is unknown or the record is too uncertain."""
    row = row_of(table.suppliers, origin)
    return table_share(table, origin).of_tonnage if is_usable(table.total, row) else None


def suppliers(store: Store, reading: Reading) -> Answer:
    """Return the largest suppliers of a buyer, by tonnes, with their shares of tonnes and of value."""
    buyer = buyer_of(reading.destination) or ""
    sentences = [_suppliers(store, metal, buyer, reading) for metal in reading.metals]
    return Answer(_with_credit(store, buyer, reading, sentences), open_tab(reading, "trade", with_day=False))


def _suppliers(store: Store, metal_id: str, buyer: str, reading: Reading) -> str:
    """Return the suppliers by the buyer tables and, for the latest figures, by the survey of the United States."""
    survey = survey_suppliers(store, metal_id, buyer) if not reading.has_days else ""
    table = _table(store, metal_id, buyer, reading)
    if table is None:
        return survey or _no_table(store, metal_id, buyer, reading)
    return paragraph((_of_table(store, table, metal_id, buyer, reading), survey))


def _of_table(store: Store, table: SupplierTable, metal_id: str, buyer: str, reading: Reading) -> str:
    """Return the largest suppliers in a table, and the origin where the question names one."""
    named = [s for s in table.suppliers if s.partner != REST and s.flag != OUTLIER]
    shown = named[:MOST_SUPPLIERS]
    origin = next((s for s in named if s.partner == reading.origin), None)
    if reading.has_origin and origin is not None and origin not in shown:
        shown.append(origin)
    text = gettext("{heading}: {suppliers}.")
    return text.format(
        heading=_heading(store, table, metal_id, buyer),
        suppliers=list_of([_supplier_text(store, table, s.partner) for s in shown]),
    )


def _table(store: Store, metal_id: str, buyer: str, reading: Reading) -> SupplierTable | None:
    """Return the headline table of a buyer: the newest one, or that of the year that is asked about."""
    _, tables = supplier_tables(store, metal_id, buyer)
    of_form = {code: own for code, own in tables.items() if names_forms(store, reading, own[0].code.form)}
    tables = of_form or tables
    if reading.has_days:
        year = reading.until.year
        tables = {
            code: kept for code, own in tables.items() if (kept := tuple(t for t in own if t.year == year))
        }
        return headline_table(tables)
    return headline_table(tables, store.last_buyer_year - RECENT_YEARS) if tables else None


def _no_table(store: Store, metal_id: str, buyer: str, reading: Reading) -> str:
    """Return why no suppliers are given; the survey of the United States may have another figure."""
    if not supplier_tables(store, metal_id, buyer)[1]:
        return no_suppliers_text(store, metal_id, buyer)
    if reading.has_days:
        text = gettext("No reliable figures for imports by {buyer} in {year} are on file.")
        return text.format(buyer=buyer_name(store, buyer), year=reading.until.year)
    gap = import_dependence(store, metal_id, reading.destination).gap
    if not gap and not reading.has_origin and reading.intent != RELIANCE:
        return gettext("No reliable figures for imports by {buyer} are on file.").format(
            buyer=buyer_name(store, buyer)
        )
    return gap or none_text(store, buyer, reading)


def _heading(store: Store, table: SupplierTable, metal_id: str, buyer: str) -> str:
    """Return what a table is about: buyer, form, heading, year, and that it is preliminary or uncertain."""
    remarks = [flag_name("p") if table.is_preliminary else "", _thin(table)]
    text = gettext("imports by {buyer}, {form}, HS {code} (1992), {year}")
    group = table.code.metal_ids[0]
    if group != metal_id:
        text = gettext("imports of the group {group} by {buyer}, {form}, HS {code} (1992), {year}")
    heading = text.format(
        buyer=buyer_name(store, buyer),
        form=table.code.form,
        code=table.code.hs_code,
        year=table.year,
        group=short_name(store.metal(group)),
    )
    joined = "; ".join(remark for remark in remarks if remark)
    return gettext("{heading} ({remarks})").format(heading=heading, remarks=joined) if joined else heading


def _thin(table: SupplierTable) -> str:
    return gettext("thin record") if is_thin(table.total) else ""


def _supplier_text(store: Store, table: SupplierTable, partner: str) -> str:
    """Return a supplier with its shares of tonnes and of value."""
    text = gettext("{supplier} ({shares})")
    return text.format(
        supplier=supplier_name(store, partner), shares=shares_text(table_share(table, partner))
    )

"""The answers on what countries import: how far they depend on an origin, and who supplies them."""

import re

from explorer.data.finding.questions.answers.answer import Answer, figure_sentence, open_tab, per_metal
from explorer.data.finding.questions.answers.form_wording import is_named, naming_most, with_unused
from explorer.data.finding.questions.answers.most_dependent import most_dependent, none_text
from explorer.data.finding.questions.answers.net_reliance import (
    is_own_reliance_in_year,
    net_reliance,
    other_forms,
    reliance_in_year,
    reliance_of_form,
)
from explorer.data.finding.questions.answers.origin_headings import headings_without_figures, other_headings
from explorer.data.finding.questions.answers.survey import survey_share, survey_suppliers
from explorer.data.finding.questions.reading import RELIANCE, Reading
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import imports_only_text
from explorer.data.supply.buyers import (
    CREDIT,
    OUTLIER,
    REST,
    SHOWN_USES,
    SupplierTable,
    buyer_name,
    buyer_of,
    contents_text,
    no_suppliers_text,
    supplier_name,
    supplier_tables,
)
from explorer.data.supply.dependence import (
    DEFAULT_IMPORTER,
    RECENT_YEARS,
    dependence_text,
    headline_table,
    import_dependence,
)
from explorer.data.supply.origin_shares import (
    is_thin,
    not_named_text,
    shares_text,
    table_share,
)
from explorer.data.supply.records import BuyerCode
from explorer.data.words import flag_name
from explorer.language import gettext, list_of, paragraph

MOST_SUPPLIERS = 4
CHINA = "CHN"
_LEFT_OUT = re.compile(r",?\s*(?:excluding|other than)\b.*", re.IGNORECASE)


def reliance(store: Store, reading: Reading) -> Answer:
    """Return how far a buyer depends on an origin for metals, or for which metals it does most."""
    buyer = buyer_of(reading.destination) or ""
    action = open_tab(reading, "trade", with_day=False)
    if not reading.metals:
        return Answer(most_dependent(store, buyer, reading), action)
    found = [_reliance(store, m, buyer, reading) for m in reading.metals]
    return Answer(_with_notes(store, reading, found, imports_only_text()), action)


def _with_notes(store: Store, reading: Reading, found: list[tuple[str, bool]], caution: str = "") -> str:
    """Return sentences on metals; where one has figures of the buyer tables, with a caution and their credit."""
    text = per_metal(store, reading.metals, [sentence for sentence, _ in found])
    return paragraph((text, caution, CREDIT)) if any(has_table for _, has_table in found) else text


def _reliance(store: Store, metal_id: str, buyer: str, reading: Reading) -> tuple[str, bool]:
    """Return how far a buyer depends on an origin for a metal, and whether that is from the buyer tables."""
    table = _table(store, metal_id, buyer, reading)
    is_of_form = table is not None and _names_form(store, table, reading)
    if reading.net or _is_net_of_form(store, metal_id, buyer, reading, is_of_form=is_of_form):
        return with_unused(store, metal_id, reading, net_reliance(store, metal_id, reading)), False
    if reading.origin == CHINA and not reading.has_days and not is_of_form:
        text, shown = _headline(store, metal_id, buyer, reading)
        text = with_unused(store, metal_id, reading, text)
        return paragraph((text, headings_without_figures(store, shown))), shown is not None
    if not reading.has_origin and is_own_reliance_in_year(store, metal_id, buyer, reading):
        return net_reliance(store, metal_id, reading), False
    if table is None:
        return paragraph(
            (_no_table(store, metal_id, buyer, reading), reliance_in_year(store, metal_id, reading))
        ), False
    heading = _heading(store, table, metal_id, buyer)
    text = gettext("{heading}: {supplier}.")
    text = text.format(heading=heading, supplier=_supplier_text(store, table, reading.origin))
    if not shares_text(table_share(table, reading.origin)):
        unknown = gettext("{heading}: share unknown.").format(heading=heading)
        text = paragraph((unknown, not_named_text(store, reading.origin)))
    text = _with_contents(store, table, metal_id, reading, text)
    return text if reading.forms else paragraph((text, headings_without_figures(store, table))), True


def _is_net_of_form(store: Store, metal_id: str, buyer: str, reading: Reading, *, is_of_form: bool) -> bool:
    """Return whether a question is answered by the net import reliance for a form, as of the United States."""
    is_preferred = buyer == DEFAULT_IMPORTER or not is_of_form
    return is_preferred and not reading.has_origin and reliance_of_form(store, metal_id, reading) is not None


def _headline(store: Store, metal_id: str, buyer: str, reading: Reading) -> tuple[str, SupplierTable | None]:
    """Return the headline of the view on a buyer and China, and the buyer table that it is from."""
    found = import_dependence(store, metal_id, reading.destination)
    sentence = figure_sentence(dependence_text(store, found))
    if found.imports is None:
        survey = survey_share(store, metal_id, buyer, reading.origin)
        return paragraph((sentence, other_forms(store, found, reading), survey, found.gap)), None
    others = other_headings(store, metal_id, buyer, reading, found.imports)
    return paragraph((sentence, others)), found.imports


def _with_contents(store: Store, table: SupplierTable, metal_id: str, reading: Reading, text: str) -> str:
    """Return a text on a table; where a question names a form, with what the heading has in it and leaves out."""
    text = with_unused(store, metal_id, reading, text)
    if not reading.forms or not all(is_named(store, form, _goods(table.code)) for form in reading.forms):
        return text
    contents = gettext("HS {code}: {contents}.")
    return paragraph(
        (text, contents.format(code=table.code.hs_code, contents=contents_text(store, table.code)))
    )


def _names_form(store: Store, table: SupplierTable, reading: Reading) -> bool:
    """Return whether the heading of a table names a form that a question asks about."""
    return _names_any(store, _goods(table.code), reading)


def _names_any(store: Store, text: str, reading: Reading) -> bool:
    """Return whether a text names a form that a question asks about."""
    return any(is_named(store, form, text) for form in reading.forms)


def _goods(code: BuyerCode) -> str:
    """Return what a heading is on, without what it leaves out."""
    return f"{code.form} {_LEFT_OUT.sub('', code.heading)}"


def suppliers(store: Store, reading: Reading) -> Answer:
    """Return the largest suppliers of a buyer, by tonnes, with their shares of tonnes and of value."""
    buyer = buyer_of(reading.destination) or ""
    found = [_suppliers(store, metal, buyer, reading) for metal in reading.metals]
    return Answer(_with_notes(store, reading, found), open_tab(reading, "trade", with_day=False))


def _suppliers(store: Store, metal_id: str, buyer: str, reading: Reading) -> tuple[str, bool]:
    """Return the suppliers by the buyer tables and, for the latest figures, by the survey of the United States.

    Also return whether the buyer tables have them.
    """
    year = reading.until.year if reading.has_days else 0
    survey = survey_suppliers(store, metal_id, buyer, lambda _: True, year)
    of_form = survey_suppliers(store, metal_id, buyer, lambda form: _names_any(store, form, reading), year)
    table = _table(store, metal_id, buyer, reading)
    if of_form:
        survey = of_form
        table = table if table is not None and _names_form(store, table, reading) else None
    if table is None:
        text = survey or _no_table(store, metal_id, buyer, reading)
        return with_unused(store, metal_id, reading, text), False
    text = _of_table(store, table, metal_id, buyer, reading)
    return paragraph((_with_contents(store, table, metal_id, reading, text), survey)), True


def _of_table(store: Store, table: SupplierTable, metal_id: str, buyer: str, reading: Reading) -> str:
    """Return the largest suppliers in a table, and the origin where the question names one."""
    named = [s for s in table.suppliers if s.partner != REST and s.flag != OUTLIER]
    shown = named[: reading.count or MOST_SUPPLIERS]
    origin = next((s for s in named if s.partner == reading.origin), None)
    if reading.has_origin and origin is not None and origin not in shown:
        shown.append(origin)
    text = gettext("{heading}: {suppliers}.").format(
        heading=_heading(store, table, metal_id, buyer),
        suppliers=list_of([_supplier_text(store, table, s.partner) for s in shown]),
    )
    return paragraph((text, _left_out(store, table)))


def _left_out(store: Store, table: SupplierTable) -> str:
    """Return which suppliers are left out because their figures are outliers, empty without any."""
    names = [supplier_name(store, s.partner) for s in table.suppliers if s.flag == OUTLIER]
    text = gettext("Left out, as the figures are doubtful ({flag}): {suppliers}.")
    return text.format(flag=flag_name(OUTLIER), suppliers=list_of(names)) if names else ""


def _table(store: Store, metal_id: str, buyer: str, reading: Reading) -> SupplierTable | None:
    """Return the headline table of a buyer: the newest one, or that of the year that is asked about.

    A heading that needs a label is taken only for a form that a question names.
    """
    _, tables = supplier_tables(store, metal_id, buyer)
    own = naming_most(store, reading, tables.values(), lambda found: _goods(found[0].code))
    year = reading.until.year if reading.has_days else 0
    by_code = {t[0].code.hs_code: tuple(x for x in t if not year or x.year == year) for t in own}
    by_code = {code: found for code, found in by_code.items() if found}
    first_year = 0 if year else store.last_buyer_year - RECENT_YEARS
    table = headline_table(by_code, first_year) if by_code else None
    labelled = headline_table(by_code, first_year, SHOWN_USES) if by_code and table is None else None
    return labelled if labelled is not None and _names_form(store, labelled, reading) else table


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

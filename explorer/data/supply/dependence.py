"""How far a destination depends on imports, in one wording for window, charts, fact sheet and commands.

The buyer's customs tables are preferred where they cover the metal, then the net import reliance published for the
buyer or its bloc, then that of the United States. The last is also shown next to the others, labelled as such, and is
never added to them or ranked with them.
"""

from dataclasses import dataclass

from explorer.data.numbers import percent, qualified
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import (
    CREDIT,
    OUTLIER,
    SOURCE_ID,
    SupplierTable,
    buyer_name,
    buyer_notes,
    buyer_of,
    china_shares,
    not_covered,
    supplier_name,
    supplier_tables,
    total_note,
)
from explorer.data.supply.figures import latest_reliance, standing_for
from explorer.data.supply.records import BuyerImport, Dependence
from explorer.data.words import flag_name

DEFAULT_IMPORTER = "USA"
SHORT = {"USA": "US", "EUU": "EU"}
HEADLINE_USE = "yes"
THIN, SMALL = "thin record", "small:"
RECENT_YEARS = 2


@dataclass(frozen=True, slots=True)
class DependenceFound:
    """The figures on a destination: the headline table of its imports and the net import reliance.

    The fields in `_of` name the metal or group that has each figure. `gap` is the sentence on why the tables of the
    buyer give no headline, empty where they do and where no buyer is given.
    """

    metal_id: str
    buyer: str | None
    imports_of: str
    imports: SupplierTable | None
    reliance_of: str
    importer: str
    reliance: Dependence | None
    us_reliance_of: str
    us_reliance: Dependence | None
    gap: str


@dataclass(frozen=True, slots=True)
class DependenceText:
    """The texts on dependence. `value` has its unit in `unit`; `also` qualifies the figure and is always shown with it.

    `beside` is the figure of the United States next to another one, `warning` a caution on the figure, `notes` are
    sentences for the foot of a view, the credit of the source last.
    """

    caption: str
    value: str
    unit: str = ""
    also: str = ""
    detail: tuple[str, ...] = ()
    beside: str = ""
    warning: str = ""
    notes: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    confidence: str | None = None


def newest_reliance(store: Store, metal_id: str, importer: str) -> tuple[str, Dependence | None]:
    """Return the metal or group that has the newest net import reliance of an importer, and that figure."""
    return standing_for(
        store.metal(metal_id), lambda owner: latest_reliance(store.dependence(owner), importer)
    )


def importers_of(store: Store, destination: str) -> tuple[str, ...]:
    """Return the importers whose net import reliance applies to a destination: the country, then its bloc."""
    buyer = buyer_of(destination)
    country = store.countries.get(buyer or "")
    bloc = country.bloc if country is not None else None
    return tuple(place for place in (buyer, bloc) if place)


def headline_table(tables: dict[str, tuple[SupplierTable, ...]], first_year: int = 0) -> SupplierTable | None:
    """Return the table for a headline: the newest one, of the first heading of the metal that has it.

    Headings that need a label are left out, and so are totals that are outliers or have no tonnes, and years before
    `first_year`.
    """
    candidates = []
    for own in tables.values():
        if own[0].code.use == HEADLINE_USE:
            candidates += [t for t in own if t.total.flag != OUTLIER and _has_shares(t)][-1:]
    return max((t for t in candidates if t.year >= first_year), key=lambda t: t.year, default=None)


def _has_shares(table: SupplierTable) -> bool:
    return china_shares(table.total) is not None or _largest(table) is not None


def _largest(table: SupplierTable) -> BuyerImport | None:
    """Return the largest supplier, None where its figures are outliers or the record is too thin for a ranking."""
    top = next((s for s in table.suppliers if s.partner == table.total.top_supplier), None)
    if top is None or top.flag == OUTLIER or top.share_pct is None or THIN in (table.total.note or ""):
        return None
    return top


def find_dependence(store: Store, metal_id: str, destination: str) -> DependenceFound:
    """Return the figures on file on a destination's dependence, with that of the United States."""
    buyer = buyer_of(destination)
    own = tuple(i for i in importers_of(store, destination) if i != DEFAULT_IMPORTER)
    us_reliance_of, us_reliance = newest_reliance(store, metal_id, DEFAULT_IMPORTER)
    imports_of, imports, gap = metal_id, None, ""
    if buyer is not None and (buyer != DEFAULT_IMPORTER or us_reliance is None):
        imports_of, tables = supplier_tables(store, metal_id, buyer)
        imports = headline_table(tables, store.last_buyer_year - RECENT_YEARS) if tables else None
        gap = "" if imports is not None else _gap(store, metal_id, buyer, tables)
    importer, reliance_of, reliance = DEFAULT_IMPORTER, us_reliance_of, us_reliance
    for place in own:
        owner, row = newest_reliance(store, metal_id, place)
        if row is not None:
            importer, reliance_of, reliance = place, owner, row
            break
    return DependenceFound(
        metal_id,
        buyer,
        imports_of,
        imports,
        reliance_of,
        importer,
        reliance,
        us_reliance_of,
        us_reliance,
        gap,
    )


def _gap(store: Store, metal_id: str, buyer: str, tables: dict[str, tuple[SupplierTable, ...]]) -> str:
    if not tables:
        return not_covered(store, metal_id, buyer)
    name = buyer_name(store, buyer)
    labelled = [code for code, own in tables.items() if own[0].code.use != HEADLINE_USE]
    if len(labelled) == len(tables):
        codes = f"HS {', '.join(labelled)}"
        headings = f"customs headings that need explanation ({codes})"
        return f"Imports by {name} are on file only under {headings}; see Suppliers."
    old = headline_table(tables)
    if old is not None:
        return f"The latest reliable figures on imports by {name} are for {old.year}; see Suppliers."
    return f"The figures on imports by {name} are too uncertain to show one here."


def dependence_text(store: Store, found: DependenceFound) -> DependenceText:
    """Return the texts for the figures on a destination."""
    if found.imports is not None and found.buyer is not None:
        return _imports_text(store, found, found.imports, found.buyer)
    return _reliance_text(store, found)


def _imports_text(store: Store, found: DependenceFound, table: SupplierTable, buyer: str) -> DependenceText:
    total, code = table.total, table.code
    name = buyer_name(store, buyer)
    shares = china_shares(total)
    if shares is not None:
        china, both, value = map(percent, shares)
        origin = "China and Hong Kong"
        also = f"{value} of value; China alone: {china} of tonnes"
        largest = _largest_words(store, table)
    else:
        origin = f"{supplier_name(store, total.top_supplier or '')}, its largest supplier"
        both, also = _both_shares(table)
        largest = ""
    remark = total_note(store, total)
    sentence = f"{remark[:1].upper()}{remark[1:]}." if remark else ""
    thin, small = THIN in remark, SMALL in remark
    doubt = (
        f"{sentence.rstrip('.')} (its own report is probably missing)." if thin else sentence if small else ""
    )
    parts = (largest, f"HS {code.hs_code} (1992)", "preliminary" if table.is_preliminary else "")
    goods = f"{store.metal(found.imports_of).name_en.removesuffix(' (group)')}, {code.form}"
    return DependenceText(
        caption=f"{goods}: imports by {name} from {origin}, {table.year}",
        value=both,
        unit="of tonnes",
        also=also,
        detail=tuple(part for part in parts if part),
        beside=american_line(store, found),
        warning=doubt,
        notes=(
            f"HS {code.hs_code}: {code.what_else.rstrip('.')}.",
            *((sentence,) if sentence and not doubt else ()),
            *buyer_notes(store, buyer),
            CREDIT,
        ),
        source_ids=(SOURCE_ID,),
        confidence="medium",
    )


def _both_shares(table: SupplierTable) -> tuple[str, str]:
    """Return the shares of the largest supplier: of the tonnes, and of the value with its unit."""
    top = _largest(table)
    of_tonnes = top.share_pct if top is not None else None
    of_value = table.value_share_pct(top) if top is not None else None
    return percent(of_tonnes or 0.0), f"{percent(of_value or 0.0)} of value"


def _largest_words(store: Store, table: SupplierTable) -> str:
    """Return the largest supplier with its shares, empty where it is China or unknown."""
    top = _largest(table)
    if top is None or top.partner in ("CHN", "HKG"):
        return ""
    of_tonnes, of_value = _both_shares(table)
    return f"largest supplier: {supplier_name(store, top.partner)}, {of_tonnes} of tonnes, {of_value}"


def _reliance_text(store: Store, found: DependenceFound) -> DependenceText:
    """Return the texts on a net import reliance, with a warning where it is not the destination's own."""
    row, importer = found.reliance, found.importer
    caption = f"{SHORT.get(importer) or buyer_name(store, importer)} net import reliance"
    notes = (found.gap,) if found.gap else ()
    if row is None:
        return DependenceText(caption, "", notes=notes)
    group = _group(store, found.reliance_of, found.metal_id)
    parts = (flag_name(row.flag), group, row.form)
    return DependenceText(
        caption=f"{caption}, {row.year}",
        value=reliance_value(row),
        detail=tuple(part for part in parts if part),
        beside=american_line(store, found) if importer != DEFAULT_IMPORTER else "",
        warning=_not_own(store, found),
        notes=notes,
        source_ids=row.source_ids,
        confidence=row.confidence,
    )


def _not_own(store: Store, found: DependenceFound) -> str:
    """Return the sentence on a figure of another importer, empty where it is the destination's own."""
    if found.buyer in (None, found.importer):
        return ""
    name = buyer_name(store, found.buyer or "")
    return f"This is the figure of {place_name(store, found.importer)}; none for {name} is on file."


def american_line(store: Store, found: DependenceFound) -> str:
    """Return the figure of the United States to show next to another one, empty where none is on file."""
    row = found.us_reliance
    if row is None:
        return ""
    about = "; ".join(part for part in (flag_name(row.flag), row.form) if part)
    group = _group(store, found.us_reliance_of, found.metal_id)
    subject = f"US net import reliance {group}".rstrip()
    return f"{subject}, {row.year}: {reliance_value(row)} ({about})"


def reliance_value(row: Dependence) -> str:
    """Return a net import reliance with its bound, or the word that is published instead."""
    if row.net_import_reliance_pct is None:
        return row.qualifier or ""
    return qualified(percent(row.net_import_reliance_pct), row.qualifier)


def _group(store: Store, owner: str, metal_id: str) -> str:
    """Return the name of the group that has the figure, empty where the metal has it."""
    return "" if owner == metal_id else f"of {store.metal(owner).name_en.removesuffix(' (group)').lower()}"

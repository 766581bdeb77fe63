"""How far a destination depends on imports, in one wording for window, charts, fact sheet and commands.

The buyer's customs tables are preferred where they cover the metal, then the net import reliance published for the
buyer or its bloc, then that of the United States. The last is also shown next to the others, labelled as such, and is
never added to them or ranked with them.
"""

from msgspec import Struct

from explorer.data.metal_names import plain_name, short_name
from explorer.data.numbers import percent
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.amounts import reliance_value
from explorer.data.supply.buyers import (
    CREDIT,
    OUTLIER,
    SOURCE_ID,
    THIN,
    SupplierTable,
    buyer_name,
    buyer_notes,
    buyer_of,
    china_shares,
    confidence,
    labelled_only_text,
    no_suppliers_text,
    supplier_name,
    supplier_tables,
    total_note,
)
from explorer.data.supply.figure_text import KeyFigureText, entries
from explorer.data.supply.figures import latest_reliance, own_or_group
from explorer.data.supply.publications import publication
from explorer.data.supply.records import BuyerImport, Dependence
from explorer.data.words import flag_name
from explorer.language import gettext, gettext_noop

DEFAULT_IMPORTER = "USA"
SHORT = {"USA": gettext_noop("US"), "EUU": gettext_noop("EU")}
HEADLINE_USE = "yes"
SMALL = "small:"
RECENT_YEARS = 2


class ImportDependence(Struct, frozen=True):
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

    @property
    def year(self) -> int | None:
        """The year of the figure that is shown: of the imports, else of the net import reliance."""
        if self.imports is not None:
            return self.imports.year
        return self.reliance.year if self.reliance is not None else None


def newest_reliance(store: Store, metal_id: str, importer: str) -> tuple[str, Dependence | None]:
    """Return the metal or group that has the newest net import reliance of an importer, and that figure."""
    return own_or_group(
        store.metal(metal_id), lambda owner: latest_reliance(store.dependence(owner), importer)
    )


def importers_of(store: Store, destination: str) -> tuple[str, ...]:
    """Return the importers whose net import reliance applies to a destination: the country, then its bloc."""
    buyer = buyer_of(destination)
    country = store.countries.get(buyer or "")
    bloc = country.bloc if country is not None else None
    return tuple(place for place in (buyer, bloc) if place)


def headline_table(
    tables: dict[str, tuple[SupplierTable, ...]], first_year: int = 0, uses: tuple[str, ...] = (HEADLINE_USE,)
) -> SupplierTable | None:
    """Return the table for a headline: the newest one, of the first heading of the metal that has it.

    Headings that need a label are left out unless `uses` has them, and so are totals that are outliers or have no
    tonnes, and years before `first_year`.
    """
    candidates = []
    for own in tables.values():
        if own[0].code.use in uses:
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


def import_dependence(store: Store, metal_id: str, destination: str) -> ImportDependence:
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
    return ImportDependence(
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
        return no_suppliers_text(store, metal_id, buyer)
    name = buyer_name(store, buyer)
    codes = [own[0].code for own in tables.values()]
    if all(code.use != HEADLINE_USE for code in codes):
        return labelled_only_text(store, buyer, codes)
    old = headline_table(tables)
    if old is not None:
        text = gettext("The latest reliable figures for imports by {buyer} are from {year}; see Suppliers.")
        return text.format(buyer=name, year=old.year)
    text = gettext("The figures for imports by {buyer} are too uncertain to show here.")
    return text.format(buyer=name)


def dependence_text(store: Store, found: ImportDependence) -> KeyFigureText:
    """Return the texts for the figures on a destination."""
    if found.imports is not None and found.buyer is not None:
        return _imports_text(store, found, found.imports, found.buyer)
    return _reliance_text(store, found)


def _imports_text(store: Store, found: ImportDependence, table: SupplierTable, buyer: str) -> KeyFigureText:
    code = table.code
    label, value, qualification, largest = _headline(store, table)
    warning, remark = _remarks(store, table)
    contents = gettext("HS {code}: {contents}.").format(
        code=code.hs_code, contents=code.what_else.rstrip(".")
    )
    return KeyFigureText(
        terms=("customs_code", "hubs"),
        label=label.format(
            metal=short_name(store.metal(found.imports_of)),
            form=code.form,
            buyer=buyer_name(store, buyer),
            supplier=supplier_name(store, table.total.top_supplier or ""),
            year=table.year,
        ),
        value=value,
        unit=gettext("of tonnage"),
        qualification=qualification,
        warning=warning,
        details=entries(
            largest,
            gettext("HS {code} (1992)").format(code=code.hs_code),
            flag_name("p") if table.is_preliminary else "",
        ),
        comparison=us_reliance_text(store, found),
        notes=(contents, *((remark,) if remark else ()), *buyer_notes(store, buyer), CREDIT),
        source_ids=(SOURCE_ID,),
        confidence=confidence(table.total.flag),
    )


def _headline(store: Store, table: SupplierTable) -> tuple[str, str, str, str]:
    """Return label, share of tonnes, its qualification, and the largest supplier where it is another one."""
    shares = china_shares(table.total)
    if shares is None:
        label = gettext("{metal}, {form}: imports by {buyer} from {supplier}, its largest supplier, {year}")
        of_tonnes, of_value = _both_shares(table)
        return label, of_tonnes, gettext("{share} of value").format(share=of_value), ""
    china, both, value = map(percent, shares)
    label = gettext("{metal}, {form}: imports by {buyer} from China and Hong Kong, {year}")
    qualification = gettext("{value} of value; China alone: {china} of tonnage").format(
        value=value, china=china
    )
    return label, both, qualification, _largest_text(store, table)


def _remarks(store: Store, table: SupplierTable) -> tuple[str, str]:
    """Return the remark on a total as a warning where it limits the headline, otherwise as a note."""
    remark = total_note(store, table.total)
    if THIN in remark:
        text = gettext("Note: {remark} (the importing country's own report is probably missing)")
        return text.format(remark=remark), ""
    if SMALL in remark:
        return gettext("Note: {remark}").format(remark=remark), ""
    return "", gettext("Note: {remark}.").format(remark=remark) if remark else ""


def _both_shares(table: SupplierTable) -> tuple[str, str]:
    """Return the shares of the largest supplier, of tonnes and of value."""
    top = _largest(table)
    of_tonnes = top.share_pct if top is not None else None
    of_value = table.value_share_pct(top) if top is not None else None
    return percent(of_tonnes or 0.0), percent(of_value or 0.0)


def _largest_text(store: Store, table: SupplierTable) -> str:
    """Return the largest supplier with its shares, empty where it is China or unknown."""
    top = _largest(table)
    if top is None or top.partner in ("CHN", "HKG"):
        return ""
    of_tonnes, of_value = _both_shares(table)
    text = gettext("largest supplier: {supplier}, {tonnes} of tonnage, {value} of value")
    return text.format(supplier=supplier_name(store, top.partner), tonnes=of_tonnes, value=of_value)


def _reliance_text(store: Store, found: ImportDependence) -> KeyFigureText:
    """Return the texts on a net import reliance, with a warning where it is not the destination's own."""
    row, importer = found.reliance, found.importer
    name = gettext(SHORT[importer]) if importer in SHORT else buyer_name(store, importer)
    notes = (found.gap,) if found.gap else ()
    if row is None:
        return KeyFigureText(
            gettext("{importer} net import reliance").format(importer=name),
            details=(gettext("no figure on file"),),
            notes=notes,
        )
    return KeyFigureText(
        label=gettext("{importer} net import reliance, {year}").format(importer=name, year=row.year),
        name=gettext("{importer} net import reliance").format(importer=name),
        date=str(row.year),
        value=reliance_value(row),
        warning=_not_own(store, found),
        flag=flag_name(row.flag),
        details=entries(_group_text(store, found.reliance_of, found.metal_id), row.form),
        source=reliance_source(store, row),
        comparison=us_reliance_text(store, found) if importer != DEFAULT_IMPORTER else "",
        notes=notes,
        source_ids=row.source_ids,
        confidence=row.confidence,
        tooltip=row.note or "",
        terms=("reliance",),
    )


def reliance_source(store: Store, row: Dependence) -> str:
    """Return the name of the publication that a figure is from, else its publishers."""
    publishers = dict.fromkeys(store.sources[i].publisher for i in row.source_ids)
    return publication(row.edition) or "; ".join(publishers)


def _not_own(store: Store, found: ImportDependence) -> str:
    """Return the warning on a figure of another importer, empty where it is the destination's own."""
    if found.buyer is None or found.buyer == found.importer:
        return ""
    text = gettext("This figure is for {importer}; none is on file for {buyer}")
    return text.format(importer=place_name(store, found.importer), buyer=buyer_name(store, found.buyer))


def us_reliance_text(store: Store, found: ImportDependence) -> str:
    """Return the figure of the United States to show next to another one, empty where none is on file."""
    row = found.us_reliance
    if row is None:
        return ""
    if found.us_reliance_of == found.metal_id:
        text = gettext("US net import reliance, {year}: {value} ({remarks})")
    else:
        text = gettext("US net import reliance for {group}, {year}: {value} ({remarks})")
    return text.format(
        group=plain_name(store.metal(found.us_reliance_of)),
        year=row.year,
        value=reliance_value(row),
        remarks="; ".join(remark for remark in (flag_name(row.flag), row.form) if remark),
    )


def _group_text(store: Store, owner: str, metal_id: str) -> str:
    """Return the group that has a figure, empty where the metal has it."""
    if owner == metal_id:
        return ""
    return gettext("of {group}").format(group=plain_name(store.metal(owner)))

"""The suppliers of a buyer, one heading and one year at a time, from reconciled customs data of CEPII (BACI).

Headings are never added: ore, oxide and metal differ in content, and one cargo can appear under two headings.
Tonnes are of product as weighed. A material without rows is not covered, which does not mean that a buyer does not
depend on it.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from explorer.data.controls.status import MILITARY_USERS
from explorer.data.metal_names import plain_name
from explorer.data.numbers import percent
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.figures import own_or_group
from explorer.data.supply.records import BuyerCode, BuyerDependence, BuyerImport
from explorer.language import gettext, gettext_noop

SOURCE_ID, SOURCE_NAME = "cepii-baci", "CEPII, BACI"
# The credit that the licence of the source requires; it is not translated.
CREDIT = "CEPII, BACI (HS92), Etalab Open Licence 2.0; tonnes of product, reconciled customs data; own calculation."
CHINA, HONG_KONG = "CHN", "HKG"
REST = "OTH"
OUTLIER = "o"
# In the note of a total: fewer flows than usual, so a report is probably missing.
THIN = "thin record"
# A heading of this use is shown only beside a text on what else it contains.
LABELLED = "labelled"
SHOWN_USES = ("yes", LABELLED)
_TERRITORIES = {
    "FRA": gettext_noop("The figures for France include its overseas departments and Monaco."),
    "CHE": gettext_noop("The figures for Switzerland include Liechtenstein."),
    "USA": gettext_noop("The figures for the United States include Puerto Rico."),
}
_NAMES = {"TWN": gettext_noop("Taiwan (Other Asia, not elsewhere specified)")}


class SupplierTable(Struct, frozen=True):
    """The suppliers of one buyer under one heading in one year, largest quantity first, outliers and the rest last.

    `is_preliminary` marks the last year on file, which the source may still revise.
    """

    code: BuyerCode
    total: BuyerDependence
    suppliers: tuple[BuyerImport, ...]
    is_preliminary: bool

    @property
    def year(self) -> int:
        """The year of the figures."""
        return self.total.year

    def value_share_pct(self, supplier: BuyerImport) -> float | None:
        """Return a supplier's share of the value, in per cent."""
        return 100 * supplier.value_kusd / self.total.total_kusd if self.total.total_kusd else None

    def flag(self, row_flag: str | None) -> str | None:
        """Return the flag of a row: its own, or preliminary in the last year."""
        return row_flag or ("p" if self.is_preliminary else None)


def confidence(flag: str | None) -> str:
    """Return the confidence of a row of the buyer tables, which have no column for it."""
    return "low" if flag == OUTLIER else "medium"


def buyer_of(destination: str) -> str | None:
    """Return the buyer of a destination: the country itself, the country of military users, None for all."""
    return None if destination == "ALL" else destination.removesuffix(MILITARY_USERS)


def supplier_name(store: Store, country_id: str) -> str:
    """Return the name of a supplier as the source defines it."""
    if country_id == REST:
        return gettext("Other suppliers")
    return gettext(_NAMES[country_id]) if country_id in _NAMES else store.country_name(country_id)


def buyer_name(store: Store, country_id: str) -> str:
    """Return the name of a buyer as the source defines it, for use in a sentence: `the United States`."""
    return gettext(_NAMES[country_id]) if country_id in _NAMES else place_name(store, country_id)


def buyer_notes(store: Store, buyer: str) -> tuple[str, ...]:
    """Return sentences on what a buyer's figures include or leave out."""
    if buyer in store.bloc_members:
        return (gettext("Trade between members is not counted."),)
    notes = []
    bloc = store.countries[buyer].bloc
    if bloc:
        included = gettext("Imports from other members of {bloc} are included.")
        notes.append(included.format(bloc=place_name(store, bloc)))
    if buyer in _TERRITORIES:
        notes.append(gettext(_TERRITORIES[buyer]))
    return tuple(notes)


def headings(store: Store, metal_id: str) -> tuple[str, tuple[BuyerCode, ...]]:
    """Return the metal or group that has customs headings, and the headings, best first."""

    def read(owner: str) -> tuple[BuyerCode, ...]:
        own = [c for c in store.buyer_codes.values() if c.metal_ids[0] == owner and c.use in SHOWN_USES]
        return tuple(sorted(own, key=lambda c: (SHOWN_USES.index(c.use), c.hs_code)))

    return own_or_group(store.metal(metal_id), read)


def supplier_tables(
    store: Store, metal_id: str, buyer: str
) -> tuple[str, dict[str, tuple[SupplierTable, ...]]]:
    """Return the metal or group that has tables of a buyer, and the tables by heading, oldest year first.

    Headings shown without a label are first, then those of the greatest value in their last year.
    """
    owner, codes = headings(store, metal_id)
    totals = store.buyer_dependence(buyer, owner) if codes else ()
    suppliers = store.buyer_imports(buyer, owner) if totals else ()
    last_year = store.last_buyer_year if totals else 0
    shown = {code.hs_code: code for code in codes}
    grouped: dict[str, list[SupplierTable]] = {}
    for total in (t for t in totals if t.hs_code in shown):
        code = shown[total.hs_code]
        rows = tuple(sorted(_rows_of(suppliers, total), key=_rank))
        table = SupplierTable(code, total, rows, total.year == last_year)
        grouped.setdefault(total.hs_code, []).append(table)
    order = sorted(
        grouped, key=lambda c: (SHOWN_USES.index(grouped[c][0].code.use), -_last_value(grouped[c]), c)
    )
    return owner, {code: tuple(grouped[code]) for code in order}


def _rank(row: BuyerImport) -> tuple[bool, bool, float]:
    """Return the sort key of a supplier: by tonnes, outliers after the ranked suppliers, the rest last."""
    return row.partner == REST, row.flag == OUTLIER, -(row.quantity_t or -1)


def _rows_of(suppliers: Sequence[BuyerImport], total: BuyerDependence) -> list[BuyerImport]:
    return [s for s in suppliers if (s.hs_code, s.year) == (total.hs_code, total.year)]


def _last_value(tables: Sequence[SupplierTable]) -> float:
    return tables[-1].total.total_kusd


def total_note(store: Store, total: BuyerDependence) -> str:
    """Return the remark on a total with country names instead of codes, empty without one."""
    return _with_names(store, total.note or "")


def contents_text(store: Store, code: BuyerCode) -> str:
    """Return what a heading contains or leaves out, with country names instead of codes and no full stop."""
    return _with_names(store, code.what_else).rstrip(".")


def is_of_one_material(code: BuyerCode) -> bool:
    """Return whether a heading contains this material only and can be shown without a text on its contents."""
    return code.scope == "alone" and code.use != LABELLED


def contents_sentence(store: Store, code: BuyerCode) -> str:
    """Return what a heading contains or leaves out as a sentence, empty where it is of this material only."""
    if is_of_one_material(code):
        return ""
    return gettext("HS {code}: {contents}.").format(code=code.hs_code, contents=contents_text(store, code))


def _with_names(store: Store, text: str) -> str:
    def name(code: re.Match[str]) -> str:
        country = store.countries.get(code[0])
        return country.name_en if country is not None else code[0]

    return re.sub(r"\b[A-Z]{3}\b", name, text)


def china_shares(total: BuyerDependence) -> tuple[float, float, float] | None:
    """Return the shares of China in the tonnes, and of China and Hong Kong in the tonnes and in the value, in per cent.

    None for China itself, where a share is unknown, and where the total is an outlier.
    """
    china, both = total.share_chn_pct, total.share_chn_hkg_pct
    if total.buyer == CHINA or total.flag == OUTLIER or china is None or both is None:
        return None
    return china, both, total.share_chn_hkg_value_pct


def china_shares_text(total: BuyerDependence) -> str:
    """Return the shares of China and Hong Kong in tonnes and in value, the lower estimate first; empty without them."""
    shares = china_shares(total)
    if shares is None:
        return ""
    china, both, value = map(percent, shares)
    text = gettext("China {china} of tonnage; China and Hong Kong {both} of tonnage, {value} of value")
    return text.format(china=china, both=both, value=value)


def labelled_only_text(store: Store, buyer: str, codes: Sequence[BuyerCode]) -> str:
    """Return the sentence on a metal whose imports are on file only under headings that match it poorly."""
    text = gettext(
        "Imports by {buyer} are on file only under customs codes that match the metal poorly (HS {codes}); "
        "see Suppliers."
    )
    return text.format(buyer=buyer_name(store, buyer), codes=", ".join(c.hs_code for c in codes))


def no_suppliers_text(store: Store, metal_id: str, buyer: str | None) -> str:
    """Return the sentence on why no suppliers of a buyer are on file for a metal."""
    if buyer is None:
        return gettext("Suppliers are on file by importing country. Choose a destination.")
    metal = plain_name(store.metal(metal_id))
    if not headings(store, metal_id)[1]:
        text = gettext(
            "No supplier figures are on file for {metal}; some countries may still depend on imports of it."
        )
        return text.format(metal=metal)
    text = gettext("No imports of {metal} by {buyer} are on file; this does not mean that there are none.")
    return text.format(metal=metal, buyer=buyer_name(store, buyer))

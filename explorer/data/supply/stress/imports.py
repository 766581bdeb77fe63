"""Whether a buyer imports a metal from the removed countries, one customs heading and one year at a time.

Headings are never added up, and one that matches the metal poorly never decides what is said of it. A country that is
not among the named suppliers of a buyer may still supply it, so its share is unknown, except where all suppliers are
named.
"""

from collections import defaultdict
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.places import place_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.buyers import (
    CHINA,
    HONG_KONG,
    LABELLED,
    OUTLIER,
    REST,
    SHOWN_USES,
    buyer_name,
    total_note,
)
from explorer.data.supply.figures import own_or_group
from explorer.data.supply.origin_shares import OriginShare, is_usable, origin_share
from explorer.data.supply.records import BuyerCode, BuyerDependence, BuyerImport
from explorer.data.supply.stress.removal import Removal
from explorer.language import gettext

# What is on file on the imports of a metal from the removed countries.
IMPORTED = "imported"
NOT_IMPORTED = "not_imported"
NOT_NAMED = "not_named"
NO_YEAR = "no_usable_year"
NO_IMPORTS = "no_imports"
LABELLED_ONLY = "labelled_only"
NO_HEADING = "no_heading"
STATES = (IMPORTED, NOT_IMPORTED, NOT_NAMED, NO_YEAR, NO_IMPORTS, LABELLED_ONLY, NO_HEADING)


class HeadingImports(Struct, frozen=True):
    """The share of the removed countries in a buyer's imports under a heading, in its latest usable year.

    Shares are per cent, of tonnes and of value, None where unknown. `at_least` marks a lower bound, because
    `not_named` countries may be among the other suppliers. The upper readings add Hong Kong to China. `total` is None
    where no year is usable, and `has_rows` is whether any year is on file. `note` is the remark on the total.
    """

    code: BuyerCode
    total: BuyerDependence | None
    has_rows: bool
    is_preliminary: bool = False
    of_tonnage: float | None = None
    of_value: float | None = None
    upper_of_tonnage: float | None = None
    upper_of_value: float | None = None
    at_least: bool = False
    not_named: tuple[str, ...] = ()
    note: str = ""

    @property
    def state(self) -> str:
        """What is on file, one of STATES."""
        if self.total is None:
            return NO_YEAR if self.has_rows else NO_IMPORTS
        if self.of_tonnage or self.of_value:
            return IMPORTED
        return NOT_NAMED if self.at_least or self.of_tonnage is None else NOT_IMPORTED


class MetalImports(Struct, frozen=True):
    """The imports of a metal from the removed countries, by heading, the greatest share first.

    `owner` is the metal or the group that has the headings. Those that match it poorly, such as magnesite for
    magnesium, are last: they are shown only with what they contain, never as the supply of the metal.
    """

    owner: str
    headings: tuple[HeadingImports, ...]

    @property
    def leading(self) -> HeadingImports | None:
        """The heading that says most about the imports, None without one that matches the metal well."""
        return next((h for h in self.headings if h.code.use != LABELLED), None)

    @property
    def state(self) -> str:
        """What is on file, one of STATES."""
        if self.leading is not None:
            return self.leading.state
        return LABELLED_ONLY if self.headings else NO_HEADING


class BuyerFacts:
    """The imports of one buyer from the removed countries."""

    def __init__(self, store: Store, buyer: str, removed: Collection[str]) -> None:
        self._store, self._removed = store, frozenset(removed)
        self._own_members = store.bloc_members.get(buyer, frozenset())
        self._totals: dict[str, list[BuyerDependence]] = defaultdict(list)
        for total in store.buyer_totals(buyer):
            self._totals[total.hs_code].append(total)
        self._rows: dict[tuple[str, int], dict[str, BuyerImport]] = defaultdict(dict)
        for row in store.buyer_imports_from(buyer, *sorted(self._removed), REST):
            self._rows[row.hs_code, row.year][row.partner] = row
        self._codes: dict[str, list[BuyerCode]] = defaultdict(list)
        for code in store.buyer_codes.values():
            if code.use in SHOWN_USES:
                self._codes[code.metal_ids[0]].append(code)

    def imports(self, metal: Metal) -> MetalImports:
        """Return the imports of a metal, or of its group where it has no heading of its own."""
        owner, codes = own_or_group(metal, lambda m: tuple(self._codes.get(m, ())))
        return MetalImports(owner, tuple(sorted((self._heading(code) for code in codes), key=_rank)))

    def _heading(self, code: BuyerCode) -> HeadingImports:
        totals = self._totals.get(code.hs_code, [])
        usable = [t for t in totals if self._is_usable(t)]
        total = max(usable, key=lambda t: t.year, default=None)
        if total is None:
            return HeadingImports(code, None, bool(totals))
        return self._shares(code, total)

    def _is_usable(self, total: BuyerDependence) -> bool:
        rows = [row for place, row in self._rows[total.hs_code, total.year].items() if place != REST]
        return is_usable(total, None) and all(row.flag != OUTLIER for row in rows)

    def _shares(self, code: BuyerCode, total: BuyerDependence) -> HeadingImports:
        """Return the sum of the shares of the removed countries in one total."""
        rows = self._rows[total.hs_code, total.year]
        found = [_share(total, rows.get(country), country) for country in sorted(self._removed)]
        may_be_in_rest = REST in rows or bool(self._own_members & self._removed)
        missing = tuple(s.origin for s in found if s.of_tonnage is None) if may_be_in_rest else ()
        tonnage = [s.of_tonnage for s in found if s.of_tonnage is not None]
        value = [s.of_value for s in found if s.of_value is not None]
        if not may_be_in_rest:
            tonnage, value = tonnage or [0.0], value or [0.0]
        partial_value = may_be_in_rest and 0 < len(value) < len(found)
        adds_hong_kong = CHINA in self._removed and HONG_KONG not in self._removed | {total.buyer}
        others = sum(s.of_value or 0.0 for s in found if s.origin != CHINA)
        return HeadingImports(
            code=code,
            total=total,
            has_rows=True,
            is_preliminary=total.year == self._store.last_buyer_year,
            of_tonnage=sum(tonnage) if tonnage else None,
            of_value=sum(value) if value else None,
            upper_of_tonnage=sum(tonnage) + (total.share_hkg_pct or 0.0) if adds_hong_kong else None,
            upper_of_value=others + total.share_chn_hkg_value_pct if adds_hong_kong else None,
            at_least=bool(missing) or partial_value,
            not_named=missing,
            note=total_note(self._store, total),
        )


def buyer_fault(store: Store, buyer: str, removal: Removal) -> str:
    """Return why the imports of a buyer cannot be shown: it is removed itself, or not on file; empty otherwise."""
    if buyer in removal.places or buyer in removal.countries:
        sentence = gettext("Choose another buyer: {buyer} is removed itself.")
        return sentence.format(buyer=place_name(store, buyer))
    if buyer not in store.buyers:
        sentence = gettext(
            "The trade data do not cover imports by {buyer}; this does not mean that there are none."
        )
        return sentence.format(buyer=buyer_name(store, buyer))
    return ""


def _share(total: BuyerDependence, row: BuyerImport | None, country: str) -> OriginShare:
    """Return the share of a country; the total gives that of Hong Kong even where it is not a named supplier."""
    share = origin_share(total, row, country)
    return replace(share, of_tonnage=total.share_hkg_pct) if country == HONG_KONG and row is None else share


def _rank(heading: HeadingImports) -> tuple[int, int, float, str]:
    """Return the sort key of a heading: how well it matches the metal, what is known, the greatest share."""
    share = heading.of_tonnage or heading.of_value or 0.0
    return SHOWN_USES.index(heading.code.use), STATES.index(heading.state), -share, heading.code.hs_code

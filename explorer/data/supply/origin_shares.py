"""The share of an origin in the imports of a buyer under one heading in one year."""

from collections.abc import Iterable

from msgspec import Struct

from explorer.data.numbers import percent
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import CHINA, HONG_KONG, OUTLIER, THIN, SupplierTable
from explorer.data.supply.records import BuyerDependence, BuyerImport
from explorer.language import gettext


class OriginShare(Struct, frozen=True):
    """Shares in per cent, None where unknown; `of_tonnage` is the lower reading.

    `upper_of_tonnage` and `upper_of_value` include Hong Kong and are given for China only, where others than Hong Kong
    buy. `flag` is that of the
    origin's own row. A share that is unknown because the origin is not among the named suppliers is not zero.
    """

    origin: str
    of_tonnage: float | None = None
    of_value: float | None = None
    upper_of_tonnage: float | None = None
    upper_of_value: float | None = None
    flag: str | None = None

    @property
    def differs_with_hong_kong(self) -> bool:
        """Whether the upper reading is another figure than the lower one, as shown."""
        pairs = ((self.of_tonnage, self.upper_of_tonnage), (self.of_value, self.upper_of_value))
        return any(high is not None and (low is None or percent(low) != percent(high)) for low, high in pairs)


def origin_share(total: BuyerDependence, row: BuyerImport | None, origin: str) -> OriginShare:
    """Return the share of an origin in a total; `row` is its row where it is among the named suppliers."""
    of_value = 100 * row.value_kusd / total.total_kusd if row is not None and total.total_kusd else None
    flag = row.flag if row is not None else None
    if origin != CHINA:
        return OriginShare(origin, row.share_pct if row is not None else None, of_value, flag=flag)
    if total.buyer == HONG_KONG:  # which cannot supply itself, so that both readings are the same
        return OriginShare(origin, total.share_chn_pct, total.share_chn_hkg_value_pct, flag=flag)
    if of_value is None and total.share_chn_hkg_value_pct == 0:
        of_value = 0.0
    return OriginShare(
        origin,
        total.share_chn_pct,
        of_value,
        total.share_chn_hkg_pct,
        total.share_chn_hkg_value_pct,
        flag,
    )


def table_share(table: SupplierTable, origin: str) -> OriginShare:
    """Return the share of an origin in a table of suppliers."""
    return origin_share(table.total, row_of(table.suppliers, origin), origin)


def row_of(rows: Iterable[BuyerImport], origin: str) -> BuyerImport | None:
    """Return the row of an origin, None where it is not among the named suppliers."""
    return next((row for row in rows if row.partner == origin), None)


def is_usable(total: BuyerDependence, row: BuyerImport | None) -> bool:
    """Return whether a share may be ranked or compared: neither an outlier nor a thin record, and with tonnes."""
    outlier = OUTLIER in (total.flag, row.flag if row is not None else None)
    return not outlier and not is_thin(total) and total.total_t is not None


def is_thin(total: BuyerDependence) -> bool:
    """Return whether a report behind the figures is probably missing, so that only sellers report."""
    return THIN in (total.note or "")


def shares_text(share: OriginShare) -> str:
    """Return the shares of tonnage and of value together; empty where neither is known."""
    if share.of_tonnage is None and share.of_value is None:
        return ""
    if share.of_tonnage is None:
        return gettext("tonnage unknown, {value} of value").format(value=percent(share.of_value or 0.0))
    tonnage = percent(share.of_tonnage)
    if share.of_value is None:
        return gettext("{tonnage} of tonnage, share of value not on file").format(tonnage=tonnage)
    return gettext("{tonnage} of tonnage, {value} of value").format(
        tonnage=tonnage, value=percent(share.of_value)
    )


def upper_text(share: OriginShare) -> str:
    """Return the shares of China and Hong Kong together, of tonnage and of value; empty for other origins."""
    if share.upper_of_value is None:
        return ""
    value = percent(share.upper_of_value)
    if share.upper_of_tonnage is None:
        return gettext("tonnage unknown, {value} of value").format(value=value)
    return gettext("{tonnage} of tonnage, {value} of value").format(
        tonnage=percent(share.upper_of_tonnage), value=value
    )


def not_named_text(store: Store, origin: str) -> str:
    """Return why an origin has no share: it is not among the named suppliers, or it is a bloc."""
    if origin in store.bloc_members:
        text = gettext("Suppliers are named by country, so there is no share of {origin}.")
    else:
        text = gettext("The named suppliers do not include {origin}; its share is not on file.")
    return text.format(origin=place_name(store, origin))

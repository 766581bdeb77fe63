"""The last price of watched metals, of the series with which the price chart of each opens."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from explorer.data.dates import age, months_old
from explorer.data.numbers import price_text, with_unit
from explorer.data.store import Store
from explorer.data.supply.price_points import SeriesPrices, default_prices, up_to
from explorer.data.supply.records import Price, PriceSeries
from explorer.data.words import flag_name
from explorer.language import gettext

# The metals of the article that led to this reference, for a user who watches none.
DEFAULT_METALS = ("gallium", "germanium", "antimony", "tungsten", "bismuth", "dysprosium")


class WatchedPrice(Struct, frozen=True):
    """The last price of a metal by the as-of date; without a series none is on file, without a price none by then.

    `months` is its age in whole months.
    """

    metal_id: str
    held: SeriesPrices | None
    price: Price | None
    months: int | None

    @property
    def series(self) -> PriceSeries | None:
        """The series of the price."""
        return self.held.series if self.held is not None else None

    @property
    def value_text(self) -> str:
        """The price with its unit and flag, empty without one."""
        if self.series is None or self.price is None:
            return ""
        value = with_unit(price_text(self.price.value), self.series.unit)
        if not self.price.flag:
            return value
        return gettext("{value} ({flag})").format(value=value, flag=flag_name(self.price.flag))

    @property
    def age(self) -> str:
        """The age in words, empty for a price of the same month."""
        return age(self.months) if self.months else ""


def watched_metals(store: Store, own: Iterable[str]) -> tuple[str, ...]:
    """Return the metals of the user's watchlist that are on file, DEFAULT_METALS where it has none."""
    return metals_on_file(store, own) or metals_on_file(store, DEFAULT_METALS)


def metals_on_file(store: Store, metal_ids: Iterable[str]) -> tuple[str, ...]:
    """Return those of some metals that are on file."""
    return tuple(metal_id for metal_id in metal_ids if metal_id in store.metals)


def watched_prices(store: Store, metal_ids: Iterable[str], on: date) -> tuple[WatchedPrice, ...]:
    """Return the last price of each metal whose day, month or year had ended by a day."""
    return tuple(_watched_price(store, metal_id, on) for metal_id in metal_ids)


def _watched_price(store: Store, metal_id: str, on: date) -> WatchedPrice:
    held = default_prices(store, metal_id)
    known = up_to(held.prices, on) if held is not None else ()
    price = known[-1] if known else None
    months = months_old(price.date, on) if price is not None else None
    return WatchedPrice(metal_id, held, price, months)

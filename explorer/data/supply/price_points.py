"""The price series of a metal with its prices, and which of them are known by a day."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from explorer.data.dates import first_day, last_day
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.figures import default_series
from explorer.data.supply.records import Price, PriceSeries

# Prices further apart than this, in days, are not joined by a line, as those between are not known.
SPARSE = 400.0


class SeriesPrices(Struct, frozen=True):
    """A price series with its prices in the order of time."""

    series: PriceSeries
    prices: tuple[Price, ...]

    @property
    def is_nominal(self) -> bool:
        """Whether its prices are nominal."""
        return self.series.basis == "nominal"


def default_prices(store: Store, metal_id: str) -> SeriesPrices | None:
    """Return the series that the price chart of a metal opens with, and its prices; None without any."""
    series = default_series(store.price_series(metal_id), first_day(store.edition.verified_to))
    return SeriesPrices(series, store.prices(series.series_id)) if series is not None else None


class DefaultPrices(StoreService):
    """The default price series of all metals, read once."""

    def __init__(self, store: Store) -> None:
        self.of_metal: dict[str, SeriesPrices | None] = {m: default_prices(store, m) for m in store.metals}


def up_to(prices: Sequence[Price], day: date) -> tuple[Price, ...]:
    """Return the prices whose day, month or year had ended by a day."""
    return tuple(p for p in prices if last_day(p.date) <= day)


def last_before(prices: Sequence[Price], day: date) -> Price | None:
    """Return the last price whose day, month or year had ended before a day."""
    return next((p for p in reversed(prices) if last_day(p.date) < day), None)

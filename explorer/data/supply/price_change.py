"""The change of a price since the first control: from the last figure before it to the last one by the as-of date."""

from datetime import date

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.store import Store
from explorer.data.supply.figures import least_confidence
from explorer.data.supply.price_points import SeriesPrices, default_prices, last_before, up_to
from explorer.data.supply.records import Price

NO_CONTROL, NO_SERIES, NOT_NOMINAL = "no control", "no series", "not nominal"
NONE_BEFORE, NONE_AFTER = "none before", "none after"


class PriceChange(Struct, frozen=True):
    """The change between two prices of one series."""

    first: Price
    last: Price

    @property
    def percent(self) -> float:
        """The change in per cent of the first price."""
        return 100 * (self.last.value / self.first.value - 1)

    @property
    def confidence(self) -> str:
        """The lower confidence of the two prices."""
        return least_confidence((self.first.confidence, self.last.confidence))


class PriceSinceControl(Struct, frozen=True):
    """The change since the first licence requirement or ban; without one, `gap` is the key of the reason."""

    held: SeriesPrices | None
    control: date | None
    change: PriceChange | None
    gap: str = ""

    @property
    def percent(self) -> float | None:
        """The change in per cent, None where it is unknown."""
        return self.change.percent if self.change is not None else None


def price_since_control(held: SeriesPrices | None, control: date | None, as_of: date) -> PriceSinceControl:
    """Compare the last figure before a control date with the last one by the as-of date, both of one nominal series.

    A figure of a month or a year counts once that month or year has ended.
    """
    if control is None or control > as_of:
        return PriceSinceControl(held, None, None, NO_CONTROL)
    if held is None:
        return PriceSinceControl(held, control, None, NO_SERIES)
    if not held.is_nominal:
        return PriceSinceControl(held, control, None, NOT_NOMINAL)
    known = up_to(held.prices, as_of)
    first = last_before(known, control)
    if first is None or first.value == 0:
        return PriceSinceControl(held, control, None, NONE_BEFORE)
    if known[-1] is first:
        return PriceSinceControl(held, control, None, NONE_AFTER)
    return PriceSinceControl(held, control, PriceChange(first, known[-1]))


def price_since_first_control(store: Store, metal_id: str, context: Context) -> PriceSinceControl:
    """Return the change of the default price series of a metal since its first control."""
    first = Controls.of(store).first_control(metal_id, context)
    control = first[0] if first is not None else None
    return price_since_control(default_prices(store, metal_id), control, context.as_of)

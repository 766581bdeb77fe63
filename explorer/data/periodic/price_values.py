"""The change of the default price series of each metal over a year."""

from collections.abc import Iterable, Iterator

from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.numbers import change
from explorer.data.periodic.colourings import PRICE, step_of
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.unknown_values import unknown
from explorer.data.store import Store
from explorer.data.supply.figure_text import entries
from explorer.data.supply.price_change import NO_SERIES, NOT_NOMINAL
from explorer.data.supply.price_change_texts import flagged_price
from explorer.data.supply.price_over_year import (
    NONE_EARLIER,
    NONE_KNOWN,
    TOO_OLD,
    PriceOverYear,
    price_over_year,
)
from explorer.data.supply.price_points import DefaultPrices, up_to
from explorer.data.words import flag_name
from explorer.language import gettext


def price_values(store: Store, context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the change over a year of the price of each metal by the as-of date."""
    of_metal = DefaultPrices.of(store).of_metal
    for metal_id in metal_ids:
        yield _value(metal_id, price_over_year(of_metal[metal_id], context.as_of), context)


def _value(metal_id: str, found: PriceOverYear, context: Context) -> MetalValue:
    held, moved = found.held, found.change
    subject = gettext("Price change over a year")
    if held is not None and held.series.is_unit_value:
        subject = gettext("Unit value change over a year")
    if held is None or moved is None:
        sources = held.series.source_ids if held is not None else ()
        general = _general_reason(found, context)
        return unknown(metal_id, subject, _reason(found, context), source_ids=sources, general_reason=general)
    text = gettext("{last_price} ({last}), {first_price} ({first})")
    unit = held.series.unit
    prices = (moved.first, moved.last)
    return MetalValue(
        metal_id,
        subject,
        (change(moved.percent),),
        change(moved.percent),
        moved.percent,
        step_of(PRICE, moved.percent),
        date=moved.last.date,
        flag=next((price.flag for price in reversed(prices) if price.flag), None),
        flags=entries(
            gettext("unit value") if held.series.is_unit_value else "",
            *dict.fromkeys(flag_name(price.flag) for price in prices),
        ),
        details=(
            text.format(
                last_price=flagged_price(moved.last, unit),
                last=show(moved.last.date),
                first_price=flagged_price(moved.first, unit),
                first=show(moved.first.date),
            ),
            gettext("Series: {series}").format(series=held.series.name),
        ),
        source_ids=tuple(dict.fromkeys(i for price in prices for i in price.source_ids)),
        confidence=moved.confidence,
    )


def _reason(found: PriceOverYear, context: Context) -> str:
    known = up_to(found.held.prices, context.as_of) if found.held is not None else ()
    texts = {
        NO_SERIES: gettext("No prices are on file."),
        NOT_NOMINAL: gettext("Only constant (real) prices are on file."),
        NONE_KNOWN: gettext("No price is on file by {day}."),
        TOO_OLD: gettext("The latest price, of {last}, is more than a year old on {day}."),
        NONE_EARLIER: gettext("No price is on file for a year before {last}."),
    }
    return texts[found.gap].format(day=show(context.as_of), last=show(known[-1].date) if known else "")


def _general_reason(found: PriceOverYear, context: Context) -> str:
    """Return the reason without the date of the latest price, which differs between metals."""
    texts = {
        TOO_OLD: gettext("The latest price is more than a year old on {day}."),
        NONE_EARLIER: gettext("No price is on file for a year before the latest one."),
    }
    return texts.get(found.gap, "").format(day=show(context.as_of))

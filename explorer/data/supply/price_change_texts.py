"""The price change since the first control in words, or the reason why it is unknown."""

from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.numbers import change, price_text, with_unit
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.price_change import (
    NO_CONTROL,
    NO_SERIES,
    NONE_AFTER,
    NONE_BEFORE,
    NOT_NOMINAL,
    PriceSinceControl,
)
from explorer.data.supply.records import Price
from explorer.data.words import flag_name
from explorer.language import gettext, paragraph


def flagged_price(price: Price, unit: str) -> str:
    """Return a price with its unit and its flag: `1499.97 USD/kg`, `310 USD/kg, estimated`."""
    text = with_unit(price_text(price.value), unit)
    if not price.flag:
        return text
    return gettext("{price}, {flag}").format(price=text, flag=flag_name(price.flag))


def change_line(found: PriceSinceControl) -> str:
    """Return the change for a line of the list, figure first: `+237 % since Jul 2023 (unit value)`."""
    moved, held = found.change, found.held
    if moved is None or held is None:
        return gettext("Price since control: no figure")
    if held.series.is_unit_value:
        text = gettext("{change} since {date} (unit value)")
    else:
        text = gettext("{change} since {date} (price)")
    return text.format(change=change(moved.percent), date=show(moved.first.date))


def change_sentences(store: Store, found: PriceSinceControl, context: Context) -> str:
    """Return both figures with their dates, the control date and the series; the reason where a figure is missing."""
    moved, held = found.change, found.held
    if moved is None or held is None:
        return gettext("No figure: {reason}.").format(reason=gap_text(store, found, context))
    unit = held.series.unit
    figures = gettext(
        "{first_price} ({first}), the last figure before the control took effect on {control}; {last_price} "
        "({last}), the latest by {day}."
    )
    sentence = figures.format(
        first_price=flagged_price(moved.first, unit),
        first=show(moved.first.date),
        control=show(found.control),
        last_price=flagged_price(moved.last, unit),
        last=show(moved.last.date),
        day=show(context.as_of),
    )
    return paragraph((sentence, gettext("Series: {series}.").format(series=held.series.name)))


def gap_text(store: Store, found: PriceSinceControl, context: Context) -> str:
    """Return the reason why there is no figure, empty where there is one."""
    texts = {
        "": "",
        NO_CONTROL: gettext(
            "no licence requirement or ban on file for exports from {origin} to {destination} had taken "
            "effect by {day}"
        ),
        NO_SERIES: gettext("no prices on file"),
        NOT_NOMINAL: gettext("only constant (real) prices on file"),
        NONE_BEFORE: gettext("the series has no figure before the control took effect on {control}"),
        NONE_AFTER: gettext("the series has no figure after the control took effect on {control}"),
    }
    return texts[found.gap].format(
        origin=place_name(store, context.origin),
        destination=place_name(store, context.destination),
        day=show(context.as_of),
        control=show(found.control),
    )

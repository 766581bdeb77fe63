"""The texts that differ between prices and unit values."""

from collections.abc import Iterable

from explorer.data.supply.records import PriceSeries
from explorer.language import gettext_noop

PRICE, UNIT_VALUE, BOTH = "price", "unit value", "price or unit value"

AXIS = {
    PRICE: gettext_noop("Price"),
    UNIT_VALUE: gettext_noop("Unit value"),
    BOTH: gettext_noop("Price or unit value"),
}
# What a chart shows, as it reads after the name of the metal: `Gallium: price`.
ONE = {
    PRICE: gettext_noop("price"),
    UNIT_VALUE: gettext_noop("unit value"),
}
ONE_WITH_DATES = {
    PRICE: gettext_noop("price and control dates"),
    UNIT_VALUE: gettext_noop("unit value and control dates"),
}
SEVERAL = {
    PRICE: gettext_noop("prices"),
    UNIT_VALUE: gettext_noop("unit values"),
    BOTH: gettext_noop("prices and unit values"),
}
SEVERAL_WITH_DATES = {
    PRICE: gettext_noop("prices and control dates"),
    UNIT_VALUE: gettext_noop("unit values and control dates"),
    BOTH: gettext_noop("prices, unit values and control dates"),
}
CHANGE = {
    PRICE: gettext_noop("price around the control date"),
    UNIT_VALUE: gettext_noop("unit value around the control date"),
    BOTH: gettext_noop("price or unit value around the control date"),
}
CHANGE_OF_DAY = {
    PRICE: gettext_noop("price around {day}"),
    UNIT_VALUE: gettext_noop("unit value around {day}"),
    BOTH: gettext_noop("price or unit value around {day}"),
}
COMPARE_TITLE = {
    PRICE: gettext_noop("Prices compared: {metals}"),
    UNIT_VALUE: gettext_noop("Unit values compared: {metals}"),
    BOTH: gettext_noop("Prices and unit values compared: {metals}"),
}
CHANGE_SUBTITLE = {
    PRICE: gettext_noop("Price change since the control date, %"),
    UNIT_VALUE: gettext_noop("Change in unit value since the control date, %"),
    BOTH: gettext_noop("Change in price or unit value since the control date, %"),
}
CHANGE_SUBTITLE_OF_DAY = {
    PRICE: gettext_noop("Price change since {day}, %"),
    UNIT_VALUE: gettext_noop("Change in unit value since {day}, %"),
    BOTH: gettext_noop("Change in price or unit value since {day}, %"),
}
CHANGE_AXIS = {
    PRICE: gettext_noop("Price change"),
    UNIT_VALUE: gettext_noop("Change in unit value"),
    BOTH: gettext_noop("Change in price or unit value"),
}
CHANGE_BASE = {
    PRICE: gettext_noop("0 % is the last price before day 0: {days}."),
    UNIT_VALUE: gettext_noop("0 % is the last unit value before day 0: {days}."),
    BOTH: gettext_noop("0 % is the last price or unit value before day 0: {days}."),
}
INDEX_BASE = {
    PRICE: gettext_noop("100 is the price of {day}."),
    UNIT_VALUE: gettext_noop("100 is the unit value of {day}."),
    BOTH: gettext_noop("100 is the price or unit value of {day}."),
}
INDEX_BASES = {
    PRICE: gettext_noop("100 is the last price on or before {day}: {days}."),
    UNIT_VALUE: gettext_noop("100 is the last unit value on or before {day}: {days}."),
    BOTH: gettext_noop("100 is the last price or unit value on or before {day}: {days}."),
}
LATEST = {
    PRICE: gettext_noop("Latest price on file: {days}."),
    UNIT_VALUE: gettext_noop("Latest unit value on file: {days}."),
    BOTH: gettext_noop("Latest price or unit value on file: {days}."),
}
EARLIER = {
    PRICE: gettext_noop("Earlier prices on file, not shown: {span}."),
    UNIT_VALUE: gettext_noop("Earlier unit values on file, not shown: {span}."),
    BOTH: gettext_noop("Earlier prices and unit values on file, not shown: {span}."),
}
NONE_SINCE = {
    PRICE: gettext_noop("No prices since {day} in this series."),
    UNIT_VALUE: gettext_noop("No unit values since {day} in this series."),
}
NONE_SINCE_IN_ANY = {
    PRICE: gettext_noop("No prices since {day} in these series."),
    UNIT_VALUE: gettext_noop("No unit values since {day} in these series."),
    BOTH: gettext_noop("No prices or unit values since {day} in these series."),
}


def value_kind(series: Iterable[PriceSeries]) -> str:
    """Return what the values of some series are together: PRICE, UNIT_VALUE or BOTH; PRICE without series."""
    kinds = {s.is_unit_value for s in series}
    if kinds == {True}:
        return UNIT_VALUE
    return BOTH if True in kinds else PRICE

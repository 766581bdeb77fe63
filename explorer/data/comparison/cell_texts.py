"""A value as the text of a table cell: the figure with its flags, then its date and what it is of."""

from explorer.data.comparison.key_figures import FIRST_CONTROL, LAST_PRICE, PRICE_CONTROL, PRODUCER
from explorer.data.dates import show
from explorer.data.periodic.colourings import BUYER, HHI, LISTS, RELIANCE, SHARE, STATUS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.value_texts import value_text
from explorer.data.supply.figure_text import entries
from explorer.language import enumeration

# The first detail says what a figure is of: stage, form, heading or series, or the days of a price change.
_WITH_DETAIL = (SHARE, PRODUCER, HHI, RELIANCE, BUYER, LAST_PRICE, PRICE_CONTROL)
_WITHOUT_DATE = (STATUS, FIRST_CONTROL, LISTS, PRICE_CONTROL)


def cell_text(figure: str, value: MetalValue, usual_source: str = "") -> str:
    """Return the text of a cell; an unknown value is its short word, and a usual source is left out."""
    if not value.is_known:
        return value.versions[0]
    date = "" if figure in _WITHOUT_DATE else show(value.date)
    detail = value.details[0] if figure in _WITH_DETAIL and value.details else ""
    below = enumeration(entries(date, detail, "" if value.source == usual_source else value.source))
    return "\n".join(entries(value_text(value), below))


def cell_tip(value: MetalValue) -> str:
    """Return what a value is of, its details and its source, or why it is unknown, one below the other."""
    return "\n".join(entries(value.subject, value.reason, *value.details, value.source))

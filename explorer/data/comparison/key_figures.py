"""The key figures by which metals are compared and listed: their names, and how each is read for all metals."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from explorer.data.comparison.control_values import first_control_values
from explorer.data.comparison.price_values import last_price_values, since_control_values
from explorer.data.comparison.producer_values import producer_values
from explorer.data.context import Context
from explorer.data.controls.pill import PILL_STATES
from explorer.data.periodic.buyer_values import buyer_values
from explorer.data.periodic.colourings import (
    BUYER,
    HHI,
    LISTS,
    PRICE,
    RELIANCE,
    SHARE,
    STATUS,
    colouring_name,
)
from explorer.data.periodic.later_values import with_later_marked
from explorer.data.periodic.list_values import list_values
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.output_values import concentration_values, share_values
from explorer.data.periodic.price_values import price_values
from explorer.data.periodic.reliance_values import reliance_values
from explorer.data.periodic.status_values import status_values
from explorer.data.store import Store
from explorer.errors import KnownError, quoted
from explorer.language import gettext, gettext_noop

FIRST_CONTROL, PRODUCER, LAST_PRICE = "first-control", "producer", "price"
PRICE_YEAR, PRICE_CONTROL = "price-year", "price-control"
_READERS: Mapping[str, Callable[[Store, Context, Iterable[str]], Iterator[MetalValue]]] = MappingProxyType(
    {
        STATUS: status_values,
        FIRST_CONTROL: first_control_values,
        SHARE: share_values,
        PRODUCER: producer_values,
        HHI: concentration_values,
        RELIANCE: reliance_values,
        BUYER: buyer_values,
        LAST_PRICE: last_price_values,
        PRICE_YEAR: price_values,
        PRICE_CONTROL: since_control_values,
        LISTS: list_values,
    }
)
KEY_FIGURES = tuple(_READERS)
DEFAULT_COLUMNS = (STATUS, FIRST_CONTROL, SHARE, PRODUCER, RELIANCE, LAST_PRICE, LISTS)
# The others have the name of the colouring of the periodic table with the same values.
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        FIRST_CONTROL: gettext_noop("First controlled"),
        PRODUCER: gettext_noop("Largest producer"),
        LAST_PRICE: gettext_noop("Latest price"),
        PRICE_CONTROL: gettext_noop("Price since control"),
    }
)
_COLOURINGS = MappingProxyType({PRICE_YEAR: PRICE})


def figure_name(figure: str) -> str:
    """Return the name of one of KEY_FIGURES, as the heading of a column."""
    own = _NAMES.get(figure)
    return gettext(own) if own is not None else colouring_name(_COLOURINGS.get(figure, figure))


def each_value(store: Store, context: Context, figure: str, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield one of KEY_FIGURES for metals, in their order."""
    return with_later_marked(_READERS[figure](store, context, metal_ids), context.as_of)


def read_figures(text: str) -> tuple[str, ...]:
    """Return the key figures that a text names, separated by commas; raise KnownError for any other name."""
    names = tuple(dict.fromkeys(name for part in text.split(",") if (name := part.strip().casefold())))
    wrong = next((name for name in names if name not in KEY_FIGURES), None)
    if wrong is not None:
        sentence = gettext("{name} is not a key figure. Choose from {names}.")
        raise KnownError(sentence.format(name=quoted(wrong), names=", ".join(KEY_FIGURES)))
    return names


def sort_value(figure: str, value: MetalValue) -> Any:
    """Return what a value sorts by among those of the same key figure, None where it is unknown."""
    if figure == STATUS:
        return (PILL_STATES.index(value.state), value.text)
    if figure == FIRST_CONTROL:
        return value.date or None
    if value.value is None:
        return None
    return (value.unit, value.value) if figure == LAST_PRICE else value.value


def in_order(figures: Sequence[str]) -> tuple[str, ...]:
    """Return some of KEY_FIGURES in the order of their columns."""
    return tuple(figure for figure in KEY_FIGURES if figure in figures)

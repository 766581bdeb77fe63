"""The periodic table in one colouring: the value of each metal, what the figures are, and what limits them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.periodic.buyer_values import buyer_values
from explorer.data.periodic.colourings import BUYER, HHI, LISTS, PRICE, RELIANCE, SHARE, STATUS
from explorer.data.periodic.later_values import with_later_marked
from explorer.data.periodic.list_values import CurrentLists, list_values
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.output_values import concentration_values, share_values
from explorer.data.periodic.price_values import price_values
from explorer.data.periodic.reliance_values import importer_for, reliance_values
from explorer.data.periodic.status_values import status_values
from explorer.data.places import not_an_export, place_name
from explorer.data.steps import Steps, collected, result_of
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT, buyer_name, buyer_notes, buyer_of
from explorer.data.supply.exposure import gap_of
from explorer.data.supply.exposure_texts import gap_text
from explorer.language import gettext

_READERS: Mapping[str, Callable[[Store, Context, Iterable[str]], Iterator[MetalValue]]] = {
    STATUS: status_values,
    SHARE: share_values,
    BUYER: buyer_values,
    RELIANCE: reliance_values,
    HHI: concentration_values,
    LISTS: list_values,
    PRICE: price_values,
}


class ColouredTable(Struct, frozen=True):
    """The values by metal; `caption` says what they are, `caution` what limits all, `notes` how to read them.

    `refusal` is the sentence where nothing is exported between the places of a status.
    """

    context: Context
    colouring: str
    caption: str
    caution: str
    notes: tuple[str, ...]
    values: Mapping[str, MetalValue]
    refusal: str = ""

    @property
    def known(self) -> int:
        """The number of metals with a value."""
        return sum(value.is_known for value in self.values.values())

    @property
    def reason(self) -> str:
        """Why no metal has a value, empty where one has."""
        if self.refusal or self.known:
            return self.refusal
        return self.caution or gettext("No figure is on file for any metal.")


def coloured_table(store: Store, context: Context, colouring: str) -> ColouredTable:
    """Return the value of every metal and material for one of COLOURINGS."""
    return result_of(stepwise_table(store, context, colouring))


def stepwise_table(store: Store, context: Context, colouring: str) -> Steps[ColouredTable]:
    """Return what `coloured_table` returns, in steps of a few milliseconds."""
    read = with_later_marked(_READERS[colouring](store, context, store.metals), context.as_of)
    values = {value.metal_id: value for value in (yield from collected(read))}
    return ColouredTable(
        context,
        colouring,
        caption_of(store, context, colouring),
        caution_of(store, context, colouring),
        notes_of(store, context, colouring),
        {metal_id: values[metal_id] for metal_id in store.metals},
        not_an_export(store, context.origin, context.destination) if colouring == STATUS else "",
    )


def caption_of(store: Store, context: Context, colouring: str) -> str:
    """Return what the values of a colouring are."""
    texts = {
        STATUS: gettext("status on {day}, exports from {origin} to {destination}"),
        SHARE: gettext("share of {origin} in output, latest year of each metal"),
        BUYER: gettext("share of {origin} in imports by {buyer}, latest reliable year of each metal"),
        RELIANCE: gettext("net import reliance of {importer}, latest year of each metal"),
        HHI: gettext("supply concentration (HHI) by country, latest year of each metal"),
        LISTS: gettext("number of current official lists of critical materials"),
        PRICE: gettext("change of the default price series over a year, as of {day}"),
    }
    return texts[colouring].format(
        day=show(context.as_of),
        origin=place_name(store, context.origin),
        destination=place_name(store, context.destination),
        buyer=buyer_name(store, buyer_of(context.destination) or context.destination),
        importer=place_name(store, importer_for(store, context)),
    )


def caution_of(store: Store, context: Context, colouring: str) -> str:
    """Return what limits all values, empty where nothing does."""
    if colouring == STATUS:
        refusal = not_an_export(store, context.origin, context.destination)
        return refusal or beyond(store, context.as_of)
    if colouring == BUYER:
        gap = gap_of(store, context)
        return gap_text(store, context, gap) if gap else ""
    importer = importer_for(store, context)
    if colouring == RELIANCE and buyer_of(context.destination) not in (None, importer):
        text = gettext("These figures are for {importer}; none are on file for {buyer}.")
        return text.format(
            importer=place_name(store, importer), buyer=buyer_name(store, buyer_of(context.destination) or "")
        )
    return ""


def notes_of(store: Store, context: Context, colouring: str) -> tuple[str, ...]:
    """Return how the values of a colouring are to be read."""
    if colouring in (SHARE, HHI, RELIANCE):
        years = gettext(
            "Years, stages and forms differ between metals; the table and the CSV file name them."
        )
        bounds = gettext(
            "A minimum or maximum has the colour of its bound; the true value may be in another class."
        )
        return (years,) if colouring == SHARE else (years, bounds)
    if colouring == BUYER:
        shares = gettext(
            "First figure and colour: share of tonnage; second figure: share of value, where on file."
        )
        return (shares, form_note(), *import_notes(store, context))
    if colouring == LISTS:
        text = gettext("{list} is not complete on file, so a metal may still be on it.")
        return tuple(text.format(list=found.name) for found in CurrentLists.of(store).incomplete)
    if colouring == PRICE:
        return (
            gettext(
                "Latest figure, at most a year old, against the last one a year before; series differ in kind "
                "and currency."
            ),
        )
    return ()


def form_note() -> str:
    """Return that a share of imports is of one form."""
    return gettext(
        "Each share covers only one form, such as ore, and one customs code; the table and the CSV file name them. "
        "Other forms are not included: 0 % of one form does not mean no dependence on the metal."
    )


def import_notes(store: Store, context: Context) -> tuple[str, ...]:
    """Return what limits the imports of the buyer, and the credit that their source requires."""
    buyer = buyer_of(context.destination)
    notes = buyer_notes(store, buyer) if buyer is not None and not gap_of(store, context) else ()
    return (*notes, CREDIT)

"""The periodic table, coloured by the status of exports or by a figure of each metal."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from explorer.charts.builders.choices import options
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.spec import Axis, Chart, ColouredTiles, Missing
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.metal_names import plain_name
from explorer.data.periodic.coloured_table import ColouredTable, coloured_table
from explorer.data.periodic.colourings import BUYER, HHI, LISTS, PRICE, RELIANCE, SHARE, STATUS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.reliance_values import importer_for
from explorer.data.periodic.value_tile import value_tiles
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT, buyer_name, buyer_of
from explorer.language import enumeration, gettext, list_of

KIND = "table"
MOST_NAMES = 4


def periodic_table(store: Store, context: Context, color: str = STATUS) -> Chart:
    """Describe the value of every metal for a colouring."""
    found = coloured_table(store, context, color)
    title = _title(store, found)
    if found.reason:
        return Missing(KIND, found.reason, "", title)
    content = Content(
        kind=KIND,
        title=title,
        subtitle=join_subtitle(gettext("Periodic table"), _detail(color)),
        x=Axis("category"),
        y=Axis("category"),
        shape="table",
        notes=tuple(_notes(store, found)),
        left_out=(found.caution,) if found.caution else (),
        options=options(color="" if color == STATUS else color),
        source_ids=tuple(i for value in found.values.values() for i in value.source_ids),
        tiles=ColouredTiles(color, value_tiles(store.metals, found.values), _sign_text(store, found)),
    )
    return finish(store, (), context, content)


def _title(store: Store, found: ColouredTable) -> str:
    context = found.context
    texts = {
        STATUS: gettext("Status on {day}: exports from {origin} to {destination}"),
        SHARE: gettext("Share of {origin} in output"),
        BUYER: gettext("Share of {origin} in imports by {buyer}"),
        RELIANCE: gettext("Net import reliance of {importer}"),
        HHI: gettext("Supply concentration (HHI) by country"),
        LISTS: gettext("Number of current official lists of critical materials"),
        PRICE: gettext("Price change over a year, as of {day}"),
    }
    return texts[found.colouring].format(
        day=show(context.as_of),
        origin=place_name(store, context.origin),
        destination=place_name(store, context.destination),
        buyer=buyer_name(store, buyer_of(context.destination) or context.destination),
        importer=place_name(store, importer_for(store, context)),
    )


def _detail(colouring: str) -> str:
    if colouring in (SHARE, RELIANCE, HHI):
        return gettext("latest year of each metal")
    if colouring == BUYER:
        return gettext("latest reliable year of each metal")
    return gettext("default price series of each metal") if colouring == PRICE else ""


def _notes(store: Store, found: ColouredTable) -> Iterator[str]:
    """Yield how to read the values, why some are unknown, which have a low confidence, and their forms."""
    yield from (note for note in found.notes if note != CREDIT)
    text = gettext("Unknown ({count}): {reason}")
    gaps: dict[str, list[str]] = defaultdict(list)
    for value in found.values.values():
        if not value.is_known:
            gaps[value.general_reason].append(value.metal_id)
    for reason, metal_ids in gaps.items():
        yield text.format(count=len(metal_ids), reason=reason)
    low = [value.metal_id for value in found.values.values() if value.confidence == "low"]
    if low:
        text = gettext("Low confidence, from one secondary source or not verified: {metals}.")
        yield text.format(metals=_counted(store, low))
    if found.colouring == BUYER:
        yield _forms_text(store, found)


def _forms_text(store: Store, found: ColouredTable) -> str:
    """Return the form of the metal that each share is of: there is no room for it on the tiles."""
    signs: dict[str, list[str]] = defaultdict(list)
    for value in found.values.values():
        if value.is_known:
            metal = store.metal(value.metal_id)
            signs[value.form].append(metal.symbol or plain_name(metal))
    entry = gettext("{form} ({metals})")
    forms = [entry.format(form=form, metals=list_of(metals)) for form, metals in signs.items()]
    return gettext("Forms: {forms}.").format(forms="; ".join(forms))


def _sign_text(store: Store, found: ColouredTable) -> str:
    """Return what the sign after a value means, empty where no value has it."""
    flagged = _flagged(found.values)
    if not flagged:
        return ""
    if found.colouring == STATUS:
        return _status_sign_text(store, flagged)
    text = gettext("{remark} ({metals})")
    remarks = [text.format(remark=flag, metals=_counted(store, ids)) for flag, ids in flagged.items()]
    return gettext("remarks: {remarks}").format(remarks=enumeration(remarks))


def _status_sign_text(store: Store, flagged: Mapping[str, list[str]]) -> str:
    """Return that a status is presumed, and for which metals it rests on an entry of the user."""
    own = flagged.get(gettext("your entry"), [])
    if not own:
        return gettext("presumed: no notice confirms it")
    text = gettext("based on your entry ({metals})")
    if gettext("presumed") in flagged:
        text = gettext("presumed (no notice confirms it) or based on your entry ({metals})")
    return text.format(metals=_counted(store, own))


def _flagged(values: Mapping[str, MetalValue]) -> dict[str, list[str]]:
    """Return the metals with each flag."""
    flagged: dict[str, list[str]] = defaultdict(list)
    for value in values.values():
        for flag in value.flags:
            flagged[flag].append(value.metal_id)
    return flagged


def _counted(store: Store, metal_ids: list[str]) -> str:
    """Return the names of a few metals, or the number of more."""
    if len(metal_ids) > MOST_NAMES:
        return str(len(metal_ids))
    return list_of([plain_name(store.metal(metal_id)) for metal_id in metal_ids])

"""The uses of a metal as rows of a fact sheet: those of one region and year, then those without a share."""

from explorer.charts.builders.registry import use_choices
from explorer.data.context import Context
from explorer.data.numbers import percent, qualified
from explorer.data.store import Store
from explorer.data.supply.figures import WORLD, default_uses, is_subtotal, use_groups
from explorer.data.supply.records import Use
from explorer.factsheet.facts.records import UNKNOWN, UseLine
from explorer.factsheet.facts.sources import ranked
from explorer.language import gettext, gettext_noop, pgettext

MOST_SOURCES = 1
# By whether the region is named, and whether the confidence is low.
_REMARKS = {
    (False, False): "",
    (True, False): gettext_noop("{use} ({place})"),
    (False, True): gettext_noop("{use} (low confidence)"),
    (True, True): gettext_noop("{use} ({place}, low confidence)"),
}


def use_lines(store: Store, metal_id: str, context: Context) -> tuple[str, tuple[UseLine, ...]]:
    """Return the heading with region and year, and the rows."""
    uses = store.uses(metal_id)
    groups = use_groups(uses)
    region = WORLD if context.destination == "ALL" else context.destination
    group = default_uses(groups, region)
    shared = groups[group] if group is not None else []
    rest = [u for u in uses if u.share_pct is None and not is_subtotal(u)]
    lines = [_line(store, u) for u in shared]
    listed = {u.use.casefold() for u in shared}
    for use in rest:
        if use.use.casefold() not in listed:
            listed.add(use.use.casefold())
            lines.append(_line(store, use, use.region if group and use.region != group[0] else None))
    choices = use_choices(store, metal_id, context.destination)
    heading = gettext("Uses: {table}").format(table=choices[0].label) if choices else gettext("Uses")
    return heading, tuple(lines)


def _line(store: Store, use: Use, region: str | None = None) -> UseLine:
    """Return a row; `region` is that of a use outside the region of the heading."""
    share = gettext(UNKNOWN) if use.share_pct is None else qualified(percent(use.share_pct), use.qualifier)
    place = ""
    if region:
        place = pgettext("region of a use", "world") if region == WORLD else store.country_name(region)
    text = _REMARKS[bool(place), use.confidence == "low"]
    name = gettext(text).format(use=use.use, place=place) if text else use.use
    return UseLine(name, share, use.why_it_matters or "", ranked(store, use.source_ids, MOST_SOURCES))

"""Notes that several kinds of chart share: on flagged figures, published bounds, world totals and unchecked days."""

from collections.abc import Iterable

from explorer.charts.spec import Point
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.numbers import exact, with_unit
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.records import Production, Reserve
from explorer.data.words import flag_name
from explorer.language import gettext, gettext_noop

# By the flags of the points: how bars and how the points of lines are drawn.
_UNCERTAIN = {
    frozenset("ep"): (
        gettext_noop("Hatched: estimated or preliminary."),
        gettext_noop("Hollow: estimated or preliminary."),
    ),
    frozenset("e"): (gettext_noop("Hatched: estimated."), gettext_noop("Hollow: estimated.")),
    frozenset("p"): (gettext_noop("Hatched: preliminary."), gettext_noop("Hollow: preliminary.")),
}
_RANGE = (
    gettext_noop("Bracket: published only as a range."),
    gettext_noop("Bar with end caps: published only as a range."),
)
# By the signs of the bounds.
_BOUNDS = {
    frozenset("<>"): gettext_noop(
        "Arrows mark published bounds: up means more than, down means less than the figure."
    ),
    frozenset(">"): gettext_noop("Arrows mark published bounds: up means more than the figure."),
    frozenset("<"): gettext_noop("Arrows mark published bounds: down means less than the figure."),
}


def flag_notes(points: Iterable[Point], bars: bool) -> tuple[str, ...]:
    """Return the sentences that explain how flagged figures are drawn, as bars or on lines."""
    points = list(points)
    flags = {p.flag for p in points if p.flag}
    notes = []
    uncertain = frozenset(flags & {"e", "p"})
    if uncertain:
        notes.append(gettext(_UNCERTAIN[uncertain][0 if bars else 1]))
    if "o" in flags:
        notes.append(gettext("Ringed: outlier, checked."))
    if any(p.is_range for p in points):
        notes.append(gettext(_RANGE[0 if bars else 1]))
    if "W" in flags:
        notes.append(gettext("Withheld: no figure is published."))
    return tuple(notes)


def unchecked_notes(store: Store, context: Context) -> tuple[str, ...]:
    """Return the warning about statuses on an as-of date that is later than the last day checked."""
    warning = beyond(store, context.as_of)
    return (warning,) if warning else ()


def bound_notes(points: Iterable[Point]) -> tuple[str, ...]:
    """Return the sentence that explains how published bounds are drawn on lines."""
    signs = frozenset(p.qualifier or "" for p in points if p.is_bound)
    return (gettext(_BOUNDS[signs]),) if signs else ()


def world_notes(world: Production | Reserve | None, base: float | None) -> tuple[str, ...]:
    """Return the published world total and what shares are based on; `base` is None without shares."""
    if world is None:
        return ()
    total = published(world)
    flag = flag_name(world.flag) if isinstance(world, Production) else ""
    if not total:
        if flag:
            return (gettext("World total: {flag}.").format(flag=flag),)
        return (gettext("World total: not given."),)
    if world.value is None or base is None:
        text = gettext("World total published only as {total}; no shares calculated.")
        return (text.format(total=total),)
    if flag:
        total = gettext("{figure} ({flag})").format(figure=total, flag=flag)
    if base <= world.value:
        text = gettext("Published world total: {total}; shares are based on this total.")
        return (text.format(total=total),)
    text = gettext("Published world total: {total}; shares are based on the sum of the rows, {sum}.")
    return (text.format(total=total, sum=with_unit(exact(base), world.unit)),)

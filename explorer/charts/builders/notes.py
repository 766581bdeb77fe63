"""Notes that several kinds of chart share: on flagged figures, published bounds and world totals."""

from collections.abc import Iterable

from explorer.charts.spec import Point
from explorer.data.numbers import exact, with_unit
from explorer.data.supply.amounts import published
from explorer.data.supply.records import Production, Reserve
from explorer.data.words import flag_name


def flag_notes(points: Iterable[Point], bars: bool) -> tuple[str, ...]:
    """Return the sentences that explain how flagged figures are drawn, as bars or on lines."""
    points = list(points)
    flags = {p.flag for p in points if p.flag}
    hollow = "Hatched" if bars else "Hollow"
    notes = []
    if {"e", "p"} <= flags:
        notes.append(f"{hollow}: estimated or preliminary.")
    elif "e" in flags:
        notes.append(f"{hollow}: estimated.")
    elif "p" in flags:
        notes.append(f"{hollow}: preliminary.")
    if "o" in flags:
        notes.append("Ringed: outlier, checked.")
    if any(p.is_range for p in points):
        notes.append(f"{'Bracket' if bars else 'Bar with end caps'}: published only as a range.")
    if "W" in flags:
        notes.append("Withheld figures have no value.")
    return tuple(notes)


def bound_notes(points: Iterable[Point]) -> tuple[str, ...]:
    """Return the sentence that explains how published bounds are drawn on lines."""
    signs = {p.qualifier for p in points if p.is_bound}
    ways = [
        word for sign, word in ((">", "up means more than"), ("<", "down means less than")) if sign in signs
    ]
    if not ways:
        return ()
    return (f"Arrows mark published bounds: {', '.join(ways)} the figure.",)


def world_notes(world: Production | Reserve | None, base: float | None) -> tuple[str, ...]:
    """Return the published world total and what shares are based on; `base` is None without shares."""
    if world is None:
        return ()
    total = published(world)
    flag = flag_name(world.flag) if isinstance(world, Production) else ""
    if not total:
        return (f"World total: {flag or 'not given'}.",)
    if world.value is None or base is None:
        return (f"World total published only as {total}: no shares are calculated.",)
    basis = (
        "this total" if base <= world.value else f"the sum of the rows, {with_unit(exact(base), world.unit)}"
    )
    return (f"Published world total: {total}{f' ({flag})' if flag else ''}; shares are based on {basis}.",)

"""The values of the periodic table as plain values, for JSON and CSV."""

from collections.abc import Iterator
from typing import Any

from explorer.data.controls.headline import beyond
from explorer.data.periodic.coloured_table import ColouredTable
from explorer.data.periodic.colourings import LIMITS, legend
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.value_record import QUALIFIERS, value_dict
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.language import gettext

HEADER = (
    "metal",
    "symbol",
    "atomic_number",
    "subject",
    "value",
    "text",
    "known",
    "state",
    "step",
    *QUALIFIERS,
)


def as_dict(store: Store, found: ColouredTable) -> dict[str, Any]:
    """Return a colouring with its steps and the value of each metal; an unknown value is null."""
    context = found.context
    is_beyond = bool(beyond(store, context.as_of))
    return {
        "color": found.colouring,
        "on": context.as_of.isoformat(),
        "from": context.origin,
        "to": context.destination,
        "data_version": store.edition.data_version,
        "verified_to": store.edition.verified_to,
        "caption": found.caption,
        "caution": found.caution or None,
        "reason": found.reason or None,
        "notes": list(found.notes),
        "limits": list(LIMITS.get(found.colouring, ())),
        "steps": [{"step": step.number, "label": step.label} for step in legend(found.colouring)],
        "metals": [
            value_dict(store.metal(value.metal_id), value, is_beyond=is_beyond)
            for value in found.values.values()
        ],
    }


def heading(found: ColouredTable) -> str:
    """Return what the values are."""
    return gettext("Periodic table: {caption}").format(caption=found.caption)


def notes(store: Store, found: ColouredTable) -> Iterator[str]:
    """Yield the lines above the CSV: what the values are, the edition, what limits them, and how to read them."""
    yield heading(found)
    yield gettext("Edition {version}").format(version=store.edition.data_version)
    if found.caution:
        yield found.caution
    yield from found.notes


def rows(store: Store, found: ColouredTable) -> Iterator[list[object]]:
    """Yield the rows of the CSV under HEADER."""
    is_beyond = bool(beyond(store, found.context.as_of))
    for value in found.values.values():
        yield row(store.metal(value.metal_id), value, is_beyond=is_beyond)


def row(metal: Metal, value: MetalValue, *, is_beyond: bool) -> list[object]:
    """Return the row of a metal; several values in a cell are joined by `; `."""
    cells = value_dict(metal, value, is_beyond=is_beyond)
    return ["; ".join(cell) if isinstance(cell, list) else cell for cell in cells.values()]

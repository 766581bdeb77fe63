"""A comparison as plain values: as JSON, and as CSV with a line for each figure of each metal."""

from collections.abc import Iterator
from typing import Any

from explorer.data.comparison.comparison import Comparison
from explorer.data.comparison.key_figures import figure_name
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.value_record import QUALIFIERS, value_dict
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.writing.csv_file import csv_notes, csv_text
from explorer.language import gettext

_COLUMNS = (
    "metal",
    "symbol",
    "figure",
    "name",
    "subject",
    "value",
    "unit",
    "text",
    "known",
    *QUALIFIERS,
)


def as_dict(store: Store, found: Comparison) -> dict[str, Any]:
    """Return a comparison with every value; an unknown value is null."""
    context = found.context
    return {
        "on": context.as_of.isoformat(),
        "from": context.origin,
        "to": context.destination,
        "data_version": store.edition.data_version,
        "verified_to": store.edition.verified_to,
        "figures": [{"figure": figure, "name": figure_name(figure)} for figure in found.figures],
        "cautions": list(found.cautions),
        "notes": list(found.notes),
        "left_out": list(found.left_out),
        "metals": [
            {
                "metal": metal_id,
                "symbol": store.metal(metal_id).symbol,
                "figures": [
                    _plain(store, found.context, figure, found.values[figure][metal_id])
                    for figure in found.figures
                ],
            }
            for metal_id in found.metal_ids
        ],
    }


def csv_of(store: Store, found: Comparison) -> str:
    """Return the values as CSV below notes on them; several values in a cell are joined by `; `."""
    return csv_notes(_head(store, found)) + csv_text(_COLUMNS, _rows(store, found))


def _head(store: Store, found: Comparison) -> Iterator[str]:
    """Yield the lines above the CSV: what the values are, the edition, what limits them, and how to read them."""
    yield heading(store, found)
    yield gettext("Edition {version}").format(version=store.edition.data_version)
    yield from found.cautions
    yield from found.notes


def heading(store: Store, found: Comparison) -> str:
    """Return what the figures are about."""
    text = gettext("Key figures as of {day}, exports from {origin} to {destination}")
    return text.format(
        day=show(found.context.as_of),
        origin=place_name(store, found.context.origin),
        destination=place_name(store, found.context.destination),
    )


def _rows(store: Store, found: Comparison) -> Iterator[list[object]]:
    for metal_id in found.metal_ids:
        for figure in found.figures:
            cells = _plain(store, found.context, figure, found.values[figure][metal_id])
            given = [cells[column] for column in _COLUMNS]
            yield ["; ".join(cell) if isinstance(cell, list) else cell for cell in given]


def _plain(store: Store, context: Context, figure: str, value: MetalValue) -> dict[str, Any]:
    """Return a value under the names of _COLUMNS."""
    given = value_dict(store.metal(value.metal_id), value, is_beyond=bool(beyond(store, context.as_of)))
    given |= {"figure": figure, "name": figure_name(figure), "unit": value.unit or None}
    return {column: given[column] for column in _COLUMNS}

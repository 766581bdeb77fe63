"""The value of a metal as plain values, for JSON and CSV."""

from typing import Any

from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.store import Store

# The columns that qualify a value, the last ones of each table.
QUALIFIERS = (
    "date",
    "beyond_verified",
    "flag",
    "flags",
    "confidence",
    "reason",
    "details",
    "source",
    "source_ids",
)


def value_dict(store: Store, context: Context, value: MetalValue) -> dict[str, Any]:
    """Return a value with all that qualifies it; `beyond_verified` is None where the value is not a status."""
    metal = store.metal(value.metal_id)
    return {
        "metal": value.metal_id,
        "symbol": metal.symbol,
        "atomic_number": metal.atomic_number,
        "subject": value.subject,
        "value": _figure(value),
        "text": value.text or None,
        "known": value.is_known,
        "state": value.state or None,
        "step": value.step,
        "date": value.date or None,
        "beyond_verified": bool(beyond(store, context.as_of)) if value.state else None,
        "flag": value.flag,
        "flags": list(value.flags),
        "confidence": value.confidence,
        "reason": value.reason or None,
        "details": list(value.details),
        "source": value.source or None,
        "source_ids": list(value.source_ids),
    }


def _figure(value: MetalValue) -> float | None:
    """Return a price as published, what is calculated with two decimals."""
    return value.value if value.value is None or value.unit else round(value.value, 2)

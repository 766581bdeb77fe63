"""The value of a metal as plain values, for JSON and CSV."""

from typing import Any

from explorer.data.periodic.metal_value import MetalValue
from explorer.data.records import Metal

# The columns that qualify a value, the last ones of each table.
QUALIFIERS = (
    "form",
    "date",
    "beyond_verified",
    "flag",
    "flags",
    "confidence",
    "reason",
    "details",
    "source",
    "source_ids",
    "after_as_of",
)


def value_dict(metal: Metal, value: MetalValue, *, is_beyond: bool) -> dict[str, Any]:
    """Return a value with all that qualifies it; `is_beyond` is set where its day is after the last one checked.

    `beyond_verified` is None where the value is not a status.
    """
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
        "form": value.form or None,
        "date": value.date or None,
        "beyond_verified": is_beyond if value.state else None,
        "flag": value.flag,
        "flags": list(value.flags),
        "confidence": value.confidence,
        "reason": value.reason or None,
        "details": list(value.details),
        "source": value.source or None,
        "source_ids": list(value.source_ids),
        "after_as_of": value.is_later if value.is_known else None,
    }


def _figure(value: MetalValue) -> float | None:
    """Return a price as published, what is calculated with two decimals."""
    return value.value if value.value is None or value.unit else round(value.value, 2)

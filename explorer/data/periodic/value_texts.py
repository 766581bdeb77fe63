"""The value of a metal in one line for screen readers and tables, and in several for tooltips."""

from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.records import Metal
from explorer.data.supply.figure_text import entries
from explorer.language import enumeration, gettext

MOST_DETAILS = 3


def flags_text(value: MetalValue) -> str:
    """Return the flags of a value, a low confidence and a date after the as-of date; empty without any."""
    low = gettext("low confidence") if value.confidence == "low" else ""
    later = gettext("later than the as-of date") if value.is_later else ""
    return enumeration(entries(*value.flags, low, later))


def value_text(value: MetalValue) -> str:
    """Return a value with its flags: `98 % (estimated)`, `unknown`; a status names its flag itself."""
    if not value.is_known:
        return value.versions[0]
    flags = "" if value.state else flags_text(value)
    return gettext("{value} ({flags})").format(value=value.text, flags=flags) if flags else value.text


def spoken_text(metal: Metal, value: MetalValue) -> str:
    """Return a metal and its value in a line: `Gallium, 31 Ga: 98 % (estimated), 2025`."""
    fields = {
        "metal": short_name(metal),
        "number": metal.atomic_number,
        "symbol": metal.symbol,
        "value": dated_text(value),
    }
    if metal.atomic_number is None:
        return gettext("{metal}: {value}").format(**fields)
    return gettext("{metal}, {number} {symbol}: {value}").format(**fields)


def dated_text(value: MetalValue) -> str:
    """Return a value with its flags and date, or that it is unknown and why."""
    if not value.is_known:
        return gettext("{value}. {reason}").format(value=value.versions[0], reason=value.reason)
    text = value_text(value)
    return gettext("{value}, {date}").format(value=text, date=show(value.date)) if value.date else text


def tip_text(metal: Metal, value: MetalValue) -> str:
    """Return the lines of a tooltip: the metal, what the value is of, the value, its first details, its source."""
    details = value.details[:MOST_DETAILS]
    return "\n".join(
        entries(
            gettext("{metal} {chinese}").format(metal=short_name(metal), chinese=metal.name_zh),
            value.subject,
            dated_text(value),
            *details,
            gettext("…") if len(value.details) > MOST_DETAILS else "",
            value.source,
        )
    )

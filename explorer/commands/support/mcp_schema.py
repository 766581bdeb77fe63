"""The JSON Schema of arguments that several tools take."""

from collections.abc import Sequence
from typing import Any

from explorer.language import gettext, gettext_noop

_LONGEST, _MOST = 200, 200


def text(description: str, **more: Any) -> dict[str, Any]:
    """Return the schema of a text."""
    return {"type": "string", "maxLength": _LONGEST, "description": gettext(description), **more}


def texts(description: str, most: int = _MOST) -> dict[str, Any]:
    """Return the schema of several texts."""
    items = {"type": "string", "maxLength": _LONGEST}
    return {
        "type": "array",
        "minItems": 1,
        "maxItems": most,
        "items": items,
        "description": gettext(description),
    }


METAL = gettext_noop("Metal or material: ID, symbol, English or Chinese name, such as gallium, Ga or 镓.")
ON = gettext_noop("As-of date, such as 2024-12-10 (default: today).")
TO = gettext_noop("Destination: country code or name, ALL, USA-MIL or JPN-MIL (default: ALL).")
FROM = gettext_noop("Origin of the exports: country code or name (default: CHN).")
NOTHING_ON_FILE = gettext_noop("“Nothing on file” does not mean that no control exists.")
FIGURES = gettext_noop(
    "Figures are the latest on file whatever the as-of date. An unknown figure is null, never 0. Flags: e estimated, "
    "p preliminary, W withheld, o outlier."
)


def day() -> dict[str, Any]:
    """Return the schema of the as-of date."""
    return {"on": text(ON)}


def day_and_places() -> dict[str, Any]:
    """Return the schemas of as-of date, destination and origin."""
    return {"on": text(ON), "to": text(TO), "from": text(FROM)}


def choice(description: str, values: Sequence[str]) -> dict[str, Any]:
    """Return the schema of one of some values."""
    return {"type": "string", "enum": list(values), "description": gettext(description)}


def number(kind: str, least: int, most: int, description: str) -> dict[str, Any]:
    """Return the schema of a number."""
    return {"type": kind, "minimum": least, "maximum": most, "description": gettext(description)}

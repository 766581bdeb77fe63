"""JSON as an evidence file has it: written in one way only, and read with limits."""

import json
import re
from typing import Any

MOST_LEVELS = 20
# A text, which can hold brackets that mean nothing, or a bracket.
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)


class NotJsonError(ValueError):
    """Raised where bytes are not JSON of the kind that an evidence file has."""


def json_bytes(value: object) -> bytes:
    """Return plain values as JSON in UTF-8, the same bytes for the same values."""
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")


def read_json(content: bytes) -> Any:
    """Return the values in JSON; raise NotJsonError for anything else, for repeated names and for too many levels."""
    if _levels(content) > MOST_LEVELS:
        raise NotJsonError
    try:
        return json.loads(
            content.decode("utf-8"), object_pairs_hook=_without_repeats, parse_constant=_not_a_number
        )
    except (ValueError, RecursionError) as error:
        raise NotJsonError from error


def _levels(content: bytes) -> int:
    level = deepest = 0
    for token in _TOKEN.finditer(content):
        if token[0] in (b"[", b"{"):
            level += 1
            deepest = max(deepest, level)
        elif token[0] in (b"]", b"}"):
            level -= 1
    return deepest


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise NotJsonError
    return value


def _not_a_number(text: str) -> Any:
    raise NotJsonError(text)

"""The phrases for what measures cover, joined for a sentence."""

import re
from collections.abc import Iterable

from explorer.data.controls.status import ABROAD, MeasureStatus
from explorer.language import gettext, list_of

_IT = re.compile(r"\bit\b")  # in a phrase always the metal
ALWAYS_QUOTED = frozenset({"quota", "state_trading"})


def goods_abroad() -> str:
    """Return the short name of goods outside the exporting country."""
    return gettext("goods outside the exporting country")


def phrase(measure: MeasureStatus) -> str:
    """Return the phrase for what a measure covers, empty where the kind is enough.

    A measure on the metal itself needs none, but quotas and state trading keep theirs.
    """
    target = measure.target
    if target is None or not target.phrase:
        return ""
    if target.covers == "metal" and measure.measure.kind not in ALWAYS_QUOTED:
        return ""
    return _with_and(_IT.sub(target.metal_id.replace("-", " "), target.phrase))


def is_clause(goods: str) -> bool:
    """Return whether a phrase is a clause of its own, such as `raw ore banned, …`, and cannot follow “ban on”."""
    return " banned" in goods


def joined(measures: Iterable[MeasureStatus]) -> str:
    """Return the phrases of measures in one text; empty where one of them covers the metal as such.

    Among other measures, rules on goods abroad are named in short.
    """
    measures = list(measures)
    is_mixed = any(m.covers != ABROAD for m in measures)
    texts = list(
        dict.fromkeys(goods_abroad() if is_mixed and m.covers == ABROAD else phrase(m) for m in measures)
    )
    if not texts or not all(texts):
        return ""
    return "; ".join(t for t in texts if not any(u != t and u.startswith(t) for u in texts))


def _with_and(text: str) -> str:
    """Return a phrase with `and` before the last of a plain enumeration: three or more names of at most two words."""
    lead, colon, enumeration = text.rpartition(": ")
    enumeration, comma, rest = enumeration.partition(", with ")
    names = enumeration.split(", ")
    if len(names) < 3 or any(len(name.split()) > 2 for name in names):
        return text
    return f"{lead}{colon}{list_of(names)}{comma}{rest}"

"""Thresholds, official wording and named parties by the record that they belong to, read on demand."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from explorer.data.controls.item_texts import SIGNS
from explorer.data.controls.legal_records import LegalText, Listing, Party, Threshold
from explorer.data.store import Store
from explorer.language import gettext, gettext_noop

Row = TypeVar("Row")

_OUTSIDE = {
    ">=": gettext_noop("below {limit} {quantity}"),
    ">": gettext_noop("up to {limit} {quantity}"),
}


class ListedParty(Struct, frozen=True):
    """A party with the listing by which a measure names it."""

    party: Party
    listing: Listing


def thresholds_by_item(store: Store) -> dict[str, tuple[Threshold, ...]]:
    """Return the thresholds of all items by item id."""
    return _grouped((t.item_id, t) for t in store.rows(Threshold))


def texts_by_subject(store: Store, subject_kind: str) -> dict[str, tuple[LegalText, ...]]:
    """Return the official wording of all items, measures, events or instruments by the key of the subject."""
    return _grouped((t.subject_id, t) for t in store.rows(LegalText, subject_kind=subject_kind))


def parties_by_measure(store: Store) -> dict[str, tuple[ListedParty, ...]]:
    """Return the parties that measures name by measure id, in the order of their numbers in the notice."""
    parties = {p.party_id: p for p in store.rows(Party)}
    return _grouped((x.measure_id, ListedParty(parties[x.party_id], x)) for x in store.rows(Listing))


def threshold_text(threshold: Threshold) -> str:
    """Return a threshold as a reader sees it: `purity ≥ 99.99 %`, `bore 100 to 300 mm`.

    The part of the entry that it belongs to, or that it is one of several that suffice, follows in brackets.
    """
    sign = SIGNS[threshold.operator]
    unit = f" {threshold.unit}" if threshold.unit else ""
    part = "" if threshold.joint == "all" else f" ({threshold.joint})"
    return f"{threshold.quantity} {sign}{threshold.value}{unit}{part}"


def limit_words(threshold: Threshold) -> str:
    """Return the range outside a lower limit, `below 99.99 % purity`; empty where it is one of a set."""
    text = _OUTSIDE.get(threshold.operator)
    if text is None or threshold.joint.startswith(("any ", "shape ", "form ")):
        return ""
    quantity = threshold.quantity
    if threshold.joint != "all":  # the joint names the part already
        quantity = quantity.partition(" (")[0]
    limit = f"{threshold.value} {threshold.unit}" if threshold.unit else threshold.value
    return gettext(text).format(limit=limit, quantity=quantity)


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return {key: tuple(rows) for key, rows in groups.items()}

"""Thresholds, official wording and named parties by the record that they belong to, read on demand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from explorer.data.controls.item_texts import SIGNS
from explorer.data.controls.legal_records import LegalText, Listing, Party, Threshold
from explorer.data.controls.status import ENDED, SUSPENDED, state_on
from explorer.data.dates import first_day, show
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import state_words
from explorer.language import gettext, gettext_noop

Row = TypeVar("Row")

_OUTSIDE = {
    ">=": gettext_noop("below {limit} {quantity}"),
    ">": gettext_noop("up to {limit} {quantity}"),
}


@dataclass(frozen=True, slots=True)
class ListedParty:
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


def listing_words(listing: Listing, measure: Measure, on: date) -> str:
    """Return the state of a listing on a day: that of its measure, unless it has dates of its own.

    A measure that has ended does not take a party off the list; only `removed` does.
    """
    if listing.removed and first_day(listing.removed) <= on:
        return gettext("removed on {day}").format(day=show(listing.removed))
    begun = listing.suspended_from is not None and first_day(listing.suspended_from) <= on
    if begun and (listing.suspended_until is None or on <= first_day(listing.suspended_until)):
        return state_words(SUSPENDED, listing.suspended_until, presumed=listing.basis != "text")
    state = state_on(measure, on)
    if state is None:
        return gettext("not listed yet")
    if state.name == ENDED:
        return gettext("listed; its measures have ended")
    return state_words(state.name, state.until, presumed=state.presumed)


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

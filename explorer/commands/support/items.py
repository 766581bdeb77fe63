"""The controlled items of a metal and the named parties, as `show` prints them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from explorer.commands.support.output import table
from explorer.data.controls.item_record import ItemStatus, plain
from explorer.data.controls.legal_records import Threshold
from explorer.data.controls.legal_texts import (
    ListedParty,
    parties_by_measure,
    threshold_text,
    thresholds_by_item,
)
from explorer.data.controls.listings import listing_words
from explorer.data.controls.status import Status
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, state_word
from explorer.language import gettext, gettext_noop, ngettext

MOST_CODES, MOST_NAMES = 4, 3
_NO_CODES = {
    "none printed": gettext_noop("none given"),
    "not seen": gettext_noop("annex not available to us"),
}


def items_text(store: Store, items: list[ItemStatus], on: date) -> str:
    """Return the items with the states of their measures, their codes and thresholds as a table."""
    thresholds = thresholds_by_item(store)
    rows = [
        (
            x.item.control_code or "",
            measure_name(x.status.measure),
            state_word(x.status),
            _codes(x, on),
            item_and_limits(x.item, thresholds.get(x.item.item_id, ())),
        )
        for x in items
    ]
    header = (
        gettext("Control code"),
        gettext("Measure"),
        gettext("Status"),
        gettext("Customs codes"),
        gettext("Item and limits"),
    )
    return table(header, rows)


def _codes(item: ItemStatus, on: date) -> str:
    codes = item.codes(on)
    if not codes:
        basis = item.item.code_basis
        return gettext(_NO_CODES[basis]) if basis in _NO_CODES else gettext("none valid on this date")
    return _shortened(codes, MOST_CODES)


def _shortened(entries: list[str], most: int) -> str:
    """Return the first entries and the number of the others."""
    shown = "; ".join(entries[:most])
    more = len(entries) - most
    if more <= 0:
        return shown
    return ngettext("{entries} and {count} more", "{entries} and {count} more", more).format(
        entries=shown, count=more
    )


def item_and_limits(item: Item, limits: Sequence[Threshold]) -> str:
    """Return our description of an item with its limits."""
    text = item.description
    if item.relation != "target":
        text = gettext("Special form: {description}").format(description=item.description)
    return f"{text} ({'; '.join(map(threshold_text, limits))})" if limits else text


def _parties(store: Store, status: Status) -> dict[str, tuple[ListedParty, ...]]:
    named = parties_by_measure(store)
    ids = [m.measure.measure_id for m in status.general]
    return {measure_id: named[measure_id] for measure_id in ids if measure_id in named}


def parties_text(store: Store, status: Status) -> str:
    """Return the notices that name parties, with the number of parties and the first names; empty if there are none."""
    rows = []
    for measure_id, listed in _parties(store, status).items():
        measure = store.measures[measure_id]
        by_state: dict[str, list[str]] = {}
        for x in listed:
            by_state.setdefault(listing_words(x.listing, measure, status.context.as_of), []).append(
                x.party.name_en
            )
        for state, names in by_state.items():
            count, text = str(len(names)), _shortened(names, MOST_NAMES)
            rows.append((measure_name(measure), measure_kind(measure), state, count, text))
    header = (
        gettext("Measure"),
        gettext("Kind"),
        gettext("Status"),
        gettext("Parties"),
        gettext("Names"),
    )
    return table(header, rows, right=(3,)) if rows else ""


def parties_dict(store: Store, status: Status) -> dict[str, list[dict[str, Any]]]:
    """Return the named parties of the measures without metals as plain values by measure id."""
    return {
        measure_id: [
            {
                **plain(x.party),
                "kind": store.measures[measure_id].kind,
                "state": listing_words(x.listing, store.measures[measure_id], status.context.as_of),
                "listing": plain(x.listing, "measure_id", "party_id"),
            }
            for x in listed
        ]
        for measure_id, listed in _parties(store, status).items()
    }

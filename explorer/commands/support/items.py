"""The controlled items of a metal and the named parties, as `show` prints them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from explorer.commands.support.output import table
from explorer.data.controls.codes import has_begun, has_ended
from explorer.data.controls.legal_records import LegalText, Threshold
from explorer.data.controls.legal_texts import (
    ListedParty,
    parties_by_measure,
    texts_by_subject,
    threshold_text,
    thresholds_by_item,
)
from explorer.data.controls.listings import listing_words
from explorer.data.controls.status import ENDED, MeasureStatus, Status, matches, state_on
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, state_word
from explorer.language import gettext, gettext_noop, ngettext

MOST_CODES, MOST_NAMES = 4, 3
_NO_CODES = {
    "none printed": gettext_noop("none given"),
    "not seen": gettext_noop("annex not available to us"),
}


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """An item with the state of its measure as of the date of a status."""

    item: Item
    status: MeasureStatus

    def codes(self, on: date) -> list[str]:
        """Return the customs codes that are valid on a date, each once."""
        measure = self.status.measure
        valid = (c.hs_code for c in self.item.codes if has_begun(c, measure, on) and not has_ended(c, on))
        return list(dict.fromkeys(valid))


def items_of(store: Store, status: Status) -> list[ItemStatus]:
    """Return the items of the metal under measures that apply to origin and destination and have not ended."""
    items = []
    for item in store.items_of.get(status.metal_id, ()):
        measure = store.measures[item.measure_id]
        state = state_on(measure, status.context.as_of) if matches(measure, status.context) else None
        if state is not None and state.name != ENDED:
            own = MeasureStatus.of(measure, state)
            items.append(ItemStatus(item, own))
    return items


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


def items_dict(store: Store, items: list[ItemStatus]) -> list[dict[str, Any]]:
    """Return the items with state, codes, thresholds and official wording as plain values."""
    details = ItemDetails(store)
    return [
        {
            **details.of(x.item),
            "kind": x.status.measure.kind,
            "state": x.status.state,
            "presumed": x.status.presumed,
            "your_entry": x.status.your_entry,
            "until": x.status.until,
        }
        for x in items
    ]


class ItemDetails:
    """The items of a store as plain values, with codes, thresholds and official wording."""

    def __init__(self, store: Store) -> None:
        self._thresholds = thresholds_by_item(store)
        self._texts = texts_by_subject(store, "item")

    def of(self, item: Item) -> dict[str, Any]:
        """Return an item as plain values."""
        return {
            "item_id": item.item_id,
            "measure_id": item.measure_id,
            "item_no": item.item_no,
            "control_code": item.control_code,
            "description": item.description,
            "form": item.form,
            "relation": item.relation,
            "code_basis": item.code_basis,
            "confidence": item.confidence,
            "source_ids": list(item.source_ids),
            "hs_codes": [
                {"hs_code": c.hs_code, "valid_from": c.valid_from, "valid_to": c.valid_to} for c in item.codes
            ],
            "thresholds": [plain(t, "item_id") for t in self._thresholds.get(item.item_id, ())],
            "legal_texts": texts_dict(self._texts.get(item.item_id, ())),
        }


def texts_dict(texts: Iterable[LegalText]) -> list[dict[str, Any]]:
    """Return official wording as plain values."""
    return [plain(t, "subject_kind", "subject_id") for t in texts]


def measure_texts(store: Store, status: Status) -> dict[str, list[dict[str, Any]]]:
    """Return the official wording of the measures of a status by measure id."""
    texts = texts_by_subject(store, "measure")
    ids = [m.measure.measure_id for m in (*status.measures, *status.general)]
    return {i: texts_dict(texts[i]) for i in ids if i in texts}


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


def plain(record: Any, *left_out: str) -> dict[str, Any]:
    """Return the fields of a record as plain values, lists in place of tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(record).items()
        if name not in left_out
    }

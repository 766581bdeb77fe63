"""Control-list items as plain values, with their codes, limits and official wording."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from explorer.data.controls.codes import has_begun, has_ended
from explorer.data.controls.legal_records import LegalText
from explorer.data.controls.legal_texts import texts_by_subject, thresholds_by_item
from explorer.data.controls.status import ENDED, MeasureStatus, Status, matches, state_on
from explorer.data.records import Item
from explorer.data.store import Store


class ItemStatus(Struct, frozen=True):
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


def plain(record: Any, *left_out: str) -> dict[str, Any]:
    """Return the fields of a record as plain values, lists in place of tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(record).items()
        if name not in left_out
    }

"""The controlled items of a metal and the named parties, as `show` prints them."""

from dataclasses import asdict
from typing import Any

from explorer.commands.output import UNKNOWN, table
from explorer.data.legal import (
    ListedParty,
    parties_by_measure,
    texts_by_subject,
    threshold_text,
    thresholds_by_item,
)
from explorer.data.legal_records import LegalText
from explorer.data.records import Item
from explorer.data.status import ENDED, Status, matches
from explorer.data.store import Store
from explorer.data.words import measure_name

_NO_CODES = {"none printed": "none given", "not seen": "annex not available"}


def items_of(store: Store, status: Status) -> list[Item]:
    """Return the items of the metal in the measures that apply to the origin and destination."""
    return [
        item
        for item in store.items_of.get(status.metal_id, ())
        if matches(store.measures[item.measure_id], status.to, status.origin)
    ]


def items_text(store: Store, items: list[Item]) -> str:
    """Return the items with their codes and thresholds as a table."""
    thresholds = thresholds_by_item(store)
    rows = [
        (
            item.control_code or "",
            measure_name(store.measures[item.measure_id]),
            "; ".join(dict.fromkeys(c.hs_code for c in item.codes))
            or _NO_CODES.get(item.code_basis, UNKNOWN),
            "; ".join(threshold_text(t) for t in thresholds.get(item.item_id, ())),
            item.description,
        )
        for item in items
    ]
    return table(("Control code", "Measure", "Customs codes", "Thresholds", "Item"), rows)


def items_dict(store: Store, items: list[Item]) -> list[dict[str, Any]]:
    """Return the items with codes, thresholds and official wording as plain values."""
    thresholds = thresholds_by_item(store)
    texts = texts_by_subject(store, "item")
    return [
        {
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
            "thresholds": [_plain(t, "item_id") for t in thresholds.get(item.item_id, ())],
            "legal_texts": texts_dict(texts.get(item.item_id, ())),
        }
        for item in items
    ]


def texts_dict(texts: tuple[LegalText, ...]) -> list[dict[str, Any]]:
    """Return official wording as plain values."""
    return [_plain(t, "subject_kind", "subject_id") for t in texts]


def measure_texts(store: Store, status: Status) -> dict[str, list[dict[str, Any]]]:
    """Return the official wording of the measures of a status by measure id."""
    texts = texts_by_subject(store, "measure")
    ids = [m.measure.measure_id for m in (*status.measures, *status.general)]
    return {i: texts_dict(texts[i]) for i in ids if i in texts}


def _parties(store: Store, status: Status) -> dict[str, tuple[ListedParty, ...]]:
    named = parties_by_measure(store)
    living = [m.measure.measure_id for m in status.general if m.state != ENDED]
    return {measure_id: named[measure_id] for measure_id in living if measure_id in named}


def parties_text(store: Store, status: Status) -> str:
    """Return the notices that name parties, with the number of parties and the first names; empty without any."""
    rows = []
    for measure_id, listed in _parties(store, status).items():
        names = ", ".join(x.party.name_en for x in listed[:3])
        more = f" and {len(listed) - 3} more" if len(listed) > 3 else ""
        rows.append((measure_name(store.measures[measure_id]), str(len(listed)), names + more))
    return table(("Measure", "Parties", "Names"), rows, right=(1,)) if rows else ""


def parties_dict(store: Store, status: Status) -> dict[str, list[dict[str, Any]]]:
    """Return the named parties of the measures without metals as plain values by measure id."""
    return {
        measure_id: [
            {**_plain(x.party), "listing": _plain(x.listing, "measure_id", "party_id")} for x in listed
        ]
        for measure_id, listed in _parties(store, status).items()
    }


def _plain(record: Any, *left_out: str) -> dict[str, Any]:
    """Return the fields of a record as plain values, lists in place of tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(record).items()
        if name not in left_out
    }

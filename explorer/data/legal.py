"""Thresholds, official wording and named parties by what they belong to; read only when asked for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from explorer.data.legal_records import LegalText, Listing, Party, Threshold
from explorer.data.store import Store

Row = TypeVar("Row")


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
    """Return the parties that measures name by measure id, in the order of the notice's numbers as filed."""
    parties = {p.party_id: p for p in store.rows(Party)}
    return _grouped((x.measure_id, ListedParty(parties[x.party_id], x)) for x in store.rows(Listing))


def threshold_text(threshold: Threshold) -> str:
    """Return a threshold as a reader sees it: `purity ≥ 99.99 %`, `bore 100 to 300 mm`."""
    sign = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "=": "", "range": ""}[threshold.operator]
    unit = f" {threshold.unit}" if threshold.unit else ""
    return f"{threshold.quantity} {sign}{threshold.value}{unit}"


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}

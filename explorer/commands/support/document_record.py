"""A document as plain values."""

from typing import Any

from explorer.data.citation import cite_document
from explorer.data.controls.documents import Document, DocumentEvent, DocumentMeasure, NamedParty
from explorer.data.controls.item_record import ItemDetails, plain, texts_dict
from explorer.data.controls.listings import listing_words
from explorer.data.controls.service import Controls
from explorer.data.dates import first_day
from explorer.data.store import Store
from explorer.data.user.entry_records import is_own


def as_dict(store: Store, shown: Document) -> dict[str, Any]:
    """Return a document as plain values."""
    context, details = shown.context, ItemDetails(store)
    return {
        "document": _document_dict(shown),
        "on": context.as_of.isoformat(),
        "to": context.destination,
        "from": context.origin,
        "beyond_verified": context.as_of > first_day(store.edition.verified_to),
        "not_an_export": shown.refusal,
        "measures": [_measure_dict(m) for m in shown.measures],
        "metals": _metal_dicts(store, shown),
        "items": [details.of(item) for item in shown.items],
        "events": [_event_dict(e) for e in shown.events],
        "changed_by": [_event_dict(e) for e in shown.changed_by],
        "changes": [_event_dict(e) for e in shown.changes],
        "parties": [_party_dict(p, shown) for p in shown.parties],
        "particulars": texts_dict(shown.particulars),
        "wording": texts_dict(shown.wording),
        "addresses": [plain(address) for address in shown.addresses],
        "source_ids": list(shown.source_ids),
        "citation": cite_document(store, shown.instrument),
    }


def _document_dict(shown: Document) -> dict[str, Any]:
    title = shown.title_zh
    return {
        **plain(shown.instrument, "title_zh"),
        "title_zh": title.text if title is not None else None,
        "title_zh_basis": title.basis if title is not None else None,
    }


def _measure_dict(shown: DocumentMeasure) -> dict[str, Any]:
    measure, state = shown.measure, shown.state
    return {
        "measure_id": measure.measure_id,
        "clause": measure.clause,
        "kind": measure.kind,
        "strictness": measure.strictness,
        "reach": measure.reach,
        "destination": measure.destination,
        "announced": measure.announced,
        "effective": measure.effective,
        "expires": measure.expires,
        "state": state.name if state is not None else None,
        "presumed": state is not None and state.presumed,
        "your_entry": state is not None and state.your_entry,
        "until": state.until if state is not None else None,
        "applies": shown.applies,
        "summary": measure.summary,
        "confidence": measure.confidence,
        "source_ids": list(measure.source_ids),
        "metals": [plain(t, "measure_id") for t in measure.targets],
    }


def _metal_dicts(store: Store, shown: Document) -> list[dict[str, Any]]:
    """Return the metals of a document with their pills for its exports."""
    service = Controls.of(store)
    metals = []
    for metal_id in (*shown.metal_ids, *shown.form_metal_ids):
        words, state = service.pill(metal_id, shown.context)
        targeted = metal_id in shown.metal_ids
        metals.append({"metal": metal_id, "targeted": targeted, "pill": words, "pill_state": state})
    return metals


def _event_dict(shown: DocumentEvent) -> dict[str, Any]:
    return {
        **plain(shown.event, "measure_id"),
        "paused_on_that_day": shown.pause is not None,
        "paused_until": shown.pause.until if shown.pause is not None else None,
        "pause_presumed": shown.pause is not None and shown.pause.presumed,
        "your_entry": is_own(shown.event.by_instrument_id or shown.document.instrument_id),
        "document": shown.document.instrument_id,
        "measures": [m.measure_id for m in shown.measures],
    }


def _party_dict(named: NamedParty, shown: Document) -> dict[str, Any]:
    listing = named.listed.listing
    return {
        **plain(named.listed.party),
        "measure_id": named.measure.measure_id,
        "state": listing_words(listing, named.measure, shown.context.as_of),
        "listing": plain(listing, "measure_id", "party_id"),
    }

"""The contents of an evidence file as plain values: the answer, and each record that it rests on."""

from collections.abc import Iterable, Iterator
from typing import Any

from explorer.data.context import Context
from explorer.data.controls.addresses import addresses
from explorer.data.controls.headline import beyond
from explorer.data.controls.item_record import ItemDetails, plain, texts_dict
from explorer.data.controls.legal_texts import texts_by_subject
from explorer.data.controls.service import Controls
from explorer.data.controls.status import MeasureStatus
from explorer.data.controls.status_record import status_dict
from explorer.data.entries.entry_record import entry_dicts
from explorer.data.evidence.part_names import ANSWER, DOCUMENTS, ENTRIES, ITEMS, MEASURES, SOURCES
from explorer.data.evidence.question import Question, checked_lines
from explorer.data.evidence.rests_on import RestsOn, rests_on
from explorer.data.finding.code_explanation import joint_explanation
from explorer.data.finding.code_record import verdict_dict
from explorer.data.finding.code_verdicts import CodeText, verdict_sentence
from explorer.data.places import setting
from explorer.data.records import Instrument, Measure
from explorer.data.store import Store
from explorer.data.user.entry_records import is_own


def records(store: Store, question: Question) -> dict[str, Any]:
    """Return the contents by the names of their parts; all entries in use are named."""
    found = rests_on(store, question)
    items = ItemDetails(store)
    values: dict[str, Any] = {
        ANSWER: answer_record(store, question),
        ITEMS: [items.of(item) for item in found.items],
        MEASURES: _measure_records(store, found),
        DOCUMENTS: [_document_record(store, i) for i in _documents(store, found)],
    }
    values[SOURCES] = [plain(store.sources[i]) for i in sorted(set(source_ids(values)))]
    if store.entries.used:
        values[ENTRIES] = entry_dicts(store.entries.used)
    return values


def answer_record(store: Store, question: Question) -> dict[str, Any]:
    """Return the answer as plain values, in the form of `status --json` or `check --json`."""
    context = question.context
    value: dict[str, Any] = {
        "setting": setting(store, context),
        "on": context.as_of.isoformat(),
        "from": context.origin,
        "to": context.destination,
        "beyond_verified": bool(beyond(store, context.as_of)),
        "warning": beyond(store, context.as_of),
    }
    if question.metal_id:
        controls = Controls.of(store)
        status = controls.status(question.metal_id, context)
        sentence = controls.headline(question.metal_id, context).sentence
        return value | {
            "metal": question.metal_id,
            "sentence": sentence,
            "status": status_dict(store, status),
        }
    return value | _lines_record(store, question, context)


def _lines_record(store: Store, question: Question, context: Context) -> dict[str, Any]:
    """Return the lines, each with the number of its verdict, later changes, and what the verdicts leave open.

    Codes with the same first digits often share a verdict, whose many matches are given once.
    """
    lines = checked_lines(store, question)
    explanation = joint_explanation(store, (x.verdict for x in lines if x.verdict is not None), context)
    verdicts: dict[str, dict[str, Any]] = {}
    numbers: dict[tuple[object, ...], int] = {}
    values = []
    for line in lines:
        value: dict[str, Any] = {"line": line.line.number, "code": line.code, "fault": line.fault or None}
        if line.verdict is not None:
            value["normalised"] = line.verdict.normalised
            value["sentence"] = verdict_sentence(CodeText(line.code, line.verdict.normalised), line.verdict)
            key = line.verdict.shared_key
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                record = verdict_dict(store, line.verdict, context)
                del record["code"], record["normalised"]
                verdicts[str(numbers[key])] = record
            value["verdict"] = numbers[key]
        values.append(value)
    return {
        "lines": values,
        "verdicts": verdicts,
        "later_changes": list(explanation.changes),
        "cautions": list(explanation.cautions),
    }


def _measure_records(store: Store, found: RestsOn) -> list[dict[str, Any]]:
    """Return the measures with their states, metals, events and official wording."""
    of_measures, of_events = texts_by_subject(store, "measure"), texts_by_subject(store, "event")
    values = []
    for measure, status in found.measures:
        events = [
            {
                **plain(event, "measure_id"),
                "your_entry": is_own(event.by_instrument_id or measure.instrument_id),
                "legal_texts": texts_dict(
                    of_events.get("|".join((measure.measure_id, event.date, event.event)), ())
                ),
            }
            for event in measure.events
        ]
        values.append(
            {
                **_measure_dict(measure),
                **_state_dict(status),
                "metals": [plain(target, "measure_id") for target in measure.targets],
                "events": events,
                "legal_texts": texts_dict(of_measures.get(measure.measure_id, ())),
            }
        )
    return values


def _measure_dict(measure: Measure) -> dict[str, Any]:
    return {
        "measure_id": measure.measure_id,
        "document": measure.instrument_id,
        "clause": measure.clause,
        "kind": measure.kind,
        "strictness": measure.strictness,
        "reach": measure.reach,
        "jurisdiction": measure.jurisdiction,
        "destination": measure.destination,
        "announced": measure.announced,
        "effective": measure.effective,
        "expires": measure.expires,
        "summary": measure.summary,
        "confidence": measure.confidence,
        "source_ids": list(measure.source_ids),
    }


def _state_dict(status: MeasureStatus | None) -> dict[str, Any]:
    return {
        "state": status.state if status is not None else None,
        "until": status.until if status is not None else None,
        "presumed": status is not None and status.presumed,
        "your_entry": status is not None and status.your_entry,
    }


def _documents(store: Store, found: RestsOn) -> list[Instrument]:
    """Return the documents of the measures, and those behind their events."""
    ids = {measure.instrument_id for measure, _ in found.measures}
    ids |= {e.by_instrument_id for measure, _ in found.measures for e in measure.events if e.by_instrument_id}
    return [store.instruments[i] for i in sorted(ids) if i in store.instruments]


def _document_record(store: Store, document: Instrument) -> dict[str, Any]:
    """Return a document with its particulars, its official wording and the addresses of its text."""
    texts = texts_by_subject(store, "instrument").get(document.instrument_id, ())
    return {
        **plain(document),
        "legal_texts": texts_dict(texts),
        "addresses": [plain(address) for address in addresses(store, document)],
    }


def source_ids(value: object) -> Iterator[str]:
    """Yield the ids of all sources that plain values name."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _listed(inner) if key == "source_ids" else source_ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from source_ids(inner)


def _listed(ids: Iterable[str]) -> Iterator[str]:
    yield from ids

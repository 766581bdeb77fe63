"""The measures and documents that decide the status of a metal, which a quoted answer has to name."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.amendments import amending_document
from explorer.data.controls.service import Controls
from explorer.data.controls.state_changes import deciding_pause
from explorer.data.controls.status import IN_FORCE, MeasureStatus
from explorer.data.places import not_an_export
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext


def deciding_measures(store: Store, metal_id: str, context: Context) -> Iterator[MeasureStatus]:
    """Yield the measures in force, paused or announced that decide a status, and those of stricter destinations."""
    controls = Controls.of(store)
    answer = controls.answer(metal_id, context)
    yield from answer.leading
    for waiting in answer.waiting:
        yield from waiting.measures
    yield from (m for m in answer.military if m.state == IN_FORCE)
    for place in answer.stricter:
        yield from controls.status(metal_id, replace(context, destination=place.destination)).leading


def deciding_documents(store: Store, metal_id: str, context: Context) -> tuple[str, ...]:
    """Return the documents behind the measures that decide a status, none where the question is not on an export."""
    if not_an_export(store, context.origin, context.destination):
        return ()
    measures = deciding_measures(store, metal_id, context)
    return tuple(dict.fromkeys(i for measure in measures for i in _documents(store, measure, context)))


def documents_note(store: Store, instrument_ids: Iterable[str]) -> str:
    """Return the names of documents as a sentence, empty without any."""
    names = [instrument_name(store.instruments[i]) for i in instrument_ids]
    return gettext("Documents: {documents}.").format(documents="; ".join(names)) if names else ""


def _documents(store: Store, status: MeasureStatus, context: Context) -> Iterable[str]:
    """Yield the document of a measure, that of its last change, and that of the last pause where it decides."""
    yield status.measure.instrument.instrument_id
    changed = amending_document(store, status.measure, context.as_of)
    if changed is not None:
        yield changed.instrument_id
    paused_by = deciding_pause(store, status, context.as_of)
    if paused_by is not None:
        yield paused_by.instrument_id

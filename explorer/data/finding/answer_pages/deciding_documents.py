"""The documents that decide the status of a metal, which a quoted answer has to name."""

from collections.abc import Iterable
from dataclasses import replace

from explorer.data.context import Context
from explorer.data.controls.amendments import amending_document
from explorer.data.controls.service import Controls
from explorer.data.controls.state_changes import document_of, latest_pause
from explorer.data.controls.status import IN_FORCE, SUSPENDED, MeasureStatus
from explorer.data.places import not_an_export
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext


def deciding_documents(store: Store, metal_id: str, context: Context) -> tuple[str, ...]:
    """Return the documents behind what is in force, paused or announced, also where a destination is stricter.

    There are none where the question is not about an export.
    """
    if not_an_export(store, context.origin, context.destination):
        return ()
    answer = Controls.of(store).answer(metal_id, context)
    there = (replace(context, destination=place.destination) for place in answer.stricter)
    deciding = [
        *answer.leading,
        *(m for waiting in answer.waiting for m in waiting.measures),
        *(m for m in answer.military if m.state == IN_FORCE),
        *(m for place in there for m in Controls.of(store).answer(metal_id, place).leading),
    ]
    return tuple(dict.fromkeys(i for status in deciding for i in _documents(store, status, context)))


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
    pause = latest_pause(status.measure, context.as_of)
    if (status.state == SUSPENDED or status.presumed) and pause is not None:
        yield document_of(store, status.measure, pause).instrument_id

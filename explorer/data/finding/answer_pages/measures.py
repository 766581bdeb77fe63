"""The measures behind an answer about controls, each with its document, its state and the notice that pauses it."""

from collections.abc import Iterator

from explorer.data.context import Context
from explorer.data.controls.measure_list import rule_words
from explorer.data.controls.service import Controls
from explorer.data.controls.state_changes import deciding_pause
from explorer.data.controls.status import IN_FORCE, MeasureStatus
from explorer.data.finding.answer_pages.content import Field, Line, Listing
from explorer.data.finding.answer_pages.deciding_documents import deciding_measures
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import OPEN_DOCUMENT, Action
from explorer.data.metal_names import plain_name
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_name, state_word
from explorer.language import gettext, list_of


def measure_listing(store: Store, reading: Reading) -> Listing | None:
    """Return the table of the measures behind the status of metals on a day, None without any."""
    if not_an_export(store, reading.origin, reading.destination):
        return None
    found: dict[Measure, tuple[MeasureStatus, list[str]]] = {}
    for metal_id in reading.metals:
        for measure in _measures_on(store, metal_id, reading.context):
            found.setdefault(measure.measure, (measure, []))[1].append(metal_id)
    if not found:
        return None
    columns = (
        (gettext("Document"), 5),
        (gettext("Kind and destination"), 5),
        (gettext("Status"), 4),
        (gettext("Paused by"), 4),
        (gettext("Metals and materials"), 5),
    )
    lines = tuple(_line(store, measure, metals, reading.context) for measure, metals in found.values())
    return Listing(gettext("Measures"), columns, lines)


def _measures_on(store: Store, metal_id: str, context: Context) -> Iterator[MeasureStatus]:
    """Yield each measure on a metal that has not ended: those that decide the status, then the others in force."""
    others = (m for m in Controls.of(store).status(metal_id, context).measures if m.state == IN_FORCE)
    yield from {m.measure: m for m in (*deciding_measures(store, metal_id, context), *others)}.values()


def _line(store: Store, measure: MeasureStatus, metals: list[str], context: Context) -> Line:
    names = [plain_name(store.metal(metal_id)) for metal_id in metals]
    document, paused_by = measure.measure.instrument, deciding_pause(store, measure, context.as_of)
    return Line(
        (
            Field(measure_name(measure.measure), tip=document.title_en),
            Field(rule_words(store, measure.measure)),
            Field(state_word(measure)),
            Field(instrument_name(paused_by) if paused_by is not None else ""),
            Field(list_of(names)),
        ),
        Action(OPEN_DOCUMENT, record=document.instrument_id),
        source_ids=measure.measure.source_ids,
    )

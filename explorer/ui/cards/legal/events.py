"""The events of measures as a table; a row opens the document behind its event."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from explorer.data.context import Context
from explorer.data.controls.document_texts import clauses
from explorer.data.controls.documents import DocumentEvent
from explorer.data.controls.event_texts import event_text
from explorer.data.controls.legal_texts import texts_by_subject
from explorer.data.controls.wording import mark, note_words, short_mark, shown_text
from explorer.data.records import Instrument, MeasureEvent
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.browser import open_in_browser
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.widgets.context_menu import RowSource
from explorer.ui.widgets.table_view import TableView


class EventsTable(TableView):
    """Events with the other document that each row names; `documentRequested` asks to open that one.

    With `of_others` the row names the document whose measure is changed, otherwise the one that caused the event.
    `with_parts` adds the parts of the document that an event is about, `with_wording` its official wording.
    """

    documentRequested = Signal(str)

    def __init__(
        self,
        store: Store,
        events: Sequence[DocumentEvent],
        context: Context,
        name: str,
        *,
        with_parts: bool = False,
        with_wording: bool = True,
        of_others: bool = False,
    ) -> None:
        self._store, self._context = store, context
        self._of_others, self._with_parts = of_others, with_parts
        self._events = events
        texts = texts_by_subject(store, "event") if with_wording else {}
        self._found = {n: texts[_key(e.event)] for n, e in enumerate(events) if _key(e.event) in texts}
        header = [gettext("Event"), gettext("Document"), gettext("Note")]
        weights = [6, 5, 7]
        if with_parts:
            header.insert(2, gettext("Part"))
            weights.insert(2, 5)
        if self._found:
            header += [gettext("Official wording"), gettext("Wording from")]
            weights += [7, 3]
        super().__init__(header, name)
        self.set_weights(*weights)
        self.set_rows([self._row(number, event) for number, event in enumerate(events)])
        self.opened.connect(self._open_document)
        self.source_of, self.open_address = self._source_of, open_in_browser
        self.record_name = gettext("Open document")

    def _row(self, number: int, shown: DocumentEvent) -> list[Cell]:
        event, other = shown.event, self._other(shown)
        happened = event_text(event, "", self._context.as_of)
        document = instrument_name(other) if other is not None else ""
        tip = gettext("Press Enter to open {document}.").format(document=document) if document else ""
        cells = [
            Cell(happened, event.date, key=str(number)),
            Cell(document, tip=tip),
            Cell(event.note or ""),
        ]
        if self._with_parts:
            cells.insert(2, Cell(clauses(shown.measures)))
        if self._found:
            texts = self._found.get(number, ())
            notes = (
                ". ".join(filter(None, (mark(self._store, t), note_words(self._store, t.note))))
                for t in texts
            )
            cells += [
                Cell("\n".join(map(shown_text, texts)), tip="\n".join(notes)),
                Cell("; ".join(dict.fromkeys(map(short_mark, texts)))),
            ]
        return cells

    def _other(self, shown: DocumentEvent) -> Instrument | None:
        return shown.document if self._of_others else shown.by

    def _source_of(self, number: str) -> RowSource:
        return source_of(self._store, self._events[int(number)].event.source_ids)

    @Slot(str)
    def _open_document(self, number: str) -> None:
        other = self._other(self._events[int(number)])
        if other is not None:
            self.documentRequested.emit(other.instrument_id)


def events_of_measure(
    store: Store, events: Sequence[MeasureEvent], document: Instrument
) -> list[DocumentEvent]:
    """Return the events of one measure with the documents behind them."""
    return [DocumentEvent(e, document, (), store.instruments.get(e.by_instrument_id or "")) for e in events]


def _key(event: MeasureEvent) -> str:
    """Return the key by which wording belongs to an event."""
    return "|".join((event.measure_id, event.date, event.event))

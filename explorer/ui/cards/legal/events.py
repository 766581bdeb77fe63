"""The events of measures as a table; a row opens the document behind its event."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import Signal, Slot

from explorer.data.context import Context
from explorer.data.controls.document_texts import clauses
from explorer.data.controls.documents import DocumentEvent
from explorer.data.controls.event_texts import event_text
from explorer.data.controls.headline import beyond
from explorer.data.controls.legal_records import LegalText
from explorer.data.controls.legal_texts import texts_by_subject
from explorer.data.controls.wording import marks, note_words, origins, shown_text, wording_heading
from explorer.data.records import Instrument, MeasureEvent
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.browser import open_in_browser
from explorer.ui.cards.legal.columns import LegalColumn, LegalTable
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.widgets.context_menu import RowSource


class EventsTable(LegalTable):
    """Events with the other document that each row names; `documentRequested` asks to open that one.

    With `of_others` the row names the document whose measure is changed, otherwise the one that caused the event.
    `with_wording` adds the official wording, and `with_notes` the notes on the events.
    """

    documentRequested = Signal(str)

    def __init__(
        self,
        store: Store,
        events: Sequence[DocumentEvent],
        context: Context,
        name: str,
        *,
        with_wording: bool = True,
        with_notes: bool = True,
        of_others: bool = False,
    ) -> None:
        self._store, self._context = store, context
        self._of_others = of_others
        self._events = events
        texts = texts_by_subject(store, "event") if with_wording else {}
        found = [texts.get(_key(e.event), ()) for e in events]
        notes = [note_words(store, e.event.note) if with_notes else "" for e in events]
        columns = (
            LegalColumn(gettext("Event"), [self._event(n, e) for n, e in enumerate(events)], 6),
            LegalColumn(gettext("Document"), [self._document(e) for e in events], 5),
            LegalColumn(gettext("Part"), [Cell(clauses(e.measures)) for e in events], 5),
            LegalColumn(gettext("Note"), [Cell(note) for note in notes], 7, long=True),
            LegalColumn(wording_heading(chain(*found)), [self._wording(t) for t in found], 7, long=True),
            LegalColumn(gettext("Wording from"), [Cell(origins(t)) for t in found], 3, long=True),
        )
        super().__init__(columns, name)
        self.opened.connect(self._open_document)
        self.source_of, self.open_address = self._source_of, open_in_browser
        self.record_name = gettext("Open document")
        self.remark = beyond(store, context.as_of)

    def _event(self, number: int, shown: DocumentEvent) -> Cell:
        happened = event_text(shown.event, "", self._context.as_of, shown.pause)
        return Cell(happened, shown.event.date, key=str(number))

    def _document(self, shown: DocumentEvent) -> Cell:
        other = self._other(shown)
        if other is None:
            return Cell("")
        document = instrument_name(other)
        return Cell(document, tip=gettext("Press Enter to open {document}.").format(document=document))

    def _wording(self, texts: Sequence[LegalText]) -> Cell:
        return Cell("\n".join(map(shown_text, texts)), tip=marks(self._store, texts))

    def _other(self, shown: DocumentEvent) -> Instrument | None:
        return shown.document if self._of_others else shown.by

    def _source_of(self, number: str) -> RowSource:
        return source_of(self._store, self._events[int(number)].event.source_ids)

    @Slot(str)
    def _open_document(self, number: str) -> None:
        other = self._other(self._events[int(number)])
        if other is not None:
            self.documentRequested.emit(other.instrument_id)


def _key(event: MeasureEvent) -> str:
    """Return the key by which wording belongs to an event."""
    return "|".join((event.measure_id, event.date, event.event))

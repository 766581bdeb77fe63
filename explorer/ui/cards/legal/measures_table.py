"""The measures of a document as a table; Enter or a double click opens a measure that names a metal."""

from PySide6.QtCore import Signal

from explorer.data.controls.document_texts import applies_word, shows_destination, state_text
from explorer.data.controls.documents import Document, DocumentMeasure
from explorer.data.controls.headline import beyond
from explorer.data.controls.measure_list import end_of, rule_words
from explorer.data.controls.pauses import start_words
from explorer.data.controls.status import SUSPENDED
from explorer.data.dates import show_unbroken, with_dates_in_words
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.browser import open_in_browser
from explorer.ui.cards.legal.columns import LegalColumn, LegalTable
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.widgets.context_menu import RowSource


class MeasuresTable(LegalTable):
    """Parts of a document with kind, destination, first day, state and end; `measureRequested` asks to open one."""

    measureRequested = Signal(str)

    def __init__(self, store: Store, shown: Document) -> None:
        self._store, self._shown = store, shown
        measures = shown.measures
        applies = [applies_word(m) if shows_destination(shown) else "" for m in measures]
        columns = (
            LegalColumn(gettext("Part"), [_part(m.measure) for m in measures], 3),
            LegalColumn(
                gettext("Kind and destination"), [Cell(rule_words(store, m.measure)) for m in measures], 4
            ),
            LegalColumn(gettext("Effective"), [self._start(m.measure) for m in measures], 3),
            LegalColumn(gettext("Status"), [Cell(_state(m)) for m in measures], 4),
            LegalColumn(gettext("Applies"), [Cell(word) for word in applies], 2),
            LegalColumn(gettext("Summary"), [self._summary(m.measure) for m in measures], 11, long=True),
        )
        super().__init__(columns, gettext("Measures"))
        self.opened.connect(self.measureRequested)
        self.source_of, self.open_address = self._source_of, open_in_browser
        self.record_name = gettext("Show on its metal")
        self.remark = beyond(store, shown.context.as_of)

    def _start(self, measure: Measure) -> Cell:
        return Cell(start_words(measure, self._shown.context.as_of), measure.effective)

    def _summary(self, measure: Measure) -> Cell:
        """Return what a measure does, nothing where the summary of the document says the same."""
        is_repeated = measure.summary == self._shown.instrument.summary
        return Cell("" if is_repeated else with_dates_in_words(measure.summary))

    def _source_of(self, measure_id: str) -> RowSource:
        return source_of(self._store, self._store.measures[measure_id].source_ids)


def _part(measure: Measure) -> Cell:
    return Cell(measure.clause or gettext("whole document"), key=measure.measure_id)


def _state(shown: DocumentMeasure) -> str:
    """Return the state of a measure with its last day; that of a pause is in the words for it."""
    state, words = shown.state, state_text(shown)
    if state is None or (state.name == SUSPENDED and state.until):
        return words
    end = end_of(shown.measure, state.name, state.until)
    last = gettext("until {day}").format(day=show_unbroken(end)) if end else gettext("no end date on file")
    return "\n".join((words, last))

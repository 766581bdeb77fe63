"""The measures of a document as a table; Enter or a double click opens a measure that names a metal."""

from PySide6.QtCore import Signal

from explorer.data.controls.document_texts import applies_word, measure_state, shows_destination
from explorer.data.controls.documents import Document, DocumentMeasure
from explorer.data.controls.measure_list import end_of, rule_words
from explorer.data.controls.pauses import start_words
from explorer.data.controls.status import SUSPENDED
from explorer.data.dates import show, show_unbroken
from explorer.data.store import Store
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.browser import open_in_browser
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.widgets.context_menu import RowSource
from explorer.ui.widgets.table_view import TableView


class MeasuresTable(TableView):
    """Parts of a document with kind, destination, first day, state and end; `measureRequested` asks to open one."""

    measureRequested = Signal(str)

    def __init__(self, store: Store, shown: Document) -> None:
        self._store, self._shown = store, shown
        header = [gettext("Part"), gettext("Kind and destination"), gettext("Effective"), gettext("Status")]
        weights = [3, 4, 2, 4]
        if shows_destination(shown):
            header.append(gettext("Applies"))
            weights.append(2)
        super().__init__([*header, gettext("Summary")], gettext("Measures"))
        self.set_weights(*weights, 11)
        self.set_rows([self._row(m) for m in shown.measures])
        self.opened.connect(self.measureRequested)
        self.source_of, self.open_address = self._source_of, open_in_browser
        self.record_name = gettext("Show on its metal")

    def _row(self, shown: DocumentMeasure) -> list[Cell]:
        measure = shown.measure
        start = start_words(measure, self._shown.context.as_of)
        if start == show(measure.effective):
            start = show_unbroken(measure.effective)
        cells = [
            Cell(measure.clause or gettext("whole document"), key=measure.measure_id),
            Cell(rule_words(self._store, measure)),
            Cell(start, measure.effective),
            Cell(_state(shown)),
        ]
        if shows_destination(self._shown):
            cells.append(Cell(applies_word(shown)))
        return [*cells, Cell(measure.summary)]

    def _source_of(self, measure_id: str) -> RowSource:
        return source_of(self._store, self._store.measures[measure_id].source_ids)


def _state(shown: DocumentMeasure) -> str:
    """Return the state of a measure with its last day; that of a pause is in the words for it."""
    state, words = shown.state, measure_state(shown)
    if state is None or (state.name == SUSPENDED and state.until):
        return words
    end = end_of(shown.measure, state.name, state.until)
    last = gettext("until {day}").format(day=show_unbroken(end)) if end else gettext("no end date on file")
    return "\n".join((words, last))

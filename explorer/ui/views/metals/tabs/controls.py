"""Controls: the history of each measure as a strip, the measures as lines that open, and the general rules."""

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import QWidget

from explorer.charts.builders.controls import controls
from explorer.charts.spec import Chart, ChartSpec, Since
from explorer.data.controls.headline import beyond
from explorer.data.controls.measure_list import listed_measures, rule_words
from explorer.data.controls.pauses import start_words
from explorer.data.controls.status import ENDED, MeasureStatus
from explorer.data.dates import with_dates_in_words
from explorer.data.finding.code_verdicts import matching_item
from explorer.data.places import not_an_export
from explorer.data.words import measure_name, state_word
from explorer.language import gettext, ngettext
from explorer.models.table import Cell
from explorer.ui.browser import open_in_browser
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.cards.measures.list import MeasureList
from explorer.ui.cards.pinned_axis import PinnedAxis
from explorer.ui.views.metals.metal_calendar import MetalCalendar
from explorer.ui.views.metals.page import Page
from explorer.ui.views.page import ABOVE
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.context_menu import RowSource
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.table_view import TableView

SETTLED_MS = 200


class TabPage(Page):
    """Past, present and announced measures on the metal."""

    def build(self) -> None:
        self._marked_measure = ""
        self._reveal_selected = bool(self.shared.state.selected_measure or self.shared.state.code)
        self.shared.state.measureSelected.connect(self._measure_selected)
        self.shared.state.codeChanged.connect(self._code_changed)
        self._chart = ChartCard()
        self._everywhere = toggle(gettext("All destinations"))
        self._ended = toggle(gettext("Show ended"))
        self._full = toggle(gettext("Full history"))
        for button in (self._everywhere, self._ended, self._full):
            button.toggled.connect(self._toggled)
            self._chart.add_option(button)
        self.chart_cards = (self._chart,)
        self.column.addWidget(self._chart)
        self.list = MeasureList(self.shared)
        self.list.lineShown.connect(self.bring_into_view)
        self.evidence_button = link_button(gettext("Save evidence file…"))
        self.evidence_button.setToolTip(
            gettext("Save the answer with all that it rests on in one file that can be verified later")
        )
        self.evidence_button.clicked.connect(self.evidenceRequested)
        self.calendar = MetalCalendar(self.shared, self)
        self.list.add_action(self.calendar.button)
        self.list.add_action(self.evidence_button)
        self.column.addWidget(self.list)
        self._build_general()
        self._axis = PinnedAxis(self, self._chart)

    def _build_general(self) -> None:
        self._general = Card(gettext("General rules and company lists that also apply"))
        header = (
            gettext("Document"),
            gettext("Kind and destination"),
            gettext("Effective"),
            gettext("Status"),
            gettext("Summary"),
        )
        self._table = TableView(header, gettext("General rules and company lists"))
        self._table.set_weights(4, 4, 2, 3, 8, long=(4,))
        self._table.opened.connect(self._open_document_of)
        self._table.source_of, self._table.open_address = self._source_of, open_in_browser
        self._table.record_name = gettext("Open document")
        self._general.add(self._table)
        self.column.addWidget(self._general)

    @Slot(str)
    def _measure_selected(self, _measure_id: str) -> None:
        self._reveal_selected = True
        self.invalidate()

    @Slot(str)
    def _code_changed(self, code: str) -> None:
        if code:
            self._reveal_selected = True
            self.invalidate()
        elif self.isVisible():
            self._mark_selected()

    def refresh(self) -> None:
        self._fill()
        measure_id, _ = self._selected()
        if self._reveal_selected and measure_id:
            self._reveal(measure_id)
        elif self.shared.state.code and self._marked_measure != self._listed_selection()[0]:
            self.list.open_line(self._listed_selection()[0])
        self._reveal_selected = False
        self._marked_measure = self._listed_selection()[0]

    def focus_target(self) -> QWidget:
        """Return the line of the selected measure, the page itself without one."""
        line = self.list.line(self._selected()[0])
        return line.button if line is not None else self

    def _selected(self) -> tuple[str, str]:
        """Return the measure and the item that were selected, else those of the code that is shown."""
        state = self.shared.state
        return (state.selected_measure, state.selected_item) if state.selected_measure else self._of_code()

    def _of_code(self) -> tuple[str, str]:
        """Return the measure and the item of the code that is shown, for this date and these places."""
        state = self.shared.state
        found = matching_item(self.shared.store, state.code, state.metal_id, state.context)
        return (found.measure_id, found.item_id) if found is not None else ("", "")

    def _listed_selection(self) -> tuple[str, str]:
        """Return what is selected, or where that is not listed the item of the code."""
        selected = self._selected()
        return selected if self._is_listed(selected[0]) else self._of_code()

    def _is_listed(self, measure_id: str) -> bool:
        general = (m.measure.measure_id for m in self.shared.status.general if m.state != ENDED)
        return self.list.line(measure_id) is not None or measure_id in general

    def _mark_selected(self) -> None:
        """Mark the measure and the item that are selected."""
        measure_id, item_id = self._listed_selection()
        self.list.mark(measure_id, item_id)
        general = measure_id if self.list.line(measure_id) is None else ""
        self._table.mark(general, self.shared.theme.kind("licence").ground)

    def _reveal(self, measure_id: str) -> None:
        """Bring a measure into view, whatever its destination, state and time."""
        if not self._is_listed(measure_id):
            for button in (self._everywhere, self._ended, self._full):
                button.blockSignals(True)
                button.setChecked(True)
                button.blockSignals(False)
            self._fill()
        self.list.open_line(measure_id)
        self._mark_selected()
        for moment in (0, SETTLED_MS):
            QTimer.singleShot(moment, self, self._scroll_to_selected)

    @Slot()
    def _scroll_to_selected(self) -> None:
        """Scroll to the selected measure, and there to its selected item."""
        self.settle()
        measure_id, item_id = self._listed_selection()
        line = self.list.line(measure_id)
        if line is None:
            self._scroll_to(self._general, 0)
            return
        item = line.card.mark_item(item_id) if line.card is not None else -1
        if item >= 0 and line.card is not None:
            self._scroll_to(line.card, item - ABOVE)
        else:
            self._scroll_to(line, 0)

    def _scroll_to(self, target: QWidget, below: int) -> None:
        """Scroll to a place in a part of the page, in pixels from its top."""
        top = target.mapTo(self, QPoint(0, below)).y() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(max(0, top - 12))

    def _fill(self) -> None:
        shared = self.shared
        chart = self._make_chart()
        self._chart.show_chart(chart, shared.theme)
        self._axis.set_theme(shared.theme)
        on_file = listed_measures(
            shared.store,
            shared.metal.metal_id,
            shared.context,
            all_destinations=self._everywhere.isChecked(),
            ended=True,
        )
        drawn = {row.measure_id for row in chart.rows} if isinstance(chart, ChartSpec) else set()
        shown = [m for m in on_file if m.measure.measure_id in drawn]
        remark = _hidden_words(len(on_file) - len(shown), ended_shown=self._ended.isChecked())
        self.list.show_measures(shown, remark)
        self._fill_general()
        self._mark_selected()
        self.calendar.show_metal()
        set_tab_order(
            (self._full, self.calendar.button, self.evidence_button, *self.list.focus_widgets(), self._table)
        )

    def _make_chart(self) -> Chart:
        since: Since = None if self._full.isChecked() else "default"
        return controls(
            self.shared.store,
            self.shared.metal.metal_id,
            self.shared.context,
            since=since,
            all_destinations=self._everywhere.isChecked(),
            show_ended=self._ended.isChecked(),
        )

    def _fill_general(self) -> None:
        shared, context = self.shared, self.shared.context
        refusal = (
            ""
            if self._everywhere.isChecked()
            else not_an_export(shared.store, context.origin, context.destination)
        )
        general = [
            m for m in shared.status.general if (m.state != ENDED or self._ended.isChecked()) and not refusal
        ]
        self._general.setVisible(bool(general))
        self._table.set_rows([self._general_row(m) for m in general])
        self._table.remark = beyond(shared.store, context.as_of)

    def _general_row(self, status: MeasureStatus) -> tuple[Cell, ...]:
        store, measure = self.shared.store, status.measure
        citations = provenance.citations(store, measure.source_ids)
        return (
            Cell(measure_name(measure), tip=citations, key=measure.measure_id),
            Cell(rule_words(store, measure)),
            Cell(start_words(measure, self.shared.context.as_of), measure.effective),
            Cell(state_word(status)),
            Cell(with_dates_in_words(measure.summary)),
        )

    def _source_of(self, measure_id: str) -> RowSource:
        return source_of(self.shared.store, self.shared.store.measures[measure_id].source_ids)

    @Slot(str)
    def _open_document_of(self, measure_id: str) -> None:
        self.shared.state.open_record("document", self.shared.store.measures[measure_id].instrument_id)

    @Slot(bool)
    def _toggled(self, _checked: bool) -> None:
        self._fill()


def _hidden_words(hidden: int, *, ended_shown: bool) -> str:
    """Return how many ended measures are not listed and which switch lists them."""
    if not hidden:
        return ""
    text = (
        ngettext(
            "{count} measure ended before the time shown; choose “Full history” to list it.",
            "{count} measures ended before the time shown; choose “Full history” to list them.",
            hidden,
        )
        if ended_shown
        else ngettext(
            "{count} measure has ended; choose “Show ended” to list it.",
            "{count} measures have ended; choose “Show ended” to list them.",
            hidden,
        )
    )
    return text.format(count=hidden)

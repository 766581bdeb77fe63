"""Controls: the history of each measure as a strip, and the measures as cards."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from explorer.charts.builders import registry
from explorer.charts.spec import Since
from explorer.data.controls.parties import military_measures, purchasing_rules
from explorer.data.controls.pauses import start_words
from explorer.data.controls.special_forms import Form, forms
from explorer.data.controls.status import ENDED, MeasureStatus
from explorer.data.places import not_an_export, place_name
from explorer.data.records import Measure
from explorer.data.words import measure_kind, measure_name, state_word
from explorer.language import gettext, ngettext, paragraph
from explorer.models.table import Cell
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.measure_card import MeasureCard
from explorer.ui.views.metals.page import Page
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import set_style_property
from explorer.ui.widgets.table_view import TableView

SETTLED_MS = 200
AT_ONCE = 2


class TabPage(Page):
    """Past, present and announced measures on the metal."""

    def build(self) -> None:
        self._reveal_selected = bool(self.shared.state.selected_measure)
        self.shared.state.measureSelected.connect(self._measure_selected)
        self._waiting: list[MeasureStatus] = []
        self._next_card = QTimer(self)
        self._next_card.setSingleShot(True)
        self._next_card.setInterval(0)
        self._next_card.timeout.connect(self._add_next)
        self._chart = ChartCard()
        self._everywhere = toggle(gettext("All destinations"))
        self._ended = toggle(gettext("Show ended"))
        self._full = toggle(gettext("Full history"))
        for button in (self._everywhere, self._ended, self._full):
            button.toggled.connect(self._toggled)
            self._chart.add_option(button)
        self.chart_cards = (self._chart,)
        self.column.addWidget(self._chart)
        self._none = label("", "muted")
        self.column.addWidget(self._none)
        self._cards = QWidget()
        self._cards_column = QVBoxLayout(self._cards)
        self._cards_column.setContentsMargins(0, 0, 0, 0)
        self._cards_column.setSpacing(12)
        self.column.addWidget(self._cards)
        self._forms = Card(
            gettext("Compounds and forms listed elsewhere"),
            gettext("They do not affect the metal's status."),
        )
        self._forms_table = TableView(
            (
                gettext("Item"),
                gettext("Document"),
                gettext("Kind"),
                gettext("Destination"),
                gettext("Status"),
                gettext("Wording (shortened)"),
            ),
            gettext("Compounds and forms listed elsewhere"),
        )
        self._forms_table.set_weights(2, 4, 3, 3, 3, 9)
        self._forms.add(self._forms_table)
        self.column.addWidget(self._forms)
        self._general = Card(gettext("General rules and company lists that also apply"))
        header = (
            gettext("Document"),
            gettext("Kind"),
            gettext("Destination"),
            gettext("In force"),
            gettext("Status"),
            gettext("Summary"),
        )
        self._table = TableView(header, gettext("General rules and company lists"))
        self._table.set_weights(4, 3, 3, 2, 3, 8)
        self._general.add(self._table)
        self.column.addWidget(self._general)

    @Slot(str)
    def _measure_selected(self, _measure_id: str) -> None:
        self._reveal_selected = True
        self.invalidate()

    def _reveal(self, measure_id: str) -> None:
        """Bring a measure into view, whatever its destination and state."""
        listed = {m.measure.measure_id for m in self._listed_in_tables() if m.state != ENDED}
        if self._card_of(measure_id) is None and measure_id not in listed:
            for button in (self._everywhere, self._ended):
                button.blockSignals(True)
                button.setChecked(True)
                button.blockSignals(False)
            self._fill()
        for moment in (0, SETTLED_MS):
            QTimer.singleShot(moment, self, self._scroll_to_selected)

    def _listed_in_tables(self) -> tuple[MeasureStatus, ...]:
        """Return the measures that the tables below the cards list."""
        status = self.shared.status
        return (*(form.found for form in forms(self.shared.store, status)), *status.general)

    def _card_of(self, measure_id: str) -> MeasureCard | None:
        return next((card for card in self.cards() if card.measure_id == measure_id), None)

    def cards(self) -> list[MeasureCard]:
        """Return all cards from top to bottom, without those that are about to be deleted."""
        if self._waiting:
            self._add_cards(len(self._waiting))
        items = (self._cards_column.itemAt(i) for i in range(self._cards_column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, MeasureCard)]

    @Slot()
    def _scroll_to_selected(self) -> None:
        card = self._card_of(self.shared.state.selected_measure)
        target = card or (self._forms if self._forms.isVisible() else self._general)
        top = target.mapTo(self, QPoint(0, 0)).y() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(max(0, top - 12))
        if card is not None:
            set_style_property(card, "pointed", True)

    def refresh(self) -> None:
        self._fill()
        measure_id = self.shared.state.selected_measure
        if self._reveal_selected and measure_id:
            self._reveal(measure_id)
        self._reveal_selected = False

    def _fill(self) -> None:
        shared = self.shared
        status = shared.status
        everywhere = self._everywhere.isChecked()
        refusal = (
            ""
            if everywhere
            else not_an_export(shared.store, status.context.origin, status.context.destination)
        )
        since: Since = None if self._full.isChecked() else "default"
        chart = registry.controls(
            shared.store,
            shared.metal.metal_id,
            shared.context,
            since=since,
            all_destinations=everywhere,
        )
        self._chart.show_chart(chart, shared.theme)
        measures = [] if refusal else self._measures()
        shown = [m for m in measures if self._is_shown(m)]
        self._fill_cards(shown)
        hidden = len(measures) - len(shown)
        self._none.setVisible(not shown and not refusal)  # the chart gives the reason
        named = [] if refusal else forms(shared.store, status)
        special = [f for f in named if self._is_shown(f.found)]
        self._forms.setVisible(bool(special))
        self._forms_table.set_rows([self._form_row(f) for f in special])
        self._none.setText(_nothing_text(hidden))
        general = [m for m in status.general if self._is_shown(m) and not refusal]
        self._general.setVisible(bool(general))
        self._table.set_rows([self._general_row(m) for m in general])

    def _is_shown(self, status: MeasureStatus) -> bool:
        return status.state != ENDED or self._ended.isChecked()

    def _measures(self) -> list[MeasureStatus]:
        """Return the measures for the destination, or for all: the strictest first, ended ones last."""
        shared = self.shared
        measures = {m.measure.measure_id: m for m in shared.status.measures}
        if self._everywhere.isChecked():
            for destination in sorted({m.destination for m in shared.store.measures.values()}):
                for m in shared.controls.status(
                    shared.metal.metal_id, replace(shared.context, destination=destination)
                ).measures:
                    measures.setdefault(m.measure.measure_id, m)
        else:
            for m in military_measures(shared.store, shared.status):
                measures.setdefault(m.measure.measure_id, m)
        for m in purchasing_rules(shared.store, shared.status):
            measures.setdefault(m.measure.measure_id, m)
        return sorted(measures.values(), key=lambda m: (m.state == ENDED, -m.rank))

    def _fill_cards(self, measures: list[MeasureStatus]) -> None:
        while self._cards_column.count():
            item = self._cards_column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._waiting = list(measures)
        self._add_cards(AT_ONCE)

    def _add_cards(self, count: int) -> None:
        """Build the next cards; later ones are built one by one, so that the page appears at once."""
        for status in self._waiting[:count]:
            card = MeasureCard(self.shared, status)
            card.sourceRequested.connect(self.shared.state.select_source)
            self._cards_column.addWidget(card)
        self._waiting = self._waiting[count:]
        if self._waiting:
            self._next_card.start()
        else:
            self._set_tab_order()

    @Slot()
    def _add_next(self) -> None:
        self._add_cards(1)

    def _set_tab_order(self) -> None:
        for table in (self._forms_table, self._table):  # the reading order
            QWidget.setTabOrder(self._before_in_tab_order(table), table)

    def _before_in_tab_order(self, table: TableView) -> QWidget:
        """Return the last widget in the tab order before a table below the cards."""
        if table is self._table:
            return self._forms_table
        buttons = [b for card in self.cards()[-1:] for b in card.findChildren(QPushButton)]
        return buttons[-1] if buttons else self._full

    def _form_row(self, form: Form) -> tuple[Cell, ...]:
        store, measure = self.shared.store, form.found.measure
        return (
            Cell(form.item.control_code or form.item.item_no or ""),
            Cell(measure_name(measure), tip=provenance.citations(store, form.item.source_ids)),
            Cell(measure_kind(measure)),
            Cell(self._where(measure)),
            Cell(state_word(form.found)),
            Cell(form.item.description, tip=form.item.description),
        )

    def _where(self, measure: Measure) -> str:
        return place_name(self.shared.store, measure.destination)

    def _general_row(self, status: MeasureStatus) -> tuple[Cell, ...]:
        store, measure = self.shared.store, status.measure
        return (
            Cell(measure_name(measure), tip=provenance.citations(store, measure.source_ids)),
            Cell(measure_kind(measure)),
            Cell(self._where(measure)),
            Cell(start_words(measure, self.shared.state.context.as_of), measure.effective),
            Cell(state_word(status)),
            Cell(measure.summary, tip=measure.summary),
        )

    def _toggled(self, _checked: bool) -> None:
        self._fill()


def _nothing_text(ended: int) -> str:
    """Return the message where no measure is shown; `ended` ones are hidden."""
    nothing = gettext("No measure on file applies to this metal on this date for this destination.")
    if not ended:
        return nothing
    hidden = ngettext(
        "{count} measure has ended; choose “Show ended” to see it.",
        "{count} measures have ended; choose “Show ended” to see them.",
        ended,
    )
    return paragraph((nothing, hidden.format(count=ended)))

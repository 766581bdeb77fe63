"""The verdict on the code that was looked up, above the Controls tab, with the metals that have an item under it."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.data.finding.code_cause import cause_lines
from explorer.data.finding.code_verdicts import (
    matching_item,
    verdict_on,
    verdict_pill,
    verdict_sentence,
    verdict_words,
)
from explorer.data.metal_names import short_name
from explorer.data.places import not_an_export, place_name
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP

SIDE = 5 * STEP


class CodeNote(QWidget):
    """Shows the code of the state with its verdict for date, origin and destination, on the Controls tab only."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SIDE, 2 * STEP, SIDE, 0)
        box = QFrame()
        box.setProperty("role", "card")
        outer.addWidget(box)
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(3 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        self._column.setSpacing(STEP)
        self.verdict, self.applies = Pill(), Pill()
        self.question = label("", "muted")
        self.close_button = link_button(gettext("Close"))
        self.close_button.setAccessibleName(gettext("Close code verdict"))
        self.close_button.clicked.connect(self._close)
        first = QHBoxLayout()
        first.setSpacing(2 * STEP)
        first.addWidget(self.verdict)
        first.addWidget(self.applies)
        first.addWidget(self.question, 1)
        first.addWidget(self.close_button)
        self._column.addLayout(first)
        self.sentence, self.causes = label("", "heading"), label("", "muted")
        for part in (self.sentence, self.causes):
            self._column.addWidget(part)
        self._metals: QWidget | None = None
        self._shown_metals: tuple[str, ...] = ()
        shared.state.codeChanged.connect(self.show_code)
        shared.state.metalChanged.connect(self.show_code)
        shared.state.tabChanged.connect(self.show_code)
        self.show_code()

    @Slot()
    def show_code(self) -> None:
        """Show the verdict for the state, or nothing where no code is shown."""
        shared, context = self._shared, self._shared.context
        found = verdict_on(shared.store, shared.state.code, context)
        self.setVisible(found is not None and shared.state.tab == "controls")
        if found is None:
            return
        from explorer.data.finding.code_explanation_text import military_line  # which a start does not need

        code, verdict = found
        question = gettext("{origin} to {destination} · {day}").format(
            origin=place_name(shared.store, context.origin),
            destination=place_name(shared.store, context.destination),
            day=show(context.as_of),
        )
        refusal = not_an_export(shared.store, context.origin, context.destination)
        self.question.setText(question)
        self.sentence.setText(refusal or verdict_sentence(code, verdict))
        lines = [
            *cause_lines(shared.store, verdict, context.as_of),
            military_line(shared.store, verdict, context),
        ]
        causes = "" if refusal else "\n".join(filter(None, lines))
        self.causes.setText(causes)
        self.causes.setVisible(bool(causes))
        words, state = verdict_pill(verdict)
        self.verdict.show_status("" if refusal else verdict_words(verdict), "none", shared.theme)
        self.applies.show_status("" if refusal else words, state, shared.theme)
        for pill in (self.verdict, self.applies):
            pill.setVisible(bool(pill.text()))
        self._show_metals(verdict.metal_ids)

    def _show_metals(self, metal_ids: tuple[str, ...]) -> None:
        """Offer the metals with an item under the code, where there are several."""
        shown = (self._shared.state.metal_id, *metal_ids)
        if shown == self._shown_metals:
            return
        self._shown_metals = shown
        if self._metals is not None:
            self._column.removeWidget(self._metals)
            self._metals.hide()
            self._metals.deleteLater()
            self._metals = None
        if len(metal_ids) < 2:
            return
        self._metals = QWidget()
        flow = FlowLayout(self._metals, spacing=STEP)
        flow.addWidget(label(gettext("Metals under this code:"), "muted", wrap=False))
        for metal_id in metal_ids:
            button = link_button(short_name(self._shared.store.metal(metal_id)))
            button.setEnabled(metal_id != self._shared.state.metal_id)
            button.clicked.connect(partial(self._show_metal, metal_id))
            flow.addWidget(button)
        self._column.addWidget(self._metals)

    def _show_metal(self, metal_id: str) -> None:
        """Show the item of another metal under the same code."""
        state = self._shared.state
        code = state.code
        item = matching_item(self._shared.store, code, metal_id, state.context)
        state.set_metal(metal_id)
        state.show_code(code)
        if item is not None:
            state.select_measure(item.measure_id, item.item_id)

    @Slot()
    def _close(self) -> None:
        self._shared.state.show_code("")

"""The measures as lines, grouped by state; a line that was opened stays open while date and places change."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explorer.data.controls.measure_list import by_state
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, MeasureStatus
from explorer.language import gettext, gettext_noop
from explorer.ui.cards.measures.line import MeasureLine
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

_HEADINGS = {
    IN_FORCE: gettext_noop("In force ({count})"),
    SUSPENDED: gettext_noop("Paused ({count})"),
    ANNOUNCED: gettext_noop("Announced ({count})"),
    ENDED: gettext_noop("Ended ({count})"),
}


class MeasureList(Card):
    """Shows measures as lines; `lineShown` asks the page to bring a line into view."""

    lineShown = Signal(QWidget)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Measures"), parent=parent)
        self._shared = shared
        self._metal_id = ""
        self._open: set[str] = set()
        self._lines: dict[str, MeasureLine] = {}
        self._headings = {state: _heading() for state in _HEADINGS}
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.remark = label("", "muted")
        self.add(self.remark)

    def lines(self) -> list[MeasureLine]:
        """Return the lines from top to bottom."""
        return list(self._lines.values())

    def line(self, measure_id: str) -> MeasureLine | None:
        """Return the line of a measure, None where it is not listed."""
        return self._lines.get(measure_id)

    def show_measures(self, measures: Sequence[MeasureStatus], remark: str) -> None:
        """Show measures in their order, with a remark on what is not listed."""
        metal_id = self._shared.state.metal_id
        if metal_id != self._metal_id:
            self._metal_id = metal_id
            self._open.clear()
        self._clear(m.measure.measure_id for m in measures)
        lines: dict[str, MeasureLine] = {}
        for state, group in by_state(measures):
            heading = self._headings[state]
            heading.setText(gettext(_HEADINGS[state]).format(count=len(group)))
            self._rows.addWidget(heading)
            heading.show()  # once it has a parent, without which it would be a window
            for status in group:
                measure_id = status.measure.measure_id
                line = self._lines.get(measure_id) or self._make_line()
                line.show_measure(status, is_open=measure_id in self._open)
                self._rows.addWidget(line)
                lines[measure_id] = line
        self._lines = lines
        self._align()
        self._set_tab_order()
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.setVisible(bool(measures) or bool(remark))

    def mark(self, measure_id: str, item_id: str = "") -> None:
        """Mark the line of a measure as the selected one, and an item on its card."""
        for line in self._lines.values():
            line.mark(selected=line.measure_id == measure_id, item_id=item_id)

    def open_line(self, measure_id: str) -> None:
        """Open the line of a measure, if it is listed."""
        line = self._lines.get(measure_id)
        if line is not None:
            line.button.setChecked(True)

    def _make_line(self) -> MeasureLine:
        line = MeasureLine(self._shared)
        line.toggled.connect(self._toggled)
        line.stepRequested.connect(self._step)
        return line

    def _clear(self, kept: Iterable[str]) -> None:
        """Take all rows out of the layout, and delete the lines of measures that are not kept."""
        kept = set(kept)
        for heading in self._headings.values():
            self._rows.removeWidget(heading)
            heading.hide()
        for measure_id, line in self._lines.items():
            self._rows.removeWidget(line)
            if measure_id not in kept:
                line.hide()
                line.deleteLater()

    def _align(self) -> None:
        """Give the states and the ends of all lines the same widths."""
        widths = [line.button.column_widths() for line in self._lines.values()]
        for line in self._lines.values():
            line.button.set_column_widths(max(w[0] for w in widths), max(w[1] for w in widths))

    def focus_widgets(self) -> list[QWidget]:
        """Return what the Tab key reaches in the list, in reading order."""
        return [widget for line in self._lines.values() for widget in line.focus_widgets()]

    def _set_tab_order(self) -> None:
        set_tab_order(self.focus_widgets())

    @Slot(str, bool)
    def _toggled(self, measure_id: str, is_open: bool) -> None:
        if is_open:
            self._open.add(measure_id)
        else:
            self._open.discard(measure_id)
        self._set_tab_order()

    @Slot(str, int)
    def _step(self, measure_id: str, step: int) -> None:
        """Go to the line above or below."""
        ids = list(self._lines)
        position = ids.index(measure_id) + step
        if 0 <= position < len(ids):
            line = self._lines[ids[position]]
            line.button.setFocus()
            self.lineShown.emit(line.button)


def _heading() -> QLabel:
    """Return the label above the lines of one state."""
    heading = label("", "muted")
    heading.setContentsMargins(0, 2 * STEP, 0, STEP)
    return heading

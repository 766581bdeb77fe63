"""The legend of the periodic table: the steps with their limits, or the statuses that occur, and what is unknown."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.charts.plot.painting import painting
from explorer.charts.plot.tile_looks import (
    NOTHING,
    Look,
    bound_look,
    not_on_file,
    paint_ground,
    state_look,
    step_look,
)
from explorer.charts.plot.tiles import FLAGGED
from explorer.data.controls.pill import PILL_STATES, state_label
from explorer.data.periodic.bounds import bound_label
from explorer.data.periodic.coloured_table import ColouredTable
from explorer.data.periodic.colourings import STATUS, legend
from explorer.guard import guarded
from explorer.language import gettext
from explorer.palette import Theme
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout, clear_layout
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP

HEIGHT, SIDE = 20, 8


@guarded
class Sample(QLabel):
    """A step in words on its colour, hatched where it stands for unknown values."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__(text)
        self.setProperty("role", "pill")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._look = look

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * SIDE, max(HEIGHT, metrics.height() + 2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(QPainter(self)) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect())
            paint_ground(painter, box, self._look)
            painter.setPen(QColor(self._look.colours.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class Legend(QWidget):
    """Shows the samples in lines, and below them how to read the figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        holder = QWidget()
        self._flow = FlowLayout(holder)
        self.samples: list[QLabel] = []
        self.notes = label("", "small")
        column.addWidget(holder)
        column.addWidget(self.notes)

    def show_table(self, found: ColouredTable, theme: Theme) -> None:
        """Show the legend of a colouring."""
        clear_layout(self._flow)
        self.samples = self._samples(found, theme)
        for sample in self.samples:
            self._flow.addWidget(sample)
        values = found.values.values()
        notes = list(found.notes)
        if any(value.flags for value in values):
            text = gettext("{sign} marks a figure with a remark, which the card names.")
            if found.colouring == STATUS:
                text = gettext("{sign} marks a presumed status: no notice confirms it.")
                if any(gettext("your entry") in value.flags for value in values):
                    text = gettext(
                        "{sign} marks a status that is presumed or based on your entry; the card says which."
                    )
            notes.insert(0, text.format(sign=FLAGGED))
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _samples(self, found: ColouredTable, theme: Theme) -> list[QLabel]:
        values = found.values.values()
        if found.colouring == STATUS:
            present = {value.state for value in values}
            samples: list[QLabel] = [
                Pill(state_label(state), state, theme)
                for state in PILL_STATES
                if state in present and state != NOTHING
            ]
            samples.append(Sample(state_label(NOTHING), state_look(NOTHING, theme)))
        else:
            samples = [
                Sample(step.label, step_look(step.number, found.colouring, theme))
                for step in legend(found.colouring)
            ]
        bounds = bound_label(values)
        if bounds:
            samples.append(Sample(bounds, bound_look(theme)))
        if not all(value.is_known for value in values):
            samples.append(Sample(gettext("unknown"), step_look(None, found.colouring, theme)))
        samples.append(Sample(gettext("element not covered"), not_on_file(theme)))
        return samples

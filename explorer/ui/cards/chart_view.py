"""A chart in the window: plot, control dates, notes and sources; or the reason why there is no chart.

The plotting library takes longer to import than all the rest: it comes when the first chart is on the screen, as a
sketch, whose place the plot takes.
"""

import html
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.charts.output.sizes import preferred_height
from explorer.charts.spec import Chart, ChartSpec, Missing
from explorer.charts.words import summary
from explorer.data.dates import show
from explorer.guard import guarded
from explorer.palette import LIGHT, Theme

if TYPE_CHECKING:
    from explorer.charts.plot.first_paint import Sketch
    from explorer.charts.plot.view import PlotView

UNSEEN_MS = 1_000
MIN_WIDTH, MIN_HEIGHT, REASON_HEIGHT = 280, 260, 64
PLOT_MODULE = "explorer.charts.plot.view"


@guarded
class ChartView(QWidget):
    """Shows a description; keys walk through its points and Ctrl+S asks for an image."""

    exportRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._theme = LIGHT
        self.plot: PlotView | None = None
        self.sketch: Sketch | None = None
        self._unseen = QTimer(self)  # out of sight a sketch is not painted
        self._unseen.setSingleShot(True)
        self._unseen.timeout.connect(self.ensure_plot)
        self._drawn: ChartSpec | None = None
        self._at: int | None = None
        self._came_by_key = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(MIN_WIDTH)
        self.reason = _label(0)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._events, self._notes, self._sources = _label(0), _label(-1), _label(-1)
        self._events.setTextFormat(Qt.TextFormat.RichText)
        self.plot_area = QWidget()
        self._inside = QVBoxLayout(self.plot_area)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.point_label = QLabel(self)
        self.point_label.setTextFormat(Qt.TextFormat.RichText)
        self.point_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.point_label.hide()
        self._lay_out()
        self.set_spec(None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.plot_area, 1)
        layout.addWidget(self.reason, 1)
        for widget in (self._events, self._notes, self._sources):
            layout.addWidget(widget)
        layout.addStretch(0)

    # what is shown

    def spec(self) -> Chart | None:
        """Return the description shown, or the reason why there is none."""
        return self._chart

    @property
    def is_drawn(self) -> bool:
        """Whether the plot is there, with its points where it has any."""
        return self._drawn is self._chart

    def set_spec(self, chart: Chart | None) -> None:
        """Show a chart, or why there is none."""
        self._chart = chart
        spec = chart if isinstance(chart, ChartSpec) else None
        self._forget_drawing()
        title = chart.title if chart is not None else ""
        self._fill(self.reason, chart.reason if isinstance(chart, Missing) else "")
        self._fill(self._events, self._events_html(spec) if spec else "")
        self._fill(self._notes, " ".join(spec.notes) if spec else "")
        self._fill(self._sources, spec.sources_text if spec else "")
        self.plot_area.setVisible(spec is not None)
        self.setAccessibleName(title or self.tr("Chart"))
        self.setAccessibleDescription(summary.sentence(chart) if chart is not None else "")
        self._fit()
        self._want_plot()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        if self._theme is theme:
            return
        self._theme = theme
        self.set_spec(self._chart)

    @Slot()
    def ensure_plot(self) -> None:
        """Draw the plot now, importing what it needs, in the place of a sketch."""
        if self._drawn is self._chart or not isinstance(self._chart, ChartSpec):
            return
        self._drawn = self._chart
        if self.plot is not None:
            self.plot.setAccessibleName(self._chart.title)
            self.plot.show_spec(self._chart, self._theme)
            self._drop_sketch()
            return
        from explorer.charts.plot.view import PlotView

        self.plot = PlotView(self._chart, self._theme)
        self.plot.hovered.connect(self._point_hovered)
        if self.sketch is not None:  # it covers the plot until that is painted
            self._inside.removeWidget(self.sketch)
            self.plot.appeared.connect(self._drop_sketch, Qt.ConnectionType.QueuedConnection)
        self._put(self.plot)
        if self.sketch is not None:
            self.sketch.raise_()
        if self._came_by_key and self.hasFocus():
            self.plot.mark(0)

    @Slot()
    def _drop_sketch(self) -> None:
        if self.sketch is not None:
            self.sketch.hide()
            self.sketch.deleteLater()
            self.sketch = None

    def _show_sketch(self, spec: ChartSpec) -> None:
        """Draw without the plotting library, which is imported once this is on the screen."""
        from explorer.charts.plot.first_paint import Sketch

        if self.sketch is not None:
            self.sketch.show_spec(spec, self._theme)
            self.sketch.setAccessibleName(spec.title)
            return
        self.sketch = Sketch(spec, self._theme)
        self.sketch.painted.connect(self.ensure_plot, Qt.ConnectionType.QueuedConnection)
        self._put(self.sketch)
        self._unseen.start(UNSEEN_MS)

    def _put(self, drawing: QWidget) -> None:
        drawing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        drawing.setAccessibleName(self._chart.title if self._chart is not None else "")
        self._inside.addWidget(drawing)

    def _fill(self, label: QLabel, text: str) -> None:
        colour = self._theme.text if label is self._events else self._theme.muted
        if label.property("ink") != colour:  # dressing a label costs more than filling it
            label.setProperty("ink", colour)
            label.setStyleSheet(f"color: {colour}; background: transparent;")
        label.setText(text)
        label.setVisible(bool(text))

    def _events_html(self, spec: ChartSpec) -> str:
        """Return the control dates with their numbers in colour; a date is not torn apart."""
        parts = []
        for number, event in enumerate(spec.events, start=1):
            ink = self._theme.kind(event.kind, event.state).ink
            day = show(event.day).replace(" ", "&nbsp;")
            parts.append(f'<b style="color:{ink}">{number}</b>&nbsp;{day} {html.escape(event.label)}')
        return "&nbsp;&nbsp; ".join(parts)

    def _want_plot(self) -> None:
        if not self.isVisible() or not isinstance(self._chart, ChartSpec):
            return
        if PLOT_MODULE in sys.modules:
            self.ensure_plot()
        else:
            self._show_sketch(self._chart)

    def _forget_drawing(self) -> None:
        self._at = None
        self.point_label.hide()
        self._drawn = None

    # size

    def sizeHint(self) -> QSize:
        """Ask for the height at which the chart looks well."""
        width = max(self.width(), 420)
        return QSize(width, super().sizeHint().height())

    def _fit(self) -> None:
        """Give the plot the height that its rows, or its width, call for."""
        if not isinstance(self._chart, ChartSpec):
            self.setMinimumHeight(REASON_HEIGHT)
            return
        height = round(preferred_height(self._chart, max(self.width(), MIN_WIDTH)))
        self.setMinimumHeight(0 if self._chart.horizontal else MIN_HEIGHT)
        if self._chart.horizontal:
            self.plot_area.setFixedHeight(height)
        else:
            self.plot_area.setMinimumHeight(height)
            self.plot_area.setMaximumHeight(16777215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the plot's height to the new width."""
        self.point_label.hide()
        if event.size().width() != event.oldSize().width():
            self._fit()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the plot once the window is up."""
        super().showEvent(event)
        self._want_plot()

    # points

    @Slot(object)
    def _point_hovered(self, index: int | None) -> None:
        self._go_to(index)

    def _go_to(self, index: int | None) -> None:
        """Mark a point and show what it says beside it, to eyes and to screen readers."""
        self._at = index
        if self.plot is None or self._drawn is None or not isinstance(self._chart, ChartSpec):
            return
        self.plot.mark(index)
        if index is None or index >= len(self.plot.hits()):
            self.point_label.hide()
            self.setAccessibleDescription(summary.sentence(self._chart))
            return
        hit = self.plot.hits()[index]
        lines = summary.describe(self._chart, hit.series, hit.index)
        self.setAccessibleDescription(", ".join(lines))
        first, *rest = (html.escape(line) for line in lines)
        self.point_label.setText("<br>".join((f"<b>{first}</b>", *rest)))
        self._place_point_label(self.plot.mapTo(self, hit.at.toPoint()))

    def _place_point_label(self, at: QPoint) -> None:
        theme = self._theme
        self.point_label.setStyleSheet(
            f"color: {theme.text}; background: {theme.surface}; border: 1px solid {theme.axis};"
            "border-radius: 4px; padding: 4px 7px;"
        )
        self.point_label.setWordWrap(False)
        self.point_label.setMinimumWidth(0)
        self.point_label.setMaximumWidth(16777215)
        self.point_label.adjustSize()
        room = min(360, self.width() - 8)
        if self.point_label.width() > room:
            self.point_label.setWordWrap(True)
            self.point_label.setFixedWidth(room)
            self.point_label.adjustSize()
        x = min(max(at.x() + 12, 4), self.width() - self.point_label.width() - 4)
        above = at.y() - self.point_label.height() - 12
        y = above if above >= 0 else min(at.y() + 14, self.height() - self.point_label.height())
        self.point_label.move(x, max(y, 0))
        self.point_label.show()
        self.point_label.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the points with the arrow keys; Ctrl+S asks for an image, Escape lets go of a point."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.exportRequested.emit()
            return
        step = self._step(event.key())
        count = len(self.plot.hits()) if self.plot is not None and self._drawn is not None else 0
        if event.key() == Qt.Key.Key_Escape and self._at is not None:
            self._go_to(None)
        elif step is not None and count:
            start = -1 if self._at is None and step > 0 else count if self._at is None else self._at
            self._go_to(min(max(start + step, 0), count - 1))
        else:
            super().keyPressEvent(event)

    def _step(self, key: int) -> int | None:
        """Return by how many points a key moves, None for a key that does not."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
        if isinstance(self._chart, ChartSpec) and self._chart.horizontal:
            steps |= {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        return steps.get(Qt.Key(key))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the first point, so that a reader who came by key sees where the focus is."""
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._came_by_key = event.reason() in by_key
        if self.plot is not None and self._came_by_key:
            self.plot.mark(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the point when the focus leaves."""
        self._go_to(None)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set the labels' sizes anew where the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_sources"):
            for label, step in ((self._events, 0), (self._notes, -1), (self._sources, -1)):
                _size(label, self.font(), step)


def _label(step: int) -> QLabel:
    """Return a wrapping label whose text is `step` points larger than the widget's, and can be selected."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    _size(label, label.font(), step)
    return label


def _size(label: QLabel, base: QFont, step: int) -> None:
    font = QFont(base)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() + step)
    label.setFont(font)

"""A chart in the window: plot, control dates, notes and sources.

The plotting library takes longer to import than everything else, so it is imported after the first chart is on the
screen as a sketch, which the plot then replaces.
"""

import html
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.charts.output.sizes import preferred_height
from explorer.charts.spec import Chart, ChartSpec
from explorer.charts.words import summary
from explorer.data.dates import show
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.palette import LIGHT, Theme
from explorer.ui.cards.point_label import NO_LIMIT, PointLabel
from explorer.ui.widgets.running_text import TextLabel
from explorer.ui.widgets.style import SMALL, TEXT, resized

if TYPE_CHECKING:
    from explorer.charts.plot.static_plot import StaticPlot
    from explorer.charts.plot.view import PlotView

SKETCH_TIMEOUT_MS = 1_000
MIN_WIDTH, MIN_HEIGHT = 280, 260
PLOT_MODULE = "explorer.charts.plot.view"


@guarded
class ChartView(QWidget):
    """Shows a chart; the arrow keys go through its points and Ctrl+S requests an export."""

    exportRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._theme = LIGHT
        self.plot: PlotView | None = None
        self.sketch: StaticPlot | None = None
        self._sketch_timer = QTimer(self)  # a sketch outside the visible area is never painted
        self._sketch_timer.setSingleShot(True)
        self._sketch_timer.timeout.connect(self.ensure_plot)
        self._drawn_chart: ChartSpec | None = None
        self._point: int | None = None
        self._focused_by_key = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(MIN_WIDTH)
        self._events, self._notes, self._sources = _label(TEXT), _label(SMALL), _label(SMALL)
        self._events.setTextFormat(Qt.TextFormat.RichText)
        self.plot_area = QWidget()
        self._plot_layout = QVBoxLayout(self.plot_area)
        self._plot_layout.setContentsMargins(0, 0, 0, 0)
        self.point_label = PointLabel(self)
        self._lay_out()
        self.set_spec(None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.plot_area, 1)
        for widget in (self._events, self._notes, self._sources):
            layout.addWidget(widget)
        layout.addStretch(0)

    # what is shown

    def spec(self) -> Chart | None:
        """Return the description shown, or the reason why none can be shown."""
        return self._chart

    @property
    def is_drawn(self) -> bool:
        """Whether the plot of the current description is drawn."""
        return self._drawn_chart is self._chart

    def set_spec(self, chart: Chart | None) -> None:
        """Show a chart; nothing is drawn where there is only the reason why none can be shown."""
        self._chart = chart
        spec = chart if isinstance(chart, ChartSpec) else None
        self._clear_drawing()
        title = chart.title if chart is not None else ""
        self._set_label(self._events, self._events_html(spec) if spec else "")
        self._set_label(self._notes, paragraph(spec.notes) if spec else "")
        self._set_label(self._sources, spec.sources_text if spec else "")
        self.plot_area.setVisible(spec is not None)
        self.setAccessibleName(title or gettext("Chart"))
        self.setAccessibleDescription(summary.sentence(chart) if chart is not None else "")
        self._set_height()
        self._draw_or_sketch()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        if self._theme is theme:
            return
        self._theme = theme
        self.set_spec(self._chart)

    @Slot()
    def ensure_plot(self) -> None:
        """Draw the plot now, importing the plotting library, and replace a sketch."""
        if self._drawn_chart is self._chart or not isinstance(self._chart, ChartSpec):
            return
        self._drawn_chart = self._chart
        if self.plot is not None:
            self.plot.setAccessibleName(self._chart.title)
            self.plot.show_spec(self._chart, self._theme)
            self._remove_sketch()
            return
        from explorer.charts.plot.view import PlotView

        self.plot = PlotView(self._chart, self._theme)
        self.plot.hovered.connect(self._point_hovered)
        if self.sketch is not None:  # it covers the plot until the plot is painted
            self._plot_layout.removeWidget(self.sketch)
            self.plot.appeared.connect(self._remove_sketch, Qt.ConnectionType.QueuedConnection)
        self._add_drawing(self.plot)
        if self.sketch is not None:
            self.sketch.raise_()
        if self._focused_by_key and self.hasFocus():
            self.plot.highlight(0)

    @Slot()
    def _remove_sketch(self) -> None:
        if self.sketch is not None:
            self.sketch.hide()
            self.sketch.deleteLater()
            self.sketch = None

    def _show_sketch(self, spec: ChartSpec) -> None:
        """Draw without the plotting library, which is imported once the sketch is painted."""
        from explorer.charts.plot.static_plot import StaticPlot

        if self.sketch is not None:
            self.sketch.show_spec(spec, self._theme)
            self.sketch.setAccessibleName(spec.title)
            return
        self.sketch = StaticPlot(spec, self._theme)
        self.sketch.painted.connect(self.ensure_plot, Qt.ConnectionType.QueuedConnection)
        self._add_drawing(self.sketch)
        self._sketch_timer.start(SKETCH_TIMEOUT_MS)

    def _add_drawing(self, drawing: QWidget) -> None:
        drawing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        drawing.setAccessibleName(self._chart.title if self._chart is not None else "")
        self._plot_layout.addWidget(drawing)

    def _set_label(self, label: QLabel, text: str) -> None:
        colour = self._theme.text if label is self._events else self._theme.muted
        if label.property("ink") != colour:  # a style sheet takes longer to set than a text
            label.setProperty("ink", colour)
            label.setStyleSheet(f"color: {colour}; background: transparent;")
        label.setText(text)
        label.setVisible(bool(text))

    def _events_html(self, spec: ChartSpec) -> str:
        """Return the control dates as HTML, with coloured numbers and without line breaks inside a date."""
        parts = []
        for number, event in enumerate(spec.events, start=1):
            ink = self._theme.kind(event.kind).ink
            day = show(event.day).replace(" ", "&nbsp;")
            parts.append(f'<b style="color:{ink}">{number}</b>&nbsp;{day} {html.escape(event.label)}')
        return "&nbsp;&nbsp; ".join(parts)

    def _draw_or_sketch(self) -> None:
        if not self.isVisible() or not isinstance(self._chart, ChartSpec):
            return
        if PLOT_MODULE in sys.modules:
            self.ensure_plot()
        else:
            self._show_sketch(self._chart)

    def _clear_drawing(self) -> None:
        self._point = None
        self.point_label.hide()
        self._drawn_chart = None

    # size

    def sizeHint(self) -> QSize:
        """Return the preferred size in pixels."""
        width = max(self.width(), 420)
        return QSize(width, super().sizeHint().height())

    def _set_height(self) -> None:
        """Set the height of the plot that suits its rows, or its width."""
        if not isinstance(self._chart, ChartSpec):
            self.setMinimumHeight(0)
            return
        height = round(preferred_height(self._chart, max(self.width(), MIN_WIDTH)))
        self.setMinimumHeight(0 if self._chart.horizontal else MIN_HEIGHT)
        if self._chart.horizontal:
            self.plot_area.setFixedHeight(height)
        else:
            self.plot_area.setMinimumHeight(height)
            self.plot_area.setMaximumHeight(NO_LIMIT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adjust the height of the plot to the new width."""
        self.point_label.hide()
        if event.size().width() != event.oldSize().width():
            self._set_height()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the plot when the chart becomes visible."""
        super().showEvent(event)
        self._draw_or_sketch()

    # points

    @Slot(object)
    def _point_hovered(self, index: int | None) -> None:
        self._show_point(index)

    def _show_point(self, index: int | None) -> None:
        """Highlight a point and show its text, also to screen readers; None shows no point."""
        self._point = index
        if self.plot is None or self._drawn_chart is None or not isinstance(self._chart, ChartSpec):
            return
        self.plot.highlight(index)
        if index is None or index >= len(self.plot.hits()):
            self.point_label.hide()
            self.setAccessibleDescription(summary.sentence(self._chart))
            return
        hit = self.plot.hits()[index]
        lines = summary.describe(self._chart, hit.series, hit.index)
        self.setAccessibleDescription(", ".join(lines))
        self.point_label.show_at(lines, self.plot.mapTo(self, hit.at.toPoint()), self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the points with the arrow keys; Ctrl+S requests an export, Escape leaves the points."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.exportRequested.emit()
            return
        step = self._step(event.key())
        count = len(self.plot.hits()) if self.plot is not None and self._drawn_chart is not None else 0
        if event.key() == Qt.Key.Key_Escape and self._point is not None:
            self._show_point(None)
        elif step is not None and count:
            start = -1 if self._point is None and step > 0 else count if self._point is None else self._point
            self._show_point(min(max(start + step, 0), count - 1))
        else:
            super().keyPressEvent(event)

    def _step(self, key: int) -> int | None:
        """Return by how many points a key moves, None for other keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
        if isinstance(self._chart, ChartSpec) and self._chart.horizontal:
            steps |= {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        return steps.get(Qt.Key(key))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Highlight the first point when the focus arrives by keyboard."""
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._focused_by_key = event.reason() in by_key
        if self.plot is not None and self._focused_by_key:
            self.plot.highlight(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the text of the point."""
        self._show_point(None)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Update the sizes of the labels when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_sources"):
            for label, size in ((self._events, TEXT), (self._notes, SMALL), (self._sources, SMALL)):
                label.setFont(resized(self.font(), size))


def _label(size: int) -> QLabel:
    """Return a label that wraps and can be selected, with text of a size in pixels."""
    label = TextLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFont(resized(label.font(), size))
    return label

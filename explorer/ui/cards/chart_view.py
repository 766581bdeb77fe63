"""A chart in the window: plot, control dates, notes and sources.

The plotting library takes longer to import than everything else, so the first chart is drawn after its view is
painted, or has its place. A chart outside the visible area is drawn once it is scrolled into it, or after a time.
"""

import sys
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.charts import summary
from explorer.charts.plot.shape import Shape
from explorer.charts.same_drawing import looks_same
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Chart, ChartSpec
from explorer.charts.zoom import OVERVIEW_HEIGHT, has_overview
from explorer.guard import guarded
from explorer.language import gettext
from explorer.palette import LIGHT, Theme
from explorer.ui.cards import chart_accessibility
from explorer.ui.cards.chart_range import ChartRange
from explorer.ui.cards.chart_text import ChartText
from explorer.ui.cards.point_label import NO_LIMIT, PointLabel

if TYPE_CHECKING:
    from explorer.charts.plot.view import PlotView

LONGEST_WAIT_MS = 1_000
MIN_WIDTH, MIN_HEIGHT = 280, 260
PLOT_MODULE = "explorer.charts.plot.view"


@guarded
class ChartView(QWidget):
    """Shows a chart; the arrow keys go through its points.

    `drawn` reports that the plot of another chart, or theme, is there. `documentOpened` reports the document of a row
    that was clicked, or opened with Enter; `pointReached` the place of a point that a key has reached. On a map, a
    click or Enter reports a country; `pointShown` reports the Point that is read, None when none is. A view that
    `waits_for_layout` draws its chart later, since its size is not known yet.
    """

    waits_for_layout = False

    asOfDragged = Signal(date, bool)
    baseDragged = Signal(date, bool)
    chartChanged = Signal()
    drawn = Signal()
    seriesClicked = Signal(str)
    documentOpened = Signal(str)
    pointReached = Signal(QPoint)
    placeClicked = Signal(str)
    placeHovered = Signal(str)
    pointShown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._shape: Shape | None = None
        self._theme = LIGHT
        self.plot: PlotView | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.ensure_plot)
        self._drawn_chart: ChartSpec | None = None
        self._point: int | None = None
        self._focused_by_key = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(MIN_WIDTH)
        self.texts = ChartText()
        self.plot_area = QWidget()
        self._plot_layout = QVBoxLayout(self.plot_area)
        self._plot_layout.setContentsMargins(0, 0, 0, 0)
        self.point_label = PointLabel(self)
        self.range = ChartRange(self)
        self.range.changed.connect(self._leave_point)
        self.range.settled.connect(self._show_texts)
        self.range.measured.connect(self._describe)
        self._lay_out()
        self.set_spec(None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.range.buttons)
        layout.addWidget(self.plot_area, 1)
        layout.addWidget(self.texts)
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
        """Show a chart; nothing is drawn where there is only the reason why none can be shown, or the same again."""
        if isinstance(chart, ChartSpec) and self._reuse_for(chart):
            return
        self._chart = chart
        self._shape = shape_of(chart) if isinstance(chart, ChartSpec) else None
        self._clear_drawing()
        self.range.set_chart(chart)
        self.plot_area.setVisible(isinstance(chart, ChartSpec))
        self._show_texts()
        self._show_name()
        self._set_height()
        self._draw()
        self.chartChanged.emit()

    def _reuse_for(self, chart: ChartSpec) -> bool:
        """Use the plot already drawn for another chart if it looks the same; return whether it does.

        During a drag of the as-of date, most charts differ only in its line from one day to the next.
        """
        plot, drawn = self.plot, self._drawn_chart
        if plot is None or drawn is None or not self.is_drawn or plot.theme is not self._theme:
            return False
        shape = shape_of(chart)
        if not shape.as_of_is_only_a_line or not looks_same(chart, drawn):
            return False
        self._chart = self._drawn_chart = chart
        self._shape = shape
        plot.reuse_for(shape)
        self.range.reuse_for(chart)
        self._show_texts()
        self._show_name()
        self.chartChanged.emit()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        if self._theme is theme:
            return
        self._theme = theme
        self.set_spec(self._chart)

    @Slot()
    def ensure_plot(self) -> None:
        """Draw the plot now, importing the plotting library."""
        self._wait.stop()
        if self._drawn_chart is self._chart or self._shape is None:
            return
        self._drawn_chart = self._shape.spec
        if self.plot is None:
            self.plot = self._add_plot(self._shape)
        else:
            self.plot.show_shape(self._shape, self._theme, self.range.shown)
        self.plot.show()
        self.range.drawn()
        self._show_texts()
        self._show_name()
        if self.plot is not None and self._focused_by_key and self.hasFocus():
            self.plot.highlight(0)
        self.drawn.emit()

    def _add_plot(self, shape: Shape) -> "PlotView":
        """Add the plot, which is kept for all charts."""
        from explorer.charts.plot.view import PlotView

        chart_accessibility.install()
        plot = PlotView(shape, self._theme, shown=self.range.shown)
        plot.asOfDragged.connect(self.asOfDragged)
        plot.baseDragged.connect(self.baseDragged)
        plot.hovered.connect(self._point_hovered)
        plot.nameClicked.connect(self._name_clicked)
        plot.rowClicked.connect(self._open_row)
        plot.placeClicked.connect(self.placeClicked)
        plot.placeHovered.connect(self.placeHovered)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        policy.setRetainSizeWhenHidden(True)  # a plot that is hidden for a moment moves nothing
        plot.setSizePolicy(policy)
        self._plot_layout.addWidget(plot)
        self.range.attach(plot)
        return plot

    @Slot()
    def _show_texts(self) -> None:
        """Show the control dates, notes and sources of the range shown, and describe it to screen readers."""
        self.texts.show_texts(self.range.spec, self._theme)
        self._describe(self.range.buttons.result.text())

    def _show_name(self) -> None:
        """Name the chart for screen readers."""
        title = self._chart.title if self._chart is not None else ""
        self.setAccessibleName(title or gettext("Chart"))
        if self.plot is not None and self.is_drawn:
            self.plot.setAccessibleName(title)

    def _draw(self, *, has_place: bool = False) -> None:
        """Draw the chart now; one out of sight, or the first of all without its place, once this view is painted."""
        if not self.isVisible() or not isinstance(self._chart, ChartSpec) or self.is_drawn:
            return
        is_ready = has_place or PLOT_MODULE in sys.modules
        if is_ready and not self.waits_for_layout and not self.visibleRegion().isEmpty():
            self.ensure_plot()
            return
        if self.plot is not None and not self.waits_for_layout:
            self.plot.hide()  # it shows another chart
        self._wait.start(LONGEST_WAIT_MS)

    def draw_if_seen(self) -> None:
        """Draw a chart that waits and has its place by now, if it is in the visible area."""
        if self._wait.isActive():
            self._draw(has_place=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and draw a chart that waits afterwards."""
        super().paintEvent(event)
        if self._wait.isActive():
            self._wait.start(0)

    def _clear_drawing(self) -> None:
        self._point = None
        self.point_label.hide()
        self._drawn_chart = None
        if self.plot is not None:
            self.plot.is_outdated = True

    # size

    def sizeHint(self) -> QSize:
        """Return the preferred size in pixels."""
        width = max(self.width(), 420)
        return QSize(width, super().sizeHint().height())

    def _set_height(self) -> None:
        """Set the height of the plot that suits its rows, or its width."""
        shape = self._shape
        if shape is None:
            self.setMinimumHeight(0)
            return
        height = round(shape.preferred_height(max(self.width(), MIN_WIDTH)))
        height += round(OVERVIEW_HEIGHT) if has_overview(shape.spec) else 0
        self.setMinimumHeight(0 if shape.row_count else MIN_HEIGHT)
        if shape.row_count:
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
        self._draw()

    # points

    @Slot(object)
    def _point_hovered(self, index: int | None) -> None:
        self._show_point(index)

    @Slot(int)
    def _name_clicked(self, index: int) -> None:
        if isinstance(self._chart, ChartSpec):
            self.seriesClicked.emit(self._chart.series[index].choice.key)

    @Slot(int)
    def _open_row(self, row: int) -> None:
        """Open the document of a row, where it has one."""
        document_id = self.plot.shape.opens(row) if self.plot is not None else ""
        if document_id:
            self.documentOpened.emit(document_id)

    def _show_point(self, index: int | None) -> None:
        """Highlight a point and show its text; None shows no point."""
        self._point = index
        if self.plot is None or self._drawn_chart is None or not isinstance(self._chart, ChartSpec):
            return
        self.plot.highlight(index)
        if index is None or index >= len(self.plot.hits()):
            self.point_label.hide()
            self.pointShown.emit(None)
            return
        hit = self.plot.hits()[index]
        self.pointShown.emit(hit.point)
        reading = self.plot.shape.reading(hit.series, hit.index)
        colours = [self.plot.shape.colour(e.series, self._theme) for e in reading.entries]
        self.point_label.show_reading(reading, colours, self.plot.mapTo(self, hit.at.toPoint()), self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the points with the arrow keys; Escape leaves them."""
        if self.plot is not None and self._wait.isActive():
            self.ensure_plot()  # keys are for this chart, not for the one before
        if self.range.use_key(event, self._point_place()):
            return
        step = self._step(event.key())
        count = len(self.plot.hits()) if self.plot is not None and self._drawn_chart is not None else 0
        if event.key() == Qt.Key.Key_Escape and self._undo_one():
            return
        place = self._point_place()
        if event.key() == Qt.Key.Key_Space and place is not None:
            self.range.begin_span(place)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._open_point():
            return
        if step is not None and count:
            start = -1 if self._point is None and step > 0 else count if self._point is None else self._point
            self._go_to(min(max(start + step, 0), count - 1))
            self.range.extend_span(self._point_place())
        else:
            super().keyPressEvent(event)

    def mark_country(self, country_id: str) -> None:
        """Mark a country of a map without its text; an id without a figure marks none."""
        if self.plot is not None and self.is_drawn:
            hits = enumerate(self.plot.hits())
            found = (n for n, h in hits if h.point is not None and country_id in h.point.places)
            self.plot.highlight(next(found, None) if country_id else None)

    def _open_point(self) -> bool:
        """Choose the country of the point that is read, or open the document of its row; return whether it has one."""
        hits = self.plot.hits() if self.plot is not None and self._drawn_chart is not None else []
        if self._point is None or self._point >= len(hits) or not isinstance(self._chart, ChartSpec):
            return False
        hit = hits[self._point]
        if self._chart.shape != "map":
            self._open_row(hit.series)
            return True
        country_id = hit.point.country_id if hit.point is not None else ""
        if country_id:
            self.placeClicked.emit(country_id)
        return bool(country_id)

    def _undo_one(self) -> bool:
        """Undo a drag, the span, the point or the range, the first of them there is; return whether there was one."""
        if (self.plot is not None and self.plot.cancel_gesture()) or self.range.end_span():
            return True
        if self._point is not None:
            self._go_to(None)
            return True
        return self.range.reset()

    def _point_place(self) -> float | None:
        """Return the place on the axis of time of the point shown, None without one."""
        if self.plot is None or not self.plot.can_zoom or self.plot.highlighted is None:
            return None
        point = self.plot.hits()[self.plot.highlighted].point
        return point.x if point is not None else None

    def _go_to(self, index: int | None) -> None:
        """Show a point that a key has reached, and let screen readers speak it."""
        self._show_point(index)
        if self.plot is not None:
            chart_accessibility.focus_point(self.plot, index)
            if index is not None:
                self.pointReached.emit(self.plot.mapTo(self, self.plot.hits()[index].at.toPoint()))

    @Slot()
    def _leave_point(self) -> None:
        self._show_point(None)

    @Slot(str)
    def _describe(self, change: str) -> None:
        """Describe the chart to screen readers: the change that is measured, or the chart in a sentence."""
        chart = self.range.spec or self._chart
        text = summary.sentence(chart) if chart is not None else ""
        self.setAccessibleDescription(change or text)

    def _step(self, key: int) -> int | None:
        """Return by how many points a key moves, None for other keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
        if self._shape is not None and self._shape.row_count:
            steps |= {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        return steps.get(Qt.Key(key))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Highlight the first point when the focus arrives by keyboard."""
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._focused_by_key = event.reason() in by_key
        if self.plot is not None and self._focused_by_key and self._drawn_chart is not None:
            self.plot.highlight(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the text of the point."""
        self._show_point(None)
        super().focusOutEvent(event)

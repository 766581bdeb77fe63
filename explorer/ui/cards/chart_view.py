"""A chart in the window: plot, control dates, notes and sources.

The plotting library takes longer to import than everything else, so the first chart is drawn after the window is
on the screen.
"""

import html
import shlex
import sys
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.charts import summary
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Chart, ChartSpec
from explorer.charts.words.span import span_text
from explorer.charts.zoom import OVERVIEW_HEIGHT, PAGE, STEP, Range, can_zoom, has_overview, last_years
from explorer.data.dates import show
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.palette import LIGHT, Theme
from explorer.ui.cards.point_label import NO_LIMIT, PointLabel
from explorer.ui.cards.range_buttons import YEARS, RangeButtons
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.running_text import TextLabel
from explorer.ui.widgets.style import SMALL, TEXT, resized

if TYPE_CHECKING:
    from explorer.charts.plot.view import PlotView

LONGEST_WAIT_MS = 1_000
MIN_WIDTH, MIN_HEIGHT = 280, 260
PLOT_MODULE = "explorer.charts.plot.view"


@guarded
class ChartView(QWidget):
    """Shows a chart; the arrow keys go through its points and Ctrl+S requests an export."""

    exportRequested = Signal()
    asOfDragged = Signal(date, bool)
    rangeChanged = Signal(object)
    chartChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._theme = LIGHT
        self.plot: PlotView | None = None
        self._first_timer = QTimer(self)
        self._first_timer.setSingleShot(True)
        self._first_timer.timeout.connect(self.ensure_plot)
        self._drawn_chart: ChartSpec | None = None
        self._point: int | None = None
        self._span_start: float | None = None
        self._focused_by_key = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(MIN_WIDTH)
        self.control_dates, self._notes, self._sources = _label(TEXT), _label(SMALL), _label(SMALL)
        self.control_dates.setTextFormat(Qt.TextFormat.RichText)
        self.plot_area = QWidget()
        self._plot_layout = QVBoxLayout(self.plot_area)
        self._plot_layout.setContentsMargins(0, 0, 0, 0)
        self.point_label = PointLabel(self)
        self.range_buttons = RangeButtons()
        self.range_buttons.yearsChosen.connect(self.show_years)
        self.range_buttons.measureToggled.connect(self._set_measuring)
        self.range_buttons.copyRequested.connect(self._copy_span)
        self._kept: tuple[object, Range] | None = None
        self._lay_out()
        self.set_spec(None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.range_buttons)
        layout.addWidget(self.plot_area, 1)
        for widget in (self.control_dates, self._notes, self._sources):
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
        self._keep_range()
        self._chart = chart
        spec = chart if isinstance(chart, ChartSpec) else None
        self._clear_drawing()
        title = chart.title if chart is not None else ""
        self._set_label(self.control_dates, self._events_html(spec) if spec else "")
        self._set_label(self._notes, paragraph(spec.notes) if spec else "")
        self._set_label(self._sources, spec.sources_text if spec else "")
        self.plot_area.setVisible(spec is not None)
        self.range_buttons.setVisible(spec is not None and can_zoom(spec))
        self.range_buttons.show_result("")
        self.range_buttons.offer_year(spec is not None and spec.x.kind == "date")
        self.setAccessibleName(title or gettext("Chart"))
        self.setAccessibleDescription(summary.sentence(chart) if chart is not None else "")
        self._set_height()
        self._draw()
        self.chartChanged.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        if self._theme is theme:
            return
        self._theme = theme
        self.set_spec(self._chart)

    @Slot()
    def ensure_plot(self) -> None:
        """Draw the plot now, importing the plotting library."""
        self._first_timer.stop()
        if self._drawn_chart is self._chart or not isinstance(self._chart, ChartSpec):
            return
        self._drawn_chart = self._chart
        if self.plot is None:
            from explorer.charts.plot.view import PlotView

            self.plot = PlotView(shape_of(self._chart), self._theme)
            self.plot.rangeChanged.connect(self._range_changed)
            self.plot.spanChanged.connect(self._span_changed)
            self.plot.asOfDragged.connect(self.asOfDragged)
            self.plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            self.plot.hovered.connect(self._point_hovered)
            self._plot_layout.addWidget(self.plot)
            if self._kept_range() is not None:
                self.plot.show_shape(shape_of(self._chart), self._theme, self._kept_range())
        else:
            self.plot.show_shape(shape_of(self._chart), self._theme, self._kept_range())
        self._show_range_words()
        self.plot.setAccessibleName(self._chart.title)
        if self._focused_by_key and self.hasFocus():
            self.plot.highlight(0)

    def _set_label(self, label: QLabel, text: str) -> None:
        colour = self._theme.text if label is self.control_dates else self._theme.muted
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

    def _draw(self) -> None:
        """Draw the chart now, the first of all once this view is painted, or after a time outside the visible area."""
        if not self.isVisible() or not isinstance(self._chart, ChartSpec):
            return
        if PLOT_MODULE in sys.modules:
            self.ensure_plot()
        else:
            self._first_timer.start(LONGEST_WAIT_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and draw the first chart afterwards."""
        super().paintEvent(event)
        if self._first_timer.isActive():
            self._first_timer.start(0)

    def _clear_drawing(self) -> None:
        self._point = self._span_start = None
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
        shape = shape_of(self._chart)
        height = round(shape.preferred_height(max(self.width(), MIN_WIDTH)))
        height += round(OVERVIEW_HEIGHT) if has_overview(self._chart) else 0
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
        reading = self.plot.shape.reading(hit.series, hit.index)
        self.setAccessibleDescription(", ".join(reading.texts()))
        colours = [self.plot.shape.colour(e.series, self._theme) for e in reading.entries]
        self.point_label.show_reading(reading, colours, self.plot.mapTo(self, hit.at.toPoint()), self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the points with the arrow keys; Ctrl+S requests an export, Escape leaves the points."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.exportRequested.emit()
            return
        if self._range_key(event):
            return
        step = self._step(event.key())
        count = len(self.plot.hits()) if self.plot is not None and self._drawn_chart is not None else 0
        if event.key() == Qt.Key.Key_Escape and self._undo_one():
            return
        if event.key() == Qt.Key.Key_Space and self._point_place() is not None:
            self._span_start = self._point_place()
            return
        if step is not None and count:
            start = -1 if self._point is None and step > 0 else count if self._point is None else self._point
            self._show_point(min(max(start + step, 0), count - 1))
            self._extend_span()
        else:
            super().keyPressEvent(event)

    def _extend_span(self) -> None:
        """Measure from the point at which Space was pressed to the one shown."""
        start, end = self._span_start, self._point_place()
        if self.plot is not None and self.plot.can_zoom and start is not None and end is not None:
            self.plot.set_span(Range(min(start, end), max(start, end)))

    def _undo_one(self) -> bool:
        """Undo a drag, the span, the point or the range, the first of them there is; return whether there was one."""
        if self.plot is None:
            return False
        if self.plot.cancel_gesture():
            return True
        if self.plot.span is not None or self._span_start is not None:
            self._span_start = None
            self.plot.set_span(None)
        elif self._point is not None:
            self._show_point(None)
        elif self.plot.is_zoomed:
            self.plot.reset()
        else:
            return False
        return True

    def _range_key(self, event: QKeyEvent) -> bool:
        """Move or zoom the range by a key; return whether the key does so."""
        if self.plot is None or not self.plot.can_zoom:
            return False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shift and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.plot.move_by(-PAGE if event.key() == Qt.Key.Key_Left else PAGE)
        elif event.text() in ("+", "="):
            self.plot.zoom(1 / STEP, self._point_place())
        elif event.text() in ("-", "\u2212"):
            self.plot.zoom(STEP, self._point_place())
        else:
            return False
        return True

    def _point_place(self) -> float | None:
        """Return the place on the axis of time of the point shown, None without one."""
        if self.plot is None or not self.plot.can_zoom or self.plot.highlighted is None:
            return None
        point = self.plot.hits()[self.plot.highlighted].point
        return point.x if point is not None else None

    # the range shown

    @property
    def shown_range(self) -> Range | None:
        """The range shown, None for the whole chart."""
        if self.plot is None or not self.is_drawn or not self.plot.is_zoomed:
            kept = self._kept_range()
            return kept if self.plot is None or not self.is_drawn else None
        return self.plot.shown

    def set_range(self, shown: Range, *, free: bool = False) -> None:
        """Show a range of the chart; one that is `free` may go beyond its figures."""
        if self.plot is not None and self.is_drawn:
            self.plot.set_range(shown, free=free)

    @Slot(int)
    def show_years(self, years: int) -> None:
        """Show the last years of the chart, the whole chart for 0."""
        if isinstance(self._chart, ChartSpec) and self.plot is not None:
            self.plot.set_range(last_years(self._chart, years) if years else self.plot.limits)
            self._show_range_words()

    def _keep_range(self) -> None:
        """Remember the range of the chart shown: the same chart on another day keeps it."""
        shown = self.shown_range
        if isinstance(self._chart, ChartSpec):
            self._kept = (_subject(self._chart), shown) if shown is not None else None

    def _kept_range(self) -> Range | None:
        if self._kept is None or not isinstance(self._chart, ChartSpec):
            return None
        subject, shown = self._kept
        return shown if subject == _subject(self._chart) else None

    @Slot(object)
    def _range_changed(self, shown: Range) -> None:
        self._show_point(None)
        self._show_range_words()
        self.rangeChanged.emit(shown)

    def _show_range_words(self) -> None:
        """Show the control dates, notes and the button of the range."""
        if self.plot is None or not isinstance(self._chart, ChartSpec) or not self.plot.can_zoom:
            return
        spec = self.plot.shape.between(self.plot.shown)
        self._set_label(self.control_dates, self._events_html(spec))
        self._set_label(self._notes, paragraph(spec.notes))
        choices = {n: last_years(self._chart, n) if n else self.plot.limits for n in (0, *YEARS)}
        chosen = next((n for n, shown in choices.items() if shown == self.plot.shown), None)
        self.range_buttons.show_choice(chosen)

    # measuring

    @Slot(bool)
    def _set_measuring(self, on: bool) -> None:
        if self.plot is not None:
            self.plot.measuring = on
            if not on:
                self.plot.set_span(None)

    @Slot(object)
    def _span_changed(self, span: Range | None) -> None:
        text = span_text(self._chart, span) if span and isinstance(self._chart, ChartSpec) else ""
        self.range_buttons.show_result(text)
        if text:
            self.setAccessibleDescription(text)

    @Slot()
    def _copy_span(self) -> None:
        if isinstance(self._chart, ChartSpec):
            text = "\n".join((self._chart.title, self.range_buttons.result.text()))
            copy_text(self, text, gettext("Change copied to the clipboard."))

    def _step(self, key: int) -> int | None:
        """Return by how many points a key moves, None for other keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
        if isinstance(self._chart, ChartSpec) and shape_of(self._chart).row_count:
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
            for label, size in ((self.control_dates, TEXT), (self._notes, SMALL), (self._sources, SMALL)):
                label.setFont(resized(self.font(), size))


def _subject(spec: ChartSpec) -> object:
    """Return what a chart is about, whatever the day: a chart of the same subject keeps its range."""
    options = shlex.split(spec.query)
    for name in ("--on", "--from", "--to"):
        if name in options:
            at = options.index(name)
            del options[at : at + 2]
    return tuple(options), spec.x.kind, tuple(s.name for s in spec.series)


def _label(size: int) -> QLabel:
    """Return a label that wraps and can be selected, with text of a size in pixels."""
    label = TextLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFont(resized(label.font(), size))
    return label

"""The part of a chart over time that the window shows, and the span that is measured on it."""

import shlex
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from explorer.charts.hidden_series import option
from explorer.charts.spec import Chart, ChartSpec
from explorer.charts.words.span import span_text
from explorer.charts.zoom import PAGE, STEP, Range, can_measure, can_zoom, default_years, rounded
from explorer.language import gettext
from explorer.ui.cards.range_buttons import YEARS, RangeButtons
from explorer.ui.widgets.clipboard import copy_text

if TYPE_CHECKING:
    from explorer.charts.plot.view import PlotView


class ChartRange(QObject):
    """Connects a plot with the buttons and keys for its range, and keeps range and span for the same chart.

    `changed` reports a Range, `settled` that it has been still for a moment, `measured` the change over a span in
    words, empty without a span. With `stays` a chart of another subject keeps the range, too.
    """

    stays = False

    changed = Signal(object)
    settled = Signal()
    measured = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.buttons = RangeButtons()
        self.buttons.yearsChosen.connect(self.show_years)
        self.buttons.measureToggled.connect(self._set_measuring)
        self.buttons.copyRequested.connect(self._copy_span)
        self._plot: PlotView | None = None
        self._chart: ChartSpec | None = None
        self._subject: object = None
        self._is_drawn = False
        self._kept: tuple[Range | None, Range | None] = (None, None)
        self._span_start: float | None = None

    # the chart

    def set_chart(self, chart: Chart | None) -> None:
        """Follow another chart; one of the same subject keeps the range and the span of the last one."""
        self._kept = (self.shown, self.span)
        self._chart = chart if isinstance(chart, ChartSpec) else None
        if self._chart is not None:
            subject = subject_of(self._chart)
            if subject != self._subject:
                self._kept = (self._kept[0] if self.stays else None, None)
            self._subject = subject
        self._is_drawn = False
        self._span_start = None
        self.buttons.setVisible(self._chart is not None and can_zoom(self._chart))
        self.buttons.offer_measure(self._chart is not None and can_measure(self._chart))
        self.buttons.offer_year(self._chart is not None and self._chart.x.kind == "date")
        self.buttons.name_years(around=self._chart is not None and not self._chart.series)
        self._show_result(self._kept[1])

    def reuse_for(self, chart: ChartSpec) -> None:
        """Use the plot already drawn for a chart that looks the same; its as-of date may differ."""
        self._chart = chart
        self._show_choice()

    def attach(self, plot: "PlotView") -> None:
        """Follow a plot, which is kept for all charts."""
        self._plot = plot
        plot.rangeChanged.connect(self._range_changed)
        plot.rangeSettled.connect(self.settled)
        plot.spanChanged.connect(self._show_result)

    def drawn(self) -> None:
        """Take over a chart that has just been drawn."""
        self._is_drawn = True
        if self._plot is not None and self._kept[1] is not None:
            self._plot.set_span(self._kept[1])
        self._show_choice()

    # the range shown

    @property
    def shown(self) -> Range | None:
        """The range shown, None for the whole chart."""
        if self._plot is None or not self._is_drawn:
            return self._kept[0]
        return self._plot.shown if self._plot.is_zoomed else None

    @property
    def spec(self) -> ChartSpec | None:
        """The chart with the range that is shown."""
        if self._plot is None or not self._is_drawn or not self._plot.can_zoom:
            return self._chart
        return self._plot.shape.spoken_between(self._plot.shown).spec

    def ask_for(self, shown: Range) -> None:
        """Show a range of the chart now, or as soon as it is drawn."""
        self._kept = (shown, self._kept[1])
        self.set_range(shown)

    def set_range(self, shown: Range, *, free: bool = False) -> None:
        """Show a range of the chart; one that is `free` may go beyond its figures."""
        if self._plot is not None and self._is_drawn:
            self._plot.set_range(shown, free=free)

    @Slot(int)
    def show_years(self, years: int) -> None:
        """Show the last years of the chart, the whole chart for 0, now or as soon as it is drawn."""
        if self._chart is not None and not self._is_drawn:
            self._kept = (default_years(self._chart, years) if years else None, self._kept[1])
            return
        if self._chart is not None and self._plot is not None:
            self._plot.set_range(default_years(self._chart, years) if years else self._plot.limits)
            self._show_choice()

    @Slot(object)
    def _range_changed(self, shown: Range) -> None:
        self._show_choice()
        self.changed.emit(shown)

    def _show_choice(self) -> None:
        """Mark the button of the range shown, which a link gives in whole days."""
        plot, chart = self._plot, self._chart
        if plot is None or chart is None or not plot.can_zoom:
            return
        choices = {n: default_years(chart, n) if n else plot.limits for n in (0, *YEARS)}
        shown = rounded(plot.shown, chart.x)
        found = (n for n, each in choices.items() if rounded(each, chart.x) == shown)
        self.buttons.show_choice(next(found, None))

    def use_key(self, event: QKeyEvent, at: float | None) -> bool:
        """Move or zoom the range by a key, around a place of the axis; return whether the key does so."""
        if self._plot is None or not self._plot.can_zoom:
            return False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shift and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._plot.move_by(-PAGE if event.key() == Qt.Key.Key_Left else PAGE)
        elif event.text() in ("+", "="):
            self._plot.zoom(1 / STEP, at)
        elif event.text() in ("-", "\u2212"):
            self._plot.zoom(STEP, at)
        else:
            return False
        return True

    def reset(self) -> bool:
        """Show the whole chart; return whether a part of it was shown."""
        if self._plot is None or not self._plot.is_zoomed:
            return False
        self._plot.reset()
        return True

    # measuring

    @property
    def span(self) -> Range | None:
        """The span that is measured, None without one."""
        return self._plot.span if self._plot is not None and self._is_drawn else self._kept[1]

    def begin_span(self, at: float) -> None:
        """Begin to measure at a place of the axis."""
        self._span_start = at

    def extend_span(self, at: float | None) -> None:
        """Measure from where a span was begun to a place of the axis, if one was begun."""
        start = self._span_start
        if self._plot is not None and self._plot.can_zoom and start is not None and at is not None:
            self._plot.set_span(Range(min(start, at), max(start, at)))

    def end_span(self) -> bool:
        """Measure no span; return whether there was one."""
        if self._plot is None or (self._plot.span is None and self._span_start is None):
            return False
        self._span_start = None
        self._plot.set_span(None)
        return True

    @Slot(bool)
    def _set_measuring(self, on: bool) -> None:
        if self._plot is not None:
            self._plot.measuring = on
            if not on:
                self.end_span()

    @Slot(object)
    def _show_result(self, span: Range | None) -> None:
        text = span_text(self._chart, span) if span is not None and self._chart is not None else ""
        self.buttons.show_result(text)
        self.measured.emit(text)

    @Slot()
    def _copy_span(self) -> None:
        if self._chart is not None:
            text = "\n".join((self._chart.title, self.buttons.result.text()))
            copy_text(self.buttons, text, gettext("Change copied to the clipboard."))


def subject_of(spec: ChartSpec) -> object:
    """Return what a chart is about, whatever the day, origin and destination, and whichever series are hidden."""
    options = _options(spec.query.replace(f" --on {spec.context.as_of.isoformat()}", ""))
    keys = frozenset(c.key for c in (*(s.choice for s in spec.series), *spec.hidden))
    hide = [word for choice in spec.hidden for word in option("--hide", choice.key)]
    return options[: len(options) - len(hide)], spec.x.kind, keys


@lru_cache
def _options(query: str) -> tuple[str, ...]:
    """Return the words of a command without origin and destination."""
    words = shlex.split(query)
    for name in ("--from", "--to"):
        if name in words:
            at = words.index(name)
            del words[at : at + 2]
    return tuple(words)

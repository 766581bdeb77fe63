"""The label next to the current point of a chart."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from explorer.charts.words.reading import Reading
from explorer.palette import Theme
from explorer.ui.widgets.running_text import TextLabel

MAX_WIDTH, MARGIN, GAP = 360, 4, 12
NO_LIMIT = 16_777_215


class PointLabel(TextLabel):
    """Shows the text of a point inside the chart that it belongs to."""

    def __init__(self, chart: QWidget) -> None:
        super().__init__(parent=chart)
        self._chart = chart
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, lines: Sequence[str], at: QPoint, theme: Theme) -> None:
        """Show lines of plain text, the first in bold, at a position in the chart."""
        first, *rest = (html.escape(line) for line in lines)
        self._show("<br>".join((f"<b>{first}</b>", *rest)), at, theme)

    def _show(self, text: str, at: QPoint, theme: Theme) -> None:
        self.setText(text)
        self.setStyleSheet(
            f"color: {theme.text}; background: {theme.surface}; border: 1px solid {theme.axis};"
            "border-radius: 4px; padding: 4px 7px;"
        )
        self._set_width()
        self._move_to(at)
        self.show()
        self.raise_()

    def show_reading(self, reading: Reading, colours: Sequence[str], at: QPoint, theme: Theme) -> None:
        """Show the figures of all series at a point, each with the colour of its line where there are several."""
        rows = [f"<b>{html.escape(reading.when)}</b>"]
        for entry, colour in zip(reading.entries, colours, strict=True):
            figure = html.escape(entry.figure)
            if entry.name:
                mark = f'<span style="color:{colour}">\u25ac</span>'
                figure = f"{mark} {html.escape(entry.name)}: <b>{figure}</b>"
            rows += [figure] if figure else []
            rows += [f'<span style="color:{theme.muted}">{html.escape(t)}</span>' for t in entry.lines]
        self._show("<br>".join(rows), at, theme)

    def _set_width(self) -> None:
        """Wrap the text only if its longest line is wider than the label may be."""
        self.setWordWrap(False)
        self.setMinimumWidth(0)
        self.setMaximumWidth(NO_LIMIT)
        self.adjustSize()
        available = min(MAX_WIDTH, self._chart.width() - 2 * MARGIN)
        if self.width() > available:
            self.setWordWrap(True)
            self.setFixedWidth(available)
            self.adjustSize()

    def _move_to(self, at: QPoint) -> None:
        """Place the label above a point, or below it near the top of the chart."""
        x = min(max(at.x() + GAP, MARGIN), self._chart.width() - self.width() - MARGIN)
        above = at.y() - self.height() - GAP
        y = above if above >= 0 else min(at.y() + GAP + 2, self._chart.height() - self.height())
        self.move(x, max(y, 0))

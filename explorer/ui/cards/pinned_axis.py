"""The years of a strip chart at the top of the page, while its rows are in view and its own axis is not."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from explorer.charts.plot.painting import painting
from explorer.charts.plot.strip_space import HEAD, ROW
from explorer.charts.spec import ChartSpec
from explorer.guard import guarded
from explorer.palette import LIGHT, Theme
from explorer.ui.cards.chart_card import ChartCard


@guarded
class PinnedAxis(QWidget):
    """Covers the top of the page with the axis of a chart that is partly scrolled out of view."""

    def __init__(self, page: QScrollArea, card: ChartCard) -> None:
        super().__init__(page.viewport())
        self._page, self._card = page, card
        self._theme = LIGHT
        self._drawing: QPixmap | None = None
        self.hide()
        page.verticalScrollBar().valueChanged.connect(self._place)
        card.view.plot_area.installEventFilter(self)
        page.viewport().installEventFilter(self)
        card.view.drawn.connect(self._draw_anew)
        card.view.chartChanged.connect(self._draw_anew)
        card.view.range.changed.connect(self._draw_anew)

    @Slot()
    def _draw_anew(self) -> None:
        """Draw the axis again for another chart, range or as-of date."""
        self._drawing = None
        self._place()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme, and draw the chart anew."""
        self._theme = theme
        self._drawing = None
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the place and the size of the chart."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._drawing = None
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _place(self) -> None:
        """Show the axis above the rows in view; without any it is hidden."""
        area = self._card.view.plot_area
        top = area.mapTo(self._page.viewport(), QPoint(0, 0))
        rows_below = top.y() + area.height() > HEAD + ROW
        hidden = -top.y() > self._axis_top
        shown = area.isVisible() and self._spec() is not None and hidden and rows_below
        self.setVisible(shown)
        if shown:
            left = self._card.mapTo(self._page.viewport(), QPoint(0, 0)).x()
            self.setGeometry(QRect(left, 0, self._card.width(), round(HEAD)))
            self.raise_()

    @property
    def _axis_top(self) -> int:
        """The height of what is above the axis, such as a legend."""
        plot = self._card.view.plot
        return max(0, round(plot.plot.frame.area.top() - HEAD)) if plot is not None else 0

    def _spec(self) -> ChartSpec | None:
        spec = self._card.view.spec()
        return spec if isinstance(spec, ChartSpec) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part of the chart above its rows."""
        if self._drawing is None:
            self._drawing = self._draw()
        with painting(QPainter(self)) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.surface))
            painter.drawPixmap(
                self._card.view.plot_area.mapTo(self._card, QPoint(0, 0)).x(), 0, self._drawing
            )
            painter.setPen(QColor(self._theme.border))
            painter.drawRect(self.rect().adjusted(0, -1, -1, -1))

    def _draw(self) -> QPixmap:
        """Return the top of the chart as it is drawn below: all rows would otherwise be drawn at each step."""
        area, plot = self._card.view.plot_area, self._card.view.plot
        top = QRect(0, self._axis_top, area.width(), round(HEAD))
        drawing = QPixmap(top.size()) if plot is None else QPixmap(plot.grab(top))
        if plot is None:
            drawing.fill(QColor(self._theme.surface))
        return drawing

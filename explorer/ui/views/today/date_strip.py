"""A line of days with a point for each date, drawn as in the image of the dates."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.charts.plot.date_line import HEIGHT, DateLine
from explorer.charts.plot.painting import painting
from explorer.data.overview.date_entry import NearDates
from explorer.guard import guarded
from explorer.palette import LIGHT, Theme


@guarded
class DateStrip(QWidget):
    """Draws dates on a line; those of one day stand above each other, in the colours of their measures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: NearDates | None = None
        self._theme = LIGHT
        self.setFixedHeight(round(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dates(self, found: NearDates, theme: Theme) -> None:
        """Show dates in a theme."""
        self._found, self._theme = found, theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, round(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._found is None:
            return
        with painting(QPainter(self)) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for part in DateLine(self._found, self.width(), self._theme).parts():
                part.draw(painter)

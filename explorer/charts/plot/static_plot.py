"""A chart in a window before the plotting library is loaded: the drawing of a file, without interaction."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from explorer.charts.plot import shapes
from explorer.charts.plot.frame import painting
from explorer.charts.spec import ChartSpec
from explorer.guard import guarded
from explorer.palette import Theme


@guarded
class StaticPlot(QWidget):
    """Paints one chart; `painted` reports that it is on the screen."""

    painted = Signal()

    def __init__(self, spec: ChartSpec, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec, self.theme = spec, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_spec(self, spec: ChartSpec, theme: Theme) -> None:
        """Show another chart."""
        self.spec, self.theme = spec, theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the same image as the plot that replaces this widget."""
        with painting(QPainter(self)) as painter:
            painter.fillRect(self.rect(), QColor(self.theme.surface))
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            shapes.paint(painter, self.spec, self.theme, self.width(), self.height())
        self.painted.emit()

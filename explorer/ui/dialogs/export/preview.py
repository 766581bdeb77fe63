"""A picture before it is written: the same drawing, at its true proportions, or the head of a table."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from explorer.charts.output.options import ExportOptions
from explorer.charts.spec import ChartSpec
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.ui.dialogs.export.choices import converted
from explorer.ui.widgets.basics import label

MOST_LINES = 200
EDGE = 24


class Preview(QWidget):
    """Draws a chart as the file will have it; where it can't be made, says why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, 12)
        column.setSpacing(8)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._sheet, self.table_text = _Sheet(), QPlainTextEdit()
        self.table_text.setReadOnly(True)
        self.table_text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.table_text.setProperty("role", "code")
        self.table_text.setAccessibleName(self.tr("The first lines of the table"))
        self._stack.addWidget(self._sheet)
        self._stack.addWidget(self.table_text)
        column.addWidget(holder, 1)
        self.caption = label("", "muted")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.caption)

    def show_picture(self, spec: ChartSpec, picture: ExportOptions) -> str:
        """Show the chart as a picture; return why it can't be drawn, empty where it can."""
        self._stack.setCurrentWidget(self._sheet)
        fault = self._sheet.lay_out(spec, picture)
        wide, high = (converted(n, "px", "mm", picture.dpi) / 10 for n in (picture.width, picture.height))
        text = self.tr("Preview at true proportions · {} × {} px, {} dpi, {:.1f} × {:.1f} cm")
        self.caption.setText(fault or text.format(picture.width, picture.height, picture.dpi, wide, high))
        return fault

    def show_table(self, data: bytes) -> None:
        """Show the head of a CSV file."""
        self._stack.setCurrentWidget(self.table_text)
        lines = data.decode("utf-8").splitlines()
        self.table_text.setPlainText("\n".join(lines[:MOST_LINES]))
        rows = sum(not line.startswith("#") for line in lines) - 1
        self.caption.setText(self.tr("A table of {} rows below a head of comment lines").format(rows))


@guarded
class _Sheet(QWidget):
    """Paints the sheet as large as fits, in its proportions."""

    def __init__(self) -> None:
        super().__init__()
        self._layout: object = None
        self._picture = ExportOptions()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(680, 460)

    def lay_out(self, spec: ChartSpec, picture: ExportOptions) -> str:
        """Take another chart or picture; return why it can't be drawn, empty where it can."""
        from explorer.charts.output.layout import lay_out

        self._picture = picture
        try:
            self._layout, fault = lay_out(spec, picture), ""
        except KnownError as error:
            self._layout, fault = None, str(error)
        self.setAccessibleName(self.tr("Preview of {}").format(spec.title))
        self.update()
        return fault

    def paintEvent(self, event: QPaintEvent) -> None:
        from explorer.charts.output.layout import Layout
        from explorer.charts.output.render import paint
        from explorer.charts.plot.frame import painting

        if not isinstance(self._layout, Layout):
            return
        picture = self._picture
        scale = min(self.width() / picture.width, self.height() / picture.height)
        wide, high = picture.width * scale, picture.height * scale
        box = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        with painting(QPainter(self)) as painter:
            painter.fillRect(box, QColor(picture.theme.surface))
            painter.setClipRect(box)
            paint(painter, box, self._layout, picture.theme)
            painter.setClipping(False)
            painter.setPen(QPen(self.palette().mid().color(), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

"""The preview of an export: the drawing in its proportions, or the first lines of the table."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from explorer.charts.output.options import ExportOptions
from explorer.charts.spec import ChartSpec
from explorer.data.numbers import exact
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.ui.dialogs.export.form_values import converted
from explorer.ui.widgets.labels import label

MAX_LINES = 200
MARGIN = 24


class Preview(QWidget):
    """Shows a chart as in the exported file, or the reason why it cannot be drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        column.setSpacing(8)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._page, self.table_text = _Page(), QPlainTextEdit()
        self.table_text.setReadOnly(True)
        self.table_text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.table_text.setProperty("role", "code")
        self.table_text.setAccessibleName(gettext("First lines of the table"))
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.table_text)
        column.addWidget(holder, 1)
        self.caption = label("", "muted")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.caption)

    def show_image(self, spec: ChartSpec, options: ExportOptions) -> str:
        """Show the chart as an image; return the reason if it cannot be drawn, else an empty text."""
        self._stack.setCurrentWidget(self._page)
        error_text = self._page.set_chart(spec, options)
        width_cm, height_cm = (
            converted(n, "px", "mm", options.dpi) / 10 for n in (options.width, options.height)
        )
        text = gettext("Preview: {width} × {height} px, {dpi} dpi, {width_cm} × {height_cm} cm").format(
            width=exact(options.width),
            height=exact(options.height),
            dpi=exact(options.dpi),
            width_cm=exact(round(width_cm, 1)),
            height_cm=exact(round(height_cm, 1)),
        )
        self.caption.setText(error_text or text)
        return error_text

    def show_table(self, data: bytes) -> None:
        """Show the first lines of a CSV file."""
        self._stack.setCurrentWidget(self.table_text)
        lines = data.decode("utf-8").splitlines()
        self.table_text.setPlainText("\n".join(lines[:MAX_LINES]))
        rows = sum(not line.startswith("#") for line in lines) - 1
        text = ngettext(
            "Table with {count} row, after comment lines",
            "Table with {count} rows, after comment lines",
            rows,
        )
        self.caption.setText(text.format(count=exact(rows)))


@guarded
class _Page(QWidget):
    """Draws the page as large as the space allows, in its proportions."""

    def __init__(self) -> None:
        super().__init__()
        self._layout: object = None
        self._options = ExportOptions()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(680, 460)

    def set_chart(self, spec: ChartSpec, options: ExportOptions) -> str:
        """Set chart and options; return the reason if the chart cannot be drawn, else an empty text."""
        from explorer.charts.output.layout import lay_out

        self._options = options
        try:
            self._layout, error_text = lay_out(spec, options), ""
        except KnownError as error:
            self._layout, error_text = None, str(error)
        self.setAccessibleName(gettext("Preview of {title}").format(title=spec.title))
        self.update()
        return error_text

    def paintEvent(self, event: QPaintEvent) -> None:
        from explorer.charts.output.layout import Layout
        from explorer.charts.output.render import paint
        from explorer.charts.plot.page_painter import PagePainter
        from explorer.charts.plot.painting import painting

        if not isinstance(self._layout, Layout):
            return
        options = self._options
        scale = min(self.width() / options.width, self.height() / options.height)
        width, height = options.width * scale, options.height * scale
        box = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        with painting(PagePainter(self)) as painter:
            painter.fillRect(box, QColor(options.theme.surface))
            painter.setClipRect(box)
            paint(painter, box, self._layout, options.theme)
            painter.setClipping(False)
            painter.setPen(QPen(self.palette().mid().color(), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

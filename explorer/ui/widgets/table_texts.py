"""The texts of a table, which wrap: those of its cells, and those that stand below the cells of a row."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from explorer.charts.plot.painting import restored
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import RecordTable
from explorer.palette import LIGHT
from explorer.ui.widgets.pill import paint_wrapped_pill, wrapped_pill_size
from explorer.ui.widgets.running_text import breakable, unbroken_dates
from explorer.ui.widgets.share_bar import GAP as BAR_GAP
from explorer.ui.widgets.share_bar import HEIGHT as BAR_HEIGHT
from explorer.ui.widgets.share_bar import paint_share_bar
from explorer.ui.widgets.sparkline import HEIGHT, paint_sparkline

ModelIndex = QModelIndex | QPersistentModelIndex
PAD_X, PAD_Y = 6, 4
MOST_LINE = 110
WRAPPED = Qt.TextFlag.TextWordWrap


@guarded
class WrappedText(QStyledItemDelegate):
    """Draws a cell in as many lines as the width of its column needs, the first one of a cell with a pill as a pill."""

    ground = ""  # the colour behind a marked row
    theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        view = option.widget
        assert isinstance(view, QTableView)
        width = view.columnWidth(index.column()) - 2 * PAD_X
        if index.data(RecordTable.PillRole):
            pill, rest = pill_parts(index)
            used = wrapped_pill_size(view.fontMetrics(), pill, width).height()
            used += height_of(view, rest, width) + 1 if rest else 0
        else:
            used = height_of(view, text_of(index), width)
        if index.data(RecordTable.BarRole) is not None:
            used += BAR_HEIGHT + BAR_GAP
        return QSize(width, max(used, view.fontMetrics().height()) + 2 * PAD_Y + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        with restored(painter):
            if index.data(RecordTable.MarkedRole):
                painter.fillRect(rect, QColor(self.ground))
                if index.column() == 0:
                    painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.link())
            elif state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, palette.alternateBase())
                if index.column() == 0:
                    painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), palette.link())
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
            side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
            if index.data(RecordTable.PillRole):
                self._paint_pill(painter, inner, option, index)
            else:
                painter.drawText(inner, int(WRAPPED) | int(side), text_of(index))
            line = index.data(RecordTable.SparklineRole)
            if line is not None:
                box = QRectF(inner.left(), inner.top(), min(inner.width(), MOST_LINE), HEIGHT)
                paint_sparkline(painter, box, line, palette.color(QPalette.ColorRole.Link))
            bar = index.data(RecordTable.BarRole)
            view = option.widget
            if bar is not None and isinstance(view, QTableView):
                top = inner.top() + height_of(view, text_of(index), inner.width()) + BAR_GAP
                box = QRectF(inner.left(), top, min(inner.width(), MOST_LINE), BAR_HEIGHT)
                paint_share_bar(painter, box, bar, palette)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(palette.color(QPalette.ColorRole.Link))
                painter.drawRect(rect.adjusted(0, 0, -1, -2))
            edge = palette.color(QPalette.ColorRole.Mid)
            edge.setAlphaF(0.5)
            painter.fillRect(
                QRect(rect.left(), rect.bottom(), rect.width(), 1), edge
            )  # a line takes ten times as long

    def _paint_pill(
        self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, index: ModelIndex
    ) -> None:
        """Draw the first line of a cell as a pill, and the others below it."""
        pill, rest = pill_parts(index)
        metrics: QFontMetrics = option.fontMetrics
        size = wrapped_pill_size(metrics, pill, inner.width())
        state = str(index.data(RecordTable.PillRole))
        paint_wrapped_pill(painter, QRectF(QRect(inner.topLeft(), size)), pill, state, self.theme)
        painter.drawText(inner.adjusted(0, size.height() + 1, 0, 0), int(WRAPPED), rest)


def pill_parts(index: ModelIndex) -> tuple[str, str]:
    """Return the text of the pill of a cell and what stands below it."""
    pill, _, rest = text_of(index).partition("\n")
    return pill, rest


def text_of(index: ModelIndex) -> str:
    """Return the text of a cell as it wraps."""
    return breakable(unbroken_dates(str(index.data() or "")))


def height_of(view: QTableView, text: str, width: int) -> int:
    """Return the height in pixels of a text that wraps at a width."""
    box = QRect(0, 0, max(width, 10), 100_000)
    return view.fontMetrics().boundingRect(box, int(WRAPPED), text).height()


class TextBelow(Struct, frozen=True):
    """The text of a column below the cells of a row, with its place in the viewport."""

    column: int
    text: str
    place: QRect


class TextsBelow:
    """Lays out and draws the texts of the columns that moved below the cells of their rows."""

    def __init__(self, view: QTableView, header: Sequence[str]) -> None:
        self._view, self._header = view, header
        self.columns: tuple[int, ...] = ()

    def height(self, row: int) -> int:
        """Return the height in pixels that a row needs for them."""
        heights = [part.place.height() for part in self._parts(row, 0)]
        return sum(heights) + PAD_Y if heights else 0

    def place(self, index: ModelIndex) -> QRect:
        """Return the place of a cell that moved below its row; where it has no text, that of the row."""
        found = (p.place for p in self._placed(index.row()) if p.column == index.column())
        return next(found, self._view.visualRect(index.model().index(index.row(), 0)))

    def column_at(self, row: int, at: QPoint) -> int | None:
        """Return the column whose text is at a place in the viewport, None without one."""
        return next((p.column for p in self._placed(row) if p.place.contains(at)), None)

    def paint(self, painter: QPainter, visible: QRect) -> None:
        """Draw the texts of the rows in a part of the viewport."""
        painter.setPen(self._view.palette().color(QPalette.ColorRole.Text))
        for row in self.rows_in(visible) if self.columns else ():
            for part in self._placed(row):
                if part.place.intersects(visible):
                    painter.drawText(part.place, int(WRAPPED), part.text)

    def rows_in(self, visible: QRect) -> range:
        """Return the rows in a part of the viewport."""
        first, last = self._view.rowAt(visible.top()), self._view.rowAt(visible.bottom())
        if first < 0:
            return range(0)
        return range(first, self._view.model().rowCount() if last < 0 else last + 1)

    def _placed(self, row: int) -> list[TextBelow]:
        bottom = self._view.rowViewportPosition(row) + self._view.rowHeight(row)
        return list(self._parts(row, bottom - self.height(row)))

    def _parts(self, row: int, top: int) -> Iterator[TextBelow]:
        """Yield the texts of a row from top to bottom, each after the title of its column."""
        width = self._view.viewport().width() - 2 * PAD_X
        for column in self.columns:
            words = text_of(self._view.model().index(row, column))
            if words:
                text = gettext("{name}: {value}").format(name=self._header[column], value=words)
                place = QRect(PAD_X, top, width, height_of(self._view, text, width))
                yield TextBelow(column, text, place)
                top += place.height()

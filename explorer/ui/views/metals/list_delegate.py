"""Paints a line of the metal list: symbol tile, both names, status pill, key line, price.

A name is never cut for its pill, which moves to the key line where both do not fit side by side. The price is drawn in
the row without the pill, where there is room.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.charts.plot.painting import restored
from explorer.data.metal_names import tile_sign
from explorer.data.supply.sparkline import Sparkline
from explorer.guard import guarded
from explorer.models.metal_list import MetalEntry, MetalListModel
from explorer.palette import LIGHT, Theme
from explorer.ui.widgets import sparkline
from explorer.ui.widgets.pill import paint_pill
from explorer.ui.widgets.style import SMALL, TEXT, resized

MARGIN, TILE, GAP, PILL_MARGIN = 12, 36, 10, 8
LEAST_SPARKLINE = 26
LEAST_LINE = 64  # of the key line next to a pill


@guarded
class MetalDelegate(QStyledItemDelegate):
    """Draws with the fonts of the list and the colours of the theme; sizes follow the font."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._name_font = resized(parent.font(), TEXT, QFont.Weight.DemiBold)
        self._small_font = resized(parent.font(), SMALL)
        self._name = QFontMetrics(self._name_font)
        self._small = QFontMetrics(self._small_font)
        self._height = max(TILE + 14, self._name.height() + self._small.height() + 18)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(MetalListModel.EntryRole)
        rect: QRect = option.rect
        with restored(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if entry is None:
                self._paint_heading(painter, rect, str(index.data()))
            else:
                self._paint_background(painter, rect, option.state)
                self._paint_entry(painter, rect, entry)
            painter.setPen(QPen(QColor(self.theme.line), 1))
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
            if entry is not None and option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(self.theme.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 4, 4)

    def _paint_background(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.raised))

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.fillRect(rect, QColor(self.theme.window))
        painter.setFont(self._name_font)
        painter.setPen(QColor(self.theme.muted))
        inner = rect.adjusted(MARGIN, 0, -MARGIN, -8)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: MetalEntry) -> None:
        tile = QRect(rect.left() + MARGIN, rect.top() + (rect.height() - TILE) // 2, TILE, TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.tile))
        painter.drawRoundedRect(QRectF(tile), 5, 5)
        self._paint_sign(painter, tile, entry)
        left, right = tile.right() + GAP, rect.right() - MARGIN
        top = rect.top() + (rect.height() - self._name.height() - self._small.height() - 4) // 2
        below, room = top + self._name.height() + 4, right - left
        name = f"{entry.metal.name_en} {entry.metal.name_zh}"
        beside_name = room - self._name.horizontalAdvance(name) - GAP // 2
        words = self._fitting(entry.pill.versions, beside_name)
        line_room = room
        if words:
            self._paint_pill(painter, entry, words, right, top)
        else:
            words = self._fitting(entry.pill.versions, room - LEAST_LINE) or entry.pill.versions[-1]
            words = _shortened(words, self._small, room - 2 * PILL_MARGIN)
            line_room -= self._paint_pill(painter, entry, words, right, below) + GAP // 2
        painter.setFont(self._name_font)
        painter.setPen(QColor(self.theme.text))
        name = _shortened(name, self._name, room)
        painter.drawText(QRect(left, top, room, self._name.height()), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._small_font)
        painter.setPen(QColor(self.theme.muted))
        line = _shortened(entry.line, self._small, line_room)
        painter.drawText(QRect(left, below, room, self._small.height()), Qt.AlignmentFlag.AlignVCenter, line)
        if entry.sparkline is not None:
            used = self._small.horizontalAdvance(line)
            rows = ((top, self._name, self._name.horizontalAdvance(name)), (below, self._small, used))
            pill_row = 0 if line_room == room else 1
            self._paint_sparkline(painter, entry.sparkline, right, room, rows[1 - pill_row])

    def _paint_sparkline(
        self, painter: QPainter, line: Sparkline, right: int, room: int, row: tuple[int, QFontMetrics, int]
    ) -> None:
        """Draw a price at the right of the row without the pill, where the text of that row leaves room."""
        top, metrics, used = row
        width = min(sparkline.WIDTH, room - used - GAP // 2)
        if width >= LEAST_SPARKLINE:
            middle = top + metrics.height() / 2
            box = QRectF(right - width, middle - sparkline.HEIGHT / 2, width, sparkline.HEIGHT)
            sparkline.paint_sparkline(painter, box, line, QColor(self.theme.colour(0)))

    def _paint_sign(self, painter: QPainter, tile: QRect, entry: MetalEntry) -> None:
        """Draw the symbol of an element, smaller and quieter the sign of another material."""
        is_element = bool(entry.metal.symbol)
        painter.setPen(QColor(self.theme.text if is_element else self.theme.muted))
        painter.setFont(self._name_font if is_element else self._small_font)
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, tile_sign(entry.metal))

    def _fitting(self, versions: Sequence[str], room: int) -> str:
        """Return the words of the fullest version of a pill that a room has space for, empty if none fits."""
        return next((words for words in versions if self._pill_width(words) <= room), "")

    def _pill_width(self, words: str) -> int:
        return self._small.horizontalAdvance(words) + 2 * PILL_MARGIN

    def _paint_pill(self, painter: QPainter, entry: MetalEntry, words: str, right: int, top: int) -> int:
        """Draw a pill that ends at the right, and return its width."""
        width = self._pill_width(words)
        box = QRect(right - width, top - 1, width, self._name.height() + 2)
        painter.setFont(self._small_font)
        paint_pill(painter, QRectF(box), words, entry.pill_state, self.theme)
        return width


def _shortened(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return a text cut to a room in pixels; Qt also cuts one that fits to the pixel, as it rounds down."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

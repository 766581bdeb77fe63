"""Paints a line of the metal list: symbol tile, both names, status pill, key line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.charts.plot.frame import restored
from explorer.guard import guarded
from explorer.models.metal_list import MetalEntry, MetalListModel
from explorer.palette import LIGHT, Theme
from explorer.ui.widgets.pill import paint_pill

MARGIN, TILE, GAP, PILL_MARGIN = 12, 36, 10, 8


@guarded
class MetalDelegate(QStyledItemDelegate):
    """Draws with the fonts of the list and the colours of the theme; sizes follow the font."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._name_font = QFont(parent.font())
        self._name_font.setWeight(QFont.Weight.DemiBold)
        self._small_font = QFont(parent.font())
        self._small_font.setPointSizeF(parent.font().pointSizeF() * 0.92)
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
        painter.setPen(QColor(self.theme.text))
        painter.setFont(self._name_font)
        painter.drawText(tile, Qt.AlignmentFlag.AlignCenter, entry.metal.symbol or "·")
        left, right = tile.right() + GAP, rect.right() - MARGIN
        top = rect.top() + (rect.height() - self._name.height() - self._small.height() - 4) // 2
        name, chinese = entry.metal.name_en, entry.metal.name_zh
        wanted = self._name.horizontalAdvance(f"{name} {chinese}") + GAP // 2
        pill_left = self._paint_pill(painter, entry, right, top, right - left - wanted)
        room = pill_left - GAP // 2 - left
        if wanted - GAP // 2 > room:
            left_over = room - self._name.horizontalAdvance(f" {chinese}")
            name = self._name.elidedText(name, Qt.TextElideMode.ElideRight, left_over)
        text = f"{name} {chinese}"
        painter.setFont(self._name_font)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(QRect(left, top, room, self._name.height()), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(self._small_font)
        painter.setPen(QColor(self.theme.muted))
        line = self._small.elidedText(entry.line, Qt.TextElideMode.ElideRight, right - left)
        below = QRect(left, top + self._name.height() + 4, right - left, self._small.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_pill(self, painter: QPainter, entry: MetalEntry, right: int, top: int, room: int) -> int:
        """Draw the pill with the most words that leave room for the names; return its left edge."""
        widths = [self._small.horizontalAdvance(words) + 2 * PILL_MARGIN for words in entry.pill.versions]
        best = next((i for i, width in enumerate(widths) if width <= room), len(widths) - 1)
        box = QRect(right - widths[best], top - 1, widths[best], self._name.height() + 2)
        painter.setFont(self._small_font)
        paint_pill(painter, QRectF(box), entry.pill.versions[best], entry.pill_state, self.theme)
        return box.left()

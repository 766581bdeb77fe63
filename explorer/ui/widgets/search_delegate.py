"""Paints a line of the search results: a heading, or a title with its pills above a detail, matches marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.charts.plot.painting import restored
from explorer.data.finding.rows import ANSWER, CODE, SOURCES, TERMS, Group, Ranges, Row
from explorer.data.numbers import MINUS
from explorer.guard import guarded
from explorer.models.search_results import SearchResultsModel
from explorer.palette import LIGHT, Theme
from explorer.ui.widgets.pill import paint_pill

MARGIN, GAP, PILL_MARGIN, LINE_GAP = 12, 8, 8, 2
MOST_LINES = 12
_WRAPPED = (ANSWER, CODE)
SMALL = 0.92
Index = QModelIndex | QPersistentModelIndex


@guarded
class SearchDelegate(QStyledItemDelegate):
    """Draws with the fonts of the list and the colours of the theme; answers and verdicts are wrapped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.width = 600
        self._text_font = QFont(parent.font())
        self._small_font = _scaled(parent.font(), SMALL)
        self._heading_font = QFont(self._small_font)
        self._heading_font.setWeight(QFont.Weight.DemiBold)
        self._text, self._small = QFontMetrics(self._text_font), QFontMetrics(self._small_font)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, self.height_of(index.data(SearchResultsModel.LineRole)))

    def height_of(self, row: Group | Row | None) -> int:
        """Return the height of a line in the width."""
        if not isinstance(row, Row):
            return self._small.height() + 14
        title = self._text.height()
        if row.group in _WRAPPED or row.action is None:
            title = self._wrapped(row.title).height()
        detail = self._small.height() + LINE_GAP if row.detail or self._pills_below(row) else 0
        return title + detail + 10

    def _wrapped(self, text: str) -> QRect:
        """Return the room of a text in the width, cut after some lines."""
        room = QRect(0, 0, self.width - 2 * MARGIN, self._text.lineSpacing() * MOST_LINES)
        bounds = self._text.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return bounds.intersected(room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(SearchResultsModel.LineRole)
        rect: QRect = option.rect
        with restored(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            if selected:
                painter.fillRect(rect, QColor(self.theme.selected))
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
            elif option.state & QStyle.StateFlag.State_MouseOver and isinstance(line, Row) and line.action:
                painter.fillRect(rect, QColor(self.theme.raised))
            if isinstance(line, Group):
                self._paint_heading(painter, rect, line, index)
            else:
                self._paint_row(painter, rect, line)

    def _paint_heading(self, painter: QPainter, rect: QRect, group: Group, index: Index) -> None:
        text = group.heading
        if group.group_id == SOURCES:
            following = index.model().index(index.row() + 1, 0)
            text = f"{MINUS if following.isValid() else '+'} {text}"
        if index.row():
            painter.setPen(QColor(self.theme.line))
            painter.drawLine(rect.left() + MARGIN, rect.top() + 2, rect.right() - MARGIN, rect.top() + 2)
        painter.setFont(self._heading_font)
        painter.setPen(QColor(self.theme.muted))
        inner = rect.adjusted(MARGIN, 4, -MARGIN, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        left, right, top = rect.left() + MARGIN, rect.right() - MARGIN, rect.top() + 5
        wraps = row.group in _WRAPPED or row.action is None
        colour = self.theme.text if row.action is not None or row.group in (CODE, TERMS) else self.theme.muted
        if wraps:
            bounds = QRect(left, top, right - left, self._wrapped(row.title).height())
            self._paint_wrapped(painter, bounds, row.title, colour)
            below = bounds.bottom() + 1 + LINE_GAP
        else:
            below = top + self._text.height() + LINE_GAP
        pill_top = below if wraps else top
        pill_left = self._paint_pills(painter, row, right, pill_top)
        if not wraps:
            room = pill_left - GAP - left if pill_left < right else right - left
            self._paint_line(
                painter, QPointF(left, top), row.title, row.title_marks, self._text_font, colour, room
            )
        room = (pill_left - GAP if wraps and pill_left < right else right) - left
        self._paint_line(
            painter,
            QPointF(left, below),
            row.detail,
            row.detail_marks,
            self._small_font,
            self.theme.muted,
            room,
        )

    def _pills_below(self, row: Row) -> bool:
        return row.group in _WRAPPED and bool(row.pill or row.verdict)

    def _paint_pills(self, painter: QPainter, row: Row, right: int, top: int) -> int:
        """Draw the pill of what applies, left of it the verdict, or keys; return the left side of the leftmost."""
        painter.setFont(self._small_font)
        for words in (row.pill, row.verdict, row.keys):
            if words:
                width = self._small.horizontalAdvance(words) + 2 * PILL_MARGIN
                box = QRectF(right - width, top - 1, width, self._small.height() + 2)
                state = row.pill_state if words == row.pill else "none"
                paint_pill(painter, box, words, state, self.theme)
                right = int(box.left()) - GAP // 2
        return right + GAP // 2 if row.pill or row.verdict or row.keys else right

    def _paint_wrapped(self, painter: QPainter, room: QRect, text: str, colour: str) -> None:
        """Draw a text in several lines; the last one that fits ends in an ellipsis where the text is longer."""
        painter.setFont(self._text_font)
        painter.setPen(QColor(colour))
        layout = QTextLayout(text, self._text_font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[tuple[int, int]] = []
        while len(lines) < MOST_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(room.width())
            lines.append((line.textStart(), line.textLength()))
        layout.endLayout()
        for number, (start, length) in enumerate(lines):
            part = text[start : start + length]
            if number == MOST_LINES - 1 and start + length < len(text):
                part = self._text.elidedText(text[start:], Qt.TextElideMode.ElideRight, room.width())
            place = QRect(
                room.left(), room.top() + number * self._text.lineSpacing(), room.width(), self._text.height()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, part.rstrip())

    def _paint_line(
        self,
        painter: QPainter,
        at: QPointF,
        text: str,
        marks: Ranges,
        font: QFont,
        colour: str,
        room: int,
    ) -> None:
        """Draw a line, cut to its room, with a ground and stronger letters where it matches."""
        if not text:
            return
        metrics = self._small if font is self._small_font else self._text
        shown = text if metrics.horizontalAdvance(text) <= room else ""
        shown = shown or metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if not marks:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), shown)
            return
        layout = QTextLayout(shown, font)
        layout.setFormats(
            [self._mark(start, min(end, len(shown))) for start, end in marks if start < len(shown)]
        )
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10 * max(room, 1))
        layout.endLayout()
        painter.setPen(QColor(colour))
        # Chinese characters make a line higher; its letters keep their place.
        layout.draw(painter, QPointF(at.x(), at.y() + metrics.ascent() - line.ascent()))

    def _mark(self, start: int, end: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, end - start
        style = QTextCharFormat()
        style.setBackground(QColor(self.theme.kinds["announced"].ground))
        style.setForeground(QColor(self.theme.text))
        found.format = style
        return found


def _scaled(font: QFont, factor: float) -> QFont:
    """Return a font in another size, whether its own is in pixels or in points."""
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(round(font.pixelSize() * factor))
    else:
        result.setPointSizeF(font.pointSizeF() * factor)
    return result

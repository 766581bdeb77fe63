"""The table of a checked list: one line of text in each row, at any length, with the verdicts as pills."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.charts.plot.painting import restored
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.checked_lines import (
    APPLIES,
    FOUND,
    NUMBER,
    VERDICT,
    WRITTEN,
    CheckedLines,
    Index,
    Pill,
)
from explorer.palette import LIGHT, Theme
from explorer.ui.views.lists.words import ListWords
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.context_menu import Entry, copy_entry, open_menu
from explorer.ui.widgets.pill import HEIGHT, MARGIN, paint_pill
from explorer.ui.widgets.style import SMALL, STEP, resized

ROW_HEIGHT, SIDE = 28, 6
MEASURED_ROWS = 60  # rows by which the widths of columns are chosen
WIDEST = {NUMBER: 80, WRITTEN: 180, VERDICT: 400, APPLIES: 260}
# Pixels to which columns may shrink where there is little room; a verdict is never cut.
LEAST = {APPLIES: 124, WRITTEN: 90}
LEAST_FOUND = 80  # pixels of the last column once the others cannot shrink any more


@guarded
class PillDelegate(QStyledItemDelegate):
    """Draws the pills of a cell side by side, and all other cells as text on one line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pills = index.data(CheckedLines.PillsRole) or ()
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.textElideMode = Qt.TextElideMode.ElideRight
        if pills:
            shown.text = ""
        elif index.column() == FOUND and index.data(CheckedLines.FaultRole):
            self._colour(shown, self.theme.kind("prohibition").text)
        elif index.column() == NUMBER:
            self._colour(shown, self.theme.muted)
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        if pills:
            self._paint_pills(painter, option, pills)

    @staticmethod
    def _colour(option: QStyleOptionViewItem, colour: str) -> None:
        for role in (option.palette.ColorRole.Text, option.palette.ColorRole.HighlightedText):
            option.palette.setColor(role, QColor(colour))

    def _paint_pills(self, painter: QPainter, option: QStyleOptionViewItem, pills: Sequence[Pill]) -> None:
        with restored(painter):
            painter.setClipRect(option.rect)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(resized(option.font, SMALL))
            metrics = painter.fontMetrics()
            x, right = option.rect.x() + SIDE, option.rect.right() - 2
            y = option.rect.center().y() - HEIGHT / 2 + 1
            for pill in pills:
                room = right - x - 2 * MARGIN
                if room < 3 * MARGIN:
                    break
                text = metrics.elidedText(pill.text, Qt.TextElideMode.ElideRight, int(room))
                width = metrics.horizontalAdvance(text) + 2 * MARGIN
                paint_pill(painter, QRectF(x, y, width, HEIGHT), text, pill.state, self.theme)
                x += width + STEP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width that a cell needs on one line."""
        pills = index.data(CheckedLines.PillsRole) or ()
        metrics = option.fontMetrics
        width = metrics.horizontalAdvance(str(index.data() or "")) + 2 * SIDE
        if pills:
            small = QFontMetrics(resized(option.font, SMALL))
            width = sum(small.horizontalAdvance(p.text) + 2 * MARGIN + STEP for p in pills) + SIDE + 2
        return QSize(width, ROW_HEIGHT)


@guarded
class LinesTable(QTableView):
    """Shows the lines; `lineChosen` reports the place of the current line in its list, `opened` its activation."""

    lineChosen = Signal(int)
    opened = Signal(int)

    def __init__(self, lines: CheckedLines, words: ListWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines, self._words = lines, words
        self._needs: dict[int, int] = {}
        self.setModel(lines)
        self.setAccessibleName(words.table)
        self._pills = PillDelegate(self)
        self.setItemDelegate(self._pills)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        copy = QAction(gettext("Copy rows"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_rows)
        self.addAction(copy)
        self.activated.connect(self._activated)

    @property
    def line(self) -> int:
        """The place of the current line in its list, -1 without one."""
        return self._line_at(self.currentIndex())

    def set_theme(self, theme: Theme) -> None:
        """Draw the pills in the colours of a theme."""
        self._pills.theme = theme
        self.viewport().update()

    def select_line(self, line: int) -> None:
        """Make a line the current one, the first one shown where it is not shown."""
        row = max(self.lines.row_of(line), 0)
        if row < self.lines.rowCount():
            chosen = QItemSelectionModel.SelectionFlag
            index = self.lines.index(row, WRITTEN)
            self.selectionModel().setCurrentIndex(index, chosen.ClearAndSelect | chosen.Rows)
            self.scrollTo(index)

    def fit_columns(self) -> None:
        """Choose the widths of the columns by the first rows; the last column takes the rest."""
        self._needs = {column: self._need(column) for column in WIDEST}
        self._set_widths()

    def _need(self, column: int) -> int:
        title = self.fontMetrics().horizontalAdvance(self.lines.header[column]) + 3 * SIDE
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        rows = range(min(self.lines.rowCount(), MEASURED_ROWS))
        sizes = (self._pills.sizeHint(option, self.lines.index(row, column)).width() for row in rows)
        return min(max(title, *sizes, 0), WIDEST[column])

    def _set_widths(self) -> None:
        """Share the width: where there is little, the column of the measure shrinks first, then that of the code."""
        width, needs = self.viewport().width(), dict(self._needs)
        for column, least in LEAST.items():
            lacking = self._words.least_found - (width - sum(needs.values()))
            if lacking > 0:
                needs[column] = max(needs[column] - lacking, min(needs[column], least))
        for column, size in needs.items():
            self.setColumnWidth(column, size)
        self.setColumnWidth(FOUND, max(width - sum(needs.values()), LEAST_FOUND))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._needs:
            self._set_widths()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Report another current line."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.lineChosen.emit(self._line_at(current))

    @staticmethod
    def _line_at(index: Index) -> int:
        line = index.data(CheckedLines.LineRole)
        return -1 if line is None else int(line)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._line_at(index))

    @Slot()
    def copy_rows(self) -> None:
        """Copy the selected rows as lines with tabs."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        copy_text(self, self.text_of(rows))

    def copy_all(self) -> None:
        """Copy all rows shown, under the names of the columns."""
        head = "\t".join(self.lines.header)
        body = self.text_of(range(self.lines.rowCount()))
        copy_text(self, f"{head}\n{body}", gettext("Table copied to the clipboard."))

    def text_of(self, rows: Iterable[int]) -> str:
        """Return rows as lines with tabs."""
        columns = range(len(self.lines.header))
        return "\n".join(
            "\t".join(str(self.lines.index(row, column).data() or "") for column in columns) for row in rows
        )

    def entries(self) -> list[Entry]:
        """Return the entries of the menu of the current row."""
        index = self.currentIndex()
        written = str(index.siblingAtColumn(WRITTEN).data() or "")
        return [
            Entry(self._words.open_one, partial(self.opened.emit, self.line)),
            copy_entry(self._words.copy_one, written, self, new_section=True),
            Entry(gettext("Copy rows"), self.copy_rows),
            Entry(gettext("Copy table"), self.copy_all),
        ]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the current row."""
        index = self.currentIndex()
        if not index.isValid():
            event.ignore()
            return
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        open_menu(self, self.entries(), event, place)

"""Coverage: metals and kinds of fact with the latest year and its confidence; a cell opens the metal."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.charts.plot.painting import hatch, restored
from explorer.data.contents import coverage
from explorer.data.contents.cells import values_workbook
from explorer.data.contents.coverage import Coverage, CoverageMatrix, coverage_matrix, coverage_of
from explorer.data.writing.csv_file import csv_text
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.background_query import BackgroundQuery
from explorer.models.coverage_model import CoverageModel
from explorer.models.views import TABLES_PAGE
from explorer.palette import LIGHT, Theme
from explorer.ui.views.data.grid_panel import GridPanel
from explorer.ui.views.data.page import DataPage
from explorer.ui.views.stepped_page import AT_ONCE
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.row_menu import spoken
from explorer.ui.widgets.style import SMALL, TEXT, resized

ROW, COLUMN, GAP, TITLE_MARGIN = 38, 100, 1, 16
HATCH_GAP, HATCH_WIDTH = 6.0, 1.0


@guarded
class CoverageDelegate(QStyledItemDelegate):
    """Draws the latest year above the confidence; what is not on file is hatched."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._year = resized(parent.font(), TEXT, QFont.Weight.DemiBold)
        self._small = resized(parent.font(), SMALL)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Coverage = index.data(CoverageModel.EntryRole)
        cell: QRect = option.rect.adjusted(GAP, GAP, -GAP, -GAP)
        theme = self.theme
        with restored(painter):
            if entry.rows:
                selected = option.state & QStyle.StateFlag.State_Selected
                painter.fillRect(cell, QColor(theme.selected if selected else theme.raised))
                self._paint_texts(painter, cell, entry)
            else:
                hatch(painter, QRectF(cell), theme.axis, theme.surface, HATCH_GAP, HATCH_WIDTH)
                if entry.owner:
                    self._paint_group(painter, cell, entry)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.drawRect(cell)

    def _paint_texts(self, painter: QPainter, cell: QRect, entry: Coverage) -> None:
        half = cell.height() // 2
        painter.setPen(QColor(self.theme.text))
        painter.setFont(self._year)
        painter.drawText(
            cell.adjusted(0, 2, 0, -half), Qt.AlignmentFlag.AlignCenter, coverage.latest_text(entry)
        )
        painter.setPen(QColor(self.theme.muted))
        painter.setFont(self._small)
        below = cell.adjusted(2, half, -2, -2)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, coverage.confidence_text(entry))

    def _paint_group(self, painter: QPainter, cell: QRect, entry: Coverage) -> None:
        text = coverage.latest_text(entry)
        painter.setFont(self._small)
        width = painter.fontMetrics().horizontalAdvance(text) + 8
        ground = QRect(0, 0, width, painter.fontMetrics().height())
        ground.moveCenter(cell.center())
        painter.fillRect(ground, QColor(self.theme.surface))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)


@guarded
class CoveragePage(DataPage):
    """Shows what is on file for each metal; Enter or a click opens the metal where it shows that kind of fact."""

    def build(self) -> None:
        """Build the matrix."""
        self._counting: BackgroundQuery | None = None
        self.matrix = CoverageModel(self.shared.store, self)
        self.panel = GridPanel(gettext("Coverage by metal and kind of fact"), self.matrix, can_filter=False)
        self.panel.file_name = "coverage"
        self.panel.csv, self.panel.workbook = self.csv, self.workbook
        grid = self.panel.grid
        self._delegate = CoverageDelegate(grid)
        grid.setItemDelegate(self._delegate)
        grid.setSortingEnabled(False)
        grid.setSelectionBehavior(grid.SelectionBehavior.SelectItems)
        grid.verticalHeader().show()
        grid.verticalHeader().setDefaultSectionSize(ROW)
        grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in range(self.matrix.columnCount()):
            title = str(self.matrix.headerData(column, Qt.Orientation.Horizontal))
            grid.setColumnWidth(
                column, max(COLUMN, grid.fontMetrics().horizontalAdvance(title) + TITLE_MARGIN)
            )
        grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.panel.describe = spoken
        grid.clicked.connect(self._open)
        grid.activated.connect(self._open)
        legend = gettext(
            "Each cell shows the latest year on file (for reserves, the edition of the source) and the "
            "confidence of its figures. Hatched: nothing on file, which does not mean that nothing "
            "exists. “Group only”: only figures for the group of the metal are on file. Click a cell or "
            "press Enter to see the facts."
        )
        self.column.addWidget(label(legend, "muted"))
        self.column.addWidget(self.panel, 1)

    def fill(self) -> None:
        """Show the matrix, once: the options do not change it."""
        self._delegate.theme = self.shared.theme
        if self.matrix.rowCount() or self._counting is not None:
            return
        store = self.shared.store
        if len(store.metals) <= AT_ONCE:
            self._show_matrix(coverage_matrix(store))
        else:
            self._count()

    def _count(self) -> None:
        """Count what is on file in the background, since the facts on many metals take a second or more."""
        store = self.shared.store
        self.panel.show_count(gettext("Counting the facts of each metal…"))
        count = partial(coverage_of, metals=store.metals)
        self._counting = BackgroundQuery(store.path, count, self)
        self._counting.finished.connect(self._show_matrix)
        self._counting.failed.connect(self._count_failed)
        self._counting.start()

    @Slot(object)
    def _show_matrix(self, found: CoverageMatrix) -> None:
        self.matrix.show_matrix(found)
        self.panel.show_count("")

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the page be filled when it is next shown if nothing was counted."""
        super().hideEvent(event)
        self.is_stale = not self.matrix.rowCount() and self._counting is None

    @Slot(str)
    def _count_failed(self, sentence: str) -> None:
        """Show why nothing was counted; the page tries again when it is next shown."""
        self._counting, self.is_stale = None, not self.isVisible()
        self.panel.show_count(sentence)

    def _finish(self) -> None:
        """Count now what is not counted yet, for what is saved."""
        if self.matrix.rowCount():
            return
        if self._counting is not None:
            self._counting.stop()
        self._show_matrix(coverage_matrix(self.shared.store))

    def csv(self) -> str:
        """Return the matrix as `minor-metals data coverage --csv` prints it."""
        self._finish()
        return csv_text(coverage.HEADER, coverage.csv_rows(self.matrix.matrix))

    def workbook(self) -> bytes:
        """Return the matrix as a workbook."""
        self._finish()
        return values_workbook(gettext("Coverage"), coverage.HEADER, coverage.csv_rows(self.matrix.matrix))

    def focus_content(self) -> None:
        """Move the focus to the matrix."""
        self.panel.grid.setFocus()

    def restyle(self, theme: Theme) -> None:
        """Draw the cells in another theme."""
        self._delegate.theme = theme
        self.panel.grid.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        entry: Coverage = index.data(CoverageModel.EntryRole)
        state = self.shared.state
        if entry.kind.tab:
            state.set_metal(entry.metal_id)
            state.set_tab(entry.kind.tab)
        else:
            self.choose(page=TABLES_PAGE, cites="", filter=entry.metal_id, table=entry.kind.table)

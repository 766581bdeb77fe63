"""The search field and the panel of results below it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from explorer.data.finding.rows import SEARCH, Group, Results, Row
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.search_results import SearchResultsModel
from explorer.models.state import AppState
from explorer.palette import LIGHT, Theme
from explorer.ui.widgets.clearable_field import ClearableField

WANTED_WIDTH, MOST_HEIGHT, MARGIN, EDGE = 720, 560, 12, 1
PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


@guarded
class SearchBox(ClearableField):
    """Searches while typing; a row is chosen with the mouse, or with arrows and Enter while the field has the focus.

    `find` returns the results for a text.
    """

    rowChosen = Signal(object)

    def __init__(
        self, find: Callable[[str], Results], state: AppState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._theme = LIGHT
        self.results = SearchResultsModel(self)
        self._panel: _Panel | None = None
        self.setPlaceholderText(gettext("Metal, 中文, code, document or question (Ctrl+K)"))
        self.setAccessibleName(
            gettext("Search metals, uses, codes, announcements and commands, or ask a question")
        )
        self.textChanged.connect(self._search)
        state.contextChanged.connect(self._context_changed)
        state.factsChanged.connect(self._context_changed)
        self.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint the results in the colours of a theme."""
        self._theme = theme
        if self._panel is not None:
            self._panel.painter.theme = theme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the results while the field keeps the focus."""
        if event.type() == QEvent.Type.FocusOut and not self._panel_has_mouse():
            self._hide()
        if event.type() == QEvent.Type.MouseButtonPress and not self._is_open():
            self._search(self.text())
        if event.type() == QEvent.Type.KeyPress and self._handle_key(event.key()):  # type: ignore[attr-defined]
            return True
        return super().eventFilter(watched, event)

    def _handle_key(self, key: Qt.Key) -> bool:
        """Open, move, choose or close; return whether the key was for the results."""
        is_open = self._is_open()
        if key in _STEPS and self.text().strip():
            if is_open:
                self._step(_STEPS[key])
            else:
                self._search(self.text())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            if is_open and self._panel is not None:
                self._choose(self._panel.currentIndex())
            else:
                self._search(self.text())
            return True
        if key == Qt.Key.Key_Escape and (is_open or self.text()):
            if is_open:
                self._hide()
            else:
                self.clear()
            return True
        return False

    def _is_open(self) -> bool:
        return self._panel is not None and self._panel.isVisible()

    def _step(self, step: int) -> None:
        """Go to another line that can be chosen; headings are passed over."""
        assert self._panel is not None
        row = self._panel.currentIndex().row()
        for _ in range(abs(step)):
            row = self.results.next_selectable(row, 1 if step > 0 else -1)
        self._select(row)

    def _select(self, row: int) -> None:
        """Make a line the current one and let a screen reader say it."""
        assert self._panel is not None
        index = self.results.index(row, 0)
        self._panel.setCurrentIndex(index)
        if self.results.next_selectable(row, -1) == row:
            self._panel.scrollToTop()  # with the heading above the first one
        self.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    @Slot()
    def _context_changed(self) -> None:
        if self._is_open():
            self._search(self.text())

    @Slot(str)
    def _search(self, text: str) -> None:
        if not text.strip():
            self._hide()
            return
        try:
            self.results.show_results(self._find(text))
        except KnownError as error:
            self.results.show_message(str(error))
        self._show()

    def _show(self) -> None:
        """Show the panel below the field, as wide and high as the window allows, with the first row selected."""
        if self._panel is None:
            self._panel = _Panel(self.results, self.window())
            self._panel.clicked.connect(self._choose)
        self._panel.painter.theme = self._theme
        window = self.window()
        top_left = self.mapTo(window, QPoint(0, self.height() + 2))
        width = min(max(self.width(), WANTED_WIDTH), window.width() - 2 * MARGIN)
        left = max(MARGIN, min(top_left.x(), window.width() - MARGIN - width))
        most = min(MOST_HEIGHT, window.height() - top_left.y() - MARGIN)
        self._panel.fit(left, top_left.y(), width, most)
        self._panel.show()
        self._panel.raise_()
        self._select(self.results.next_selectable(-1, 1))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        line = self.results.line(index.row())
        if isinstance(line, Group):
            if self.results.is_selectable(index.row()):
                self.results.toggle_sources()
                self._show()
                self._select(index.row())
        elif isinstance(line, Row) and line.action is not None:
            self._open(line)

    def _open(self, row: Row) -> None:
        """Search for the text of a suggestion, or report the row as chosen."""
        if row.action is not None and row.action.kind == SEARCH:
            self.setText(row.action.text)
            return
        self._hide()
        self.clear()
        self.rowChosen.emit(row)

    def _hide(self) -> None:
        self.setAccessibleDescription("")
        if self._panel is not None:
            self._panel.hide()

    def _panel_has_mouse(self) -> bool:
        return self._panel is not None and self._panel.isVisible() and self._panel.underMouse()


@guarded
class _Panel(QListView):
    """The list of results, which never takes the focus from the field.

    It paints its ground and edge itself: what a widget with those of a style sheet covers is painted again each time.
    """

    def __init__(self, results: SearchResultsModel, window: QWidget) -> None:
        from explorer.ui.widgets.search_delegate import SearchDelegate

        super().__init__(window)
        self.setObjectName("results")
        self.setAccessibleName(gettext("Search results"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.painter = SearchDelegate(self)
        self.setItemDelegate(self.painter)
        self._results = results
        self.setModel(results)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(EDGE, EDGE, EDGE, EDGE)
        for part in (self, self.viewport()):
            part.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def event(self, event: QEvent) -> bool:
        """Paint the edge around the list, and the ground of its scroll bar."""
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self.painter.theme.surface))
            painter.setPen(QColor(self.painter.theme.border))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.painter.theme.surface))
        painter.end()
        super().paintEvent(event)

    def fit(self, left: int, top: int, width: int, most: int) -> None:
        """Take a place and a width, and the height of the lines up to the most there is."""
        bar = self.verticalScrollBar().sizeHint().width()
        for room in (width - 2 * EDGE, width - 2 * EDGE - bar):
            self.painter.width = room
            heights = sum(self.painter.height_of(line) for line in self._results.lines)
            if heights + 2 * EDGE <= most:
                break
        self.setGeometry(left, top, width, min(heights + 2 * EDGE, most))
        self.scheduleDelayedItemsLayout()

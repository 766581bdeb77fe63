"""What the pages of all views share: a scrolling column of cards that refreshes only while it is visible."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.palette import Theme
from explorer.ui.cards.provenance import offer_sources
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.content_area import ContentArea
from explorer.ui.widgets.file_saving import save_shown_table
from explorer.ui.widgets.layouts import Columns
from explorer.ui.widgets.style import STEP
from explorer.ui.widgets.table_view import TableView

LEAST_COLUMN = 400
ABOVE = 56  # room for the axis that the Controls tab keeps at the top of the page
SCROLL_BAR = 10  # the width in the style sheet, which is part of the margin
RING = 1  # the border that shows the focus, in the style sheet
MARGINS = (20 - RING, 12, 20 - SCROLL_BAR - RING, 20)


@guarded
class ScrollPage(ContentArea):
    """A page that is filled from the state; a hidden page refreshes when it is next shown."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared = shared
        self.is_stale = True
        self.setProperty("role", "content")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that appears changes the width, and so the height of tables, which can make it disappear again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_handle)
        self._show_handle(0, 0)
        content = QWidget()
        content.setObjectName("page")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(*MARGINS)
        self.column.setSpacing(3 * STEP)
        self.setWidget(content)
        self.build()
        self.column.addStretch(1)

    def build(self) -> None:
        """Build the cards, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Fill the cards for the state."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """Return what gets the focus when the page is opened from the search: the page itself, which keys scroll."""
        return self

    @Slot(QWidget)
    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll as little as it takes to see a part of the page."""
        self.ensureWidgetVisible(widget, 0, ABOVE)

    def invalidate(self, *, to_top: bool = False) -> None:
        """Refresh now if the page is visible, otherwise when it is next shown."""
        self.is_stale = True
        if to_top:
            self.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.refresh_once()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh_once()
        super().showEvent(event)

    def refresh_once(self) -> None:
        """Fill the cards if they are out of date."""
        if self.is_stale:
            self.is_stale = False
            self.refresh()

    @Slot(int, int)
    def _show_handle(self, low: int, high: int) -> None:
        self.verticalScrollBar().setEnabled(high > low)

    def row(self, *parts: tuple[QWidget, int], least: int = LEAST_COLUMN) -> Columns:
        """Add widgets side by side with their shares of the width, where each gets its least width in pixels."""
        columns = Columns(*parts, least=least)
        self.column.addWidget(columns)
        return columns


@guarded
class ViewPage(ScrollPage):
    """The page of a whole view, which follows date, places and its options.

    It is filled once it was painted for the first time, which `opened` reports: a window is painted sooner so.
    `exportRequested` asks for the export of a chart. `view` is the view whose options it follows.
    """

    view = ""

    opened = Signal()
    exportRequested = Signal(object)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self._is_painted = False
        super().__init__(shared, parent)
        offer_sources(shared.store, self.findChildren(TableView))
        shared.state.contextChanged.connect(self._state_changed)
        shared.state.factsChanged.connect(self._state_changed)
        shared.state.optionsChanged.connect(self._options_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the page be painted first, then fill it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._fill_first)

    @Slot()
    def _fill_first(self) -> None:
        self.invalidate()
        self.opened.emit()

    @Slot()
    def _state_changed(self) -> None:
        self.invalidate()

    @Slot(str)
    def _options_changed(self, view: str) -> None:
        if view == self.view:
            self.invalidate()

    def refresh(self) -> None:
        """Fill the page for the state, its title at once."""
        self.show_title()
        if self._is_painted:
            self.fill()

    def show_title(self) -> None:
        """Show what the page is about."""
        raise NotImplementedError

    def fill(self) -> None:
        """Fill the cards for the state."""
        raise NotImplementedError

    def focus_content(self) -> None:
        """Move the focus to the page, which the keys scroll."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def export_content(self) -> bool:
        """Save the table with the focus, else the first one; return whether there is one."""
        return save_shown_table(self)

    def restyle(self, _theme: Theme) -> None:
        """Draw everything again in the theme in use."""
        self.invalidate()

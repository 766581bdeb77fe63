"""What the pages of whole views share: they are filled once they were painted, and follow the state."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.guard import guarded
from explorer.palette import Theme
from explorer.ui.cards.provenance import offer_sources
from explorer.ui.view_context import ViewContext
from explorer.ui.views.page import ScrollPage
from explorer.ui.widgets.file_saving import save_shown_table
from explorer.ui.widgets.table_view import TableView


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

    def content_paints(self) -> None:
        """Let the page be painted first, then fill it."""
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._fill_first)

    @Slot()
    def _fill_first(self) -> None:
        try:
            with self.filling():
                self.invalidate()
        finally:
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

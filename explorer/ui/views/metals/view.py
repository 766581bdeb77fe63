"""The view of the metals: their list beside the metal that is shown, or a record that covers it; or all as a table."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from explorer.models.views import METALS_VIEW, TABLE
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.list_pane import MetalListPane
from explorer.ui.views.metals.records.area import RecordArea
from explorer.ui.widgets.file_saving import save_shown_table
from explorer.ui.widgets.stacked_part import stacked_part

if TYPE_CHECKING:
    from explorer.ui.views.metals.all_metals.page import AllMetalsPage

LEAST_LIST, FIRST_SIZES = 240, (330, 990)


class MetalsView(QStackedWidget):
    """A list and a page side by side, `parts`; in the other layout the table of all metals, built at its first use."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.parts = QSplitter(Qt.Orientation.Horizontal, self)
        self.list = MetalListPane(shared, self.parts)
        self.records = RecordArea(shared, self.parts)
        self.detail = self.records.metal
        self.table: AllMetalsPage | None = None
        self.addWidget(self.parts)
        self.parts.setHandleWidth(1)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.list)
        self.parts.addWidget(self.records)
        self.list.setMinimumWidth(LEAST_LIST)
        self.parts.setStretchFactor(1, 1)
        self.parts.setSizes(list(FIRST_SIZES))
        shared.state.optionsChanged.connect(self._options_changed)
        self._options_changed(METALS_VIEW)

    @property
    def shows_table(self) -> bool:
        """Whether all metals are shown as a table."""
        return self._shared.state.options(METALS_VIEW)["layout"] == TABLE

    @Slot(str)
    def _options_changed(self, view: str) -> None:
        """Show the layout of the state."""
        if view != METALS_VIEW:
            return
        if self.shows_table and self.table is None:
            from explorer.ui.views.metals.all_metals.page import AllMetalsPage

            self.table = stacked_part(self, partial(AllMetalsPage, self._shared))
            self.table.opened.connect(self.detail.opened)
        if self.shows_table and self.table is not None:
            self.setCurrentWidget(self.table)
        else:
            self.setCurrentWidget(self.parts)

    def focus_content(self) -> None:
        """Move the focus to the table, to the record that covers the metal, or to the page of the open tab."""
        if self.shows_table and self.table is not None:
            self.table.focus_content()
        elif self.records.record is not None:
            self.records.record.focus_content()
        else:
            self.records.leave_focus()
            self.detail.focus_page()

    def export_content(self) -> bool:
        """Save the table with the focus, else the first one shown; return whether there is one."""
        return save_shown_table(self)

    def restyle(self, theme: Theme) -> None:
        """Draw everything again in a theme."""
        self.list.set_theme(theme)
        self.detail.restyle()
        self.records.refresh()
        if self.table is not None:
            self.table.restyle(theme)

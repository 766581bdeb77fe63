"""The view of the metals: their list beside the metal that is shown, or the record that covers it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.detail_pane import DetailPane
from explorer.ui.views.metals.list_pane import MetalListPane
from explorer.ui.views.metals.records.area import RecordArea

LEAST_LIST, FIRST_SIZES = 240, (330, 990)


class MetalsView(QSplitter):
    """A list and a page side by side."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.list = MetalListPane(shared)
        self.detail = DetailPane(shared)
        self.records = RecordArea(shared, self.detail)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(self.list)
        self.addWidget(self.records)
        self.list.setMinimumWidth(LEAST_LIST)
        self.setStretchFactor(1, 1)
        self.setSizes(list(FIRST_SIZES))

    def focus_content(self) -> None:
        """Move the focus to the record that covers the metal, else to the page of the open tab."""
        if self.records.record is not None:
            self.records.record.focus_content()
        else:
            self.records.leave_focus()
            self.detail.focus_page()

    def restyle(self, theme: Theme) -> None:
        """Draw everything again in a theme."""
        self.list.set_theme(theme)
        self.detail.restyle()
        self.records.refresh()

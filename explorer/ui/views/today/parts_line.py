"""The line on Today that says which parts lists have lines with a different verdict."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from explorer.data.parts.notice import notice_text
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import PARTS_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP


@guarded
class PartsLine(QFrame):
    """Shows what the check for today has found since the last one; nothing where no verdict has changed."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2 * STEP, 16, 2 * STEP)
        row.setSpacing(2 * STEP)
        self.text = label("")
        self.button = link_button(gettext("Show changes"))
        self.button.setAccessibleName(gettext("Show the changes of your parts"))
        self.button.clicked.connect(self._open)
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        shared.parts.checked.connect(self.show_results)
        self.show_results()

    @Slot()
    def show_results(self) -> None:
        """Show what has changed."""
        sentence = notice_text(self._shared.parts.results)
        self.text.setText(sentence)
        self.setVisible(bool(sentence))

    @Slot()
    def _open(self) -> None:
        """Show all changes since the last check."""
        self._shared.state.set_options(PARTS_VIEW, {"list": "", "since": ""})
        self._shared.state.set_view(PARTS_VIEW)

"""How to correct a fact."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.data.contents.cells import row_reference, wanted_rows
from explorer.data.contents.corrections import correction_text
from explorer.data.contents.rows import RowQuery
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import TABLES_PAGE
from explorer.ui.views.data.page import DataPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

WIDEST = 760
EXAMPLE_TABLE = "production"


@guarded
class CorrectionsPage(DataPage):
    """Says how to report a wrong fact and what a report must contain."""

    def build(self) -> None:
        """Write the text."""
        self.text = QScrollArea()
        self.text.setProperty("role", "content")
        self.text.setAccessibleName(gettext("How to correct a fact"))
        self.text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setWidgetResizable(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("page")
        content.setMaximumWidth(WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(2 * STEP)
        for part in correction_text():
            card = Card(part.heading)
            for paragraph in part.paragraphs:
                card.add(label(paragraph))
            column.addWidget(card)
        self.example = label("", "code")
        self.tables = link_button(gettext("Open tables"))
        self.tables.clicked.connect(self._open_tables)
        column.addWidget(label(gettext("Example of a reference:"), "muted"))
        column.addWidget(self.example)
        column.addWidget(self.tables, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.text.setWidget(content)
        self.column.addWidget(self.text, 1)

    def fill(self) -> None:
        """Show the reference of the first row of a table as an example."""
        table, rows, _ = wanted_rows(self.shared.store, EXAMPLE_TABLE, RowQuery())
        first = next(rows, None)
        if first is not None:
            self.example.setText(row_reference(self.shared.store, table, first))

    def focus_content(self) -> None:
        """Move the focus to the text, which the keys scroll."""
        self.text.setFocus()

    @Slot()
    def _open_tables(self) -> None:
        self.choose(page=TABLES_PAGE)

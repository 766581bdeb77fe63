"""What the dialogs on saved things share: an introduction, a table, a message, and a row of buttons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.table_view import TableView

TABLE_HEIGHT = 320


@guarded
class SavedDialog(QDialog):
    """The frame of such a dialog; the buttons are added once there are slots for them."""

    def __init__(self, title: str, text: str, table: TableView, size: QSize, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.table = table
        self.setWindowTitle(title)
        self.resize(size_within(self, size))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 16)
        self._column.setSpacing(12)
        self._column.addWidget(label(text, "muted"))
        self._column.addWidget(table)
        self.message = label("")
        self._column.addWidget(self.message)
        self._column.addStretch(1)

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Add a row of buttons, which may wrap, at the bottom."""
        holder = QWidget()
        row = FlowLayout(holder)
        for button in buttons:
            row.addWidget(button)
        self._column.addWidget(holder)

    def fit_height(self) -> None:
        """Make the dialog no taller than its content needs."""
        self._column.activate()
        self.resize(self.width(), min(self.height(), self._column.totalHeightForWidth(self.width())))

    def button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        """Return a button that Enter does not press from the table."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def current_key(self) -> str:
        """Return the key of the current row, empty without one."""
        index = self.table.currentIndex().siblingAtColumn(0)
        return str(index.data(self.table.records.KeyRole) or "")

    def show_nothing(self, sentence: str, *, has_any: bool, can_undo: bool) -> None:
        """Say that nothing is saved, unless something was removed just now; take it back once something is."""
        if not has_any and not can_undo:
            self.message.setText(sentence)
        elif has_any and self.message.text() == sentence:
            self.message.clear()

    def attempt(self, run: Callable[[], None]) -> None:
        """Run a function and show the message of a known error."""
        try:
            run()
        except KnownError as error:
            self.message.setText(str(error))

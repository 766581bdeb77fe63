"""The strip that shows a message until it is closed or no longer true."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from explorer.language import gettext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.labels import label


class Banner(QFrame):
    """Shows a message; for an error of the program also the button that copies its report."""

    reportRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        self._text = label()
        row.addWidget(self._text, 1)
        self.report = link_button(gettext("Copy report"))
        self.report.clicked.connect(self.reportRequested)
        self.close_button = link_button(gettext("Close"))
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.report)
        row.addWidget(self.close_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """The message shown."""
        return self._text.text()

    def show_message(self, sentence: str, *, fault: bool = False) -> None:
        """Show a message; `fault` marks an error of the program, whose report can be copied."""
        self._text.setText(sentence)
        self.report.setVisible(fault)
        self.show()

    @Slot()
    def withdraw(self) -> None:
        """Hide a message about the previous view; one about an error of the program stays."""
        if self.report.isHidden():
            self.hide()

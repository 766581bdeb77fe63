"""The strip below the top bar on which a sentence stands until it is closed or no longer true."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from explorer.ui.widgets.basics import label, link_button


class Banner(QFrame):
    """Shows a sentence; a fault of the program also offers its report."""

    reportRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        self._text = label()
        self._text.setAccessibleName(self.tr("Message"))
        row.addWidget(self._text, 1)
        self.report = link_button(self.tr("Copy report"))
        self.report.clicked.connect(self.reportRequested)
        self.close_button = link_button(self.tr("Close"))
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.report)
        row.addWidget(self.close_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What stands on the banner."""
        return self._text.text()

    def say(self, sentence: str, *, fault: bool = False) -> None:
        """Show a sentence; `fault` offers the report of a fault of the program."""
        self._text.setText(sentence)
        self.report.setVisible(fault)
        self.show()

    @Slot()
    def withdraw(self) -> None:
        """Take away a sentence that the next view answers; a fault of the program stays to be reported."""
        if self.report.isHidden():
            self.hide()

"""Window shown when an error of the program keeps the main window from opening."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from explorer.language import gettext
from explorer.ui.widgets.labels import label
from explorer.ui.windows.diagnostic_report import DiagnosticReport


class StartupErrorWindow(QMainWindow):
    """Shows the traceback and copies the report."""

    def __init__(self, trace: str, report: Callable[[], str]) -> None:
        super().__init__()
        self.diagnosis = DiagnosticReport(report, self)
        self.diagnosis.add_fault(trace)
        self.diagnosis.copied.connect(self._copied)
        self.setWindowTitle("Minor Metals Explorer")
        self.resize(720, 420)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addWidget(label(gettext("The program could not start"), "title"))
        self.sentence = label(gettext("The report below shows the cause."))
        layout.addWidget(self.sentence)
        text = QPlainTextEdit(trace)
        text.setReadOnly(True)
        text.setProperty("role", "code")
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setTabChangesFocus(True)
        text.setAccessibleName(gettext("Report"))
        layout.addWidget(text, 1)
        row = QHBoxLayout()
        copy = QPushButton(gettext("Copy report"))
        copy.clicked.connect(self.diagnosis.copy)
        close = QPushButton(gettext("Close"))
        close.clicked.connect(self.close)
        row.addWidget(copy)
        row.addWidget(close)
        row.addStretch(1)
        layout.addLayout(row)
        self.setCentralWidget(central)
        copy.setFocus()

    @Slot()
    def _copied(self) -> None:
        self.sentence.setText(
            gettext("The report is on the clipboard. Paste it before you close this window.")
        )

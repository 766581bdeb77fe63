"""An error during start-up is shown with its report, instead of the main window."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from explorer.ui.windows.startup_error_window import StartupErrorWindow


def test_the_trace_is_shown_and_copied_with_the_report(qtbot):
    window = StartupErrorWindow("Traceback: at the start", lambda: "program  0")
    qtbot.addWidget(window)
    window.show()
    assert window.findChild(QPlainTextEdit).toPlainText() == "Traceback: at the start"
    copy, close = window.findChildren(QPushButton)
    with qtbot.waitSignal(window.diagnosis.copied):
        copy.click()
    assert QGuiApplication.clipboard().text() == "program  0\n\nTraceback: at the start\n"
    assert "clipboard" in window.sentence.text()
    close.click()
    assert not window.isVisible()

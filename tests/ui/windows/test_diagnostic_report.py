"""The report is written in the background."""

import threading

from PySide6.QtGui import QGuiApplication

from explorer.ui.windows.diagnostic_report import DiagnosticReport


def test_a_slow_report_does_not_block_the_window(qtbot):
    go_on = threading.Event()
    threads = []

    def write() -> str:
        threads.append(threading.current_thread())
        go_on.wait(10)
        return "all is well"

    diagnosis = DiagnosticReport(write)
    QGuiApplication.clipboard().setText("before")
    diagnosis.copy()
    diagnosis.copy()
    assert QGuiApplication.clipboard().text() == "before"
    with qtbot.waitSignal(diagnosis.copied):
        go_on.set()
    assert QGuiApplication.clipboard().text() == "all is well\n"
    assert len(threads) == 1 and threads[0] is not threading.main_thread()


def test_a_report_that_fails_gives_the_reason_and_keeps_the_traceback(qtbot):
    def write() -> str:
        raise OSError("no more")

    diagnosis = DiagnosticReport(write)
    diagnosis.add_fault("first trace")
    diagnosis.add_fault("second trace")
    with qtbot.waitSignal(diagnosis.copied):
        diagnosis.copy()
    text = QGuiApplication.clipboard().text()
    assert "OSError: no more" in text and text.endswith("first trace\n")

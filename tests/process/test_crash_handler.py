"""An error in a slot is reported on the banner once, and the program continues."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from explorer.errors import DataFileError
from explorer.process.crash_handler import CrashHandler


@pytest.fixture
def handler(qtbot, window, workspace, monkeypatch):
    """A handler whose previous hook collects what would be printed; that of pytest-qt would fail the test."""
    monkeypatch.setattr(sys, "excepthook", lambda *_: printed.append(_))
    printed = []
    handler = CrashHandler(window)
    handler.install()
    handler.bugCaught.connect(workspace.show_fault)
    handler.knownErrorCaught.connect(workspace.show_message)
    handler.printed = printed
    yield handler
    handler.remove()


def fail(error: BaseException) -> None:
    """Raise an error in a slot."""

    def slot() -> None:
        raise error

    QTimer.singleShot(0, slot)


def test_a_bug_is_reported_and_can_be_copied(qtbot, workspace, handler):
    fail(ZeroDivisionError("a bug 镓"))
    qtbot.waitUntil(workspace.banner.isVisible)
    assert "Something went wrong" in workspace.banner.sentence and workspace.banner.report.isVisible()
    with qtbot.waitSignal(workspace.dialogs.diagnosis.copied):
        workspace.banner.report.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("program  0\n") and "ZeroDivisionError: a bug 镓" in text
    assert "clipboard" in workspace.status.sentence
    workspace.state.set_metal("tungsten")
    assert workspace.detail.header.name.text() == "Tungsten 钨"


def test_a_bug_stays_on_the_banner_when_the_view_changes(qtbot, workspace, handler):
    fail(ValueError())
    qtbot.waitUntil(workspace.banner.isVisible)
    workspace.state.set_context(destination="USA")
    assert workspace.banner.isVisible()
    workspace.banner.close_button.click()
    assert not workspace.banner.isVisible()


def test_many_bugs_are_reported_one_at_a_time(qtbot, window, handler):
    reported = []
    handler.bugCaught.connect(reported.append)
    for number in range(50):
        sys.excepthook(ValueError, ValueError(number), None)
    qtbot.waitUntil(lambda: len(reported) == 1)
    assert "ValueError: 0" in reported[0]
    assert len(handler.printed) == 20


def test_a_bug_in_the_report_of_a_bug_is_not_reported(qtbot, workspace, handler):
    reported = []

    def fail_to_report(trace: str) -> None:
        reported.append(trace)
        raise RuntimeError("again")

    handler.bugCaught.connect(fail_to_report)
    fail(ValueError("first"))
    qtbot.waitUntil(lambda: len(handler.printed) == 2)
    qtbot.waitUntil(workspace.banner.isVisible)
    assert len(reported) == 1


def test_a_known_error_is_shown_as_its_message(qtbot, workspace, handler):
    fail(DataFileError("The data file is gone: choose another file."))
    qtbot.waitUntil(workspace.banner.isVisible)
    assert workspace.banner.sentence == "The data file is gone: choose another file."
    assert not workspace.banner.report.isVisible() and handler.printed == []


def test_an_interrupt_is_not_reported(qtbot, window, handler):
    reported = []
    handler.bugCaught.connect(reported.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    sys.excepthook(ValueError, ValueError(), None)
    qtbot.waitUntil(lambda: len(reported) == 1)
    assert [kind for kind, *_ in handler.printed] == [KeyboardInterrupt, ValueError]


def test_the_previous_hook_is_restored(qtbot, monkeypatch):
    def before(*_: object) -> None: ...

    monkeypatch.setattr(sys, "excepthook", before)
    handler = CrashHandler()
    handler.install()
    assert sys.excepthook is not before
    handler.remove()
    assert sys.excepthook is before

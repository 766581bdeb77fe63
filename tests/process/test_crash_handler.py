"""A bug in a slot is told on the banner, once, and the program goes on."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from explorer.errors import DataFileError
from explorer.process.crash_handler import CrashWatch


@pytest.fixture
def watch(qtbot, window, workspace, monkeypatch):
    """Listens behind the test's own hook, which else would fail the test; what is printed is kept aside."""
    monkeypatch.setattr(sys, "excepthook", lambda *_: printed.append(_))
    printed = []
    made = CrashWatch(window)
    made.install()
    made.caught.connect(workspace.show_fault)
    made.refused.connect(workspace.show_message)
    made.printed = printed
    yield made
    made.remove()


def fail(error: BaseException) -> None:
    """Let a slot raise, as a bug in one would."""

    def slot() -> None:
        raise error

    QTimer.singleShot(0, slot)


def test_a_bug_is_told_and_can_be_copied(qtbot, workspace, watch):
    fail(ZeroDivisionError("a bug 镓"))
    qtbot.waitUntil(workspace.banner.isVisible)
    assert "made a mistake" in workspace.banner.sentence and workspace.banner.report.isVisible()
    with qtbot.waitSignal(workspace.diagnosis.copied):
        workspace.banner.report.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("program  0\n") and "ZeroDivisionError: a bug 镓" in text
    assert "clipboard" in workspace.status.sentence
    workspace.state.set_metal("tungsten")
    assert workspace.detail.name.text() == "Tungsten 钨"


def test_a_bug_stays_on_the_banner_when_the_view_changes(qtbot, workspace, watch):
    fail(ValueError())
    qtbot.waitUntil(workspace.banner.isVisible)
    workspace.state.set_context(destination="USA")
    assert workspace.banner.isVisible()
    workspace.banner.close_button.click()
    assert not workspace.banner.isVisible()


def test_many_bugs_are_told_once_at_a_time(qtbot, window, watch):
    told = []
    watch.caught.connect(told.append)
    for number in range(50):
        sys.excepthook(ValueError, ValueError(number), None)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "ValueError: 0" in told[0]
    assert len(watch.printed) == 20


def test_a_bug_while_a_bug_is_told_does_not_go_round(qtbot, workspace, watch):
    told = []

    def tell_badly(trace: str) -> None:
        told.append(trace)
        raise RuntimeError("again")

    watch.caught.connect(tell_badly)
    fail(ValueError("first"))
    qtbot.waitUntil(lambda: len(watch.printed) == 2)
    qtbot.waitUntil(workspace.banner.isVisible)
    assert len(told) == 1


def test_a_known_error_is_its_sentence(qtbot, workspace, watch):
    fail(DataFileError("The data file is gone: choose another file."))
    qtbot.waitUntil(workspace.banner.isVisible)
    assert workspace.banner.sentence == "The data file is gone: choose another file."
    assert not workspace.banner.report.isVisible() and watch.printed == []


def test_an_interrupt_is_left_to_python(qtbot, window, watch):
    told = []
    watch.caught.connect(told.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    sys.excepthook(ValueError, ValueError(), None)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert [kind for kind, *_ in watch.printed] == [KeyboardInterrupt, ValueError]


def test_the_hook_is_given_back(qtbot, monkeypatch):
    def before(*_: object) -> None: ...

    monkeypatch.setattr(sys, "excepthook", before)
    watch = CrashWatch()
    watch.install()
    assert sys.excepthook is not before
    watch.remove()
    assert sys.excepthook is before

"""Every method that Qt calls is guarded: a fault in it is reported and the program continues."""

import inspect
import json
import os
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QDialog, QGraphicsItem, QLayoutItem, QPushButton
from pytestqt.qtbot import QtBot

import explorer
from explorer.guard import FALLBACKS, guarded

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
Run = Callable[..., subprocess.CompletedProcess[str]]
CALLED_BY_QT = (QObject, QGraphicsItem, QLayoutItem, QAccessibleInterface)


def subclasses(of: type) -> Iterator[type]:
    for subclass in of.__subclasses__():
        yield subclass
        yield from subclasses(subclass)


def own_classes() -> list[type]:
    """Return the program's classes of objects whose methods Qt calls."""
    for module in pkgutil.walk_packages(explorer.__path__, "explorer."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    found = {c for base in CALLED_BY_QT for c in subclasses(base) if c.__module__.startswith("explorer.")}
    return sorted(found, key=lambda c: (c.__module__, c.__name__))


def overrides(own: type) -> Iterator[tuple[str, FunctionType]]:
    """Yield the methods of a class that override one of Qt's."""
    bases = [base for base in own.__mro__ if base.__module__.startswith("PySide6.")]
    for name, method in vars(own).items():
        own_method = isinstance(method, FunctionType) and not name.startswith("__")
        if own_method and any(name in vars(base) for base in bases):
            yield name, method


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a script of this folder in its own process, without the user's settings."""
    own = {"HOME": tmp_path, "XDG_CONFIG_HOME": tmp_path, "PYTHONPATH": ROOT, "QT_QPA_PLATFORM": "offscreen"}

    def call(script: str, *words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, HERE / script, *map(str, words)],
            env=os.environ | {name: str(value) for name, value in own.items()},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return call


def test_each_method_that_qt_calls_is_guarded() -> None:
    found = [
        (f"{own.__module__}.{own.__name__}.{name}", method)
        for own in own_classes()
        for name, method in overrides(own)
    ]
    assert len(found) > 60
    bare = [name for name, method in found if inspect.unwrap(method) is method]
    assert not bare, "decorate these classes with explorer.guard.guarded"


def test_each_method_that_returns_a_value_has_a_fallback() -> None:
    for own in own_classes():
        for name, method in overrides(own):
            result = inspect.unwrap(method).__annotations__.get("return")
            assert result is None or name in FALLBACKS, (
                f"explorer.guard.FALLBACKS lacks {name} of {own.__name__}"
            )


def test_a_fault_in_any_kind_of_method_is_reported_and_the_program_continues(run: Run) -> None:
    done = run("faults.py")
    assert done.returncode == 0, done.stderr
    assert set(done.stderr.splitlines()) <= {"This plugin does not support propagateSizeHints()"}
    found = json.loads(done.stdout)
    assert sorted(set(found["reported"])) == sorted(found["failed"])
    tried = {name.split(".")[1] for name in found["failed"]}
    used = {name for own in own_classes() for name, _ in overrides(own)}
    assert used <= tried, "add these methods to faults.py"


def test_a_fault_in_a_page_is_shown_on_the_banner(run: Run, edition_file: Path) -> None:
    done = run("fault_in_window.py", edition_file)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Something went wrong")
    assert done.stderr.count("Traceback") == 1


def test_an_interrupt_passes(run: Run) -> None:
    done = run("interrupt.py")
    assert (done.returncode, done.stdout) == (0, "KeyboardInterrupt\n"), done.stderr


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """The faults that are reported as uncaught."""
    found: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: found.append(error))
    return found


class ByItself(QObject):
    def event(self, event: object) -> bool:
        raise ValueError("an event")

    def eventFilter(self, watched: object, event: object) -> bool:
        raise ValueError("a filter")


class ByUser(QDialog):
    def reject(self) -> None:
        raise ValueError("a key")


def test_faults_of_qt_are_reported_once_and_faults_of_the_user_each_time(
    qtbot: QtBot, reported: list[BaseException]
) -> None:
    called, asked = guarded(ByItself)(), guarded(ByUser)()
    qtbot.addWidget(asked)
    for _ in range(3):
        assert called.event(QEvent(QEvent.Type.User)) is False
        assert called.eventFilter(called, QEvent(QEvent.Type.User)) is False
        asked.reject()
    assert sorted(map(str, reported)) == ["a filter", "a key", "a key", "a key", "an event"]


class TooLarge(QPushButton):
    def sizeHint(self) -> QSize:
        raise ZeroDivisionError


def test_a_size_has_the_value_of_the_base_class(qtbot: QtBot, reported: list[BaseException]) -> None:
    button, plain = guarded(TooLarge)("One"), QPushButton("One")
    qtbot.addWidget(button)
    qtbot.addWidget(plain)
    assert button.sizeHint() == plain.sizeHint() and len(reported) == 1


class HasFailed(QObject):
    def event(self, event: object) -> bool:
        raise ValueError


def test_a_report_that_fails_does_no_harm(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", None)
    assert guarded(HasFailed)().event(QEvent(QEvent.Type.User)) is False

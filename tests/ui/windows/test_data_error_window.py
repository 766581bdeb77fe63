"""The window for a data file that cannot be opened offers to choose another file."""

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QFileDialog

from explorer import paths
from explorer.ui.windows.data_error_window import DataErrorWindow
from tests.ui.finding import by_text


@pytest.fixture
def window(qtbot):
    window = DataErrorWindow("The data file is missing.")
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def choose(window, monkeypatch):
    """Choose a file, and start the program again with this outcome."""

    def choose_file(path: object, started: bool = True) -> list[str]:
        command: list[str] = []
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        monkeypatch.setattr(
            QProcess, "startDetached", lambda *arguments: command.extend(arguments[1]) or (started, 7)
        )
        by_text(window, "Choose another data file…").click()
        return command

    return choose_file


def test_a_good_file_starts_the_program_again(window, choose):
    command = choose(paths.data_file())
    assert command[-2:] == ["--data", str(paths.data_file())]
    assert window.restarted and not window.isVisible()


def test_a_failed_restart_is_reported(window, choose):
    choose(paths.data_file(), started=False)
    assert not window.restarted and window.isVisible() and "could not be restarted" in window.sentence.text()


def test_an_invalid_file_is_reported(window, choose, tmp_path):
    (tmp_path / "a.db").write_text("no data")
    assert choose(tmp_path / "a.db") == []
    assert window.isVisible() and "a.db" in window.sentence.text()


def test_no_choice_changes_nothing(window, choose):
    assert choose("") == []
    assert window.sentence.text() == "The data file is missing."

"""What opens when the data file can't be read: another file can be chosen."""

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QFileDialog

from explorer import paths
from explorer.ui.windows.data_error_window import BrokenDataWindow
from tests.ui.finding import by_text


@pytest.fixture
def broken(qtbot):
    window = BrokenDataWindow("The data file is missing.")
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def choose(broken, monkeypatch):
    """Choose a file, and start the program again with this outcome."""

    def choose_file(path: object, started: bool = True) -> list[str]:
        words: list[str] = []
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        monkeypatch.setattr(QProcess, "startDetached", lambda *said: words.extend(said[1]) or (started, 7))
        by_text(broken, "Choose another data file…").click()
        return words

    return choose_file


def test_a_good_file_starts_the_program_again(broken, choose):
    words = choose(paths.data_file())
    assert words[-2:] == ["--data", str(paths.data_file())]
    assert broken.mended and not broken.isVisible()


def test_a_start_that_fails_is_told(broken, choose):
    choose(paths.data_file(), started=False)
    assert not broken.mended and broken.isVisible() and "could not be started" in broken.sentence.text()


def test_a_file_that_is_none_is_told(broken, choose, tmp_path):
    (tmp_path / "a.db").write_text("no data")
    assert choose(tmp_path / "a.db") == []
    assert broken.isVisible() and "a.db" in broken.sentence.text()


def test_no_choice_changes_nothing(broken, choose):
    assert choose("") == []
    assert broken.sentence.text() == "The data file is missing."

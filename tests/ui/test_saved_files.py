"""Saved files are opened by the system, and shown in their folder where it can do that."""

import sys

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QDesktopServices

from explorer.ui.saved_files import open_file, show_in_folder


@pytest.fixture
def opened(monkeypatch):
    paths = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: paths.append(url.toLocalFile()) or True)
    return paths


@pytest.fixture
def started(monkeypatch):
    commands = []
    run = lambda program, words: commands.append((program, *words)) or (True, 1)  # noqa: E731
    monkeypatch.setattr(QProcess, "startDetached", run)
    return commands


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "a price, in %.png"
    path.write_bytes(b"image")
    return path


def test_a_file_and_a_folder_are_opened(opened, saved):
    assert open_file(saved) and open_file(saved.parent)
    assert opened == [str(saved), str(saved.parent)]


def test_a_file_that_is_gone_is_not_opened(opened, started, saved):
    saved.unlink()
    assert not open_file(saved) and not show_in_folder(saved)
    assert opened == started == []


@pytest.mark.parametrize(
    ("platform", "program", "word"), [("win32", "explorer.exe", "/select,"), ("darwin", "open", "-R")]
)
def test_a_file_is_selected_where_the_system_offers_that(
    opened, started, saved, monkeypatch, platform, program, word
):
    monkeypatch.setattr(sys, "platform", platform)
    assert show_in_folder(saved)
    assert started == [(program, word, str(saved))] and opened == []


def test_the_folder_is_opened_where_no_file_manager_answers(opened, saved, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert show_in_folder(saved)
    assert opened == [str(saved.parent)]

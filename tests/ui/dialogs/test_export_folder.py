"""Where the file dialog opens: the folder of the last export, as long as a file can be saved there."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from explorer.ui.dialogs.export.folder import FOLDER, last_folder
from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog


@pytest.fixture
def home(tmp_path, monkeypatch):
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def remembered(tmp_path, settings):
    folder = tmp_path / "last"
    folder.mkdir()
    settings.setValue(FOLDER, str(folder))
    return folder


@pytest.fixture(params=["not to be looked into", "not to be written to", "gone", "a file", "no name"])
def of_no_use(request, remembered, settings, monkeypatch):
    """Make the remembered folder one where nothing can be saved, also for a user who may do anything."""
    if request.param == "not to be looked into":
        is_dir = Path.is_dir

        def refuse(path, **how):
            if path == remembered:
                raise PermissionError(13, "Permission denied")
            return is_dir(path, **how)

        monkeypatch.setattr(Path, "is_dir", refuse)
    elif request.param == "not to be written to":
        access = os.access
        monkeypatch.setattr(os, "access", lambda path, mode: path != remembered and access(path, mode))
    elif request.param == "no name":
        settings.setValue(FOLDER, "a\0b")
    else:
        remembered.rmdir()
        if request.param == "a file":
            remembered.write_text("")
    return remembered


def test_the_last_folder_comes_back(home, remembered, settings):
    assert last_folder(settings) == remembered


def test_the_user_s_own_folder_takes_its_place(home, of_no_use, settings):
    assert last_folder(settings) == home


def test_many_charts_and_the_fact_sheet_still_open(home, of_no_use, window, workspace, monkeypatch, settings):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *said: (asked.append(said[2]), ("", ""))[1])
    workspace.exports.export_sheet()
    (name,) = asked
    assert Path(name).parent == home
    workspace.exports.export_many()
    assert window.findChild(SeveralChartsDialog).folder.text() == str(home)


def test_a_user_without_a_home_gets_some_folder(monkeypatch):
    monkeypatch.delenv("HOME", raising=False)
    assert last_folder(QSettings("", QSettings.Format.IniFormat)).is_absolute()

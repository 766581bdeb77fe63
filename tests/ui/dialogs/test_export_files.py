"""The folder in which the file dialog opens: that of the last export if a file can be saved there."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from explorer.ui.dialogs.export.files import FOLDER, last_folder
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


@pytest.fixture(params=["not readable", "not writable", "removed", "a file", "invalid name"])
def unusable(request, remembered, settings, monkeypatch):
    """Make the folder of the last export unusable, also for an administrator."""
    if request.param == "not readable":
        is_dir = Path.is_dir

        def refuse(path, **how):
            if path == remembered:
                raise PermissionError(13, "Permission denied")
            return is_dir(path, **how)

        monkeypatch.setattr(Path, "is_dir", refuse)
    elif request.param == "not writable":
        access = os.access
        monkeypatch.setattr(os, "access", lambda path, mode: path != remembered and access(path, mode))
    elif request.param == "invalid name":
        settings.setValue(FOLDER, "a\0b")
    else:
        remembered.rmdir()
        if request.param == "a file":
            remembered.write_text("")
    return remembered


def test_the_last_folder_is_used_again(home, remembered, settings):
    assert last_folder(settings) == remembered


def test_the_home_folder_replaces_an_unusable_one(home, unusable, settings):
    assert last_folder(settings) == home


def test_several_charts_and_the_fact_sheet_open_with_the_home_folder(
    home, unusable, window, workspace, monkeypatch, settings
):
    paths = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *arguments: (paths.append(arguments[2]), ("", ""))[1]
    )
    workspace.dialogs.exports.export_sheet("a4")
    (path,) = paths
    assert Path(path).parent == home
    workspace.dialogs.exports.export_many()
    assert window.findChild(SeveralChartsDialog).folder.text() == str(home)


def test_without_a_home_folder_the_folder_is_absolute(monkeypatch):
    monkeypatch.delenv("HOME", raising=False)
    assert last_folder(QSettings("", QSettings.Format.IniFormat)).is_absolute()

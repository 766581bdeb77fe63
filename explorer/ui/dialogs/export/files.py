"""The folder and the file of an export."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.language import gettext
from explorer.models.stored_values import stored_text
from explorer.ui.widgets.file_saving import with_ending

FOLDER = "export/folder"


def last_folder(settings: QSettings) -> Path:
    """Return the folder of the last export, or the home folder if nothing can be saved there."""
    home = Path(QDir.homePath())
    folder = Path(stored_text(settings, FOLDER) or home)
    try:
        return folder if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK) else home
    except (OSError, ValueError):
        return home


def choose_file(
    parent: QWidget, title: str, name: str, form: str, settings: QSettings, forms: Sequence[str] = ()
) -> tuple[Path, bool] | None:
    """Ask for a file; return its path and whether an existing file may be replaced, or None if the user cancels.

    `forms` are all formats offered, by default the one of `form`.
    """
    start = str(last_folder(settings) / name)
    filters = {
        gettext("{format} files (*.{ending})").format(format=f.upper(), ending=f): f for f in forms or (form,)
    }
    chosen, chosen_filter = QFileDialog.getSaveFileName(parent, title, start, ";;".join(filters))
    if not chosen:
        return None
    endings = [f".{f}" for f in filters.values()]
    return with_ending(chosen, endings, f".{filters.get(chosen_filter, form)}")

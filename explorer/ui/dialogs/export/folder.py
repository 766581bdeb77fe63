"""Where files are saved, and where they were saved last."""

import os
from pathlib import Path

from PySide6.QtCore import QDir, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

FOLDER = "export/folder"


def last_folder(settings: QSettings) -> Path:
    """Return the folder of the last export, the user's own where it is gone or nothing can be written there."""
    home = Path(QDir.homePath())
    folder = Path(str(settings.value(FOLDER, "")) or home)
    try:
        return folder if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK) else home
    except (OSError, ValueError):
        return home


def ask_file(
    parent: QWidget, title: str, name: str, form: str, settings: QSettings
) -> tuple[Path, bool] | None:
    """Ask for the file to write a format to; None where none is chosen.

    Return its path, with the ending of the format, and whether it may take the place of another file: the file
    dialog asks before it gives a name that exists, but has not seen a name that gets its ending here.
    """
    start = str(last_folder(settings) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, f"{form.upper()} (*.{form})")
    if not chosen:
        return None
    path = Path(chosen)
    asked = path.suffix.casefold() == f".{form}"
    return (path if asked else path.with_name(f"{path.name}.{form}")), asked

"""Where files were saved last."""

from pathlib import Path

from PySide6.QtCore import QSettings

FOLDER = "export/folder"


def last_folder(settings: QSettings) -> Path:
    """Return the folder of the last export, the user's own where it is gone."""
    folder = Path(str(settings.value(FOLDER, "")) or Path.home())
    return folder if folder.is_dir() else Path.home()

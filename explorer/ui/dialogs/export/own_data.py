"""The export of all of the user's own data."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from explorer.data.user.exchange import check_not_empty, export_to
from explorer.data.user.user_file import UserFile
from explorer.language import gettext
from explorer.ui.dialogs.export.files import FOLDER, choose_file


def save_own_data(file: UserFile, settings: QSettings, parent: QWidget) -> Path | None:
    """Ask for a file and write everything to it; return its path, or None if the user cancels.

    Raise KnownError where nothing was saved yet, and if the file cannot be written.
    """
    check_not_empty(file)
    answer = choose_file(parent, gettext("Export your data"), gettext("my-data.db"), "db", settings)
    if answer is None:
        return None
    path, force = answer
    export_to(file, path, force=force)
    settings.setValue(FOLDER, str(path.parent))
    return path

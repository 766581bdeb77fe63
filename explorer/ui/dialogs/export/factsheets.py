"""The export of a fact sheet as a PDF file."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from explorer.language import gettext
from explorer.ui.dialogs.export.files import FOLDER, choose_file
from explorer.ui.view_context import ViewContext


def save_factsheet(shared: ViewContext, paper: str, settings: QSettings, parent: QWidget) -> Path | None:
    """Ask for a file and write the fact sheet; return its path, or None if the user cancels.

    Raise KnownError if the file cannot be written.
    """
    from explorer.factsheet.batch import write
    from explorer.factsheet.facts.records import stem

    name = f"{stem(shared.metal.metal_id, shared.state.context.as_of)}.pdf"
    title = gettext("Save fact sheet")
    answer = choose_file(parent, title, name, "pdf", settings)
    if answer is None:
        return None
    path, force = answer
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        write(shared.store, shared.metal.metal_id, shared.context, paper, path, force=force)
    finally:
        QApplication.restoreOverrideCursor()
    settings.setValue(FOLDER, str(path.parent))
    return path

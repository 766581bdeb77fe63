"""The fact sheet of a metal leaves the window as a PDF."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from explorer.ui.dialogs.export.folder import FOLDER, ask_file
from explorer.ui.view_context import ViewContext


def ask_and_write(shared: ViewContext, paper: str, settings: QSettings, parent: QWidget) -> Path | None:
    """Ask for a file and write the sheet; return its path, None where none was chosen.

    Raise KnownError where it can't be written.
    """
    from explorer.factsheet.batch import write
    from explorer.factsheet.facts.records import stem

    name = f"{stem(shared.metal.metal_id, shared.state.context.as_of)}.pdf"
    title = QCoreApplication.translate("sheet", "Save fact sheet")
    answer = ask_file(parent, title, name, "pdf", settings)
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

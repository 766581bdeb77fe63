"""The fact sheet of a metal leaves the window as a PDF."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from explorer.ui.desk import Desk
from explorer.ui.export.folder import FOLDER, last_folder

ENDING = ".pdf"


def ask_and_write(desk: Desk, paper: str, settings: QSettings, parent: QWidget) -> Path | None:
    """Ask for a file and write the sheet; return its path, None where none was chosen.

    Raise KnownError where it can't be written.
    """
    from explorer.sheet.batch import write
    from explorer.sheet.records import stem

    name = f"{stem(desk.metal.metal_id, desk.state.as_of)}{ENDING}"
    title = QCoreApplication.translate("sheet", "Save fact sheet")
    chosen, _ = QFileDialog.getSaveFileName(
        parent, title, str(last_folder(settings) / name), f"PDF (*{ENDING})"
    )
    if not chosen:
        return None
    asked = Path(chosen).suffix.casefold() == ENDING
    path = Path(chosen) if asked else Path(f"{chosen}{ENDING}")
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        # The file dialog asked before it gave a name that exists; a name that got its ending here was not seen.
        write(desk.store, desk.metal.metal_id, desk.context, paper, path, force=asked)
    finally:
        QApplication.restoreOverrideCursor()
    settings.setValue(FOLDER, str(path.parent))
    return path

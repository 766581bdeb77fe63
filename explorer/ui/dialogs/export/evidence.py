"""The export of an evidence file."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from explorer.data.evidence.command import ENDING, stem
from explorer.data.evidence.question import Question, check_question
from explorer.data.store import Store
from explorer.files import write_file
from explorer.language import gettext
from explorer.ui.dialogs.export.files import FOLDER, choose_file


def save_evidence(store: Store, question: Question, settings: QSettings, parent: QWidget) -> Path | None:
    """Ask for a file and write the evidence file; return its path, or None if the user cancels.

    Raise KnownError for what no evidence file can answer, and if the file cannot be written.
    """
    check_question(store, question)
    name, form = f"{stem(question)}{ENDING}", ENDING.removeprefix(".")
    answer = choose_file(parent, gettext("Save evidence file"), name, form, settings)
    if answer is None:
        return None
    path, force = answer
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        from explorer.factsheet.evidence import make_file

        write_file(path, make_file(store, question), force=force)
    finally:
        QApplication.restoreOverrideCursor()
    settings.setValue(FOLDER, str(path.parent))
    return path

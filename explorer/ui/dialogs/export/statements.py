"""The export of a statement of many pages as a PDF file, page by page, so that the window stays responsive."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.errors import KnownError
from explorer.factsheet.drawing.document import Document, write_pages
from explorer.files import write_file
from explorer.language import gettext
from explorer.ui.dialogs.export.files import FOLDER, choose_file


class StatementExport(QObject):
    """Asks for a file and writes a statement to it.

    `progressed` reports a sentence on the page that was written, `written` the file, `refused` why there is none, and
    `finished` the end in any case.
    """

    progressed = Signal(str)
    written = Signal(str)
    refused = Signal(str)
    finished = Signal()

    def __init__(self, document: Document, stem: str, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._stem = document, stem
        self._settings, self._window = settings, parent
        self._pages: Iterator[bytes] = iter(())
        self._path, self._force, self._count = Path(), False, 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._write_page)

    def start(self, paper: str = "a4") -> None:
        """Ask for the file and begin; without a file nothing is written."""
        name = f"{self._stem}.pdf"
        answer = choose_file(self._window, gettext("Save statement"), name, "pdf", self._settings)
        if answer is None:
            self.finished.emit()
            return
        self._path, self._force = answer
        self._pages = write_pages(self._document, paper)
        self._timer.start()

    @Slot()
    def _write_page(self) -> None:
        document = next(self._pages)
        if not document:
            self._count += 1
            text = gettext("Writing the statement: page {number}.")
            self.progressed.emit(text.format(number=self._count))
            return
        self._timer.stop()
        try:
            write_file(self._path, document, force=self._force)
        except KnownError as error:
            self.refused.emit(str(error))
        else:
            self._settings.setValue(FOLDER, str(self._path.parent))
            self.written.emit(str(self._path))
        self.finished.emit()

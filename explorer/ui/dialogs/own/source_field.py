"""The part of a dialog that takes a file or text: by a button, by pasting, or dropped onto it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.source import Source, source_of


@guarded
class SourceField(QFrame):
    """Two buttons and a hint; `chosen` reports the file or text."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout()
        self.file_button = QPushButton(gettext("Choose file…"))
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._choose)
        self.paste_button = QPushButton(gettext("Paste"))
        self.paste_button.setAutoDefault(False)
        self.paste_button.setToolTip(gettext("Read cells or text from the clipboard (Ctrl+V)"))
        self.paste_button.clicked.connect(self.paste)
        self.hint = label(
            gettext("CSV or XLSX with dates and prices; you can also drop a file here."), "muted"
        )
        row.addWidget(self.file_button)
        row.addWidget(self.paste_button)
        column.addLayout(row)
        column.addWidget(self.hint)

    @Slot()
    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            gettext("Choose a file with prices"),
            "",
            gettext("Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)"),
        )
        if name:
            self.chosen.emit(Source(Path(name)))

    @Slot()
    def paste(self) -> None:
        """Take what is on the clipboard."""
        source = source_of(QGuiApplication.clipboard().mimeData())
        if source is not None:
            self.chosen.emit(source)
        else:
            self.hint.setText(gettext("The clipboard has no text. Copy the cells of a spreadsheet first."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if source_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        source = source_of(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.chosen.emit(source)

"""Window shown when the data file cannot be opened."""

from pathlib import Path

from PySide6.QtCore import QProcess, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from explorer import paths
from explorer.data.store import Store
from explorer.errors import DataFileError
from explorer.language import gettext
from explorer.ui.widgets.labels import label


class DataErrorWindow(QMainWindow):
    """Shows what is wrong with the data file and offers to choose another file."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.restarted = False
        self.setWindowTitle("Minor Metals Explorer")
        self.resize(720, 300)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addWidget(label(gettext("The data cannot be opened"), "title"))
        self.sentence = label(sentence)
        self.sentence.setAccessibleName(gettext("Problem"))
        layout.addWidget(self.sentence)
        row = QHBoxLayout()
        choose = QPushButton(gettext("Choose another data file…"))
        choose.clicked.connect(self._choose)
        close = QPushButton(gettext("Close"))
        close.clicked.connect(self.close)
        row.addWidget(choose)
        row.addWidget(close)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        self.setCentralWidget(central)
        choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, gettext("Choose a data file"), "", gettext("Data files (*.db);;All files (*)")
        )
        if not chosen:
            return
        try:
            Store.open(Path(chosen)).close()
        except DataFileError as error:
            self.sentence.setText(str(error))
            return
        program, *words = paths.own_command()
        self.restarted, _ = QProcess.startDetached(program, [*words, "--data", chosen])
        if self.restarted:
            self.close()
        else:
            self.sentence.setText(
                gettext("The program could not be restarted with {file}.").format(file=chosen)
            )

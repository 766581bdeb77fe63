"""Window shown when the data file cannot be opened."""

from pathlib import Path

from PySide6.QtCore import QProcess, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget

from explorer import paths
from explorer.data.store import Store
from explorer.errors import DataFileError
from explorer.ui.widgets.basics import label


class DataErrorWindow(QMainWindow):
    """Shows what is wrong with the data file and offers to choose another file."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.restarted = False
        self.setWindowTitle(self.tr("Minor Metals Explorer"))
        self.resize(720, 300)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("The data can't be shown"), "title"))
        self.sentence = label(sentence)
        self.sentence.setAccessibleName(self.tr("What is wrong"))
        layout.addWidget(self.sentence)
        row = QHBoxLayout()
        choose = QPushButton(self.tr("Choose another data file…"))
        choose.clicked.connect(self._choose)
        close = QPushButton(self.tr("Close"))
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
            self, self.tr("Choose a data file"), "", self.tr("Data files (*.db);;All files (*)")
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
            self.sentence.setText(self.tr("The program could not be started again with {}.").format(chosen))

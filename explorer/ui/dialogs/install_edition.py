"""The dialog that checks a data file, shows what was found, and installs it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.data.dates import show
from explorer.data.editions.actions import Installed, install
from explorer.data.editions.candidate import Candidate, examine
from explorer.data.editions.candidate_texts import facts, older_note
from explorer.data.editions.folder import distinct_version, edition_path
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.reading_thread import STEPS, ReadingThread

WIDTH = 640


@guarded
class InstallEditionDialog(QDialog):
    """Checks a file in a thread; `installed` reports that an edition was installed and chosen.

    `changesRequested` asks to show what differs between the edition before and the new one.
    """

    installed = Signal()
    changesRequested = Signal(str, str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._thread: ReadingThread | None = None
        self._candidate: Candidate | None = None
        self._done: Installed | None = None
        self.setWindowTitle(gettext("Install data edition"))
        self.setMinimumWidth(WIDTH)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        self.message = label("", "body")
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(gettext("Progress of the check"))
        self.facts = QWidget()
        self._rows = QFormLayout(self.facts)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.facts.hide()
        for part in (self.message, self.bar, self.facts):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.changes_button = QPushButton(gettext("Show what changed"))
        self.changes_button.clicked.connect(self._show_changes)
        self.close_button = QPushButton(gettext("Cancel"))
        self.close_button.clicked.connect(self.reject)
        self.install_button = QPushButton(gettext("Install and use"))
        self.install_button.setProperty("role", "primary")
        self.install_button.clicked.connect(self.install)
        row.addStretch(1)
        for button in (self.changes_button, self.close_button, self.install_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.changes_button.hide()
        self.install_button.hide()
        return row

    def start(self) -> None:
        """Check the file in a thread."""
        self.message.setText(gettext("Checking {file}…").format(file=self._path.name))
        self._thread = ReadingThread(partial(examine, self._path), self)
        self._thread.progressed.connect(self.bar.setValue)
        self._thread.finished.connect(self._checked)
        self._thread.start()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _checked(self) -> None:
        """Show what was found, or why the file is refused."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        error, found = thread.error, thread.result
        thread.deleteLater()
        self.bar.hide()
        if isinstance(error, KnownError):
            self._refuse(str(error))
        elif isinstance(error, MemoryError):
            self._refuse(gettext("There is not enough memory to check this file."))
        elif error is not None:
            self._refuse(gettext("The file could not be checked."))
            raise error
        elif found is not None:
            self._offer(found)

    def _refuse(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.close_button.setText(gettext("Close"))
        self._fit()

    def _offer(self, found: Candidate) -> None:
        self._candidate = found
        text = gettext("{file} is a data edition that this program can use.")
        self.message.setText(text.format(file=self._path.name))
        for name, value in facts(found):
            title = label(name, "muted", wrap=False, selectable=False)
            self._rows.addRow(title, label(value, wrap=" " in value))
        note = older_note(found)
        if note:
            self._rows.addRow(label(note, "age"))
        self.facts.show()
        self.install_button.show()
        self.install_button.setDefault(True)
        self.install_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _fit(self) -> None:
        """Give the dialog the size of its texts."""
        self._column.activate()
        width = max(self.width(), self._column.totalSizeHint().width())
        self.resize(width, self._column.totalHeightForWidth(width))

    @Slot()
    def install(self) -> None:
        """Install the edition and use it from now on."""
        found, self._candidate = self._candidate, None
        if found is None:
            return
        self.install_button.hide()
        try:
            self._done = install(found)
        except KnownError as error:
            self._refuse(str(error))
            return
        text = gettext("Edition {version} is now in use; controls checked to {day}.")
        version = distinct_version(edition_path(self._done.name), found.version)
        self.message.setText(text.format(version=version, day=show(found.verified_to)))
        self.close_button.setText(gettext("Close"))
        self.changes_button.setVisible(self._done.before != self._done.name)
        (self.changes_button if self.changes_button.isVisible() else self.close_button).setFocus()
        self.installed.emit()

    @Slot()
    def _show_changes(self) -> None:
        if self._done is not None:
            self.changesRequested.emit(self._done.before, self._done.name)
        self.accept()

    def _stop(self) -> None:
        """Stop the check, and remove the copy of a file that was not installed."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()
            if thread.result is not None:
                thread.result.discard()
            thread.deleteLater()
        if self._candidate is not None:
            self._candidate.discard()
            self._candidate = None

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Stop the check and close."""
        self._stop()
        super().reject()

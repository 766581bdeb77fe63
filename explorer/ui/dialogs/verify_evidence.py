"""The dialog that shows whether an evidence file is complete and whether its edition gives the same answer."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.data.evidence.texts import proves_nothing_about_maker
from explorer.data.evidence.verification import (
    DAMAGED,
    DIFFERENT,
    NOT_INSTALLED,
    PDF_NOT_COMPARED,
    SAME,
    Verification,
    verify,
)
from explorer.data.evidence.verification_text import context_sentences, detail_sentences, result_sentence
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext, gettext_noop
from explorer.palette import Theme
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

WIDTH, MOST_DETAILS = 680, 170
# The words above the result by outcome, with the kind of measure whose colour they have.
_VERDICTS = {
    SAME: (gettext_noop("Complete, and the same answer"), ""),
    PDF_NOT_COMPARED: (gettext_noop("Not fully checked"), "licence"),
    NOT_INSTALLED: (gettext_noop("Not fully checked"), "licence"),
    DIFFERENT: (gettext_noop("Not the same"), "prohibition"),
    DAMAGED: (gettext_noop("Damaged, or not an evidence file"), "prohibition"),
}


@guarded
class VerifyEvidenceDialog(QDialog):
    """Checks a file once it is shown.

    `installRequested` asks for the installation of an edition, `fileRequested` for the check of another file.
    """

    installRequested = Signal()
    fileRequested = Signal()

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._theme = path, theme
        self.setWindowTitle(gettext("Verify evidence file"))
        self.setMinimumWidth(WIDTH)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(2 * STEP)
        self.verdict = label("", "heading")
        self.message = label("", "body")
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(gettext("Details"))
        self.context = label("", "muted")
        self.caution = label("", "body")
        for part in (self.verdict, self.message, self.details, self.context, self.caution):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(self._make_buttons())
        for part in (self.verdict, self.details, self.context, self.caution):
            part.hide()

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.other_button = QPushButton(gettext("Another file…"))
        self.copy_button = QPushButton(gettext("Copy result"))
        self.install_button = QPushButton(gettext("Install data edition…"))
        self.close_button = QPushButton(gettext("Close"))
        self.close_button.setProperty("role", "primary")
        self.other_button.clicked.connect(self._ask_for_another)
        self.copy_button.clicked.connect(self._copy)
        self.install_button.clicked.connect(self._install)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.other_button)
        row.addStretch(1)
        for button in (self.copy_button, self.install_button, self.close_button):
            row.addWidget(button)
        for button in (self.other_button, self.copy_button, self.install_button):
            button.setAutoDefault(False)
        self.close_button.setDefault(True)
        self.install_button.hide()
        self.copy_button.setEnabled(False)
        return row

    def start(self) -> None:
        """Check the file after the dialog is painted."""
        self.message.setText(gettext("Checking {file}…").format(file=self._path.name))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._check)

    @Slot()
    def _check(self) -> None:
        from explorer.factsheet.evidence import load_drawing

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._show(verify(self._path, load_drawing))
        except KnownError as error:
            self.message.setText(str(error))
        finally:
            QApplication.restoreOverrideCursor()
        self.copy_button.setEnabled(True)
        self._fit()

    def _show(self, found: Verification) -> None:
        """Show a result."""
        text, kind = _VERDICTS[found.outcome]
        self.verdict.setText(gettext(text))
        if kind:
            self.verdict.setStyleSheet(f"color: {self._theme.kind(kind).text}")
        self.message.setText(result_sentence(found, self._path))
        details = "\n".join(detail_sentences(found))
        self.details.setPlainText(details)
        self.details.setVisible(bool(details))
        self.verdict.show()
        if found.manifest is not None:
            self.context.setText("\n".join(context_sentences(found)))
            self.caution.setText(proves_nothing_about_maker())
            self.context.show()
            self.caution.show()
        self.install_button.setVisible(found.outcome == NOT_INSTALLED)

    def _fit(self) -> None:
        """Give the dialog the size of its texts."""
        self._column.activate()
        lines = self.details.document().size().height()  # of which each may be broken
        margins = 2 * (self.details.document().documentMargin() + self.details.frameWidth() + 1)
        height = lines * self.details.fontMetrics().lineSpacing() + margins
        self.details.setFixedHeight(min(ceil(height), MOST_DETAILS))
        self._column.activate()
        width = max(self.width(), self._column.totalSizeHint().width())
        self.resize(width, self._column.totalHeightForWidth(width))

    def result_text(self) -> str:
        """Return all that the dialog says."""
        labels: tuple[QLabel, ...] = (self.context, self.caution)
        texts = [
            self.verdict.text(),
            self.message.text(),
            self.details.toPlainText(),
            *(x.text() for x in labels),
        ]
        return "\n".join(text for text in texts if text)

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self.result_text())

    @Slot()
    def _install(self) -> None:
        self.accept()
        self.installRequested.emit()

    @Slot()
    def _ask_for_another(self) -> None:
        self.accept()
        self.fileRequested.emit()

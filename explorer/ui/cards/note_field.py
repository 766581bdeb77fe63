"""The user's note on a metal or a measure, which is saved while it is typed."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from explorer.data.user.records import LONGEST_NOTE
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.own_notes import OwnNotesModel
from explorer.ui.widgets.labels import label

SAVE_MS = 400
LINES = 3


@guarded
class NoteField(QWidget):
    """Shows and saves the note on one subject; Ctrl+Z in the field undoes what was typed."""

    def __init__(self, model: OwnNotesModel, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._kind, self._subject_id = model, kind, ""
        self.edit = _Edit(self)
        self.edit.setPlaceholderText(gettext("Your note"))
        self.edit.setAccessibleName(gettext("Your note"))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight((LINES + 1) * self.fontMetrics().lineSpacing())
        self.message = label("", "fault")
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        column.addWidget(self.message)
        self._is_changed = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_MS)
        self._soon.timeout.connect(self.save)
        model.changed.connect(self._show_saved)
        self.edit.textChanged.connect(self._text_changed)

    def show_subject(self, subject_id: str) -> None:
        """Show the note on a metal or measure; the one shown before is saved first."""
        self.save()
        if subject_id != self._subject_id or not self.edit.hasFocus():
            self._subject_id = subject_id
            self._show_saved()

    @Slot()
    def _show_saved(self) -> None:
        """Show the note on file, also while the field has the focus; what was typed is saved first."""
        self.save()
        text = self._model.text(self._kind, self._subject_id) if self._subject_id else ""
        if text != self.edit.toPlainText():
            self.edit.setPlainText(text)
        self._is_changed = False
        self._soon.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save the text of a field that is about to be hidden."""
        self.save()
        super().hideEvent(event)

    @Slot()
    def _text_changed(self) -> None:
        is_too_long = len(self.edit.toPlainText()) > LONGEST_NOTE
        text = gettext("This note is too long and was not saved (limit: {count} characters).")
        self.message.setText(text.format(count=LONGEST_NOTE))
        self.message.setVisible(is_too_long)
        self._is_changed = not is_too_long
        if self._is_changed:
            self._soon.start()

    @Slot()
    def save(self) -> None:
        """Save the text now, where it has changed."""
        self._soon.stop()
        if self._is_changed and self._subject_id:
            self._is_changed = False
            self._model.save(self._kind, self._subject_id, self.edit.toPlainText())


@guarded
class _Edit(QPlainTextEdit):
    """A field that saves its note when it is left."""

    def __init__(self, note: NoteField) -> None:
        super().__init__(note)
        self._note = note

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._note.save()
        super().focusOutEvent(event)

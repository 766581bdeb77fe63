"""The error of a field: why its text is not applied, shown at the field and announced to screen readers."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from explorer.models.tooltip import wrapped
from explorer.ui.widgets.style import set_style_property


class FieldError(QObject):
    """The error of a field, until its text is applied or restored; without an error, `hint` is the tooltip."""

    changed = Signal()

    def __init__(self, field: QWidget, hint: str, *parts: QWidget) -> None:
        super().__init__(field)
        self._field, self._parts = field, (field, *parts)
        self._hint = hint
        field.setToolTip(wrapped(hint))
        self._sentence = ""

    @property
    def sentence(self) -> str:
        """What is wrong with the text, and what to do next; empty without an error."""
        return self._sentence

    def show(self, sentence: str) -> None:
        """Mark the field as invalid, and announce why its text is not applied."""
        self._set(sentence)
        announcement = QAccessibleAnnouncementEvent(self._field, sentence)
        announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(announcement)

    def clear(self) -> None:
        """Remove the error: the text of the field is applied."""
        if self._sentence:
            self._set("")

    def _set(self, sentence: str) -> None:
        self._sentence = sentence
        for part in self._parts:
            part.setToolTip(wrapped(sentence or (self._hint if part is self._field else "")))
            part.setAccessibleDescription(sentence)
            set_style_property(part, "invalid", bool(sentence))
        self.changed.emit()

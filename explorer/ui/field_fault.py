"""Why what stands in a field is not applied: marked on the field, and told to screen readers."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from explorer.ui.widgets import set_flag


class FieldFault(QObject):
    """The sentence that stands on a field until its text is applied or taken back, empty where there is none."""

    changed = Signal()

    def __init__(self, field: QWidget, *parts: QWidget) -> None:
        super().__init__(field)
        self._field, self._parts = field, (field, *parts)
        self._hint = ""
        self._sentence = ""

    @property
    def sentence(self) -> str:
        """What is wrong with the text, and a way on."""
        return self._sentence

    def tell(self, sentence: str) -> None:
        """Mark the field, and say why its text is not applied."""
        if not self._sentence:
            self._hint = self._field.toolTip()
        self._set(sentence, sentence)
        announcement = QAccessibleAnnouncementEvent(self._field, sentence)
        announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(announcement)

    def clear(self) -> None:
        """Take the mark away: the text of the field is applied."""
        if self._sentence:
            self._set("", self._hint)

    def _set(self, sentence: str, hint: str) -> None:
        self._sentence = sentence
        for part in self._parts:
            part.setToolTip(hint)
            part.setAccessibleDescription(sentence)
            set_flag(part, "invalid", bool(sentence))
        self.changed.emit()

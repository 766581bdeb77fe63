"""The user's notes on metals and measures, in the window."""

from PySide6.QtCore import QObject, Signal

from explorer.data.user.notes import note_on, set_note
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError


class OwnNotesModel(QObject):
    """Reads and saves notes; `failed` gives the reason where the file can't be read or written.

    `changed` reports that notes may be others than those shown.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, file: UserFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file

    def text(self, kind: str, subject_id: str) -> str:
        """Return the note on a metal or measure, empty without one."""
        if self._file.is_empty:
            return ""
        try:
            found = note_on(self._file, kind, subject_id)
        except KnownError as error:
            self.failed.emit(str(error))
            return ""
        return found.text if found is not None else ""

    def reload(self) -> None:
        """Let the fields read their notes again, after an import."""
        self.changed.emit()

    def save(self, kind: str, subject_id: str, text: str) -> None:
        """Save the note on a metal or measure; an empty text removes it."""
        try:
            set_note(self._file, kind, subject_id, text)
        except KnownError as error:
            self.failed.emit(str(error))

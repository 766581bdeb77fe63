"""The metals on the user's watchlist, in the window."""

from PySide6.QtCore import QObject, Signal

from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist, remove_from_watchlist, watchlist
from explorer.errors import KnownError


class OwnWatchlistModel(QObject):
    """Reads and changes the watchlist; `changed` reports other metals, `failed` why the file can't be used.

    What was read is kept until `reload`, since every metal that is shown asks for it.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, file: UserFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._known: tuple[str, ...] | None = None
        self._last_failure = ""

    def metals(self) -> tuple[str, ...]:
        """Return the ids of the metals; none where the file can't be read."""
        if self._known is None:
            self._known = self._read()
        return self._known or ()

    def is_watched(self, metal_id: str) -> bool:
        """Return whether a metal is on the watchlist."""
        return metal_id in self.metals()

    def set_watched(self, metal_id: str, *, is_watched: bool) -> bool:
        """Put a metal on the watchlist or take it off; return whether the file could be written."""
        change = add_to_watchlist if is_watched else remove_from_watchlist
        try:
            change(self._file, metal_id)
        except KnownError as error:
            self.failed.emit(str(error))
            return False
        self.reload()
        return True

    def reload(self) -> None:
        """Take over what another window, a command or an import changed."""
        found = self._read()
        if found is not None and found != self._known:
            self._known = found
            self.changed.emit()

    def _read(self) -> tuple[str, ...] | None:
        """Return the ids on file, None where it can't be read, which is reported once."""
        if self._file.is_empty:
            return ()
        try:
            found = tuple(metal.metal_id for metal in watchlist(self._file))
        except KnownError as error:
            if str(error) != self._last_failure:
                self._last_failure = str(error)
                self.failed.emit(str(error))
            return None
        self._last_failure = ""
        return found

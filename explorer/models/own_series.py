"""The user's own price series, in the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from explorer.data.user import series
from explorer.data.user.records import SeriesFacts, UserPoint, UserPrices, UserSeries
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError


class OwnSeriesModel(QObject):
    """Reads and changes the user's file; `changed` reports new content, `failed` why the file can't be read.

    `addRequested` asks for the dialog that adds a series, from a file's path or from text (empty: neither yet).
    """

    changed = Signal()
    failed = Signal(str)
    addRequested = Signal(str, str)
    listRequested = Signal()

    def __init__(self, file: UserFile | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file or UserFile(report=self.failed.emit)
        self._last_failure = ""

    @property
    def file(self) -> UserFile:
        """The user's file, which everything of the user in a window shares."""
        return self._file

    def prices(self, metal_ids: Sequence[str]) -> tuple[UserPrices, ...]:
        """Return the series of some metals with their points; none where the file can't be read."""
        try:
            found = series.prices_of(self._file, metal_ids)
        except KnownError as error:
            self._report(str(error))
            return ()
        self._last_failure = ""
        return found

    def all_series(self) -> tuple[UserSeries, ...]:
        """Return all series, by metal and name; none where the file can't be read."""
        if self._file.is_empty:
            return ()
        try:
            found = series.all_series(self._file)
        except KnownError as error:
            self._report(str(error))
            return ()
        self._last_failure = ""
        return found

    @property
    def failure(self) -> str:
        """The sentence on why the file could not be read the last time, empty where it could."""
        return self._last_failure

    def _report(self, sentence: str) -> None:
        """Report a failure, but each one only once."""
        if sentence != self._last_failure:
            self._last_failure = sentence
            self.failed.emit(sentence)

    def reload(self) -> None:
        """Let what shows series read them again, after an import."""
        self.changed.emit()

    def add(self, facts: SeriesFacts, points: Sequence[UserPoint]) -> UserSeries:
        """Save a new series; raise KnownError where a fact is not allowed or the file can't be written."""
        added = series.add_series(self._file, facts, points)
        self.changed.emit()
        return added

    def rename(self, series_id: str, name: str) -> None:
        """Rename a series; raise KnownError where it is not allowed."""
        series.rename_series(self._file, series_id, name)
        self.changed.emit()

    def remove(self, series_id: str) -> UserPrices:
        """Remove a series and return it, so that it can be restored."""
        points = series.points_of(self._file, series_id)
        removed = UserPrices(series.remove_series(self._file, series_id), points)
        self.changed.emit()
        return removed

    def restore(self, removed: UserPrices) -> None:
        """Save a removed series again."""
        series.restore_series(self._file, removed)
        self.changed.emit()

    def one(self, series_id: str) -> UserPrices:
        """Return a series with its points; raise KnownError where it does not exist."""
        points = series.points_of(self._file, series_id)
        found = next(s for s in series.all_series(self._file) if s.series_id == series_id)
        return UserPrices(found, points)

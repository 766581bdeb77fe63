"""The user's parts lists in the window, and what has changed for them since the last check."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from explorer.data.store import Store
from explorer.data.user import parts
from explorer.data.user.parts_records import PartsFacts, PartsLine, PartsList, PartsSummary
from explorer.data.user.parts_results import save_check
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, UserFileError
from explorer.models.parts_steps import not_checked, parts_steps
from explorer.models.step_runner import StepRunner

if TYPE_CHECKING:
    from explorer.data.parts.records import PartsResult


class OwnPartsModel(QObject):
    """Reads and changes the parts lists, and checks them all for today in steps.

    `changed` reports other lists, `checked` the end of a check, whose results are in `results`. A list that was never
    checked gets its first check saved. `failed` gives the reason where the file can't be used. `saveRequested` asks for
    the dialog that saves a list of codes.
    """

    changed = Signal()
    checked = Signal()
    failed = Signal(str)
    saveRequested = Signal(object)

    def __init__(self, store: Store, file: UserFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._known: tuple[PartsSummary, ...] = ()
        self.results: tuple[PartsResult, ...] = ()
        self._store = store
        self._run = StepRunner(self)
        self._run.finished.connect(self._finished)
        self._run.failed.connect(self._report_fault)

    def all_parts(self) -> tuple[PartsList, ...]:
        """Return all lists by name; none where the file can't be read."""
        try:
            return parts.all_parts(self._file)
        except KnownError as error:
            self.failed.emit(str(error))
            return ()

    def summaries(self) -> tuple[PartsSummary, ...]:
        """Return all lists by name without their lines; none where the file can't be read."""
        try:
            return parts.summaries(self._file)
        except KnownError as error:
            self.failed.emit(str(error))
            return ()

    def reload(self) -> None:
        """Take over what another window or a command changed."""
        try:
            found = parts.summaries(self._file)
        except UserFileError:
            return  # the next use reports the reason
        if found != self._known:
            self._report()

    def find(self, text: str) -> PartsList:
        """Return the list with a name or ID; raise KnownError where there is none."""
        return parts.find_parts(self._file, text)

    def check(self) -> None:
        """Begin to check all lists for today against their last checks."""
        self._known = self.summaries()
        lists = self.all_parts() if self._known else ()
        if lists:
            self._run.start(parts_steps(self._store, lists, date.today()))
        else:
            self._run.stop()
            self._finished(())

    def stop(self) -> None:
        """Give up a check that is running."""
        self._run.stop()

    @Slot()
    def _report_fault(self) -> None:
        self.failed.emit(not_checked())

    @Slot(object)
    def _finished(self, results: "tuple[PartsResult, ...]") -> None:
        self.results = results
        first = [result for result in results if result.parts.last is None]
        try:
            self._save(first)
        except KnownError as error:
            self.failed.emit(str(error))
        self._known = self.summaries()
        self.checked.emit()
        if first:
            self.changed.emit()

    def add(self, facts: PartsFacts, lines: Sequence[PartsLine]) -> PartsList:
        """Save a new list; raise KnownError where it is not valid."""
        added = parts.add_parts(self._file, facts, lines)
        self._report()
        return added

    def rename(self, list_id: str, name: str) -> None:
        """Rename a list; raise KnownError where the name is not valid."""
        parts.rename_parts(self._file, list_id, name)
        self._report()

    def remove(self, list_id: str) -> PartsList:
        """Remove a list and return it, so that it can be restored."""
        removed = parts.remove_parts(self._file, list_id)
        self._report()
        return removed

    def restore(self, removed: PartsList) -> None:
        """Save a removed list again."""
        parts.restore_parts(self._file, removed)
        self._report()

    def mark_seen(self, results: "Iterable[PartsResult]") -> None:
        """Save checks of today as the last ones; raise KnownError where the file can't be written."""
        self._save(results)
        self._report()

    def _save(self, results: "Iterable[PartsResult]") -> None:
        for result in results:
            if result.check is not None:
                save_check(self._file, result.parts.list_id, result.check)

    def _report(self) -> None:
        """Report other lists, and check them again."""
        self.changed.emit()
        self.check()

"""The list that the view checks: it is read in a thread, then checked in steps, and kept only in memory."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from explorer.data.progress import Report
from explorer.data.reading.line_list import LineList
from explorer.errors import KnownError
from explorer.language import gettext
from explorer.models.checked_lines import CheckedLines
from explorer.models.list_check import ListCheck
from explorer.ui.view_context import ViewContext
from explorer.ui.views.lists.words import ListWords
from explorer.ui.widgets.reading_thread import ReadingThread
from explorer.ui.widgets.source import Source


class ListSession(QObject):
    """Holds the source, its lines and the answers; `sheet` is the one chosen of a workbook.

    `listChanged` reports another list or none, `failed` why a source can't be read, `busyChanged` that reading or
    checking begins or ends. `part_read` is how much of a source is read, in thousandths.
    """

    listChanged = Signal()
    failed = Signal(str)
    busyChanged = Signal()

    def __init__(self, shared: ViewContext, words: ListWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shared, self._words = shared, words
        self.lines = CheckedLines(shared.store, words.kind, self)
        self.check = ListCheck(shared.store, words.kind, self)
        self.check.answered.connect(self.lines.add_answers)
        self.check.finished.connect(self.busyChanged)
        self.check.failed.connect(self.busyChanged)
        self.source: Source | None = None
        self.sheet: str | None = None
        self.part_read = 0
        self._thread: ReadingThread | None = None

    @property
    def line_list(self) -> LineList | None:
        """The list that was read, None without one."""
        return self.lines.line_list

    @property
    def is_reading(self) -> bool:
        """Whether a source is being read."""
        return self._thread is not None

    @property
    def is_busy(self) -> bool:
        """Whether a source is being read or checked."""
        return self.is_reading or self.check.is_running

    @property
    def refusal(self) -> str:
        """The sentence where nothing is checked, as between places without exports; otherwise empty."""
        return self._words.kind.refusal(self._shared.store, self._shared.context)

    def read(self, source: Source, sheet: str | None = None) -> None:
        """Read a source in place of the one before."""
        self._stop_reading()
        self.source, self.sheet, self.part_read = source, sheet, 0
        self._thread = ReadingThread(partial(_read, self._words, source, sheet), self)
        self._thread.progressed.connect(self._progressed)
        self._thread.finished.connect(self._finished)
        self._thread.start()
        self.busyChanged.emit()

    def clear(self) -> None:
        """Forget the source and its list."""
        self._stop_reading()
        self.source, self.sheet = None, None
        self._show(None)

    def show_saved(self, lines: LineList) -> None:
        """Check a list that was saved, which has no source."""
        self._stop_reading()
        self.source, self.sheet = None, None
        self._show(lines)

    def set_column(self, column: int) -> None:
        """Check another column."""
        if self.line_list is not None and column != self.line_list.column:
            self._show(replace(self.line_list, column=column))

    def check_again(self) -> None:
        """Check the list for the state."""
        self._show(self.line_list)

    @Slot()
    def cancel(self) -> None:
        """Stop reading or checking."""
        if self.is_reading:
            self._stop_reading()
            self.failed.emit(gettext("Reading cancelled."))
        elif self.check.is_running:
            self.check.stop()
            self.failed.emit(gettext("Check cancelled. The lines without a verdict were not checked."))
        self.busyChanged.emit()

    def stop(self) -> None:
        """Stop all work, for a window that closes."""
        self._stop_reading()
        self.check.stop()

    def _stop_reading(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.finished.disconnect(self._finished)
            thread.stop()
            thread.deleteLater()

    @Slot(int)
    def _progressed(self, part: int) -> None:
        self.part_read = part

    @Slot()
    def _finished(self) -> None:
        thread = self._thread
        if thread is None or not thread.isFinished():  # the end of a thread that another one has replaced
            return
        self._thread = None
        error, found = thread.error, thread.result
        thread.deleteLater()
        if error is None:
            self._show(found)
        elif isinstance(error, KnownError | MemoryError):
            self._show(None)
            too_large = gettext("There is not enough memory to read this file.")
            self.failed.emit(str(error) if isinstance(error, KnownError) else too_large)
        else:
            self.busyChanged.emit()
            raise error

    def _show(self, lines: LineList | None) -> None:
        """Show a list and begin to check it."""
        self.check.stop()
        self.lines.set_list(lines)
        self.listChanged.emit()
        if lines is not None and not self.refusal:
            self.check.start(lines, self._shared.context)
        self.busyChanged.emit()


def _read(words: ListWords, source: Source, sheet: str | None, report: Report) -> LineList:
    """Return the list of a source."""
    if source.path is not None:
        return words.read_file(source.path, sheet, report)
    return words.read_text(source.text, report)

"""The list that the view checks: it is read in a thread, then checked in steps, and kept only in memory."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from explorer.data.places import not_an_export
from explorer.data.reading.code_list import CodeList
from explorer.data.reading.records import Report
from explorer.errors import KnownError
from explorer.language import gettext
from explorer.models.code_check import CodeCheck
from explorer.models.code_lines import CodeLines
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.reading_thread import ReadingThread
from explorer.ui.widgets.source import Source


class CodeSession(QObject):
    """Holds the source, its lines and the answers; `sheet` is the one chosen of a workbook.

    `listChanged` reports another list or none, `failed` why a source can't be read, `busyChanged` that reading or
    checking begins or ends. `part_read` is how much of a source is read, in thousandths.
    """

    listChanged = Signal()
    failed = Signal(str)
    busyChanged = Signal()

    def __init__(self, shared: ViewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.lines = CodeLines(shared.store, self)
        self.check = CodeCheck(shared.store, self)
        self.check.answered.connect(self.lines.add_answers)
        self.check.finished.connect(self.busyChanged)
        self.source: Source | None = None
        self.sheet: str | None = None
        self.part_read = 0
        self._thread: ReadingThread | None = None

    @property
    def codes(self) -> CodeList | None:
        """The list that was read, None without one."""
        return self.lines.codes

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
        """The sentence where nothing is exported between origin and destination, empty where goods are."""
        context = self._shared.context
        return not_an_export(self._shared.store, context.origin, context.destination)

    def read(self, source: Source, sheet: str | None = None) -> None:
        """Read a source in place of the one before."""
        self._stop_reading()
        self.source, self.sheet, self.part_read = source, sheet, 0
        self._thread = ReadingThread(partial(_read, source, sheet), self)
        self._thread.progressed.connect(self._progressed)
        self._thread.finished.connect(self._finished)
        self._thread.start()
        self.busyChanged.emit()

    def clear(self) -> None:
        """Forget the source and its list."""
        self._stop_reading()
        self.source, self.sheet = None, None
        self._show(None)

    def set_column(self, column: int) -> None:
        """Take the codes from another column."""
        if self.codes is not None and column != self.codes.column:
            self._show(replace(self.codes, column=column))

    def check_again(self) -> None:
        """Check the list for the state, without an answer for what is not exported."""
        self._show(self.codes)

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

    def _show(self, codes: CodeList | None) -> None:
        """Show a list and begin to check it."""
        self.check.stop()
        self.lines.set_codes(codes)
        self.listChanged.emit()
        if codes is not None and not self.refusal:
            self.check.start(codes, self._shared.context)
        self.busyChanged.emit()


def _read(source: Source, sheet: str | None, report: Report) -> CodeList:
    """Return the codes of a source; what reads them is imported here, which the first painting does not need."""
    from explorer.data.reading.read_codes import read_code_file, read_code_text

    if source.path is not None:
        return read_code_file(source.path, sheet, report)
    return read_code_text(source.text, report)

"""The diagnostic report on the clipboard, written in the background."""

import contextlib
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from explorer.language import gettext


class DiagnosticReport(QObject):
    """Copies the text that `write` returns, which may take seconds; `copied` reports that it is done."""

    copied = Signal()
    _written = Signal(str)

    def __init__(self, write: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._fault = ""
        self._busy = False
        self._written.connect(self._copy_to_clipboard, Qt.ConnectionType.QueuedConnection)

    def add_fault(self, trace: str) -> None:
        """Append the traceback of an error to the report; only the first one is kept."""
        self._fault = self._fault or trace

    @Slot()
    def copy(self) -> None:
        """Write the report and put it on the clipboard."""
        if not self._busy:
            self._busy = True
            threading.Thread(target=self._write_report, daemon=True).start()

    def _write_report(self) -> None:
        try:
            text = self._write()
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            text = gettext("The report could not be written ({reason}).").format(reason=reason)
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._written.emit(text)

    @Slot(str)
    def _copy_to_clipboard(self, text: str) -> None:
        self._busy = False
        report = f"{text}\n\n{self._fault}" if self._fault else text
        QGuiApplication.clipboard().setText(report.strip() + "\n")
        self.copied.emit()

"""The diagnostic report on the clipboard, written beside the window, which goes on meanwhile."""

import contextlib
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication


class Diagnosis(QObject):
    """Copies the text that `write` returns, which may take seconds; `copied` tells when it is there."""

    copied = Signal()
    _written = Signal(str)

    def __init__(self, write: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._fault = ""
        self._busy = False
        self._written.connect(self._put, Qt.ConnectionType.QueuedConnection)

    def add_fault(self, trace: str) -> None:
        """Let the report end with a fault of the program, the first one where there are more."""
        self._fault = self._fault or trace

    @Slot()
    def copy(self) -> None:
        """Write the report and put it on the clipboard."""
        if not self._busy:
            self._busy = True
            threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        try:
            text = self._write()
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            text = self.tr("The report could not be written ({}).").format(why)
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._written.emit(text)

    @Slot(str)
    def _put(self, text: str) -> None:
        self._busy = False
        whole = f"{text}\n\n{self._fault}" if self._fault else text
        QGuiApplication.clipboard().setText(whole.strip() + "\n")
        self.copied.emit()

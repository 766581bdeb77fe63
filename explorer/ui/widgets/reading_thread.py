"""Reads a file or text in a thread of its own, so that the window stays responsive."""

import gc
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from explorer.data.progress import Report
from explorer.guard import guarded

STEPS = 1000


class _Cancelled(Exception):
    """Raised inside the reader to stop it."""


@guarded
class ReadingThread(QThread):
    """Runs a reader, which reports its progress; `progressed` reports the part done in thousandths.

    At the end `result` holds what was read, or `error` what is wrong: a KnownError, or a fault of the program.
    """

    progressed = Signal(int)

    def __init__(self, read: Callable[[Report], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result: Any = None
        self.error: Exception | None = None
        self._read = read

    def run(self) -> None:
        """Read in this thread.

        Garbage is not collected meanwhile: with a million rows, each collection would stop the window for a second.
        """
        gc.disable()
        try:
            self.result = self._read(self._report)
        except _Cancelled:
            pass
        except Exception as error:  # a fault is reported in the thread of the window
            self.error = error
        finally:
            gc.enable()

    def _report(self, part: float) -> None:
        if self.isInterruptionRequested():
            raise _Cancelled
        self.progressed.emit(round(STEPS * part))

    def stop(self) -> None:
        """Stop reading at the next report and wait for the end."""
        self.requestInterruption()
        self.wait()

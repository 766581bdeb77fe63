"""Reads a file or pasted text in a thread of its own, so that the window stays responsive."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from explorer.data.reading.read import read_file, read_text
from explorer.data.reading.records import Candidate, Choices, Report
from explorer.guard import guarded

_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Source:
    """What is read: a file, or text that was pasted or dropped."""

    path: Path | None = None
    text: str = ""

    @property
    def file_name(self) -> str | None:
        """The name of the file, None for text."""
        return self.path.name if self.path is not None else None

    def read(self, choices: Choices, report: Report) -> list[Candidate]:
        """Return the series found; raise KnownError where there are none."""
        if self.path is not None:
            return read_file(self.path, choices, report=report)
        return read_text(self.text, choices, report=report)


class _Cancelled(Exception):
    """Raised inside the reader to stop it."""


@guarded
class ReadingThread(QThread):
    """Reads a source; `progressed` reports the part done in thousandths.

    At the end `result` holds the series, or `error` what is wrong: a KnownError, or a fault of the program.
    """

    progressed = Signal(int)

    def __init__(self, source: Source, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.result: list[Candidate] = []
        self.error: Exception | None = None
        self._choices = choices

    def run(self) -> None:
        """Read the source in this thread.

        Garbage is not collected meanwhile: with a million rows, each collection would stop the window for a second.
        """
        gc.disable()
        try:
            self.result = self.source.read(self._choices, self._reporter())
        except _Cancelled:
            pass
        except Exception as error:  # a fault is reported in the thread of the window
            self.error = error
        finally:
            gc.enable()

    def _reporter(self) -> Callable[[float], None]:
        def report(part: float) -> None:
            if self.isInterruptionRequested():
                raise _Cancelled
            self.progressed.emit(round(_STEPS * part))

        return report

    def stop(self) -> None:
        """Stop reading at the next report and wait for the end."""
        self.requestInterruption()
        self.wait()

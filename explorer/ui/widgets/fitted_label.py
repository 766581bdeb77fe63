"""A label of one line that shows as much of a text as fits, and all of it in its tooltip."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from explorer.data.controls.status_lines import StatusLine
from explorer.guard import guarded
from explorer.models.tooltip import wrapped

Fitted = Callable[[Callable[[str], bool]], str]


@guarded
class FittedLabel(QLabel):
    """Shows the version of a text that fits its width; `fitted` chooses it by asking whether a text fits."""

    def __init__(self, role: str = "body") -> None:
        super().__init__()
        self._fitted: Fitted = lambda fits: ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, fitted: Fitted, complete: str) -> None:
        """Show another text; `complete` is all of it, for the tooltip and for screen readers."""
        self._fitted = fitted
        self.setToolTip(wrapped(complete))
        self.setAccessibleName(complete)
        self._fit()

    def show_one(self, text: str) -> None:
        """Show a text that has no shorter version: it is cut at a word where it does not fit."""
        self.show_text(StatusLine((text,), text).fitted, text)

    def show_shortened(self, text: str) -> None:
        """Show a text that is shortened in the middle where it does not fit: its end may be the name of a file."""
        self.show_text(partial(_shortened, text), text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fit(self) -> None:
        metrics, width = self.fontMetrics(), self.width()
        self.setText(self._fitted(lambda text: metrics.horizontalAdvance(text) <= width))


def _shortened(text: str, fits: Callable[[str], bool]) -> str:
    """Return as much of the start and the end of a text as fits."""
    kept = len(text)
    shown = text
    while kept and not fits(shown):
        kept -= 1
        start, end = kept - kept // 2, kept // 2
        shown = f"{text[:start]}…{text[len(text) - end :]}"
    return shown

"""Text that wraps: dates in it stay on one line, and long words such as addresses break."""

import re

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from explorer.data.dates import month_names
from explorer.guard import guarded
from explorer.language import cached_by_language

NO_BREAK = "\u00a0"
BREAK = "\u200b"
LONGEST_WORD = 24
DEFER_MS = 150
_LONG_WORD = re.compile(rf"[!-~]{{{LONGEST_WORD + 1},}}")
_AFTER_SIGN = re.compile(r"(?<=[/._=&?-])")


@cached_by_language
def unbroken_dates(text: str) -> str:
    """Return a text with spaces that do not break inside its dates, such as `8 Oct 2026` and `Oct 2026`."""
    return _dates().sub(lambda found: found[0].replace(" ", NO_BREAK), text)


def breakable(text: str) -> str:
    """Return a text whose words of more than LONGEST_WORD letters can break: after a sign, or after so many letters."""
    return _LONG_WORD.sub(_with_breaks, text) if len(text) > LONGEST_WORD else text


def _with_breaks(found: re.Match[str]) -> str:
    parts = _AFTER_SIGN.split(found[0])
    pieces = (part[at : at + LONGEST_WORD] for part in parts for at in range(0, len(part), LONGEST_WORD))
    return BREAK.join(pieces)


@cached_by_language
def _dates() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:\d{{1,2}} )?(?:{'|'.join(map(re.escape, month_names()))}) \d{{4}}(?!\d)")


@guarded
class TextLabel(QLabel):
    """A label that keeps dates on one line; `text` is what was set."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        self._text = text
        super().setText(unbroken_dates(text))

    def clear(self) -> None:
        self.setText("")

    def text(self) -> str:
        return self._text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint once: Qt lays out selectable text while it paints it, and would then paint it again."""
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        super().paintEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)


@guarded
class DeferredLabel(TextLabel):
    """A label that, while out of sight, shows a new text only once the text has not changed for a moment.

    During a drag of the as-of date, a long text out of sight would cause its page to be laid out again for each day.
    """

    _delay: QTimer | None = None

    def setText(self, text: str) -> None:
        if not (self._text and text and self.isVisible() and self.visibleRegion().isEmpty()):
            self._show_now(text)
        elif text != self._text:
            self._text = text
            if self._delay is None:
                self._delay = QTimer(self)
                self._delay.setSingleShot(True)
                self._delay.timeout.connect(self._show_deferred)
            self._delay.start(DEFER_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and show a deferred text right afterwards."""
        super().paintEvent(event)
        if self._delay is not None and self._delay.isActive():
            self._delay.start(0)

    def _show_now(self, text: str) -> None:
        if self._delay is not None:
            self._delay.stop()
        super().setText(text)

    @Slot()
    def _show_deferred(self) -> None:
        super().setText(self._text)

"""Text that wraps: dates in it stay on one line, and long words such as addresses break."""

import re

from PySide6.QtWidgets import QLabel, QWidget

from explorer.data.dates import month_names
from explorer.guard import guarded
from explorer.language import remembered

NO_BREAK = "\u00a0"
BREAK = "\u200b"
LONGEST_WORD = 24
_LONG_WORD = re.compile(rf"[!-~]{{{LONGEST_WORD + 1},}}")
_AFTER_SIGN = re.compile(r"(?<=[/._=&?-])")


@remembered
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


@remembered
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

"""Text that wraps: dates in it stay on one line."""

import re
from functools import lru_cache

from PySide6.QtWidgets import QLabel, QWidget

from explorer.data.dates import month_names
from explorer.guard import guarded

NO_BREAK = "\u00a0"
_YEAR = re.compile(r" \d{4}")


def unbroken_dates(text: str) -> str:
    """Return a text with spaces that do not break inside its dates, such as `8 Oct 2026` and `Oct 2026`."""
    if _YEAR.search(text) is None:  # the names of the months are many look-ups for each cell of a table
        return text
    dates = _pattern(month_names())
    return dates.sub(lambda found: found[0].replace(" ", NO_BREAK), text)


@lru_cache(maxsize=4)
def _pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:\d{{1,2}} )?(?:{'|'.join(map(re.escape, months))}) \d{{4}}(?!\d)")


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

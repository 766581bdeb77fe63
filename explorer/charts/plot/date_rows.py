"""The dates of an image as rows: the day, what happens, and the state from then on; each as high as its texts need."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from explorer.charts import style
from explorer.charts.plot import typeset
from explorer.charts.plot.painting import pen
from explorer.charts.plot.parts import Name, Stroke
from explorer.charts.plot.tile_looks import Ground, state_look
from explorer.charts.plot.typeset import Face
from explorer.data.dates import distance, show
from explorer.data.overview.date_entry import DateEntry, NearDates
from explorer.language import gettext, list_of, ngettext
from explorer.palette import Theme

WIDE = 560.0
DAY, STATE, GAP, PADDING = 100.0, 170.0, 12.0, 5.0
PILL_SIDE, PILL_ABOVE = 7.0, 2.0
MOST_LINES, MOST_DETAILS, MOST_NAMES = 4, 4, 4
Part = Name | Stroke | Ground


class DateRow(Struct, frozen=True):
    """One date in a width, with its texts in lines; on a narrow page they are below each other."""

    entry: DateEntry
    width: float
    distance: str
    words: tuple[str, ...]
    details: tuple[str, ...]
    state: tuple[str, ...]

    @property
    def is_wide(self) -> bool:
        """Whether the day, the words and the state are beside each other."""
        return self.width >= WIDE

    @property
    def height(self) -> float:
        """The height with the space around the texts."""
        return max(sum(self._heights), self._pill) + 2 * PADDING if self.is_wide else self._narrow_height

    @property
    def _heights(self) -> tuple[float, float]:
        return len(self.words) * typeset.body().line, len(self.details) * typeset.small().line

    @property
    def _pill(self) -> float:
        return len(self.state) * typeset.small().line + 2 * PILL_ABOVE

    @property
    def _narrow_height(self) -> float:
        return _bold().line + sum(self._heights) + self._pill + 3 * PADDING

    def parts(self, top: float, theme: Theme) -> Iterator[Part]:
        """Yield the texts from a height on, and the line above them."""
        small, day = typeset.small(), show(self.entry.published)
        yield Stroke(QPointF(0, top), QPointF(self.width, top), pen(theme.grid))
        y = top + PADDING
        yield Name(0, y, day, _bold(), theme.text)
        if self.is_wide:
            yield Name(0, y + _bold().line, self.distance, small, theme.muted)
            yield from self._middle(DAY, y, theme)
            yield from self._state(self.width - STATE, y, theme)
            return
        yield Name(self.width, y, self.distance, small, theme.muted, "right")
        y += _bold().line
        yield from self._middle(0, y, theme)
        yield from self._state(0, y + sum(self._heights) + PADDING, theme)

    def _middle(self, x: float, y: float, theme: Theme) -> Iterator[Part]:
        body, small = typeset.body(), typeset.small()
        for number, line in enumerate(self.words):
            yield Name(x, y + number * body.line, line, body, theme.text)
        y += len(self.words) * body.line
        for number, line in enumerate(self.details):
            yield Name(x, y + number * small.line, line, small, theme.muted)

    def _state(self, x: float, y: float, theme: Theme) -> Iterator[Part]:
        small, look = typeset.small(), state_look(self.entry.tone or "none", theme)
        wide = max(map(small.width, self.state)) + 2 * PILL_SIDE
        yield Ground(QRectF(x, y, wide, self._pill), look)
        for number, line in enumerate(self.state):
            yield Name(x + PILL_SIDE, y + PILL_ABOVE + number * small.line, line, small, look.colours.text)


class DateRows:
    """The rows of the dates that an image shows."""

    def __init__(self, found: NearDates, width: float) -> None:
        self._found, self._width = found, width

    @cached_property
    def rows(self) -> tuple[DateRow, ...]:
        """The rows, those ahead first."""
        return tuple(map(self._row, self._found.listed))

    @cached_property
    def height(self) -> float:
        """The height of all rows."""
        return sum(row.height for row in self.rows)

    def placed(self, top: float) -> Iterator[tuple[DateRow, float]]:
        """Yield each row with its top."""
        for row in self.rows:
            yield row, top
            top += row.height

    def _row(self, entry: DateEntry) -> DateRow:
        middle = self._width - DAY - STATE - GAP if self._width >= WIDE else self._width
        state = (STATE if self._width >= WIDE else self._width) - 2 * PILL_SIDE
        return DateRow(
            entry,
            self._width,
            distance(entry.day, self._found.as_of),
            _lines(entry.words, typeset.body(), middle, MOST_LINES),
            _lines(details_text(entry), typeset.small(), middle, MOST_DETAILS),
            _lines(entry.after.text, typeset.small(), state, MOST_LINES),
        )


def details_text(entry: DateEntry) -> str:
    """Return the document, the places and the metals of a date."""
    text = gettext("{document} · {places} · {metals}")
    return text.format(document=entry.document, places=list_of(entry.places), metals=_metals(entry))


def _metals(entry: DateEntry) -> str:
    """Return the names of a few metals, or the number of more."""
    count = len(entry.metal_names)
    if count <= MOST_NAMES:
        return list_of(entry.metal_names) or gettext("no metals named")
    text = ngettext("{count} metal or material", "{count} metals and materials", count)
    return text.format(count=count)


def _lines(text: str, face: Face, width: float, most: int) -> tuple[str, ...]:
    return tuple(typeset.wrap(text, face, width, most))


def _bold() -> Face:
    return typeset.face(style.BODY, bold=True)

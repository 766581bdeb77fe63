"""Text on a chart: fonts at logical sizes, lines broken and cut to a width, words in a row."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import zip_longest

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.charts import style
from explorer.charts.plot import fonts

WINDOW_FIGURES = QFont.Tag("tnum")
KEPT = 8_000


class Face(Struct, frozen=True, eq=False):
    """A font with its metrics; `line` is the height of a line in logical pixels. Each font has one instance."""

    font: QFont
    metrics: QFontMetricsF
    line: float

    def width(self, text: str) -> float:
        """Return the width of a text in logical pixels."""
        return _width(self, text)


@lru_cache(KEPT)
def _width(used: Face, text: str) -> float:
    """Return the width of a text; while a date or a range moves, the same texts are measured again and again."""
    return used.metrics.horizontalAdvance(text)


class Run(Struct, frozen=True):
    """A word or phrase with its font and colour; `gap` is the space before it in logical pixels.

    `tied` keeps it on the same line as the next run.
    """

    text: str
    face: Face
    colour: str
    gap: float = 0.0
    keep_with_next: bool = False


@cache
def face(size: float, bold: bool = False) -> Face:
    """Return the chart font at a size in logical pixels, without hinting, so that it scales evenly."""
    fonts.load()
    font = QFont(list(style.FONT_FAMILIES))
    font.setFeature(
        WINDOW_FIGURES, 0
    )  # a painter would add that of the window's font, and files would differ
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return Face(font, QFontMetricsF(font), size * style.LINE)


def small() -> Face:
    """Return the face of ticks, notes and sources."""
    return face(style.SMALL)


def body() -> Face:
    """Return the face of labels and values."""
    return face(style.BODY)


def wrap(text: str, used: Face, width: float, lines: int = 2) -> list[str]:
    """Break a text at spaces to a width in at most `lines` lines; the rest is cut with an ellipsis."""
    return list(_wrapped(text, used, width, lines))


@lru_cache(KEPT)
def _wrapped(text: str, used: Face, width: float, lines: int) -> tuple[str, ...]:
    broken: list[str] = []
    rest = text.split(" ")
    while rest and len(broken) < lines - 1:
        count = _fitting(rest, used, width)
        broken.append(" ".join(rest[:count]))
        rest = rest[count:]
    if rest:
        broken.append(" ".join(rest))
    return tuple(
        used.metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(width, 1) + 0.5) for line in broken
    )


def with_breaks(text: str, used: Face, width: float) -> str:
    """Return a text with spaces in words that are wider than a width, as Chinese sentences are."""
    return " ".join(piece for word in text.split(" ") for piece in _pieces(word, used, width))


def _pieces(word: str, used: Face, width: float) -> Iterator[str]:
    while len(word) > 1 and used.width(word) > width:
        count = max(1, bisect_right(range(1, len(word)), width, key=lambda n: used.width(word[:n])))
        yield word[:count]
        word = word[count:]
    yield word


def _fitting(words: Sequence[str], used: Face, width: float) -> int:
    count = 1
    while count < len(words) and used.width(" ".join(words[: count + 1])) <= width:
        count += 1
    return count


def put(
    painter: QPainter, x: float, top: float, text: str, used: Face, colour: str, align: str = "left"
) -> None:
    """Draw one line of text whose line box begins at `top`, with x at its left, middle or right."""
    shifted = {"right": 1.0, "centre": 0.5}.get(align, 0.0)
    left = x - shifted * used.width(text) if shifted else x
    painter.setFont(used.font)
    painter.setPen(QColor(colour))
    baseline = top + (used.line + used.metrics.ascent() - used.metrics.descent()) / 2
    painter.drawText(QPointF(left, baseline), text)


def put_centred(
    painter: QPainter, x: float, y: float, text: str, used: Face, colour: str, align: str = "left"
) -> None:
    """Draw one line of text with its middle at the height y."""
    put(painter, x, y - used.line / 2, text, used, colour, align)


def flow(runs: Sequence[Run], width: float) -> list[list[tuple[float, Run]]]:
    """Return runs in lines of a width, each with its x; the first of a line has no gap, none is cut."""
    lines: list[list[tuple[float, Run]]] = [[]]
    x = 0.0
    for run, following in zip_longest(runs, runs[1:]):
        size = run.face.width(run.text)
        gap = run.gap if lines[-1] else 0.0
        tail = (
            following.gap + following.face.width(following.text) if run.keep_with_next and following else 0.0
        )
        if lines[-1] and x + gap + size + tail > width:
            lines.append([])
            x, gap = 0.0, 0.0
        lines[-1].append((x + gap, run))
        x += gap + size
    return lines if lines[0] else []


def words(text: str, used: Face, colour: str, gap: float = 0.0) -> list[Run]:
    """Return a text as runs of single words, so that `flow` can break it at any space."""
    space = used.width(" ")
    return [Run(w, used, colour, space if i else gap) for i, w in enumerate(text.split(" "))]


def put_lines(
    painter: QPainter, left: float, top: float, lines: list[list[tuple[float, Run]]], line: float
) -> float:
    """Draw lines that `flow` returned, and return their height."""
    for i, runs in enumerate(lines):
        for x, run in runs:
            put(painter, left + x, top + i * line, run.text, run.face, run.colour)
    return len(lines) * line

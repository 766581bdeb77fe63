"""Paragraphs of a sheet: text broken to a width, with the numbers of its sources behind it."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QTextLayout, QTextOption

from explorer.charts.plot import typeset
from explorer.charts.plot.typeset import Face
from explorer.charts.text import unbroken
from explorer.factsheet.drawing.primitives import Block, Text
from explorer.factsheet.drawing.style import TINY
from explorer.language import gettext
from explorer.palette import LIGHT

Numbers = Mapping[str, int]
WrapMode = QTextOption.WrapMode
MANY = 40
LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
NO_BREAK = "\N{NO-BREAK SPACE}"


def baseline(face: Face) -> float:
    """Return the distance in half points from the top of a face's line box to its baseline."""
    return (face.line + face.metrics.ascent() - face.metrics.descent()) / 2


def has_number(text: str) -> bool:
    """Return whether a value is a number and not a word such as `unknown`."""
    return any(character.isdigit() for character in text)


def closed(text: str) -> str:
    """Return a phrase as a sentence, for a text that is followed by another."""
    # Translators: the full stop after a phrase that another text follows.
    return text if text.endswith(".") else gettext("{phrase}.").format(phrase=text)


def reference_numbers(source_ids: Iterable[str], numbers: Numbers) -> str:
    """Return the numbers of sources in brackets, empty where there are none: `[2, 5]`."""
    listed = sorted({numbers[i] for i in source_ids})
    return f"[{f',{NO_BREAK}'.join(map(str, listed))}]" if listed else ""


@lru_cache(maxsize=1024)
def paragraph(
    text: str,
    face: Face,
    width: float,
    colour: str = LIGHT.text,
    references: str = "",
    remark: str = "",
    most: int = MANY,
) -> Block:
    """Return a text in at most `most` lines, followed by a muted remark and its references.

    Only the text is cut where it is too long. The block is cached because a page is laid out many times.
    """
    tail = [(remark, typeset.face(face.font.pixelSize()), LIGHT.muted)] if remark else []
    tail += [(references, typeset.face(TINY), LIGHT.muted)] if references else []
    text = unbroken(text)

    def cut_at(end: int) -> QTextLayout:
        return _laid_out([(f"{text[:end].rstrip()}…", face, colour), *tail], face, width)

    layout = _laid_out([(text, face, colour), *tail] if text else tail, face, width)
    if layout.lineCount() > most:
        ends = _line_ends(text)
        # A long text has many ends, so the last one that fits is found by halves.
        fitting = bisect_left(ends, True, key=lambda end: cut_at(end).lineCount() > most)
        layout = cut_at(ends[max(0, fitting - 1)]) if ends else layout
    return Block(layout.lineCount() * face.line, (Text(0.0, 0.0, layout),))


def _line_ends(text: str) -> list[int]:
    """Return the places at which a line of a text may end, before its end."""
    breaks = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    ends = []
    while (end := breaks.toNextBoundary()) > 0:
        ends.append(end)
    return ends[:-1]


@lru_cache(maxsize=1024)
def single_line(
    text: str, face: Face, width: float, colour: str = LIGHT.text, align: Qt.AlignmentFlag = LEFT
) -> Block:
    """Return one line of text, cut with an ellipsis where it is too long."""
    shown = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 1.0) + 0.5)
    layout = _laid_out([(shown, face, colour)], face, width, align, WrapMode.NoWrap)
    return Block(face.line, (Text(0.0, 0.0, layout),))


def _laid_out(
    parts: Sequence[tuple[str, Face, str]],
    face: Face,
    width: float,
    align: Qt.AlignmentFlag = LEFT,
    wrap: WrapMode = WrapMode.WrapAtWordBoundaryOrAnywhere,
) -> QTextLayout:
    """Return texts with their faces and colours, separated by spaces, in lines of a width as high as `face`."""
    layout = QTextLayout(" ".join(text for text, _, _ in parts), face.font)
    option = QTextOption(align)
    option.setWrapMode(wrap)
    layout.setTextOption(option)
    formats, start = [], 0
    for text, part_face, colour in parts:
        part = QTextLayout.FormatRange()
        part.start, part.length = start, len(text.encode("utf-16-le")) // 2
        part.format.setFont(part_face.font)
        part.format.setForeground(QColor(colour))
        formats.append(part)
        start += part.length + 1
    layout.setFormats(formats)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        top = (layout.lineCount() - 1) * face.line
        line.setPosition(QPointF(0.0, top + baseline(face) - line.ascent()))
    layout.endLayout()
    return layout

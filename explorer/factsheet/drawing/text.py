"""Paragraphs of a sheet: text broken to a width, with the numbers of its sources behind it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from explorer.charts.plot import typeset
from explorer.charts.plot.typeset import Face, Run
from explorer.charts.text import unbroken
from explorer.factsheet.drawing.primitives import Block, TextLine
from explorer.factsheet.drawing.style import TINY
from explorer.palette import LIGHT

Numbers = Mapping[str, int]
MANY = 40


def baseline(face: Face) -> float:
    """Return the distance in half points from the top of a face's line box to its baseline."""
    return (face.line + face.metrics.ascent() - face.metrics.descent()) / 2


def reference_numbers(source_ids: Iterable[str], numbers: Numbers) -> str:
    """Return the numbers of sources in brackets, empty where there are none: `[2, 5]`."""
    listed = sorted({numbers[i] for i in source_ids})
    return f"[{', '.join(map(str, listed))}]" if listed else ""


@lru_cache(maxsize=4096)
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
    small = typeset.face(TINY)
    words = typeset.words(unbroken(text), face, colour) if text else []
    gap = face.width(" ")
    tail = typeset.words(remark, typeset.face(face.font.pixelSize()), LIGHT.muted, gap) if remark else []
    tail += [Run(references, small, LIGHT.muted, gap)] if references else []
    lines = typeset.flow([*words, *tail], width)
    while len(lines) > most and words:
        words = words[:-1]
        lines = typeset.flow([*words, Run("…", face, colour), *tail], width)
    base = baseline(face)
    placed = [
        TextLine(x, i * face.line + base - baseline(run.face), run.text, run.face, run.colour)
        for i, line in enumerate(lines)
        for x, run in _joined(line)
    ]
    return Block(len(lines) * face.line, tuple(placed))


def _joined(line: list[tuple[float, Run]]) -> list[tuple[float, Run]]:
    """Join the words of a line that look alike into one run, so that a reader can select them as a phrase."""
    joined: list[tuple[float, Run]] = []
    for x, run in line:
        if joined:
            left, last = joined[-1]
            space = run.face.width(" ")
            if last.face is run.face and last.colour == run.colour and abs(run.gap - space) < 0.01:
                joined[-1] = (left, Run(f"{last.text} {run.text}", run.face, run.colour))
                continue
        joined.append((x, run))
    return joined


@lru_cache(maxsize=4096)
def single_line(text: str, face: Face, width: float, colour: str = LIGHT.text, align: str = "left") -> Block:
    """Return one line of text, cut with an ellipsis where it is too long."""
    (shown,) = typeset.wrap(text, face, width, 1)
    spare = width - face.width(shown)
    x = {"left": 0.0, "right": spare, "centre": spare / 2}[align]
    return Block(face.line, (TextLine(x, 0.0, shown, face, colour),))

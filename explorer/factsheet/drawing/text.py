"""Paragraphs of a sheet: text broken to a width, with the numbers of its sources behind it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from explorer.charts.plot import typeset
from explorer.charts.plot.typeset import Face, Run
from explorer.charts.text import unbroken
from explorer.factsheet.drawing.primitives import Block, Words
from explorer.factsheet.drawing.style import TINY
from explorer.palette import LIGHT

Numbers = Mapping[str, int]
MANY = 40


def baseline(face: Face) -> float:
    """Return how far below the top of its line box the letters of a face stand."""
    return (face.line + face.metrics.ascent() - face.metrics.descent()) / 2


def refs(source_ids: Iterable[str], numbers: Numbers) -> str:
    """Return the numbers of sources in brackets, empty where there are none: `[2, 5]`."""
    found = sorted({numbers[i] for i in source_ids})
    return f"[{', '.join(map(str, found))}]" if found else ""


@lru_cache(maxsize=4096)
def paragraph(
    text: str,
    face: Face,
    width: float,
    colour: str = LIGHT.text,
    behind: str = "",
    after: str = "",
    most: int = MANY,
) -> Block:
    """Return a text in at most so many lines; `after` follows in a muted tone, `behind` are its references.

    Where it is too long the text is cut, what follows it never.

    The block is kept, for a page is laid out many times over.
    """
    small = typeset.face(TINY)
    said = typeset.words(unbroken(text), face, colour) if text else []
    gap = face.width(" ")
    tail = typeset.words(after, _plain(face), LIGHT.muted, gap) if after else []
    marks = [Run(behind, small, LIGHT.muted, gap)] if behind else []
    lines = typeset.flow([*said, *tail, *marks], width)
    while len(lines) > most and said:
        said = said[:-1]
        lines = typeset.flow([*said, Run("…", face, colour), *tail, *marks], width)
    base = baseline(face)
    placed = [
        Words(x, i * face.line + base - baseline(run.face), run.text, run.face, run.colour)
        for i, line in enumerate(lines)
        for x, run in _joined(line)
    ]
    return Block(len(lines) * face.line, tuple(placed))


def _plain(face: Face) -> Face:
    """Return the face of the same size in normal weight."""
    return typeset.face(face.font.pixelSize())


def _joined(line: list[tuple[float, Run]]) -> list[tuple[float, Run]]:
    """Join the words of a line that look alike into one, so that a reader can select them as a phrase."""
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
def line(text: str, face: Face, width: float, colour: str = LIGHT.text, align: str = "left") -> Block:
    """Return one line of text, cut with an ellipsis where it is too long."""
    (shown,) = typeset.wrap(text, face, width, 1)
    spare = width - face.width(shown)
    x = {"left": 0.0, "right": spare, "centre": spare / 2}[align]
    return Block(face.line, (Words(x, 0.0, shown, face, colour),))

"""The blocks that all statements have: a checked line with its verdict, and a rule with its state beside it."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from explorer.charts.plot import typeset
from explorer.data.controls.pill import kind_of
from explorer.factsheet.drawing.columns import GAP
from explorer.factsheet.drawing.primitives import Block, side_by_side, stacked
from explorer.factsheet.drawing.statement_pages import references
from explorer.factsheet.drawing.style import SMALL
from explorer.factsheet.drawing.text import paragraph, single_line
from explorer.palette import LIGHT


class LineText(Protocol):
    """The texts of an answer: the verdict with its state, what applies as words with states, and what was found."""

    @property
    def verdict(self) -> str: ...
    @property
    def verdict_state(self) -> str: ...
    @property
    def pills(self) -> Sequence[tuple[str, str]]: ...
    @property
    def item(self) -> str: ...


def line_block(
    number: int,
    subject: str,
    text: LineText,
    found: Sequence[int],
    places: Sequence[tuple[float, float]],
    *,
    is_fault: bool,
    most: int,
) -> Block:
    """Return a line in its columns: number, what was checked, verdict, what applies, and what was found.

    `found` are the numbers of what was found further below, `places` the left edges and widths of the columns in
    points, `most` the lines of text for what was checked and found.
    """
    face, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    applies = stacked(
        paragraph(words, face, places[3][1], LIGHT.kind(kind_of(state)).text) for words, state in text.pills
    )
    colour = LIGHT.kind("prohibition").text if is_fault else LIGHT.text
    blocks = [
        single_line(str(number), face, places[0][1], LIGHT.muted),
        paragraph(subject, bold, places[1][1], most=most),
        paragraph(text.verdict, bold, places[2][1], LIGHT.kind(kind_of(text.verdict_state)).text),
        applies,
        paragraph(text.item, face, places[4][1], colour, references(found), most=most),
    ]
    return side_by_side(blocks, [x for x, _ in places])


def state_block(state: str, tone: str, name: str, line: str, more: Iterable[str], width: float) -> Block:
    """Return a rule with its state at the left, and its name, a line about it and further texts at the right."""
    small, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    column = 0.28 * width
    room = width - column - GAP
    texts = [
        paragraph(name, bold, room),
        paragraph(line, small, room),
        *(paragraph(text, small, room, LIGHT.muted) for text in more if text),
    ]
    shown = paragraph(state, bold, column, LIGHT.kind(kind_of(tone)).text)
    return side_by_side([shown, stacked(texts)], [0.0, column + GAP])

"""The columns of a table on a page: their places and their heads."""

from collections.abc import Sequence

from explorer.charts.plot import typeset
from explorer.factsheet.drawing.primitives import Block, Rule, side_by_side
from explorer.factsheet.drawing.style import GRID, TINY
from explorer.factsheet.drawing.text import paragraph
from explorer.language import gettext
from explorer.palette import LIGHT

GAP = 1.5 * GRID
# Names of columns, to be looked up, with their shares of the width.
Columns = Sequence[tuple[str, float]]


def cells(columns: Columns, width: float) -> list[tuple[float, float]]:
    """Return left edge and width of each column."""
    room = width - GAP * (len(columns) - 1)
    found, x = [], 0.0
    for _, share in columns:
        found.append((x, share * room))
        x += share * room + GAP
    return found


def column_heads(columns: Columns, width: float) -> Block:
    """Return the names of the columns over a rule."""
    small, places = typeset.face(TINY), cells(columns, width)
    blocks = [
        paragraph(gettext(name), small, w, LIGHT.muted)
        for (name, _), (_, w) in zip(columns, places, strict=True)
    ]
    row = side_by_side(blocks, [x for x, _ in places])
    return Block(row.height + 3, (*row.items, Rule(0, row.height + 1, width)))

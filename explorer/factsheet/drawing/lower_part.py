"""The lower part of a sheet: uses, sections and sources in the arrangement of two columns with the least height."""

from collections.abc import Iterator
from itertools import product
from operator import attrgetter

from explorer.factsheet.drawing import tables
from explorer.factsheet.drawing.primitives import Block, side_by_side, stacked
from explorer.factsheet.drawing.style import GUTTER, SECTION
from explorer.factsheet.drawing.text import Numbers
from explorer.factsheet.facts.fit import Fit
from explorer.factsheet.facts.records import SheetContent

LEFT_SHARES = (0.4, 0.5, 0.36, 0.32, 0.28, 0.24)


def lower_part(content: SheetContent, numbers: Numbers, fit: Fit, width: float, left_out: str) -> Block:
    """Return uses on the left, sources on the right, and each section in the column that gives the least height."""
    return min(_arrangements(content, numbers, fit, width, left_out), key=attrgetter("height"))


def _arrangements(
    content: SheetContent, numbers: Numbers, fit: Fit, width: float, left_out: str
) -> Iterator[Block]:
    """Yield the arrangements of all widths with each section in either column; the sources end the right one."""
    sides = list(product((True, False), repeat=len(content.sections)))
    for share, on_left in product(LEFT_SHARES, sides):
        left_width = (width - GUTTER) * share
        right_width = width - GUTTER - left_width
        left = [tables.uses(content, numbers, left_width, fit.explanations, left_out)]
        right: list[Block] = []
        for section, is_left in zip(content.sections, on_left, strict=True):
            column = left if is_left else right
            column.append(tables.section(section, numbers, left_width if is_left else right_width))
        right.append(tables.sources(content, right_width, fit.addresses))
        yield side_by_side([stacked(left, SECTION), stacked(right, SECTION)], [0.0, left_width + GUTTER])

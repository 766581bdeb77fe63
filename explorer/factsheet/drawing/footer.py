"""The lower part of a sheet: uses, further parts and sources in two columns, arranged to be as low as they can."""

from collections.abc import Iterator
from itertools import product
from operator import attrgetter

from explorer.factsheet.drawing import tables
from explorer.factsheet.drawing.primitives import Block, beside, stacked
from explorer.factsheet.drawing.style import GUTTER, SECTION
from explorer.factsheet.drawing.text import Numbers
from explorer.factsheet.facts.fit import Fit
from explorer.factsheet.facts.records import SheetContent

USES_PARTS = (0.4, 0.5, 0.36, 0.32, 0.28, 0.24)


def bottom(shown: SheetContent, named: Numbers, fit: Fit, width: float, left_out: str) -> Block:
    """Return uses on the left, sources on the right, further parts where they make it lowest."""
    return min(_arrangements(shown, named, fit, width, left_out), key=attrgetter("height"))


def _arrangements(
    shown: SheetContent, named: Numbers, fit: Fit, width: float, left_out: str
) -> Iterator[Block]:
    """Yield arrangements of all widths, further parts in either column, sources last in the right one."""
    sides = list(product((True, False), repeat=len(shown.sections)))
    for part, on_left in product(USES_PARTS, sides):
        narrow = (width - GUTTER) * part
        wide = width - GUTTER - narrow
        left = [tables.uses(shown, named, narrow, bool(fit.why), left_out)]
        right: list[Block] = []
        for section, here in zip(shown.sections, on_left, strict=True):
            (left if here else right).append(tables.section(section, named, narrow if here else wide))
        right.append(tables.sources(shown, wide, bool(fit.addresses)))
        yield beside([stacked(left, SECTION), stacked(right, SECTION)], [0.0, narrow + GUTTER])

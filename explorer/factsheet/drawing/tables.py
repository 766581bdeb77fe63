"""The tables of a sheet: measures over the whole width, uses, further sections, the numbered sources."""

from collections.abc import Sequence

from explorer.charts.plot import typeset
from explorer.data.controls.pill import kind_of
from explorer.factsheet.drawing.columns import GAP, cells, column_heads
from explorer.factsheet.drawing.primitives import Block, Item, Rule, side_by_side, stacked
from explorer.factsheet.drawing.sections import heading
from explorer.factsheet.drawing.style import GRID, SMALL, TINY
from explorer.factsheet.drawing.text import (
    RIGHT,
    Numbers,
    closed,
    has_number,
    paragraph,
    reference_numbers,
    single_line,
)
from explorer.factsheet.facts.records import (
    MeasureLine,
    Reference,
    Section,
    SheetContent,
    UseLine,
    references,
)
from explorer.language import gettext, gettext_noop
from explorer.language import paragraph as sentences
from explorer.palette import LIGHT

# The columns of the measures with their shares of the width.
COLUMNS = (
    (gettext_noop("Measure"), 0.24),
    (gettext_noop("Status"), 0.085),
    (gettext_noop("Effective"), 0.09),
    (gettext_noop("Until"), 0.09),
    (gettext_noop("Destination"), 0.12),
    (gettext_noop("Scope and control codes"), 0.375),
)


def measures(content: SheetContent, numbers: Numbers, width: float, lines: int, left_out: str) -> Block:
    """Return the table of measures, each scope in at most so many lines, and what it does not list."""
    remark = gettext("“Until” is the last day on file for the status shown") if content.measures else ""
    title = heading(gettext("Measures"), width, remark)
    rows = [_measure(m, numbers, width, lines) for m in content.measures]
    text = sentences((left_out, content.measures_note))
    note = paragraph(text, typeset.face(SMALL), width, LIGHT.muted) if text else Block(0)
    if not rows:
        return stacked([title, note])
    return stacked([title, column_heads(COLUMNS, width), stacked([_ruled(rows, width), note], GRID / 2)])


def _measure(m: MeasureLine, numbers: Numbers, width: float, lines: int) -> Block:
    """Return a row: name and kind, state in its colour, days, destination, scope with codes and sources."""
    face, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    colour = LIGHT.muted if m.ended else LIGHT.text
    places = cells(COLUMNS, width)
    scope = closed(m.scope) if m.codes and m.scope else m.scope
    blocks = [
        paragraph(gettext("{measure}:").format(measure=m.name), bold, places[0][1], colour, remark=m.kind),
        paragraph(m.state, bold, places[1][1], LIGHT.kind(kind_of(m.tone)).text),
        paragraph(m.effective, face, places[2][1], colour),
        paragraph(m.until, face, places[3][1], colour),
        paragraph(m.destination, face, places[4][1], colour),
        paragraph(
            scope, face, places[5][1], colour, reference_numbers(m.source_ids, numbers), m.codes, lines
        ),
    ]
    return side_by_side(blocks, [x for x, _ in places])


def _ruled(rows: Sequence[Block], width: float) -> Block:
    """Return rows below one another, separated by rules."""
    items: list[Item] = []
    y, room = 0.0, 0.4 * GRID
    for i, row in enumerate(rows):
        if i:
            items.append(Rule(0, y, width))
        items += row.at(0, y + room)
        y += row.height + 2 * room
    return Block(y, tuple(items))


def uses(content: SheetContent, numbers: Numbers, width: float, explanations: bool, left_out: str) -> Block:
    """Return the uses with their shares at the right."""
    widest = max((typeset.face(SMALL, bold=True).width(u.share) for u in content.uses), default=0.0)
    rows = [_use(u, numbers, width, widest + 1, explanations) for u in content.uses]
    note = paragraph(left_out, typeset.face(TINY), width, LIGHT.muted) if left_out else Block(0)
    return stacked([heading(content.uses_heading, width), _ruled(rows, width), note])


def _use(use: UseLine, numbers: Numbers, width: float, column: float, explained: bool) -> Block:
    """Return a row: the use, why it matters, and its share in a column at the right."""
    face, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    room = width - column - GAP
    share_face, colour = (bold, LIGHT.text) if has_number(use.share) else (face, LIGHT.muted)
    share = single_line(use.share, share_face, column, colour, RIGHT)
    explanation = use.explanation if explained else ""
    text = closed(use.use) if explanation else use.use
    numbered = reference_numbers(use.source_ids, numbers)
    return side_by_side(
        [paragraph(text, face, room, LIGHT.text, numbered, explanation), share], [0.0, width - column]
    )


def section(part: Section, numbers: Numbers, width: float) -> Block:
    """Return a further section as a list of lines."""
    face = typeset.face(SMALL)
    rows = [
        paragraph(cited.text, face, width, LIGHT.text, reference_numbers(cited.source_ids, numbers))
        for cited in part.lines
    ]
    return stacked([heading(part.heading, width), _ruled(rows, width)])


def sources(content: SheetContent, width: float, addresses: bool) -> Block:
    """Return the numbered list of sources."""
    remark = gettext("see the program for web addresses and further sources")
    if addresses:
        remark = gettext("see the program for further sources")
    title = heading(gettext("Sources"), width, remark)
    return stacked([title, *(_source(r, width, addresses) for r in references(content))])


def _source(source: Reference, width: float, addresses: bool) -> Block:
    """Return an entry of the list of sources with its number at the left."""
    small = typeset.face(TINY)
    number_width = small.width("00")
    left = number_width + GRID / 2
    number = single_line(str(source.number), small, number_width, LIGHT.muted, RIGHT)
    text = paragraph(source.text, small, width - left, remark=source.address if addresses else "")
    return side_by_side([number, text], [0.0, left])

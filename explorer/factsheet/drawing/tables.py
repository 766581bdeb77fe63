"""The tables of a sheet: measures over the whole width, uses, further sections, the numbered sources."""

from collections.abc import Sequence

from explorer.charts.plot import typeset
from explorer.factsheet.drawing.primitives import Block, Item, Rule, beside, stacked
from explorer.factsheet.drawing.sections import heading
from explorer.factsheet.drawing.style import GRID, HAIRLINE, SMALL, TINY
from explorer.factsheet.drawing.text import Numbers, line, paragraph, refs
from explorer.factsheet.facts.records import MeasureLine, Section, SheetContent, UseLine, references
from explorer.palette import LIGHT

# Parts of the width that the columns of the measures take; the gap between two columns is one step of the grid.
COLUMNS = (
    ("Measure", 0.24),
    ("State", 0.085),
    ("Effective", 0.09),
    ("Until", 0.09),
    ("Destination", 0.12),
    ("Scope and control codes", 0.375),
)
GAP = 1.5 * GRID


def measures(content: SheetContent, numbers: Numbers, width: float, lines: int, left_out: str) -> Block:
    """Return the table of measures, each scope in so many lines, and what it does not list."""
    remark = "“Until” is the last day on file of the state shown" if content.measures else ""
    head = heading("Measures", width, remark)
    rows = [_measure(m, numbers, width, lines) for m in content.measures]
    table = _ruled(rows, width)
    notes = " ".join(n for n in (left_out, content.measures_note) if n)
    note = paragraph(notes, typeset.face(SMALL), width, LIGHT.muted) if notes else Block(0)
    if not rows:
        return stacked([head, note])
    return stacked([head, _columns(width), stacked([table, note], GRID / 2)])


def _cells(width: float) -> list[tuple[float, float]]:
    """Return left edge and width of each column."""
    room = width - GAP * (len(COLUMNS) - 1)
    cells, x = [], 0.0
    for _, part in COLUMNS:
        cells.append((x, part * room))
        x += part * room + GAP
    return cells


def _columns(width: float) -> Block:
    small = typeset.face(TINY)
    blocks = [
        line(name, small, w, LIGHT.muted) for (name, _), (_, w) in zip(COLUMNS, _cells(width), strict=True)
    ]
    row = beside(blocks, [x for x, _ in _cells(width)])
    return Block(row.height + 3, (*row.items, Rule(0, row.height + 1, width)))


def _measure(m: MeasureLine, numbers: Numbers, width: float, lines: int) -> Block:
    """Return a row: name and kind, state in its colour, days, destination, scope with codes and sources."""
    face, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    ink = LIGHT.muted if m.ended else LIGHT.text
    cells = _cells(width)
    scope = f"{m.scope}." if m.codes and m.scope and not m.scope.endswith(".") else m.scope
    blocks = [
        paragraph(f"{m.name}:", bold, cells[0][1], ink, after=m.kind),
        paragraph(m.state, bold, cells[1][1], LIGHT.kinds[m.tone].text),
        paragraph(m.effective, face, cells[2][1], ink),
        paragraph(m.until, face, cells[3][1], ink),
        paragraph(m.destination, face, cells[4][1], ink),
        paragraph(scope, face, cells[5][1], ink, refs(m.source_ids, numbers), m.codes, lines),
    ]
    return beside(blocks, [x for x, _ in cells])


def _ruled(rows: Sequence[Block], width: float) -> Block:
    """Return rows below one another, parted by quiet rules."""
    marks: list[Item] = []
    y, room = 0.0, 0.4 * GRID
    for i, row in enumerate(rows):
        if i:
            marks.append(Rule(0, y, width, LIGHT.grid, HAIRLINE))
        marks += row.at(0, y + room)
        y += row.height + 2 * room
    return Block(y, tuple(marks))


def uses(content: SheetContent, numbers: Numbers, width: float, why: bool, left_out: str) -> Block:
    """Return the uses with their shares at the right."""
    widest = max((typeset.face(SMALL, bold=True).width(u.share) for u in content.uses), default=0.0)
    rows = [_use(u, numbers, width, widest + 1, why) for u in content.uses]
    note = paragraph(left_out, typeset.face(TINY), width, LIGHT.muted) if left_out else Block(0)
    return stacked([heading(content.uses_heading, width), _ruled(rows, width), note])


def _use(use: UseLine, numbers: Numbers, width: float, column: float, why: bool) -> Block:
    """Return a row: the use, why it matters, and its share in a column at the right."""
    face, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    room = width - column - GAP
    known = use.share[:1].isdigit() or use.share[:1] in "<>a"
    share = line(use.share, bold if known else face, column, LIGHT.text if known else LIGHT.muted, "right")
    after = use.why if why else ""
    text = f"{use.use}." if after else use.use
    said = paragraph(text, face, room, LIGHT.text, refs(use.source_ids, numbers), after)
    return beside([said, share], [0.0, width - column])


def section(part: Section, numbers: Numbers, width: float) -> Block:
    """Return a further part as a list of lines."""
    face = typeset.face(SMALL)
    rows = [paragraph(s.text, face, width, LIGHT.text, refs(s.source_ids, numbers)) for s in part.lines]
    return stacked([heading(part.heading, width), _ruled(rows, width)])


def sources(content: SheetContent, width: float, addresses: bool) -> Block:
    """Return the numbered list of sources."""
    small = typeset.face(TINY)
    label = small.width("00") + GRID / 2
    entries = [
        beside(
            [
                line(str(r.number), small, label - GRID / 2, LIGHT.muted, "right"),
                paragraph(r.text, small, width - label, after=r.address if addresses else ""),
            ],
            [0.0, label],
        )
        for r in references(content)
    ]
    rest = "further sources" if addresses else "addresses and further sources"
    return stacked([heading("Sources", width, f"{rest}: see the program"), *entries])

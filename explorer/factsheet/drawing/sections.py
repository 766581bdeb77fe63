"""The parts of a sheet above its table: names, status, key figures; and its foot."""

from explorer.charts.plot import typeset
from explorer.charts.spec import PRODUCT
from explorer.factsheet.drawing.primitives import Block, Fill, Item, Rule, Words, beside, padded, stacked
from explorer.factsheet.drawing.style import BAR, BODY, GRID, GUTTER, HEADING, LEAD, NAME, SMALL, TINY, VALUE
from explorer.factsheet.drawing.text import Numbers, baseline, line, paragraph, refs
from explorer.factsheet.facts.records import Figure, SheetContent
from explorer.palette import LIGHT

TILE = 11 * GRID
FIGURES = 4


def heading(text: str, width: float, remark: str = "") -> Block:
    """Return the heading of a part, a remark at its right, over a rule."""
    face = typeset.face(HEADING, bold=True)
    said = line(text, face, width)
    small = typeset.face(TINY)
    right = line(remark, small, width - face.width(text) - GRID, LIGHT.muted, "right") if remark else Block(0)
    top = face.line - small.line - 1
    marks = (*said.items, *right.at(face.width(text) + GRID, top), Rule(0, face.line + 2, width))
    return Block(face.line + GRID, marks)


def names(content: SheetContent, numbers: Numbers, width: float) -> Block:
    """Return symbol, names, what it is, and the name of the document at the right."""
    left = TILE + 2 * GRID if content.symbol else 0.0
    name, chinese = typeset.face(NAME, bold=True), typeset.face(VALUE)
    high = name.width(content.name_en)
    marks: list[Item] = []
    if content.symbol:
        tile = typeset.face(VALUE, bold=True)
        marks.append(Fill(0, 0, TILE, TILE, LIGHT.tile, GRID / 2))
        marks += line(content.symbol, tile, TILE, LIGHT.text, "centre").at(0, (TILE - tile.line) / 2)
    drop = baseline(name) - baseline(chinese)
    marks.append(Words(left, -GRID, content.name_en, name, LIGHT.text))
    marks.append(Words(left + high + 1.5 * GRID, -GRID + drop, content.name_zh, chinese, LIGHT.muted))
    label = typeset.face(SMALL, bold=True)
    marks += line("FACT SHEET", label, width, LIGHT.accent, "right").at(0, 0)
    marks += line(PRODUCT, typeset.face(SMALL), width, LIGHT.muted, "right").at(0, label.line)
    text = stacked(
        [
            paragraph(content.about, typeset.face(SMALL), width - left, LIGHT.muted),
            paragraph(
                content.summary.text,
                typeset.face(LEAD),
                width - left,
                LIGHT.text,
                refs(content.summary.source_ids, numbers),
            ),
        ],
        GRID / 4,
    )
    top = name.line - GRID
    return Block(max(top + text.height, TILE if content.symbol else 0), (*marks, *text.at(left, top)))


def status(content: SheetContent, numbers: Numbers, width: float) -> Block:
    """Return the box of the status: pill, for when and whom, the sentence, what to bear in mind."""
    inner = width - 4 * GRID
    behind = refs(content.sentence.source_ids, numbers)
    sentence = paragraph(content.sentence.text, typeset.face(HEADING), inner, LIGHT.text, behind)
    warning = Block(0)
    if content.warning:
        warning = paragraph(content.warning, typeset.face(SMALL), inner, LIGHT.kinds["licence"].text)
    said = stacked([_status_line(content, inner), sentence, warning], GRID / 2)
    high = said.height + 2.5 * GRID
    bar = Fill(0, 0, BAR, high, LIGHT.kinds[content.pill_state].text)
    return Block(
        high, (Fill(0, 0, width, high, LIGHT.raised, GRID / 2), bar, *said.at(2 * GRID, 1.25 * GRID))
    )


def _status_line(content: SheetContent, width: float) -> Block:
    """Return pill, day and direction, and at the right the days left."""
    badge, wide = pill(content.pill, content.pill_state)
    bold, small = typeset.face(BODY, bold=True), typeset.face(SMALL)
    left = wide + 1.5 * GRID
    setting = line(content.setting, bold, width - left)
    free = width - left - bold.width(content.setting) - 2 * GRID
    items = [*badge.at(0, 0), *setting.at(left, (badge.height - bold.line) / 2)]
    if content.detail:
        detail = line(content.detail, small, free, LIGHT.muted, "right")
        items += detail.at(width - free, (badge.height - small.line) / 2)
    return Block(badge.height, tuple(items))


def pill(word: str, tone: str) -> tuple[Block, float]:
    """Return a word in the colours of a state on its ground, and its width."""
    colours = LIGHT.kinds[tone]
    face = typeset.face(BODY, bold=True)
    width, height = face.width(word) + 2 * GRID, face.line + GRID / 2
    box = Fill(0, 0, width, height, colours.ground, height / 2)
    return Block(height, (box, Words(GRID, GRID / 4, word, face, colours.text))), width


def key_figures(content: SheetContent, numbers: Numbers, width: float) -> Block:
    """Return the key figures side by side, parted by the gutter."""
    column = (width - (FIGURES - 1) * GUTTER) / FIGURES
    blocks = [_figure(f, numbers, column) for f in content.figures[:FIGURES]]
    captions = max(b[0].height for b in blocks)
    whole = [stacked([Block(captions, top.items), value, detail]) for top, value, detail in blocks]
    row = beside(whole, [i * (column + GUTTER) for i in range(len(whole))])
    bars: tuple[Item, ...] = tuple(
        Fill(i * (column + GUTTER) - GUTTER / 2, 0, 1.0, row.height, LIGHT.grid) for i in range(1, len(whole))
    )
    return Block(row.height, (*bars, *row.items))


def figures_note(content: SheetContent, width: float) -> Block:
    """Return what the figures include or leave out, and the credit that their source asks for."""
    if not content.figures_note:
        return Block(0)
    return padded(paragraph(content.figures_note, typeset.face(TINY), width, LIGHT.muted), GRID / 2, 0)


def _figure(figure: Figure, numbers: Numbers, width: float) -> tuple[Block, Block, Block]:
    """Return caption, value and detail; a unit that has no room beside the value begins the detail."""
    small, tiny, bold = typeset.face(SMALL), typeset.face(TINY), typeset.face(VALUE, bold=True)
    known = figure.value[:1].isdigit() or figure.value[:1] in "<>≥"
    face = bold if bold.width(figure.value) <= width else typeset.face(HEADING, bold=True)
    marks: list[Item] = list(line(figure.value, face, width, LIGHT.text if known else LIGHT.muted).items)
    unit = typeset.face(BODY)
    free = width - face.width(figure.value) - GRID / 2
    drop = baseline(face) - baseline(unit)
    detail = figure.detail
    if unit.width(figure.unit) <= free:
        marks += line(figure.unit, unit, free, LIGHT.muted).at(width - free, drop)
    else:
        detail = f"{figure.unit} · {detail}"
    return (
        paragraph(figure.caption, small, width, LIGHT.muted, most=4),
        Block(face.line, tuple(marks)),
        paragraph(detail, tiny, width, LIGHT.muted, refs(figure.source_ids, numbers), most=7),
    )


def foot(content: SheetContent, width: float) -> Block:
    """Return the line at the foot of the page: day, direction, edition, and that it is no legal advice."""
    small = typeset.face(TINY)
    text = paragraph(content.footer, small, width, LIGHT.muted)
    return Block(text.height + GRID, (Rule(0, 0, width), *text.at(0, GRID)))

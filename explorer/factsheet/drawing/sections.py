"""The parts of a sheet above its tables: header, status and key figures; and the footer of the page."""

from explorer.charts.plot import typeset
from explorer.charts.spec import PRODUCT
from explorer.data.controls.pill import is_paused, kind_of
from explorer.factsheet.drawing.primitives import (
    Block,
    Fill,
    Ground,
    Item,
    Rule,
    padded,
    side_by_side,
    stacked,
)
from explorer.factsheet.drawing.style import BAR, BODY, GRID, GUTTER, HEADING, LEAD, NAME, SMALL, TINY, VALUE
from explorer.factsheet.drawing.text import (
    CENTRE,
    RIGHT,
    Numbers,
    baseline,
    has_number,
    paragraph,
    reference_numbers,
    single_line,
)
from explorer.factsheet.facts.records import Figure, SheetContent
from explorer.language import gettext
from explorer.palette import LIGHT

TILE = 11 * GRID
KEY_FIGURES = 4


def heading(text: str, width: float, remark: str = "") -> Block:
    """Return the heading of a part over a rule, with a remark at its right, or below where it is too long."""
    face, small = typeset.face(HEADING, bold=True), typeset.face(TINY)
    title = paragraph(text, face, width)
    rule = Rule(0, title.height + 2, width)
    left = face.width(text) + GRID
    if not remark or small.width(remark) > width - left:
        below = paragraph(remark, small, width, LIGHT.muted) if remark else Block(0)
        return stacked([Block(title.height + GRID, (*title.items, rule)), below])
    right = single_line(remark, small, width - left, LIGHT.muted, RIGHT)
    items = (*title.items, *right.at(left, face.line - small.line - 1), rule)
    return Block(title.height + GRID, items)


def header(content: SheetContent, numbers: Numbers, width: float) -> Block:
    """Return symbol, names and description of the metal, and the name of the document at the right."""
    left = TILE + 2 * GRID if content.symbol else 0.0
    tile = _symbol_tile(content.symbol) if content.symbol else []
    references = reference_numbers(content.summary.source_ids, numbers)
    description = stacked(
        [
            paragraph(content.about, typeset.face(SMALL), width - left, LIGHT.muted),
            paragraph(content.summary.text, typeset.face(LEAD), width - left, LIGHT.text, references),
        ],
        GRID / 4,
    )
    top = typeset.face(NAME, bold=True).line - GRID
    height = max(top + description.height, TILE if tile else 0)
    items = (*tile, *_names(content, left, width), *_document_name(width), *description.at(left, top))
    return Block(height, items)


def _symbol_tile(symbol: str) -> list[Item]:
    """Return the symbol of an element in a box."""
    face = typeset.face(VALUE, bold=True)
    text = single_line(symbol, face, TILE, LIGHT.text, CENTRE)
    return [Fill(0, 0, TILE, TILE, LIGHT.tile, GRID / 2), *text.at(0, (TILE - face.line) / 2)]


def _names(content: SheetContent, left: float, width: float) -> list[Item]:
    """Return the English and the Chinese name on one baseline."""
    english, chinese = typeset.face(NAME, bold=True), typeset.face(VALUE)
    drop = baseline(english) - baseline(chinese)
    right = left + english.width(content.name_en) + 1.5 * GRID
    return [
        *single_line(content.name_en, english, width - left).at(left, -GRID),
        *single_line(content.name_zh, chinese, width - right, LIGHT.muted).at(right, -GRID + drop),
    ]


def _document_name(width: float) -> list[Item]:
    """Return the name of the document above that of the program, at the right."""
    bold = typeset.face(SMALL, bold=True)
    document = single_line(gettext("Fact sheet"), bold, width, LIGHT.accent, RIGHT)
    program = single_line(PRODUCT, typeset.face(SMALL), width, LIGHT.muted, RIGHT)
    return [*document.at(0, 0), *program.at(0, bold.line)]


def status_box(content: SheetContent, numbers: Numbers, width: float) -> Block:
    """Return the box of the status: pill, day and direction, the sentences on the status, the warning."""
    inner = width - 4 * GRID
    references = reference_numbers(content.sentence.source_ids, numbers)
    sentence = paragraph(content.sentence.text, typeset.face(HEADING), inner, LIGHT.text, references)
    warning = Block(0)
    if content.warning:
        warning = paragraph(content.warning, typeset.face(SMALL), inner, LIGHT.kinds["licence"].text)
    texts = stacked([_status_line(content, inner), sentence, warning], GRID / 2)
    height = texts.height + 2.5 * GRID
    box = Fill(0, 0, width, height, LIGHT.raised, GRID / 2)
    bar = Fill(0, 0, BAR, height, LIGHT.kind(kind_of(content.pill_state)).text)
    return Block(height, (box, bar, *texts.at(2 * GRID, 1.25 * GRID)))


def _status_line(content: SheetContent, width: float) -> Block:
    """Return pill, day and direction, and the days left at the right, or below where they are too long."""
    badge, badge_width = pill(content.pill, content.pill_state)
    bold, small = typeset.face(BODY, bold=True), typeset.face(SMALL)
    left = badge_width + 1.5 * GRID
    setting = paragraph(content.setting, bold, width - left)
    top = (badge.height - bold.line) / 2
    items = [*badge.at(0, 0), *setting.at(left, top)]
    height = max(badge.height, top + setting.height)
    free = width - left - bold.width(content.setting) - 2 * GRID
    if not content.detail or small.width(content.detail) > free:
        below = paragraph(content.detail, small, width, LIGHT.muted) if content.detail else Block(0)
        return stacked([Block(height, tuple(items)), below])
    detail = single_line(content.detail, small, free, LIGHT.muted, RIGHT)
    items += detail.at(width - free, (badge.height - small.line) / 2)
    return Block(height, tuple(items))


def pill(word: str, tone: str) -> tuple[Block, float]:
    """Return a word on a background in the colours of a pill state, and its width in half points."""
    colours = LIGHT.kind(kind_of(tone))
    face = typeset.face(BODY, bold=True)
    width, height = face.width(word) + 2 * GRID, face.line + GRID / 2
    box = Ground(0, 0, width, height, colours, is_paused(tone))
    text = single_line(word, face, width, colours.text)
    return Block(height, (box, *text.at(GRID, GRID / 4))), width


def key_figures(content: SheetContent, numbers: Numbers, width: float) -> Block:
    """Return the key figures side by side, separated by thin lines."""
    column = (width - (KEY_FIGURES - 1) * GUTTER) / KEY_FIGURES
    columns = [_key_figure(f, numbers, column) for f in content.figures[:KEY_FIGURES]]
    captions = max(caption.height for caption, _, _ in columns)
    blocks = [stacked([Block(captions, caption.items), value, detail]) for caption, value, detail in columns]
    lefts = [i * (column + GUTTER) for i in range(len(blocks))]
    row = side_by_side(blocks, lefts)
    lines = (Fill(left - GUTTER / 2, 0, 1.0, row.height, LIGHT.grid) for left in lefts[1:])
    return Block(row.height, (*lines, *row.items))


def key_figures_note(content: SheetContent, width: float) -> Block:
    """Return what the key figures include or leave out, and the credit that their source asks for."""
    if not content.key_figures_note:
        return Block(0)
    return padded(paragraph(content.key_figures_note, typeset.face(TINY), width, LIGHT.muted), GRID / 2, 0)


def _key_figure(figure: Figure, numbers: Numbers, width: float) -> tuple[Block, Block, Block]:
    """Return caption, value and detail; a unit without room next to the value begins the detail."""
    small, tiny, bold = typeset.face(SMALL), typeset.face(TINY), typeset.face(VALUE, bold=True)
    face = bold if bold.width(figure.value) <= width else typeset.face(HEADING, bold=True)
    colour = LIGHT.text if has_number(figure.value) else LIGHT.muted
    items: list[Item] = list(single_line(figure.value, face, width, colour).items)
    unit = typeset.face(BODY)
    free = width - face.width(figure.value) - GRID / 2
    detail = figure.detail
    if unit.width(figure.unit) <= free:
        drop = baseline(face) - baseline(unit)
        items += single_line(figure.unit, unit, free, LIGHT.muted).at(width - free, drop)
    else:
        detail = f"{figure.unit} · {detail}"
    return (
        paragraph(figure.caption, small, width, LIGHT.muted, most=4),
        Block(face.line, tuple(items)),
        paragraph(detail, tiny, width, LIGHT.muted, reference_numbers(figure.source_ids, numbers), most=7),
    )


def footer(content: SheetContent, width: float) -> Block:
    """Return the footer of the page: day, direction, edition, and the note that it is not legal advice."""
    text = paragraph(content.footer, typeset.face(TINY), width, LIGHT.muted)
    return Block(text.height + GRID, (Rule(0, 0, width), *text.at(0, GRID)))

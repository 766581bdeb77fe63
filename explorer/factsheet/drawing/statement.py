"""A code check statement as pages: head, lines, items with their wording, measures and cautions."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts.output import pdf
from explorer.charts.plot import typeset
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.spec import PRODUCT
from explorer.data.controls.pill import kind_of
from explorer.data.finding.code_explanation import ItemText, RuleText
from explorer.data.finding.code_explanation_text import (
    codes_line,
    item_name,
    limits_line,
    rule_line,
    wording_line,
)
from explorer.errors import KnownError
from explorer.factsheet.drawing.columns import GAP, cells, column_heads
from explorer.factsheet.drawing.flow import NOTHING, Row, pages
from explorer.factsheet.drawing.page import inner_size
from explorer.factsheet.drawing.primitives import Block, Rule, padded, side_by_side, stacked
from explorer.factsheet.drawing.sections import heading
from explorer.factsheet.drawing.style import (
    BODY,
    GRID,
    HEADING,
    LEAD,
    MARGIN,
    NAME,
    PAPERS,
    SECTION,
    SMALL,
    TINY,
    Paper,
)
from explorer.factsheet.drawing.text import RIGHT, paragraph, single_line
from explorer.factsheet.facts.statement import Statement, StatementLine, command
from explorer.language import gettext, gettext_noop, ngettext
from explorer.palette import LIGHT

# The columns of the lines with their shares of the width.
COLUMNS = (
    (gettext_noop("Line"), 0.06),
    (gettext_noop("Code"), 0.16),
    (gettext_noop("Verdict"), 0.16),
    (gettext_noop("Strictest measure"), 0.2),
    (gettext_noop("Metal and item"), 0.42),
)
MOST_LINES = 2  # of the description of an item, which is complete below


def write_pages(statement: Statement, paper: str = "a4") -> Iterator[bytes]:
    """Yield nothing after each page but the last, and after that the document: the same bytes for the same lines.

    A statement can have hundreds of pages; a window answers its user between two of them.
    """
    if paper not in PAPERS:
        text = gettext("Unknown paper size “{paper}”. Available: {papers}.")
        raise KnownError(text.format(paper=paper, papers=", ".join(PAPERS)))
    size = PAPERS[paper]
    writer = pdf.DocumentWriter(size.millimetres, _info(statement, paper))
    try:
        for page in lay_out(statement, size):
            writer.add_page(partial(_draw, page, size))
            yield b""
        yield writer.finish()
    finally:
        writer.close()


def render(statement: Statement, paper: str = "a4") -> bytes:
    """Return a statement as a PDF."""
    *_, document = write_pages(statement, paper)
    return document


def lay_out(statement: Statement, paper: Paper) -> Iterator[Block]:
    """Yield the pages, each with its footer."""
    width, height = inner_size(paper, 1.0)
    room = height - _footer(statement, 1, width).height - SECTION
    for number, page in enumerate(pages(_rows(statement, width), room), start=1):
        footer = _footer(statement, number, width)
        yield Block(height, (*page.at(0, 0), *footer.at(0, height - footer.height)))


def _info(statement: Statement, paper: str) -> pdf.Info:
    return pdf.Info(
        title=statement.title,
        author=PRODUCT,
        subject="\n".join((statement.setting, statement.about, statement.footer)),
        keywords=command(statement, paper),
        creator=gettext("{program}, edition {version}").format(
            program=PRODUCT, version=statement.data_version
        ),
        day=statement.context.as_of,
    )


def _draw(page: Block, paper: Paper, painter: PagePainter, area: QRectF) -> None:
    width, height = paper.size
    painter.fillRect(area, QColor(LIGHT.surface))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(area.width() / width, area.height() / height)
    painter.translate(MARGIN, MARGIN)
    for primitive in page.primitives():
        primitive.draw(painter)


def _footer(statement: Statement, number: int, width: float) -> Block:
    small = typeset.face(TINY)
    name = gettext("Page {number}").format(number=number)
    room = small.width(name) + GRID
    text = paragraph(statement.footer, small, width - room, LIGHT.muted)
    page = single_line(name, small, room, LIGHT.muted, RIGHT)
    return Block(text.height + GRID, (Rule(0, 0, width), *text.at(0, GRID), *page.at(width - room, GRID)))


def _rows(statement: Statement, width: float) -> Iterator[Row]:
    """Yield all rows of a statement in their order."""
    found = statement.explanation
    yield Row(_head(statement, width))
    yield from _section(
        gettext("Lines"), _line_rows(statement.lines, width), width, column_heads(COLUMNS, width)
    )
    yield from _section(gettext("Items"), (_item(n, i, width) for n, i in enumerate(found.items, 1)), width)
    rules = (
        (gettext("Measures of the items"), found.own),
        (gettext("Other measures on the metals"), found.related),
        (gettext("For military users only (not counted in the verdict)"), found.military),
    )
    for title, measures in rules:
        yield from _section(title, (_rule(rule, width) for rule in measures), width)
    face = typeset.face(SMALL)
    for title, texts in (
        (gettext("Later changes on file"), found.changes),
        (gettext("What the verdicts leave open"), found.cautions),
    ):
        yield from _section(title, (paragraph(text, face, width) for text in texts), width)
    total = len(statement.lines)
    end = ngettext("End of statement: {count} line.", "End of statement: {count} lines.", total)
    yield Row(paragraph(end.format(count=total), face, width, LIGHT.muted), gap=SECTION)


def _head(statement: Statement, width: float) -> Block:
    """Return the name of the document, what it is for, how many lines have which verdict, and the warning."""
    name = typeset.face(NAME, bold=True)
    program = single_line(PRODUCT, typeset.face(SMALL), width, LIGHT.muted, RIGHT)
    title = single_line(gettext("Code check statement"), name, width)
    warning = Block(0)
    if statement.warning:
        warning = paragraph(statement.warning, typeset.face(BODY), width, LIGHT.kinds["licence"].text)
    free = gettext(
        "None of these verdicts means “free to export”: a code is only a reference, and the wording of the items "
        "decides."
    )
    return stacked(
        [
            Block(name.line, (*title.items, *program.items)),
            paragraph(statement.setting, typeset.face(HEADING, bold=True), width),
            paragraph(statement.about, typeset.face(LEAD), width),
            paragraph(free, typeset.face(BODY, bold=True), width),
            warning,
        ],
        GRID / 2,
    )


def _section(title: str, blocks: Iterable[Block], width: float, heads: Block = NOTHING) -> Iterator[Row]:
    """Yield the rows of a section; its heading stays with the first one, and no rows have no heading."""
    for number, block in zip(count(), blocks):
        ruled = padded(block, 0.4 * GRID, 0.4 * GRID)
        if number:
            line = Block(ruled.height, (Rule(0, 0, width), *ruled.items))
            yield Row(line, heads)
        else:
            yield Row(stacked([heading(title, width), heads, ruled]), gap=SECTION)


def _line_rows(lines: Sequence[StatementLine], width: float) -> Iterator[Block]:
    face, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    places = cells(COLUMNS, width)
    for line in lines:
        text = line.text
        goods = stacked(
            paragraph(words, face, places[3][1], LIGHT.kind(kind_of(state)).text)
            for words, state in text.pills
        )
        colour = LIGHT.kind("prohibition").text if line.is_fault else LIGHT.text
        blocks = [
            single_line(str(line.number), face, places[0][1], LIGHT.muted),
            paragraph(line.code, bold, places[1][1], most=MOST_LINES),
            paragraph(text.verdict, bold, places[2][1], LIGHT.kind(kind_of(text.verdict_state)).text),
            goods,
            paragraph(text.item, face, places[4][1], colour, _references(line.items), most=MOST_LINES),
        ]
        yield side_by_side(blocks, [x for x, _ in places])


def _references(items: Sequence[int]) -> str:
    """Return the numbers of items in brackets, those that follow each other as a range: `[1–4, 9]`."""
    spans: list[list[int]] = []
    for number in items:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    texts = (str(a) if a == b else f"{a}–{b}" for a, b in spans)
    return f"[{', '.join(texts)}]" if spans else ""


def _item(number: int, item: ItemText, width: float) -> Block:
    """Return an item with its number, our description, the issuer's wording, its limits and its codes."""
    small = typeset.face(SMALL)
    left = 4 * GRID
    more = filter(None, (wording_line(item), limits_line(item), codes_line(item)))
    texts = stacked(
        [
            paragraph(item_name(item), typeset.face(SMALL, bold=True), width - left, remark=item.description),
            *(paragraph(text, small, width - left) for text in more),
        ]
    )
    name = single_line(f"[{number}]", small, left, LIGHT.muted)
    return side_by_side([name, texts], [0.0, left])


def _rule(rule: RuleText, width: float) -> Block:
    """Return a measure with its state, what it applies to, on what a presumed state rests, and its titles."""
    small, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    column = 0.28 * width
    room = width - column - GAP
    more = filter(None, (rule.note, rule.title_en, rule.title_zh))
    texts = [
        paragraph(rule.name, bold, room),
        paragraph(rule_line(rule), small, room),
        *(paragraph(text, small, room, LIGHT.muted) for text in more),
    ]
    state = paragraph(rule.state, bold, column, LIGHT.kind(kind_of(rule.tone)).text)
    return side_by_side([state, stacked(texts)], [0.0, column + GAP])

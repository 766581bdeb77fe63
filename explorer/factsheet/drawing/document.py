"""A document of pages: rows in their order, each page with a footer, written as a PDF page by page."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts.output import pdf
from explorer.charts.plot import typeset
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.spec import PRODUCT
from explorer.errors import KnownError
from explorer.factsheet.drawing.flow import NOTHING, Row, pages
from explorer.factsheet.drawing.page import inner_size
from explorer.factsheet.drawing.primitives import Block, Rule, padded, stacked
from explorer.factsheet.drawing.sections import heading
from explorer.factsheet.drawing.style import GRID, MARGIN, NAME, PAPERS, SECTION, SMALL, TINY, Paper
from explorer.factsheet.drawing.text import RIGHT, paragraph, single_line
from explorer.language import gettext
from explorer.palette import LIGHT


class Document(Struct, frozen=True):
    """What is in the file beside its pages, the text of the footer, and the rows for a width."""

    info: pdf.Info
    footer: str
    rows: Callable[[float], Iterator[Row]]


def write_pages(document: Document, paper: str = "a4") -> Iterator[bytes]:
    """Yield nothing after each page but the last, and after that the file: the same bytes for the same content.

    A document can have hundreds of pages; a window answers its user between two of them.
    """
    if paper not in PAPERS:
        text = gettext("Unknown paper size “{paper}”. Available: {papers}.")
        raise KnownError(text.format(paper=paper, papers=", ".join(PAPERS)))
    size = PAPERS[paper]
    writer = pdf.DocumentWriter(size.millimetres, document.info)
    try:
        for page in lay_out(document, size):
            writer.add_page(partial(_draw, page, size))
            yield b""
        yield writer.finish()
    finally:
        writer.close()


def render(document: Document, paper: str = "a4") -> bytes:
    """Return a document as a PDF."""
    *_, file = write_pages(document, paper)
    return file


def lay_out(document: Document, paper: Paper) -> Iterator[Block]:
    """Yield the pages, each with its footer."""
    width, height = inner_size(paper, 1.0)
    room = height - _footer(document.footer, 1, width).height - SECTION
    for number, page in enumerate(pages(document.rows(width), room), start=1):
        footer = _footer(document.footer, number, width)
        yield Block(height, (*page.at(0, 0), *footer.at(0, height - footer.height)))


def document_name(text: str, width: float) -> Block:
    """Return the name of a document, with that of the program at its right."""
    name = typeset.face(NAME, bold=True)
    program = single_line(PRODUCT, typeset.face(SMALL), width, LIGHT.muted, RIGHT)
    return Block(name.line, (*single_line(text, name, width).items, *program.items))


def section(title: str, blocks: Iterable[Block], width: float, heads: Block = NOTHING) -> Iterator[Row]:
    """Yield the rows of a section; its heading stays with the first one, and no rows have no heading."""
    for number, block in zip(count(), blocks):
        ruled = padded(block, 0.4 * GRID, 0.4 * GRID)
        if number:
            line = Block(ruled.height, (Rule(0, 0, width), *ruled.items))
            yield Row(line, heads)
        else:
            yield Row(stacked([heading(title, width), heads, ruled]), gap=SECTION)


def _draw(page: Block, paper: Paper, painter: PagePainter, area: QRectF) -> None:
    width, height = paper.size
    painter.fillRect(area, QColor(LIGHT.surface))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(area.width() / width, area.height() / height)
    painter.translate(MARGIN, MARGIN)
    for primitive in page.primitives():
        primitive.draw(painter)


def _footer(sentence: str, number: int, width: float) -> Block:
    small = typeset.face(TINY)
    name = gettext("Page {number}").format(number=number)
    room = small.width(name) + GRID
    text = paragraph(sentence, small, width - room, LIGHT.muted)
    page = single_line(name, small, room, LIGHT.muted, RIGHT)
    return Block(text.height + GRID, (Rule(0, 0, width), *text.at(0, GRID), *page.at(width - room, GRID)))

"""The pages of a statement: their head, their rows and their footers, as a PDF."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from explorer.charts.output import pdf
from explorer.charts.plot import typeset
from explorer.charts.spec import PRODUCT
from explorer.data.context import Context
from explorer.factsheet.drawing import document as documents
from explorer.factsheet.drawing.document import document_name
from explorer.factsheet.drawing.flow import Row
from explorer.factsheet.drawing.primitives import Block, side_by_side, stacked
from explorer.factsheet.drawing.style import BODY, GRID, HEADING, LEAD, SECTION, SMALL, Paper
from explorer.factsheet.drawing.text import paragraph, single_line
from explorer.language import gettext, ngettext
from explorer.palette import LIGHT


class StatementDocument(Struct, frozen=True):
    """A statement as a document: what its head, its footer and its properties say, and the rows of its sections.

    `name` is the kind of statement, `title` names the day too. `caution` is the sentence in bold letters, `command`
    returns the command line that writes the document on a paper size.
    """

    name: str
    title: str
    setting: str
    about: str
    caution: str
    warning: str
    footer: str
    data_version: str
    context: Context
    lines: int
    stem: str
    command: Callable[[str], str]
    sections: Callable[[float], Iterator[Row]]


def as_pages(document: StatementDocument, paper: str = "a4") -> documents.Document:
    """Return the pages of a statement, whose properties name the command for a paper size."""
    return documents.Document(_info(document, paper), document.footer, partial(_rows, document))


def write_pages(document: StatementDocument, paper: str = "a4") -> Iterator[bytes]:
    """Yield nothing after each page but the last, and after that the file."""
    return documents.write_pages(as_pages(document, paper), paper)


def render(document: StatementDocument, paper: str = "a4") -> bytes:
    """Return a statement as a PDF."""
    return documents.render(as_pages(document, paper), paper)


def lay_out(document: StatementDocument, paper: Paper) -> Iterator[Block]:
    """Yield the pages, each with its footer."""
    return documents.lay_out(as_pages(document), paper)


def _info(document: StatementDocument, paper: str) -> pdf.Info:
    return pdf.Info(
        title=document.title,
        author=PRODUCT,
        subject="\n".join((document.setting, document.about, document.footer)),
        keywords=document.command(paper),
        creator=gettext("{program}, edition {version}").format(
            program=PRODUCT, version=document.data_version
        ),
        day=document.context.as_of,
    )


def _rows(document: StatementDocument, width: float) -> Iterator[Row]:
    """Yield all rows of a statement in their order."""
    yield Row(_head(document, width))
    yield from document.sections(width)
    end = ngettext("End of statement: {count} line.", "End of statement: {count} lines.", document.lines)
    text = end.format(count=document.lines)
    yield Row(paragraph(text, typeset.face(SMALL), width, LIGHT.muted), gap=SECTION)


def _head(document: StatementDocument, width: float) -> Block:
    """Return the name of the document, what it is for, how many lines have which verdict, and the warning."""
    warning = Block(0)
    if document.warning:
        warning = paragraph(document.warning, typeset.face(BODY), width, LIGHT.kinds["licence"].text)
    return stacked(
        [
            document_name(document.name, width),
            paragraph(document.setting, typeset.face(HEADING, bold=True), width),
            paragraph(document.about, typeset.face(LEAD), width),
            paragraph(document.caution, typeset.face(BODY, bold=True), width),
            warning,
        ],
        GRID / 2,
    )


def references(items: Sequence[int]) -> str:
    """Return numbers in brackets, those that follow each other as a range: `[1–4, 9]`."""
    spans: list[list[int]] = []
    for number in items:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    texts = (str(a) if a == b else f"{a}–{b}" for a, b in spans)
    return f"[{', '.join(texts)}]" if spans else ""


def numbered(number: int, block: Block) -> Block:
    """Return a block with its number before it."""
    left = 4 * GRID
    name = single_line(f"[{number}]", typeset.face(SMALL), left, LIGHT.muted)
    return side_by_side([name, block], [0.0, left])

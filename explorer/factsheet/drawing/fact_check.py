"""The fact check as pages: each claim with its verdict, figures, reasons and sources."""

from collections.abc import Iterator
from functools import partial

from explorer.charts.output import pdf
from explorer.charts.plot import typeset
from explorer.charts.spec import PRODUCT
from explorer.factsheet.drawing.columns import GAP
from explorer.factsheet.drawing.document import Document, document_name, section
from explorer.factsheet.drawing.flow import Row
from explorer.factsheet.drawing.primitives import Block, side_by_side, stacked
from explorer.factsheet.drawing.style import GRID, LEAD, SMALL, TINY
from explorer.factsheet.drawing.text import paragraph
from explorer.factsheet.facts.fact_check import ClaimText, FactCheck, command
from explorer.language import gettext
from explorer.palette import LIGHT

VERDICT_PART = 0.18


def document(found: FactCheck, paper: str = "a4") -> Document:
    """Return a fact check as a document of pages."""
    info = pdf.Info(
        title=found.title,
        author=PRODUCT,
        subject="\n".join((found.about, found.footer)),
        keywords=command(found, paper),
        creator=gettext("{program}, edition {version}").format(program=PRODUCT, version=found.data_version),
        day=found.checked_to,
    )
    return Document(info, found.footer, partial(_rows, found))


def _rows(found: FactCheck, width: float) -> Iterator[Row]:
    about = paragraph(found.about, typeset.face(LEAD), width)
    yield Row(stacked([document_name(found.title, width), about], GRID / 2))
    yield from section(gettext("Claims"), (_claim(claim, width) for claim in found.claims), width)


def _claim(claim: ClaimText, width: float) -> Block:
    """Return a claim with its verdict at the left."""
    small, bold, tiny = typeset.face(SMALL), typeset.face(SMALL, bold=True), typeset.face(TINY)
    column = VERDICT_PART * width
    room = width - column - GAP
    verdict = [
        paragraph(claim.verdict, bold, column),
        paragraph(claim.confidence, tiny, column, LIGHT.muted),
    ]
    texts = [
        paragraph(claim.claim, bold, room),
        paragraph(claim.figures, small, room),
        paragraph(claim.explanation, small, room),
        *(paragraph(source, tiny, room, LIGHT.muted) for source in claim.sources),
    ]
    return side_by_side([stacked(verdict), stacked(texts)], [0.0, column + GAP])

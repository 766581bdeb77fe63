"""The PDF in an evidence file as pages: the answer, lines, measures, items, events, sources and edition."""

from collections.abc import Iterator
from functools import partial

from explorer.charts.output import pdf
from explorer.charts.plot import typeset
from explorer.charts.spec import PRODUCT
from explorer.data.evidence.command import command
from explorer.factsheet.drawing.columns import column_heads
from explorer.factsheet.drawing.document import Document, document_name, section
from explorer.factsheet.drawing.flow import Row
from explorer.factsheet.drawing.primitives import Block, stacked
from explorer.factsheet.drawing.statement import COLUMNS, item_block, line_rows, rule_block
from explorer.factsheet.drawing.style import BODY, GRID, HEADING, LEAD, SMALL
from explorer.factsheet.drawing.text import paragraph
from explorer.factsheet.facts.evidence import EvidenceText
from explorer.language import gettext
from explorer.palette import LIGHT


def document(found: EvidenceText) -> Document:
    """Return the pages; the properties of the file have the command that writes the evidence file."""
    edition = found.evidence.edition
    info = pdf.Info(
        title=found.title,
        author=PRODUCT,
        subject="\n".join((found.setting, found.answer, found.footer)),
        keywords=command(found.evidence.question),
        creator=gettext("{program}, edition {version}").format(program=PRODUCT, version=edition.version),
        day=found.evidence.question.context.as_of,
    )
    return Document(info, found.footer, partial(_rows, found))


def _rows(found: EvidenceText, width: float) -> Iterator[Row]:
    """Yield the rows of all sections in their order."""
    yield Row(_head(found, width))
    yield from section(gettext("Lines"), line_rows(found.lines, width), width, column_heads(COLUMNS, width))
    for title, rules in found.rules:
        yield from section(title, (rule_block(rule, width) for rule in rules), width)
    yield from section(
        gettext("Items"), (item_block(n, i, width) for n, i in enumerate(found.items, 1)), width
    )
    yield from section(gettext("Events of the measures"), (_events(*e, width) for e in found.events), width)
    face = typeset.face(SMALL)
    for title, texts in found.texts:
        yield from section(title, (paragraph(text, face, width) for text in texts), width)


def _head(found: EvidenceText, width: float) -> Block:
    """Return the name of the document, what it is for, the answer, and the warning."""
    small, body, bold = typeset.face(SMALL), typeset.face(BODY), typeset.face(BODY, bold=True)
    more = (
        (found.detail, small, LIGHT.muted),
        (found.caution, bold, LIGHT.text),
        (found.warning, body, LIGHT.kinds["licence"].text),
    )
    return stacked(
        [
            document_name(gettext("Evidence statement"), width),
            paragraph(found.setting, typeset.face(HEADING, bold=True), width),
            paragraph(found.answer, typeset.face(LEAD), width),
            *(paragraph(text, face, width, colour) for text, face, colour in more if text),
        ],
        GRID / 2,
    )


def _events(name: str, texts: tuple[str, ...], width: float) -> Block:
    face = typeset.face(SMALL)
    lines = [paragraph(text, face, width) for text in texts]
    return stacked([paragraph(name, typeset.face(SMALL, bold=True), width), *lines])

"""The fact sheet as a page: laid out to what the paper holds, drawn as a document of one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts.output import pdf
from explorer.charts.spec import PRODUCT, Chart, ChartSpec
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.factsheet.drawing import sections, tables
from explorer.factsheet.drawing.chart import SCALE, figure
from explorer.factsheet.drawing.footer import bottom
from explorer.factsheet.drawing.primitives import Block, Mark, beside, stacked
from explorer.factsheet.drawing.style import GUTTER, MARGIN, PAPERS, SECTION, Paper
from explorer.factsheet.drawing.text import Numbers
from explorer.factsheet.facts.content import make_content
from explorer.factsheet.facts.fit import Fit, complete, fullest
from explorer.factsheet.facts.records import SheetContent, command, left_out, numbers, shortened
from explorer.palette import LIGHT

# The least letters of the page are of 6.5 points, and grow to 7.4 where all that is to be said has room.
ZOOMS = (1.14, 1.07, 1.0)
WIDEN = 1.0
NEWEST = "the newest on file, not those of the day shown"


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out page: marks in half points times `zoom`, counted from the corner of the margins."""

    content: SheetContent
    paper: Paper
    zoom: float
    fit: Fit
    marks: tuple[Mark, ...]
    fits: bool


def render(store: Store, metal_id: str, context: Context, paper: str = "a4") -> bytes:
    """Return the fact sheet of a metal as a PDF of one page: the same bytes for the same facts and context."""
    if paper not in PAPERS:
        raise KnownError(f"There is no paper “{paper}”; there are {', '.join(PAPERS)}.")
    page = lay_out(make_content(store, metal_id, context), PAPERS[paper])
    return pdf.document(
        lambda painter, whole: draw(painter, whole, page), page.paper.millimetres, _info(page)
    )


def _info(page: Page) -> pdf.Info:
    content = page.content
    return pdf.Info(
        title=content.title,
        author=PRODUCT,
        subject=f"{content.setting}: {content.sentence.text}\n{content.footer}",
        keywords=command(content, page.paper.key),
        creator=f"{PRODUCT}, data {content.data_version}",
        day=content.context.as_of,
    )


def draw(painter: QPainter, whole: QRectF, page: Page) -> None:
    """Draw a page into a rectangle of a device, with the ground of the paper."""
    width, height = page.paper.size
    painter.fillRect(whole, QColor(LIGHT.surface))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(whole.width() / width, whole.height() / height)
    painter.translate(MARGIN, MARGIN)
    painter.scale(page.zoom, page.zoom)
    for mark in page.marks:
        mark.draw(painter)


def inner(paper: Paper, zoom: float) -> tuple[float, float]:
    """Return width and height between the margins."""
    width, height = paper.size
    return (width - 2 * MARGIN) / zoom, (height - 2 * MARGIN) / zoom


def lay_out(content: SheetContent, paper: Paper) -> Page:
    """Return the page in the largest letters in which all can be said, else the one that shows most."""
    whole = complete(content)
    for zoom in ZOOMS:
        width, height = inner(paper, zoom)
        foot = sections.foot(content, width)
        room = height - foot.height - SECTION
        if zoom == ZOOMS[-1] or _body(content, whole, width).height <= room:
            break
    fit = fullest(content, lambda f: _body(content, f, width).height <= room)
    blocks = _blocks(content, fit, width)
    spare = room - stacked(blocks, SECTION).height
    gap = SECTION + max(min(spare / (len(blocks) - 1), WIDEN * SECTION), 0)
    sheet = Block(height, (*stacked(blocks, gap).at(0, 0), *foot.at(0, height - foot.height)))
    return Page(content, paper, zoom, fit, tuple(sheet.marks()), spare >= 0)


def _body(content: SheetContent, fit: Fit, width: float) -> Block:
    return stacked(_blocks(content, fit, width), SECTION)


def _blocks(content: SheetContent, fit: Fit, width: float) -> list[Block]:
    """Return the parts of a page from the top, without its foot."""
    shown = shortened(
        content, fit.measures, fit.uses, len(content.more_charts) if fit.more_plot else 0, fit.sections
    )
    named = numbers(shown)
    measures_left, uses_left = left_out(content, fit.measures, fit.uses)
    figures = stacked(
        [
            sections.heading("Key figures", width, NEWEST),
            sections.key_figures(shown, named, width),
            sections.figures_note(shown, width),
        ]
    )
    return [
        sections.names(shown, named, width),
        sections.status(shown, named, width),
        figures,
        tables.measures(shown, named, width, fit.scope_lines, measures_left),
        _row(shown.charts, named, width, fit.plot),
        *([_row(shown.more_charts, named, width, fit.more_plot)] if shown.more_charts else []),
        bottom(shown, named, fit, width, uses_left),
    ]


def _row(charts: Sequence[Chart], named: Numbers, width: float, height: float) -> Block:
    """Return two charts side by side; one in rows takes the height that the other has."""
    column = (width - GUTTER) / 2
    blocks = [figure(c, named, column, height) for c in charts]
    tallest = max(b.height for b in blocks)
    for i, chart in enumerate(charts):
        if isinstance(chart, ChartSpec) and chart.horizontal:
            grown = figure(chart, named, column, height + (tallest - blocks[i].height) / SCALE)
            blocks[i] = grown if grown.height <= tallest + 0.01 else blocks[i]
    return beside(blocks, [i * (column + GUTTER) for i in range(len(charts))])

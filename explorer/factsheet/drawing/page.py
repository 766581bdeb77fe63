"""The fact sheet as a page: fitted to the paper and drawn as a document of one page."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts.output import pdf
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.shapes import shape_of
from explorer.charts.spec import PRODUCT, Chart, ChartSpec
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.factsheet.drawing import sections, tables
from explorer.factsheet.drawing.chart import SCALE, chart_block
from explorer.factsheet.drawing.lower_part import lower_part
from explorer.factsheet.drawing.primitives import Block, Primitive, side_by_side, stacked
from explorer.factsheet.drawing.style import GUTTER, MARGIN, PAPERS, SECTION, Paper
from explorer.factsheet.drawing.text import Numbers
from explorer.factsheet.facts.content import make_content
from explorer.factsheet.facts.fit import Fit, complete, fullest, least
from explorer.factsheet.facts.records import SheetContent, command, left_out, numbers, shortened
from explorer.language import gettext, gettext_noop
from explorer.palette import LIGHT

# The smallest text has 6.5 points, up to 7.4 where the complete content fits, down to 6.1 where the least does not.
ZOOMS = (1.14, 1.07, 1.0, 0.97, 0.94)
# By how much the gap between two parts may grow on a page with room, as a share of the gap.
MOST_GROWTH = 1.0
NEWEST = gettext_noop("latest on file; price up to the as-of date")


class Page(Struct, frozen=True):
    """A page with its primitives, in half points times `zoom` from the top left corner of the margins."""

    content: SheetContent
    paper: Paper
    zoom: float
    fit: Fit
    primitives: tuple[Primitive, ...]
    fits: bool


def render(store: Store, metal_id: str, context: Context, paper: str = "a4") -> bytes:
    """Return the fact sheet of a metal as a PDF of one page: the same bytes for the same facts and context."""
    if paper not in PAPERS:
        raise KnownError(
            gettext("Unknown paper size “{paper}”. Available: {papers}.").format(
                paper=paper, papers=", ".join(PAPERS)
            )
        )
    page = lay_out(make_content(store, metal_id, context), PAPERS[paper])
    return pdf.document(lambda painter, area: draw(painter, area, page), page.paper.millimetres, _info(page))


def _info(page: Page) -> pdf.Info:
    content = page.content
    return pdf.Info(
        title=content.title,
        author=PRODUCT,
        subject="\n".join((content.setting, content.sentence.text, content.footer)),
        keywords=command(content, page.paper.key),
        creator=gettext("{program}, edition {version}").format(program=PRODUCT, version=content.data_version),
        day=content.context.as_of,
    )


def draw(painter: PagePainter, area: QRectF, page: Page) -> None:
    """Draw a page with its background into a rectangle of a device."""
    width, height = page.paper.size
    painter.fillRect(area, QColor(LIGHT.surface))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(area.width() / width, area.height() / height)
    painter.translate(MARGIN, MARGIN)
    painter.scale(page.zoom, page.zoom)
    for primitive in page.primitives:
        primitive.draw(painter)


def inner_size(paper: Paper, zoom: float) -> tuple[float, float]:
    """Return width and height between the margins, in half points times `zoom`."""
    width, height = paper.size
    return (width - 2 * MARGIN) / zoom, (height - 2 * MARGIN) / zoom


def lay_out(content: SheetContent, paper: Paper) -> Page:
    """Return the page in the largest letters that fit the complete content, else with as much as fits."""
    for zoom in ZOOMS:
        width, height = inner_size(paper, zoom)
        footer = sections.footer(content, width)
        room = height - footer.height - SECTION
        wanted = complete(content) if zoom > 1 else least(content)
        if zoom == ZOOMS[-1] or _body(content, wanted, width).height <= room:
            break
    fit = fullest(content, lambda f: _body(content, f, width).height <= room)
    blocks = _blocks(content, fit, width)
    spare = room - stacked(blocks, SECTION).height
    gap = SECTION + max(min(spare / (len(blocks) - 1), MOST_GROWTH * SECTION), 0)
    sheet = Block(height, (*stacked(blocks, gap).at(0, 0), *footer.at(0, height - footer.height)))
    return Page(content, paper, zoom, fit, tuple(sheet.primitives()), spare >= 0)


def _body(content: SheetContent, fit: Fit, width: float) -> Block:
    return stacked(_blocks(content, fit, width), SECTION)


def _blocks(content: SheetContent, fit: Fit, width: float) -> list[Block]:
    """Return the parts of a page from the top, without its footer."""
    shown = shortened(
        content, fit.measures, fit.uses, len(content.more_charts) if fit.more_plot else 0, fit.sections
    )
    numbered = numbers(shown)
    measures_left, uses_left = left_out(content, fit.measures, fit.uses)
    key_figures = stacked(
        [
            sections.heading(gettext("Key figures"), width, gettext(NEWEST)),
            sections.key_figures(shown, numbered, width),
            sections.key_figures_note(shown, width),
        ]
    )
    return [
        sections.header(shown, numbered, width),
        sections.status_box(shown, numbered, width),
        key_figures,
        tables.measures(shown, numbered, width, fit.scope_lines, measures_left),
        _chart_row(shown.charts, numbered, width, fit.plot),
        *([_chart_row(shown.more_charts, numbered, width, fit.more_plot)] if shown.more_charts else []),
        lower_part(shown, numbered, fit, width, uses_left),
    ]


def _chart_row(charts: Sequence[Chart], numbered: Numbers, width: float, plot_height: float) -> Block:
    """Return two charts side by side; a horizontal one grows to the height of the other."""
    column = (width - GUTTER) / 2
    blocks = [chart_block(c, numbered, column, plot_height) for c in charts]
    tallest = max(b.height for b in blocks)
    for i, chart in enumerate(charts):
        if isinstance(chart, ChartSpec) and shape_of(chart).row_count:
            larger = plot_height + (tallest - blocks[i].height) / SCALE
            grown = chart_block(chart, numbered, column, larger)
            blocks[i] = grown if grown.height <= tallest + 0.01 else blocks[i]
    return side_by_side(blocks, [i * (column + GUTTER) for i in range(len(charts))])

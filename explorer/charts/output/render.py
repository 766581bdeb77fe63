"""A chart as a file: the same drawing as PNG, SVG or PDF, and the figures as CSV or XLSX."""

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from explorer.charts.output import pdf, svg
from explorer.charts.output.csv_file import ADDED_NOTE, csv_bytes
from explorer.charts.output.layout import BLOCK, MARGIN, RULE, Layout, lay_out
from explorer.charts.output.options import MM_PER_INCH, ExportOptions, command, has_chinese
from explorer.charts.output.xlsx_table import xlsx_table
from explorer.charts.plot import typeset
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.plot.painting import painting, pen, restored
from explorer.charts.shapes import shape_of
from explorer.charts.source_line import sources_in_file
from explorer.charts.spec import PRODUCT, ChartSpec
from explorer.charts.style import SUBTITLE, TITLE
from explorer.charts.summary import file_stem, sentence
from explorer.errors import KnownError
from explorer.language import gettext
from explorer.palette import Theme

METRES_PER_INCH = MM_PER_INCH / 1000


def render(spec: ChartSpec, options: ExportOptions, form: str) -> bytes:
    """Return a chart as `png`, `svg`, `pdf`, `csv` or `xlsx`: the same bytes for the same chart and options.

    Raise KnownError if the size is too small for the chart or too large for the format.
    """
    return _WRITERS[form](spec, options.checked(form))


def metadata(spec: ChartSpec, options: ExportOptions, form: str) -> dict[str, str]:
    """Return the metadata of a file, by the keywords of PNG."""
    query = command(spec, options, f"{file_stem(spec)}.{form}")
    note = gettext(ADDED_NOTE).format(note=options.own_note) if options.own_note else ""
    return {
        "Title": options.own_title or spec.title,
        "Author": PRODUCT,
        "Description": "\n".join(filter(None, (sentence(spec), spec.footer, note))),
        "Source": sources_in_file(spec),
        "Software": gettext("{product}, edition {edition}").format(
            product=PRODUCT, edition=spec.data_version
        ),
        "Comment": query,
    }


def _png(spec: ChartSpec, options: ExportOptions) -> bytes:
    image = QImage(options.width, options.height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise KnownError(
            gettext("There is not enough memory for an image of {width} x {height} pixels.").format(
                width=options.width, height=options.height
            )
        )
    image.fill(QColor(options.theme.surface))
    dots = round(options.dpi / METRES_PER_INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    for key, text in metadata(spec, options, "png").items():
        image.setText(key, text)
    layout = lay_out(spec, options)
    with painting(PagePainter(image)) as painter:
        paint(painter, QRectF(0, 0, options.width, options.height), layout, options.theme)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(image):
        raise KnownError(
            gettext("The image could not be written: {error}.").format(error=writer.errorString())
        )
    return bytes(data.data())


def _svg(spec: ChartSpec, options: ExportOptions) -> bytes:
    data = _svg_drawn(spec, options, bool(options.outlines))
    if options.outlines is None and has_chinese(svg.text_of(data)):
        data = _svg_drawn(spec, options, True)
    return svg.finish(data, options.points)


def _svg_drawn(spec: ChartSpec, options: ExportOptions, outlines: bool) -> bytes:
    """Return the document that Qt writes, with its letters as text or as shapes."""
    layout = lay_out(spec, options)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    device.setOutputDevice(buffer)
    device.setResolution(options.dpi)
    device.setSize(QSize(options.width, options.height))
    device.setViewBox(QRect(0, 0, options.width, options.height))
    about = metadata(spec, options, "svg")
    device.setTitle(about["Title"])
    device.setDescription("\n".join(about[key] for key in ("Description", "Source", "Comment")))
    target = QRectF(0, 0, options.width, options.height)
    with painting(PagePainter(device, outlines=outlines)) as painter:
        painter.setFont(
            typeset.small().font
        )  # the document names a font for shapes, too: never that of the window
        painter.fillRect(target, QColor(options.theme.surface))
        paint(painter, target, layout, options.theme)
    return bytes(buffer.data().data())


def _pdf(spec: ChartSpec, options: ExportOptions) -> bytes:
    layout = lay_out(spec, options)
    about = metadata(spec, options, "pdf")
    info = pdf.Info(
        title=about["Title"],
        author=about["Author"],
        subject="\n".join((about["Description"], about["Source"])),
        keywords=about["Comment"],
        creator=about["Software"],
        day=spec.context.as_of,
    )

    def draw(painter: PagePainter, page: QRectF) -> None:
        painter.fillRect(page, QColor(options.theme.surface))
        paint(painter, page, layout, options.theme)

    return pdf.document(draw, options.millimetres, info)


def _csv(spec: ChartSpec, options: ExportOptions) -> bytes:
    query = command(spec, options, f"{file_stem(spec)}.csv")
    return csv_bytes(spec, query, options.own_title, options.own_note)


def _xlsx(spec: ChartSpec, options: ExportOptions) -> bytes:
    query = command(spec, options, f"{file_stem(spec)}.xlsx")
    return xlsx_table(spec, query, options.own_title, options.own_note)


_WRITERS: MappingProxyType[str, Callable[[ChartSpec, ExportOptions], bytes]] = MappingProxyType(
    {"png": _png, "svg": _svg, "pdf": _pdf, "csv": _csv, "xlsx": _xlsx}
)


def paint(painter: PagePainter, target: QRectF, layout: Layout, theme: Theme) -> None:
    """Draw a whole page into a rectangle of a device; texts keep their proportion at any size."""
    with restored(painter):
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(target.topLeft())
        painter.scale(target.width() / layout.width, target.height() / layout.height)
        _head(painter, layout, theme)
        box = QRectF(MARGIN, layout.head_height, layout.inner, layout.plot_height)
        paint_plot(painter, box, layout.spec, theme)
        _foot(painter, box.bottom(), layout, theme)


def _head(painter: PagePainter, layout: Layout, theme: Theme) -> None:
    y = MARGIN - 4
    for lines, face, colour in (
        (layout.title, typeset.face(TITLE, bold=True), theme.text),
        (layout.subtitle, typeset.face(SUBTITLE), theme.muted),
    ):
        for line in lines:
            typeset.put(painter, MARGIN, y, line, face, colour)
            y += face.line


def paint_plot(painter: PagePainter, box: QRectF, spec: ChartSpec, theme: Theme) -> None:
    """Draw the plot alone into a box in logical pixels; rows are stretched only up to a limit."""
    from explorer.charts.plot.plot import paint_plot as paint_shape

    shape = shape_of(spec)
    tallest = shape.tallest(box.width())
    height = box.height() if tallest is None else min(box.height(), tallest)
    paint_shape(painter, shape, theme, QRectF(box.left(), box.top(), box.width(), height))


def _foot(painter: PagePainter, top: float, layout: Layout, theme: Theme) -> None:
    line = typeset.small().line
    y = top + BLOCK
    for i, lines in enumerate(layout.foot):
        if layout.ruled and i == len(layout.foot) - 1:
            painter.setPen(pen(theme.grid, 1.0))
            painter.drawLine(QPointF(MARGIN, y - 1), QPointF(MARGIN + layout.inner, y - 1))
            y += RULE
        y += typeset.put_lines(painter, MARGIN, y, lines, line) + 7

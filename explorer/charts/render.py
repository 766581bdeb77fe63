"""A description as a picture: title, plot, control dates, notes and sources on one sheet of any size."""

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QGraphicsScene

from explorer.charts import style, typeset
from explorer.charts.draw import new_plot, populate
from explorer.charts.frame import pen
from explorer.charts.sizes import preferred_height
from explorer.charts.spec import PRODUCT, ChartSpec
from explorer.charts.style import LIGHT, ChartTheme
from explorer.charts.typeset import Run
from explorer.data.dates import show

PAGE_WIDTH, MIN_PAGE_WIDTH = 800.0, 480.0
MARGIN, BLOCK = 24.0, 10.0
LARGEST = 1.9
TIGHT, LOOSE = 0.84, 1.7
INCH = 0.0254
Block = tuple[list[list[tuple[float, Run]]], float]
_DATE = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})")


def png(
    spec: ChartSpec, width: int = 1600, height: int = 900, dpi: int = 150, theme: ChartTheme = LIGHT
) -> bytes:
    """Return a PNG of `width` by `height` pixels with its resolution, title, sources and query inside."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.background))
    dots = round(dpi / INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    for key, text in metadata(spec).items():
        image.setText(key, text)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, width, height), spec, theme)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def metadata(spec: ChartSpec) -> dict[str, str]:
    """Return what a file says about itself, by the names that PNG has for it."""
    return {
        "Title": spec.title,
        "Description": f"{spec.subtitle}\n{spec.footer}\n{spec.query}",
        "Source": spec.source_line,
        "Software": f"{PRODUCT}, data {spec.data_version}",
    }


def paint(painter: QPainter, target: QRectF, spec: ChartSpec, theme: ChartTheme) -> None:
    """Draw the whole sheet into a rectangle of a device; texts keep their part of it at any size."""
    page = page_size(spec, target, theme)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(target.topLeft())
    painter.scale(target.width() / page.width(), target.height() / page.height())
    top = _head(painter, page, spec, theme)
    foot = _foot_lines(spec, theme, page.width() - 2 * MARGIN)
    bottom = page.height() - MARGIN - sum(height for _, height in foot) - BLOCK
    _plot(painter, QRectF(MARGIN, top, page.width() - 2 * MARGIN, bottom - top), spec, theme)
    _foot(painter, bottom, page.width(), foot, theme)
    painter.restore()


def page_size(spec: ChartSpec, target: QRectF, theme: ChartTheme) -> QSizeF:
    """Return the size of the sheet in logical pixels: as wide as reads well, wider where rows need room."""
    width = min(max(target.width(), MIN_PAGE_WIDTH), PAGE_WIDTH)
    largest = width * LARGEST
    while width < largest:
        inner = width - 2 * MARGIN
        need = TIGHT * preferred_height(spec, inner) if spec.horizontal else 200.0
        rest = (
            sum(h for _, h in _foot_lines(spec, theme, inner))
            + _head_height(spec, inner)
            + 2 * MARGIN
            + BLOCK
        )
        if need + rest <= width * target.height() / target.width():
            break
        width *= 1.06
    return QSizeF(width, width * target.height() / target.width())


def _titles(spec: ChartSpec, width: float) -> tuple[list[str], list[str]]:
    title = typeset.wrap(spec.title, typeset.face(style.TITLE, bold=True), width, 2)
    return title, typeset.wrap(spec.subtitle, typeset.face(style.SUBTITLE), width, 2)


def _head_height(spec: ChartSpec, width: float) -> float:
    title, subtitle = _titles(spec, width)
    return len(title) * style.TITLE * style.LINE + len(subtitle) * style.SUBTITLE * style.LINE + BLOCK


def _head(painter: QPainter, page: QSizeF, spec: ChartSpec, theme: ChartTheme) -> float:
    width = page.width() - 2 * MARGIN
    title, subtitle = _titles(spec, width)
    y = MARGIN - 4
    for lines, face, colour in (
        (title, typeset.face(style.TITLE, bold=True), theme.text),
        (subtitle, typeset.face(style.SUBTITLE), theme.muted),
    ):
        for line in lines:
            typeset.put(painter, MARGIN, y, line, face, colour)
            y += face.line
    return y + BLOCK


def _plot(painter: QPainter, box: QRectF, spec: ChartSpec, theme: ChartTheme) -> None:
    """Draw the plot through a scene of its own; the painter's scale holds for all that is drawn."""
    scene = QGraphicsScene()
    plot = new_plot()
    scene.addItem(plot)
    height = (
        min(box.height(), preferred_height(spec, box.width()) * LOOSE) if spec.horizontal else box.height()
    )
    canvas = populate(plot, spec, theme)
    canvas.resize(box.width(), height)
    scene.setSceneRect(0, 0, box.width(), height)
    painter.save()
    painter.translate(box.topLeft())
    canvas.paint_sheet(painter)
    painter.restore()
    scene.clear()


def event_runs(spec: ChartSpec, theme: ChartTheme) -> list[Run]:
    """Return the legend of the control dates: number in its colour, day and what changed, one run each."""
    body, bold = typeset.small(), typeset.face(style.SMALL, bold=True)
    runs: list[Run] = []
    for i, event in enumerate(spec.events):
        ink = theme.kind(event.kind, event.state).ink
        runs.append(Run(str(i + 1), bold, ink, 14))
        runs += [
            Run(r.text, r.face, r.colour, r.gap or 4)
            for r in typeset.words(f"{show(event.day)} {event.label}", body, theme.text)
        ]
    return runs


def _foot_lines(spec: ChartSpec, theme: ChartTheme, width: float) -> list[Block]:
    """Return the blocks below the plot as set lines with heights: control dates, notes, sources, footer."""
    small = typeset.small()
    blocks = []
    if spec.events:
        blocks.append(typeset.flow(event_runs(spec, theme), width))
    if spec.notes:
        blocks.append(typeset.flow(typeset.words(" ".join(spec.notes), small, theme.muted), width))
    tail = _DATE.sub("\\1\u00a0\\2\u00a0\\3", f"{spec.source_line} {spec.footer}".strip())
    blocks.append(typeset.flow(typeset.words(tail, small, theme.muted), width))
    return [(lines, len(lines) * small.line + 7) for lines in blocks]


def _foot(painter: QPainter, top: float, width: float, blocks: list[Block], theme: ChartTheme) -> None:
    y = top + BLOCK
    for i, (lines, height) in enumerate(blocks):
        if i == len(blocks) - 1:
            painter.setPen(pen(theme.grid, 1.0))
            painter.drawLine(QPointF(MARGIN, y - 1), QPointF(width - MARGIN, y - 1))
            y += 5
        typeset.put_lines(painter, MARGIN, y, lines, typeset.small().line)
        y += height

"""Readers of the files of charts, and a painter that records the lines of text it draws."""

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

import numpy as np
import pypdf
from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from explorer import palette
from explorer.charts.output import layout, render
from explorer.charts.output.options import ExportOptions
from explorer.charts.plot.frame import Frame, frame_of
from explorer.charts.plot.library import pg
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.plot.painting import painting
from explorer.charts.plot.plot import OffScreen, Plot, paint_plot
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec

NEAR = 70
LETTER = 0.72
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, the start of its baseline and the box of its letters, in pixels."""

    text: str
    at: QPointF
    box: QRectF


class TextRecorder(PagePainter):
    """Paints, and records each line of text with its place on the device."""

    def __init__(self, device: QImage) -> None:
        super().__init__(device)
        self.kept = device  # Qt aborts if a device is deleted before its painter
        self.said: list[Line] = []

    def drawText(self, at: QPointF, text: str) -> None:
        size, wide = self.font().pixelSize(), QFontMetricsF(self.font()).horizontalAdvance(text)
        box = QRectF(at.x(), at.y() - LETTER * size, wide, LETTER * size)
        whole = self.deviceTransform()
        self.said.append(Line(text, whole.map(at), whole.mapRect(box)))
        super().drawText(at, text)


def chunks(png: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the chunks of a PNG file, each with its name."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at = 8
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        yield name.decode("ascii"), png[at + 8 : at + 8 + size]
        at += 12 + size


def image(png: bytes) -> QImage:
    result = QImage.fromData(QByteArray(png))
    assert not result.isNull()
    return result


def svg_root(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def svg_words(root: ElementTree.Element) -> str:
    """Return the texts of an SVG that can be selected, in the order of the drawing."""
    return " ".join(" ".join(e.text or "" for e in root.iter(f"{SVG}text")).split())


def svg_image(data: bytes, width: int, height: int) -> QImage:
    result = blank(width, height, "#ffffff")
    renderer = QSvgRenderer(QByteArray(data))
    assert renderer.isValid()
    with painting(QPainter(result)) as painter:
        renderer.render(painter, QRectF(0, 0, width, height))
    return result


def pdf_page(data: bytes) -> pypdf.PageObject:
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    return page


def plain(text: str) -> str:
    """Return a text with single spaces, as PDF readers insert others."""
    return " ".join(re.split(r"\s+", text)).strip()


def joined(text: str) -> str:
    """Return a text without spaces, which PDF readers insert in other places."""
    return re.sub(r"\s+", "", text)


def blank(width: int, height: int, colour: str) -> QImage:
    result = QImage(width, height, QImage.Format.Format_RGB32)
    result.fill(QColor(colour))
    return result


def written(spec: ChartSpec, options: ExportOptions) -> list[Line]:
    """Return every line of text on a page."""
    page = layout.lay_out(spec, options)
    with painting(TextRecorder(blank(options.width, options.height, options.theme.surface))) as scribe:
        render.paint(scribe, QRectF(0, 0, options.width, options.height), page, options.theme)
        return scribe.said


def plot_texts(spec: ChartSpec, width: int, height: int) -> list[str]:
    """Return the texts of a plot alone, in the order of the drawing."""
    with painting(TextRecorder(blank(width, height, palette.LIGHT.surface))) as scribe:
        paint_plot(scribe, shape_of(spec), palette.LIGHT, QRectF(0, 0, width, height))
        return [line.text for line in scribe.said]


def words(spec: ChartSpec, options: ExportOptions) -> str:
    return plain(" ".join(line.text for line in written(spec, options)))


class Scene(OffScreen):
    """A plot off the screen that is deleted when a test no longer uses it."""

    def __del__(self) -> None:
        self.close()


def plot_of(spec: ChartSpec, width: float = 700, height: float = 320) -> tuple[OffScreen, Plot]:
    """Return the plot of a chart; the scene has to be kept as long as the plot."""
    scene = Scene(shape_of(spec), palette.LIGHT, width, height)
    return scene, scene.plot


def curves(plot: Plot) -> list[pg.PlotCurveItem]:
    """Return the lines of a plot, in the order of drawing."""
    return [item for item in plot.box.allChildren() if isinstance(item, pg.PlotCurveItem)]


def frame_in(spec: ChartSpec, width: float, height: float) -> Frame:
    """Return the frame of the plot of a chart."""
    shape = shape_of(spec)
    return frame_of(width, height, shape.margins(width, height), shape.ranges())


def plot_image(
    spec: ChartSpec, width: int = 700, height: int = 320, border: int = 60
) -> tuple[QImage, Frame]:
    """Return a plot painted with an empty border around it, and its frame without the border."""
    result = blank(width + 2 * border, height + 2 * border, palette.LIGHT.surface)
    with painting(PagePainter(result)) as painter:
        paint_plot(painter, shape_of(spec), palette.LIGHT, QRectF(border, border, width, height))
    return result, frame_in(spec, width, height)


def pixels(bitmap: QImage) -> np.ndarray:
    """Return red, green and blue of each pixel, by row and column."""
    result = bitmap.convertToFormat(QImage.Format.Format_RGB32)
    whole = np.frombuffer(result.constBits(), np.uint8).reshape(
        result.height(), result.bytesPerLine() // 4, 4
    )
    return whole[:, : result.width(), 2::-1].astype(int)


def ink(bitmap: QImage, background: str) -> QRect:
    """Return the box of all pixels that differ from the background."""
    return _box((pixels(bitmap) != _parts(background)).any(axis=2))


def near(bitmap: QImage, colour: str) -> np.ndarray:
    """Return which pixels are close to a colour."""
    return np.abs(pixels(bitmap) - _parts(colour)).sum(axis=2) < NEAR


def coloured(bitmap: QImage, colour: str) -> QRect:
    """Return the box of all pixels that are close to a colour."""
    return _box(near(bitmap, colour))


def _parts(colour: str) -> list[int]:
    return list(QColor(colour).getRgb()[:3])


def _box(found: np.ndarray) -> QRect:
    rows, columns = (np.flatnonzero(found.any(axis=n)) for n in (1, 0))
    if not rows.size:
        return QRect()
    return QRect(QPoint(int(columns[0]), int(rows[0])), QPoint(int(columns[-1]), int(rows[-1])))

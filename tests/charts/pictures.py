"""Readers of what a chart's files hold, and a painter that notes the words it is given."""

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
from PySide6.QtWidgets import QGraphicsScene

from explorer import palette
from explorer.charts.output import layout, render
from explorer.charts.output.options import ExportOptions
from explorer.charts.plot import items, shapes
from explorer.charts.plot.frame import Frame, painting
from explorer.charts.spec import ChartSpec

NEAR = 70
LETTER = 0.72
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, where its baseline begins and the box of its letters, in pixels."""

    text: str
    at: QPointF
    box: QRectF


class Scribe(QPainter):
    """Paints, and keeps each line of text with its place on the device."""

    def __init__(self, device: QImage) -> None:
        super().__init__(device)
        self.kept = device  # Qt ends the program where a device goes before its painter
        self.said: list[Line] = []

    def drawText(self, at: QPointF, text: str) -> None:
        size, wide = self.font().pixelSize(), QFontMetricsF(self.font()).horizontalAdvance(text)
        box = QRectF(at.x(), at.y() - LETTER * size, wide, LETTER * size)
        self.said.append(Line(text, self.transform().map(at), self.transform().mapRect(box)))
        super().drawText(at, text)


def chunks(png: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a PNG file, each with its name."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at = 8
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        yield name.decode("ascii"), png[at + 8 : at + 8 + size]
        at += 12 + size


def image(png: bytes) -> QImage:
    made = QImage.fromData(QByteArray(png))
    assert not made.isNull()
    return made


def svg_root(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def svg_words(root: ElementTree.Element) -> str:
    """Return the words that a reader can select, in the order of the drawing."""
    return " ".join(" ".join(e.text or "" for e in root.iter(f"{SVG}text")).split())


def svg_image(data: bytes, width: int, height: int) -> QImage:
    made = blank(width, height, "#ffffff")
    renderer = QSvgRenderer(QByteArray(data))
    assert renderer.isValid()
    with painting(QPainter(made)) as painter:
        renderer.render(painter, QRectF(0, 0, width, height))
    return made


def pdf_page(data: bytes) -> pypdf.PageObject:
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    return page


def plain(text: str) -> str:
    """Return a text with single spaces, as a reader of a file may part words by others."""
    return " ".join(re.split(r"\s+", text)).strip()


def joined(text: str) -> str:
    """Return a text without any space, for readers that put them elsewhere."""
    return re.sub(r"\s+", "", text)


def blank(width: int, height: int, colour: str) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def written(spec: ChartSpec, picture: ExportOptions) -> list[Line]:
    """Return every line of text on a sheet."""
    sheet = layout.lay_out(spec, picture)
    with painting(Scribe(blank(picture.width, picture.height, picture.theme.surface))) as scribe:
        render.paint(scribe, QRectF(0, 0, picture.width, picture.height), sheet, picture.theme)
        return scribe.said


def words(spec: ChartSpec, picture: ExportOptions) -> str:
    return plain(" ".join(line.text for line in written(spec, picture)))


def scene(spec: ChartSpec, width: float = 700, height: float = 320) -> tuple[QGraphicsScene, items.Canvas]:
    """Return a chart's plot as a window has it; the scene has to outlive it."""
    made = QGraphicsScene()
    item = items.Plot()
    made.addItem(item)
    canvas = items.populate(item, spec, palette.LIGHT)
    canvas.resize(width, height)
    return made, canvas


def plot_image(
    spec: ChartSpec, width: int = 700, height: int = 320, border: int = 60
) -> tuple[QImage, Frame]:
    """Return a plot painted with a border around it, where nothing belongs, and its frame without it."""
    made = blank(width + 2 * border, height + 2 * border, palette.LIGHT.surface)
    with painting(QPainter(made)) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(border, border)
        shapes.paint(painter, spec, palette.LIGHT, width, height)
    return made, shapes.frame(spec, palette.LIGHT, width, height)


def pixels(picture: QImage) -> np.ndarray:
    """Return red, green and blue of each pixel, by row and column."""
    made = picture.convertToFormat(QImage.Format.Format_RGB32)
    whole = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine() // 4, 4)
    return whole[:, : made.width(), 2::-1].astype(int)


def ink(picture: QImage, ground: str) -> QRect:
    """Return the box of all pixels that are not of the ground."""
    return _box((pixels(picture) != _parts(ground)).any(axis=2))


def near(picture: QImage, colour: str) -> np.ndarray:
    """Return which pixels are nearly of a colour."""
    return np.abs(pixels(picture) - _parts(colour)).sum(axis=2) < NEAR


def coloured(picture: QImage, colour: str) -> QRect:
    """Return the box of all pixels that are nearly of a colour."""
    return _box(near(picture, colour))


def _parts(colour: str) -> list[int]:
    return list(QColor(colour).getRgb()[:3])


def _box(found: np.ndarray) -> QRect:
    rows, columns = (np.flatnonzero(found.any(axis=n)) for n in (1, 0))
    if not rows.size:
        return QRect()
    return QRect(QPoint(int(columns[0]), int(rows[0])), QPoint(int(columns[-1]), int(rows[-1])))

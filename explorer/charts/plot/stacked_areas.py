"""Stacked areas: one step per year, as high as its figure; a year that is not on file stays empty."""

from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.charts.plot.end_labels import series_colour
from explorer.charts.plot.frame import Frame, Hit, hatch, outline, pen, polyline
from explorer.charts.spec import Point

HALF = 0.5
Cell = tuple[int, Point, QRectF]


def cells(frame: Frame) -> list[list[Cell]]:
    """Return the steps of each series, with the index of each point in its series."""
    base: dict[float, float] = {}
    layers: list[list[Cell]] = []
    for series in frame.spec.series:
        layer: list[Cell] = []
        for i, point in enumerate(series.points):
            if point.y is None:
                continue
            foot = base.get(point.x, 0.0)
            base[point.x] = foot + point.y
            left, right = frame.px(point.x - HALF), frame.px(point.x + HALF)
            top, bottom = frame.py(foot + point.y), frame.py(foot)
            box = QRectF(QPointF(left, top), QPointF(right, bottom))
            if min(right, frame.area.right()) > max(left, frame.area.left()):
                layer.append((i, point, _cut(box, frame.area)))
        layers.append(layer)
    return layers


def _cut(box: QRectF, area: QRectF) -> QRectF:
    """Return the part of a step inside the area; a step without height keeps its place."""
    top, bottom = (min(max(y, area.top()), area.bottom()) for y in (box.top(), box.bottom()))
    left, right = max(box.left(), area.left()), min(box.right(), area.right())
    return QRectF(left, top, right - left, bottom - top)


def paint(painter: QPainter, frame: Frame) -> None:
    """Draw the areas from the bottom up, with estimated years hatched."""
    for s, layer in enumerate(cells(frame)):
        colour = series_colour(frame, s)
        runs = groupby(enumerate(layer), key=lambda c: (_guessed(c[1][1]), c[1][0] - c[0]))
        for (guessed, _), run in runs:
            boxes = [box for _, (_, _, box) in run]
            if guessed:
                for box in boxes:
                    hatch(painter, box, colour, frame.theme.surface, 5.0, 2.2)
                    outline(painter, box, colour, 0.8)
            else:
                _fill(painter, boxes, colour, frame.theme.surface)


def _guessed(point: Point) -> bool:
    return point.flag in ("e", "p")


def _fill(painter: QPainter, boxes: list[QRectF], colour: str, ground: str) -> None:
    """Fill neighbouring steps as one shape, so that no seam shows, with a fine line on top."""
    top = [p for box in boxes for p in (box.topLeft(), box.topRight())]
    low = [p for box in reversed(boxes) for p in (box.bottomRight(), box.bottomLeft())]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPath(polyline([*top, *low]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(ground, 0.8))
    painter.drawPath(polyline(top))


def last_places(frame: Frame) -> list[QPointF | None]:
    """Return the middle of each area's right edge; an area that ended before the last year is named at the bottom."""
    ends: list[QPointF | None] = []
    layers = cells(frame)
    last = max((box.right() for layer in layers for _, _, box in layer), default=0.0)
    for layer in layers:
        box = next((b for _, _, b in reversed(layer) if b.height() > 0), None)
        if box is None:
            ends.append(None)
        elif box.right() < last - 0.5:
            ends.append(QPointF(box.right(), frame.area.bottom()))
        else:
            ends.append(QPointF(box.right(), box.center().y()))
    return ends


def hits(frame: Frame) -> list[Hit]:
    """Return the place of every step."""
    return [
        Hit(box.center(), box, s, i, point) for s, layer in enumerate(cells(frame)) for i, point, box in layer
    ]

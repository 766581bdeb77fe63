"""The steps of stacked areas and bars, in data coordinates."""

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.plot.frame import Frame
from explorer.charts.spec import Point, Series

Step = tuple[int, Point, QRectF]


def steps(series: tuple[Series, ...]) -> list[list[Step]]:
    """Return the steps of each series with the index of each point; the foot of a step is its top edge in Qt."""
    base: dict[float, float] = {}
    layers: list[list[Step]] = []
    for line in series:
        layer: list[Step] = []
        for i, point in enumerate(line.points):
            if point.y is not None:
                foot = base.get(point.x, 0.0)
                base[point.x] = foot + point.y
                layer.append((i, point, QRectF(point.x - line.bar_width / 2, foot, line.bar_width, point.y)))
        layers.append(layer)
    return layers


def visible(box: QRectF, frame: Frame) -> QRectF:
    """Return the part of a box, in data coordinates, that the frame shows; null if there is none."""
    shown = frame.ranges
    return box.intersected(QRectF(QPointF(shown.x_low, shown.y_low), QPointF(shown.x_high, shown.y_high)))


def visible_step(step: QRectF, frame: Frame) -> QRectF:
    """Return the part of a step that the frame shows; a step without height keeps its place, if it is shown."""
    if step.height() == 0:
        inside = frame.ranges.x_low < step.center().x() < frame.ranges.x_high
        return QRectF(step) if inside else QRectF()
    return visible(step, frame)

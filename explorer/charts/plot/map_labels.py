"""The labels on a map: inside a country where they fit, otherwise beside it with a line to it."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from explorer.charts import style
from explorer.charts.map_classes import FIGURE, WITHHELD, ZERO, MapClasses, places_of
from explorer.charts.plot import typeset
from explorer.charts.plot.label_places import Box, Label, place
from explorer.charts.plot.map_place import PlacedWorld
from explorer.charts.spec import Point
from explorer.charts.text import value_text
from explorer.data.numbers import percent
from explorer.language import gettext

MOST, MOST_STATUSES, LEAST_SHARE = 8, 12, 1.0
RADIUS = 3.0
# Where a label is tried inside a country, in its own widths and heights from the middle, the nearest first.
STEPS = sorted(
    ((x / 4, y / 2) for x in range(-4, 5) for y in range(-6, 7)), key=lambda s: s[0] ** 2 + (s[1] / 3) ** 2
)


class MapLabel(Struct, frozen=True):
    """A label with its box; `anchor` is the end of a line to its country, None where it is inside."""

    point: Point
    text: str
    box: QRectF
    anchor: QPointF | None


def labels(points: Sequence[Point], classes: MapClasses, placed: PlacedWorld, unit: str) -> list[MapLabel]:
    """Return the labels of the largest figures, or of all countries with a status, as far as there is room.

    Withheld figures are labelled, too; a published zero only inside its country.
    """
    face = typeset.face(style.SMALL, bold=True)
    found: list[MapLabel] = []
    outside: list[tuple[Point, QPointF, tuple[str, ...]]] = []
    for point in _labelled(points, classes):
        at = placed.middle_of(places_of(point))
        if at is None:
            continue
        texts = _texts(point, unit)
        box = _inside(at, QSizeF(face.width(texts[0]), face.line), placed.outline_of(places_of(point)))
        if box is not None and not any(box.intersects(label.box) for label in found):
            found.append(MapLabel(point, texts[0], box, None))
        elif classes.of(point).kind != ZERO:
            outside.append((point, at, texts))
    bounds = Box(placed.box.left(), placed.box.top(), placed.box.right(), placed.box.bottom())
    places = place(
        [(at.x(), at.y()) for _, at, _ in outside],
        [[face.width(text) for text in texts] for _, _, texts in outside],
        face.line,
        RADIUS,
        bounds,
        [Box(b.left(), b.top(), b.right(), b.bottom()) for b in (label.box for label in found)],
    )
    beside = zip(outside, places, strict=True)
    return found + [_beside(*each, label) for each, label in beside if label is not None]


def _inside(at: QPointF, size: QSizeF, outline: QPainterPath) -> QRectF | None:
    """Return the box of a size inside an outline that is nearest to a place, None where there is no room."""
    area = outline.boundingRect()
    if size.width() > area.width() or size.height() > area.height():
        return None
    for step in STEPS:
        middle = at + QPointF(step[0] * size.width(), step[1] * size.height())
        box = QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)
        if outline.contains(box):
            return box
    return None


def _labelled(points: Sequence[Point], classes: MapClasses) -> list[Point]:
    countries = [p for p in points if places_of(p)]
    if any(p.word_key for p in countries):
        return countries[:MOST_STATUSES]
    ranked = [p for p in countries if classes.of(p).kind == FIGURE and (p.share_pct or 100) >= LEAST_SHARE]
    ranked.sort(key=lambda p: -(p.y or 0))
    return ranked[:MOST] + [p for p in countries if classes.of(p).kind in (ZERO, WITHHELD)]


def _texts(point: Point, unit: str) -> tuple[str, ...]:
    """Return the possible texts of a label, the longest first."""
    figure = value_text(point, unit, narrow=True)
    if point.word_key:
        return gettext("{name}: {figure}").format(name=point.label, figure=figure), point.label
    if point.share_pct and point.word is None:
        figure = percent(point.share_pct)
        if point.value_share_pct is not None:
            text = gettext("{name} {share} (value {value_share})")
            value_share = percent(point.value_share_pct)
            return text.format(name=point.label, share=figure, value_share=value_share), point.label
    return gettext("{name} {figure}").format(name=point.label, figure=figure), point.label


def _beside(point: Point, at: QPointF, texts: tuple[str, ...], label: Label) -> MapLabel:
    box = QRectF(QPointF(label.box.left, label.box.top), QPointF(label.box.right, label.box.bottom))
    return MapLabel(point, texts[label.choice], box, at)

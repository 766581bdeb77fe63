"""The texts of a laid-out page and the places of what is drawn on it."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF

from explorer.factsheet.drawing.page import Page
from explorer.factsheet.drawing.primitives import Plot, Primitive, Rule, Text


def shown_text(page: Page) -> str:
    """Return all texts of a laid-out page."""
    return " ".join(p.layout.text() for p in page.primitives if isinstance(p, Text))


def boxes_of(primitive: Primitive) -> list[QRectF]:
    """Return the rectangles of a primitive in half points: those of the lines of a text, or its own."""
    if isinstance(primitive, Text):
        lines = [primitive.layout.lineAt(i) for i in range(primitive.layout.lineCount())]
        sizes = [QSizeF(line.horizontalAdvance(), line.height()) for line in lines]
        corners = [line.naturalTextRect().topLeft() for line in lines]
        return [
            QRectF(corner, size).translated(primitive.x, primitive.y)
            for corner, size in zip(corners, sizes, strict=True)
        ]
    scale = primitive.scale if isinstance(primitive, Plot) else 1
    height = 0 if isinstance(primitive, Rule) else primitive.height
    return [QRectF(primitive.x, primitive.y, primitive.width * scale, height * scale)]


def overlapping_texts(primitives: Iterable[Primitive]) -> list[tuple[str, str]]:
    """Return the pairs of texts with lines whose letters overlap."""
    texts = [p for p in primitives if isinstance(p, Text)]
    boxes = [(box, text.layout.text()) for text in texts for box in boxes_of(text)]
    letters = [(box.adjusted(1, 0.2 * box.height(), -1, -0.2 * box.height()), text) for box, text in boxes]
    return [
        (text, other_text)
        for i, (box, text) in enumerate(letters)
        for other, other_text in letters[i + 1 :]
        if box.intersects(other)
    ]

"""The spacing and the text sizes of the window, and the properties that its style sheet reads."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

STEP = 4
# The text sizes in logical pixels, which the system scales with everything else; NUMBER is that of the key figures.
TEXT, SMALL, TITLE, NUMBER = 13, 12, 20, 22


def resized(font: QFont, pixels: int, weight: QFont.Weight | None = None) -> QFont:
    """Return a font in another size, and in another weight where one is given."""
    result = QFont(font)
    result.setPixelSize(pixels)
    if weight is not None:
        result.setWeight(weight)
    return result


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and style the widget again if its value is new."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)

"""The spacing of the window, and the properties that its style sheet reads."""

from PySide6.QtWidgets import QWidget

STEP = 4


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and style the widget again if its value is new."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)

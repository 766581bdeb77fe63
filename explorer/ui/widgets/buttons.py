"""Buttons styled as links or as the chips of a filter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def link_button(text: str) -> QPushButton:
    """Return a button styled as a link."""
    button = QPushButton(text)
    button.setProperty("role", "link")
    button.setAutoDefault(True)  # Enter presses it, as Space does
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def toggle(text: str) -> QPushButton:
    """Return a button that stays pressed, styled as the chip of a filter."""
    button = QPushButton(text)
    button.setProperty("role", "chip")
    button.setCheckable(True)
    return button

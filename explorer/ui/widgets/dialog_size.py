"""The size with which a dialog opens."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

AROUND = 24  # pixels between the edges of a dialog and of the window below it


def size_within(dialog: QDialog, wanted: QSize) -> QSize:
    """Return the size for a dialog, smaller than wanted where its window is: its edges stay inside the window."""
    parent = dialog.parentWidget()
    room = parent.window().size() if parent is not None else dialog.screen().availableSize()
    return wanted.boundedTo(room - QSize(2 * AROUND, 2 * AROUND))

"""A turn of the mouse wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent


def turned(at: float) -> QWheelEvent:
    """Return the event of one notch downwards at the position (at, at)."""
    position, notch = QPointF(at, at), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    return QWheelEvent(
        position, position, QPoint(0, 0), notch, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False
    )

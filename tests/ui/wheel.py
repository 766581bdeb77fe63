"""A turn of the mouse wheel, as a widget gets it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent


def turned(at: float) -> QWheelEvent:
    """Return one notch downwards at a point as far from the left as from the top."""
    where, notch = QPointF(at, at), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    return QWheelEvent(where, where, QPoint(0, 0), notch, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False)

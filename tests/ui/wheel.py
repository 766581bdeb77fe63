"""A turn of the mouse wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

NO_KEYS = Qt.KeyboardModifier.NoModifier


def turned(at: float, keys: Qt.KeyboardModifier = NO_KEYS, notches: int = -1) -> QWheelEvent:
    """Return the event of some notches, downwards where negative, at the position (at, at)."""
    position, turn = QPointF(at, at), QPoint(0, 120 * notches)
    buttons = Qt.MouseButton.NoButton
    return QWheelEvent(
        position, position, QPoint(0, 0), turn, buttons, keys, Qt.ScrollPhase.NoScrollPhase, False
    )

"""A drag that enters a widget."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtCore import __version_info__ as qt_version
from PySide6.QtGui import QDragEnterEvent

POINTS_ARE_EXACT = (6, 12)


def drag_entering(
    at: QPointF,
    actions: Qt.DropAction,
    data: QMimeData,
    buttons: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier,
) -> QDragEnterEvent:
    """Return the event of a drag at a point; older versions of Qt take whole pixels."""
    place = at if qt_version[:2] >= POINTS_ARE_EXACT else at.toPoint()
    return QDragEnterEvent(place, actions, data, buttons, modifiers)

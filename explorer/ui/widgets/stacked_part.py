"""A part of a stack, built when it is first shown."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

Part = TypeVar("Part", bound=QWidget)


def stacked_part(stack: QStackedWidget, build: Callable[[QWidget], Part]) -> Part:
    """Add a part to a stack and return it; nothing is left of one that could not be built.

    It has its parent from the start: Qt polishes a widget and its children again when it gets a parent later.
    """
    try:
        part = build(stack)
    except BaseException:
        for child in stack.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if stack.indexOf(child) == -1:
                child.hide()
                child.deleteLater()
        raise
    stack.addWidget(part)
    return part

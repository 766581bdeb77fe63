"""The keyboard focus, and the order in which the Tab key moves it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

Part = TypeVar("Part", bound=QWidget)


def focus_and_select(field: QLineEdit) -> None:
    """Focus a field and select its text, so that typing replaces it."""
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.selectAll()


def set_tab_order(widgets: Iterable[QWidget]) -> None:
    """Let the Tab key reach widgets one after the other; what followed the first one follows the last."""
    for widget, following in pairwise(widgets):
        QWidget.setTabOrder(widget, following)


def focused_first(parts: Sequence[Part]) -> list[Part]:
    """Return parts with the one that has the focus, itself or inside it, in the first place."""
    focus = QApplication.focusWidget()
    return sorted(parts, key=lambda part: focus is None or not (part is focus or part.isAncestorOf(focus)))

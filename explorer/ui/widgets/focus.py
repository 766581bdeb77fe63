"""The keyboard focus, and the order in which the Tab key moves it."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget


def focus_and_select(field: QLineEdit) -> None:
    """Focus a field and select its text, so that typing replaces it."""
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.selectAll()


def set_tab_order(widgets: Iterable[QWidget]) -> None:
    """Let the Tab key reach widgets one after the other; what followed the first one follows the last."""
    for widget, following in pairwise(widgets):
        QWidget.setTabOrder(widget, following)

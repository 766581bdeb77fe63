"""The keyboard focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


def focus_and_select(field: QLineEdit) -> None:
    """Focus a field and select its text, so that typing replaces it."""
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.selectAll()

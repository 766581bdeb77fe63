"""Finds widgets by their accessible name or their text."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def by_name(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    """Return the only widget of a kind that has an accessible name."""
    (match,) = [widget for widget in parent.findChildren(kind) if widget.accessibleName() == name]
    return match


def by_text(parent: QWidget, text: str) -> QAbstractButton:
    """Return the only button that has a text."""
    (match,) = [button for button in parent.findChildren(QAbstractButton) if button.text() == text]
    return match

"""Finds widgets by their accessible name, their text or the order of the focus."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

Kind = TypeVar("Kind", bound=QWidget)
LONGEST_CHAIN = 20_000


def by_name(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    """Return the only widget of a kind that has an accessible name."""
    (match,) = [widget for widget in parent.findChildren(kind) if widget.accessibleName() == name]
    return match


def by_text(parent: QWidget, text: str) -> QAbstractButton:
    """Return the only button that has a text."""
    (match,) = [button for button in parent.findChildren(QAbstractButton) if button.text() == text]
    return match


def focus_chain(first: QWidget) -> list[QWidget]:
    """Return all widgets of a window in the order of the focus, beginning with the first one."""
    chain = [first]
    while (following := chain[-1].nextInFocusChain()) is not first:
        chain.append(following)
        assert len(chain) < LONGEST_CHAIN, "the order of the focus does not return to its beginning"
    return chain

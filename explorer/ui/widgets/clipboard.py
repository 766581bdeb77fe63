"""Copies to the clipboard, each confirmed in the status bar of its window."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QStatusTipEvent
from PySide6.QtWidgets import QWidget

from explorer.language import gettext

_PLAIN = {ord("\u00a0"): " ", ord("\u202f"): " ", ord("\u2009"): " ", ord("\u2060"): None}


def copy_text(owner: QWidget, text: str, sentence: str = "") -> None:
    """Put a text on the clipboard, with plain spaces in place of those at which no line may end.

    `sentence` says what was copied.
    """
    QGuiApplication.clipboard().setText(text.translate(_PLAIN))
    confirm(owner, sentence or gettext("Copied to the clipboard."))


def confirm(owner: QWidget, sentence: str) -> None:
    """Show a sentence in the status bar of the window of a widget; a window without one shows nothing."""
    QCoreApplication.sendEvent(owner, QStatusTipEvent(sentence))

"""Context menus: their entries, and where they open, by mouse and by key."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from explorer.ui.widgets.clipboard import copy_text

# Returns the entries for sources with these ids.
SourceEntries = Callable[[tuple[str, ...]], "Sequence[Entry]"]


class Entry(Struct, frozen=True):
    """An entry of a menu: its text and what it does; `new_section` puts a line before it."""

    text: str
    run: Callable[[], object]
    new_section: bool = False


class RowSource(Struct, frozen=True):
    """What a row of a table can be cited by, and the address of its source; either may be empty."""

    citation: str = ""
    address: str = ""


def open_menu(owner: QWidget, entries: Sequence[Entry], event: QContextMenuEvent, at: QPoint) -> QMenu:
    """Open a menu at the pointer, or at a place of the screen where the key of the menu was pressed."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry.new_section:
            menu.addSeparator()
        menu.addAction(entry.text.replace("&", "&&")).triggered.connect(entry.run)
    by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
    menu.popup(at if by_key else event.globalPos())
    event.accept()
    return menu


def copy_entry(text: str, copied: str, owner: QWidget, *, new_section: bool = False) -> Entry:
    """Return an entry that copies a text."""
    return Entry(text, partial(copy_text, owner, copied), new_section)


def selected_text(owner: QWidget) -> str:
    """Return the text that is selected in a label of a widget, empty without one."""
    return next((w.selectedText() for w in owner.findChildren(QLabel) if w.hasSelectedText()), "")


def leave_menu_to_parent(owner: QWidget) -> None:
    """Let the labels of a widget show the menu of the widget, and not one of their own."""
    for part in owner.findChildren(QLabel):
        part.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

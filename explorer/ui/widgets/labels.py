"""Labels by role, thin lines, and tables of names and values."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from explorer.ui.widgets.running_text import DeferredLabel, TextLabel


def label(
    text: str = "",
    role: str = "body",
    *,
    wrap: bool = True,
    selectable: bool = True,
    rich: bool = False,
    deferred: bool = False,
) -> QLabel:
    """Return a label with a role that the style sheet knows, such as `title`, `heading`, `number` or `muted`.

    Only a `rich` label reads HTML: text from outside the program is shown literally. A `deferred` one
    shows a new text a moment later while it is out of sight.
    """
    widget = DeferredLabel() if deferred else TextLabel()
    widget.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    widget.setText(text)
    widget.setProperty("role", role)
    widget.setWordWrap(wrap)
    if selectable:
        widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return widget


def rule() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


def facts_html(rows: Sequence[tuple[str, str]], muted: str, least: int = 0) -> str:
    """Return a table of names (plain text) and values (HTML) in two columns, without the rows that have no value.

    The column of the names has at least this width in pixels, so that tables below each other are in line.
    """
    cells = "".join(
        f'<tr><td width="{least}" style="color:{muted}; padding:2px 16px 2px 0; white-space:nowrap">{escape(name)}</td>'
        f'<td style="padding:2px 0">{value}</td></tr>'
        for name, value in rows
        if value
    )
    return f'<table cellspacing="0" cellpadding="0">{cells}</table>'

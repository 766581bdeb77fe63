"""Small pieces that the panes are made of: labels by role, pills, cards, tables, links."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from explorer.guard import guarded

STEP = 4
LEAST_CHOICE = 160


def label(
    text: str = "", role: str = "body", *, wrap: bool = True, selectable: bool = True, rich: bool = False
) -> QLabel:
    """Return a label whose role (`title`, `heading`, `number`, `muted`, `small`, `body`) the theme dresses.

    Only a `rich` one reads HTML: a text from outside, such as a link, is shown as it is.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def pill(text: str = "", state: str = "none") -> QLabel:
    """Return a label in the colours of a status; the word is always there."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    set_pill(made, text, state)
    return made


def set_pill(made: QLabel, text: str, state: str) -> None:
    """Give a pill another word and status."""
    made.setText(text)
    set_flag(made, "pill", state)


def set_flag(made: QWidget, name: str, value: object) -> None:
    """Give a property that the style sheet reads another value, and dress the widget anew."""
    if made.property(name) != value:
        made.setProperty(name, value)
        made.style().unpolish(made)
        made.style().polish(made)


def link_button(text: str) -> QPushButton:
    """Return a quiet button that reads like a link."""
    made = QPushButton(text)
    made.setProperty("role", "link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def toggle(text: str) -> QPushButton:
    """Return a button that stays pressed, dressed as the chips of a filter."""
    made = QPushButton(text)
    made.setProperty("role", "chip")
    made.setCheckable(True)
    return made


@guarded
class ChoiceBox(QComboBox):
    """A list of choices whose current one ends in an ellipsis where the box is too narrow for it.

    The wheel is left to the page: a choice never changes because the pointer passes over it.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Be content with little, for a page must not grow wider than its window by a long choice."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), LEAST_CHOICE), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style = self.style()
        field = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width()
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def go_to(field: QLineEdit) -> None:
    """Give a field the focus, what stands in it marked, so that typing replaces it."""
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    field.selectAll()


def rule() -> QFrame:
    """Return a thin horizontal line."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made


def facts_html(rows: Sequence[tuple[str, str]], muted: str) -> str:
    """Return a two-column table of names and values; values are HTML, names plain text; empty values are left out."""
    cells = "".join(
        f'<tr><td style="color:{muted}; padding:2px 16px 2px 0; white-space:nowrap">{escape(name)}</td>'
        f'<td style="padding:2px 0">{value}</td></tr>'
        for name, value in rows
        if value
    )
    return f'<table cellspacing="0" cellpadding="0">{cells}</table>'


class Card(QFrame):
    """A bordered surface with a heading, a quiet subtitle, room for actions, and a body.

    `fill` lets the body take the height there is, `stacked` puts the subtitle below the heading, not beside it.
    """

    def __init__(
        self,
        heading: str = "",
        subtitle: str = "",
        parent: QWidget | None = None,
        *,
        fill: bool = False,
        stacked: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(2 * STEP)
        self._head = QHBoxLayout()
        self._head.setSpacing(2 * STEP)
        self.heading = label(heading, "heading", wrap=stacked)
        self.subtitle = label(subtitle, "muted")
        self._head.addWidget(self.heading, 1 if stacked else 0)
        outer.addLayout(self._head)
        if stacked:
            outer.addWidget(self.subtitle)
        else:
            self._head.addWidget(self.subtitle, 100)
            self._head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * STEP)
        outer.addLayout(self.body, 1 if fill else 0)
        if not fill:
            outer.addStretch(1)
        self.heading.setVisible(bool(heading))
        self.subtitle.setVisible(bool(subtitle))

    def set_heading(self, heading: str, subtitle: str = "") -> None:
        """Name the card anew."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a widget at the right end of the heading."""
        self._head.addWidget(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget, stretch)

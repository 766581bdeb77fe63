"""The frame of a card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP


class Card(QFrame):
    """A bordered surface with a heading, a muted subtitle, actions, and a body.

    `fill` stretches the body over the height of the card; `stacked` places the subtitle below the heading. A card that
    only has a sentence is one line, which `oneLineChanged` reports.
    """

    oneLineChanged = Signal()

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
        self.is_one_line = False
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
        """Change the heading and the subtitle."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def set_one_line(self, one_line: bool) -> None:
        """Set whether the card has no body at present."""
        if one_line != self.is_one_line:
            self.is_one_line = one_line
            self.oneLineChanged.emit()

    def add_action(self, widget: QWidget) -> None:
        """Add a widget at the right end of the heading."""
        self._head.addWidget(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the end of the body."""
        self.body.addWidget(widget, stretch)

"""Links to the sections of a record: one stop for the Tab key, in which the arrow keys move."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@guarded
class SectionLinks(QWidget):
    """Shows the names of sections; `chosen` asks for the section with a number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("Sections"))
        self._flow = FlowLayout(self, STEP)
        self.links: list[QPushButton] = []

    def show_sections(self, names: Sequence[str]) -> None:
        """Show links to other sections; where the names are the same, the links stay as they are."""
        if [link.text() for link in self.links] == list(names):
            return
        for link in self.links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._make_link(name) for name in names]
        self._set_stop(0)
        self.setVisible(len(names) > 1)

    def _make_link(self, name: str) -> QPushButton:
        link = link_button(name)
        link.setAccessibleName(gettext("Go to section “{name}”").format(name=name))
        link.setToolTip(wrapped(gettext("Ctrl+Down and Ctrl+Up go to the next and the previous section.")))
        link.clicked.connect(self._clicked)
        link.installEventFilter(self)
        self._flow.addWidget(link)
        link.show()
        return link

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys, Home and End go from link to link."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key, last = Qt.Key(event.key()), len(self.links) - 1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or watched not in self.links:
            return super().eventFilter(watched, event)
        if key in _STEPS:
            number = self.links.index(watched) + _STEPS[key]
            self._focus(min(max(number, 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._focus(0 if key == Qt.Key.Key_Home else last)
        else:
            return super().eventFilter(watched, event)
        return True

    def _focus(self, number: int) -> None:
        self._set_stop(number)
        self.links[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _set_stop(self, number: int) -> None:
        """Make one link the stop for the Tab key."""
        for n, link in enumerate(self.links):
            policy = Qt.FocusPolicy.StrongFocus if n == number else Qt.FocusPolicy.ClickFocus
            link.setFocusPolicy(policy)

    @Slot()
    def _clicked(self) -> None:
        number = self.links.index(self.sender())  # type: ignore[arg-type]
        self._set_stop(number)
        self.chosen.emit(number)

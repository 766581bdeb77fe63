"""The rail at the left of the window, whose buttons open the views."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from explorer.language import gettext
from explorer.models.state import AppState
from explorer.models.views import OPENED_FROM
from explorer.palette import Theme
from explorer.ui.views.registry import VIEW_KINDS
from explorer.ui.widgets.style import STEP
from explorer.ui.widgets.view_icons import SIZE, view_icon
from explorer.ui.windows.actions import WindowActions

WIDE, NARROW = 84, 44


class Rail(QFrame):
    """Shows which view is open; the arrow keys go from one to the next. Without room it shows the icons only."""

    def __init__(self, state: AppState, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setProperty("role", "rail")
        self.setAccessibleName(gettext("Views"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * STEP, 0, 2 * STEP)
        column.setSpacing(STEP)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for kind in VIEW_KINDS:
            button = QToolButton()
            button.setProperty("role", "rail")
            button.setCheckable(True)
            button.setText(gettext(kind.name))
            button.setAccessibleName(gettext(kind.name))
            button.setAccessibleDescription(gettext(kind.about))
            keys = actions.action(f"view_{kind.view}").shortcut().toString()
            tip = gettext("{description} ({keys})")
            button.setToolTip(tip.format(description=gettext(kind.about), keys=keys))
            button.setIconSize(QSize(SIZE, SIZE))
            button.clicked.connect(partial(state.set_view, kind.view))
            self._group.addButton(button)
            self.buttons[kind.view] = button
            column.addWidget(button)
        column.addStretch(1)
        state.viewChanged.connect(self._show_view)
        self.set_wide(wide=True)
        self._show_view(state.view)

    def set_wide(self, *, wide: bool) -> None:
        """Show the names below the icons, or the icons only."""
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        width = WIDE if wide else NARROW
        self.setFixedWidth(width)
        for button in self.buttons.values():
            button.setToolButtonStyle(style)
            button.setFixedWidth(width - 1)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of a theme."""
        for view, button in self.buttons.items():
            button.setIcon(view_icon(view, theme.muted, theme.accent))

    @Slot(str)
    def _show_view(self, view: str) -> None:
        self.buttons[OPENED_FROM.get(view, view)].setChecked(True)

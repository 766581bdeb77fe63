"""The buttons of the top bar that open a menu: export, theme and help."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from explorer.language import gettext
from explorer.models.state import AppState
from explorer.ui.windows.actions import EXPORT_MENU, HELP_MENU, WindowActions


class ExportButton(QPushButton):
    """Opens the menu of charts and fact sheets."""

    def __init__(self, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Export"), parent)
        self.setAccessibleName(gettext("Export charts"))
        self.setProperty("role", "menu")
        menu = QMenu(self)
        actions.fill(menu, EXPORT_MENU)
        self.setMenu(menu)


class ThemeButton(QPushButton):
    """Opens the menu of themes, in which the one in use is checked."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__("◐", parent)
        self._state = state
        self.setProperty("role", "sign")
        self.setToolTip(gettext("Theme"))
        self.setAccessibleName(gettext("Choose theme"))
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        for text, theme in (
            (gettext("Match system"), "system"),
            (gettext("Light"), "light"),
            (gettext("Dark"), "dark"),
        ):
            action = self._group.addAction(menu.addAction(text))
            action.setCheckable(True)
            action.setData(theme)
        self._group.triggered.connect(self._chosen)
        self.setMenu(menu)
        state.themeChanged.connect(self._show)
        self._show()

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self._state.set_theme(action.data())

    @Slot()
    def _show(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._state.theme)


class HelpButton(QPushButton):
    """Opens the menu of what concerns the program and not a metal."""

    def __init__(self, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__("?", parent)
        self.setProperty("role", "sign")
        self.setToolTip(gettext("Help"))
        self.setAccessibleName(gettext("Help"))
        menu = QMenu(self)
        actions.fill(menu, HELP_MENU)
        self.setMenu(menu)

"""The two small buttons at the end of the top bar: the look, and help."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from explorer.models.state import AppState


class ThemeButton(QPushButton):
    """Opens a menu of system, light and dark, in which the one in use is marked."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__("◐", parent)
        self._state = state
        self.setProperty("role", "sign")
        self.setToolTip(self.tr("Light or dark"))
        self.setAccessibleName(self.tr("Choose between light and dark"))
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        for text, theme in (
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
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
    """Opens a menu of what belongs to the program and to no metal."""

    linkRequested = Signal()
    reportRequested = Signal()
    aboutRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("?", parent)
        self.setProperty("role", "sign")
        self.setToolTip(self.tr("Link, report, about"))
        self.setAccessibleName(self.tr("Link, report and about"))
        menu = QMenu(self)
        for text, keys, signal in (
            (self.tr("Copy link to this view"), "Ctrl+Shift+C", self.linkRequested),
            (self.tr("Copy diagnostic report"), "", self.reportRequested),
            (self.tr("About, licences, terms"), "F1", self.aboutRequested),
        ):
            action = menu.addAction(f"{text}\t{keys}" if keys else text)
            action.triggered.connect(signal)
        self.setMenu(menu)

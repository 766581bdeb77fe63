"""Tabs that keep their places, whichever is selected and whatever their counts are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget

from explorer.guard import guarded
from explorer.ui.widgets.style import TEXT, resized

AROUND = 2 * (2 + 4) + 12  # border, padding and the margin on the right, as in the style sheet


@guarded
class TabBar(QTabBar):
    """Gives each tab the width of its text in bold, which the selected one has, and of the longest text it may get."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reserved: dict[int, str] = {}
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setDrawBase(False)

    def reserve(self, index: int, text: str) -> None:
        """Keep the room of a text for a tab, which may get it later."""
        self._reserved[index] = text

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of a tab, the same for each state of it."""
        bold = QFontMetrics(resized(self.font(), TEXT, QFont.Weight.DemiBold))
        texts = (self.tabText(index), self._reserved.get(index, ""))
        return QSize(max(map(bold.horizontalAdvance, texts)) + AROUND, super().tabSizeHint(index).height())

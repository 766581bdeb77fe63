"""A list whose entries can be checked one by one, or all those that a filter shows."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from explorer.guard import guarded
from explorer.models.metal_list import folded

KEY = Qt.ItemDataRole.UserRole


@guarded
class CheckList(QListWidget):
    """A list of checkable entries, each with a key."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "checks")

    def add(self, key: str, text: str, checked: bool) -> None:
        """Add an entry at the end."""
        item = QListWidgetItem(text)
        item.setData(KEY, key)
        item.setSizeHint(QSize(0, self.fontMetrics().height() + 8))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self.addItem(item)
        if checked and self.currentRow() < 0:
            self.setCurrentItem(item)

    def marked(self) -> list[str]:
        """Return the keys of the checked entries, from top to bottom."""
        return [str(i.data(KEY)) for i in self._entries() if i.checkState() == Qt.CheckState.Checked]

    @Slot()
    def mark_shown(self) -> None:
        """Check all entries that the filter shows."""
        self._set(Qt.CheckState.Checked)

    @Slot()
    def clear_shown(self) -> None:
        """Uncheck all entries that the filter shows."""
        self._set(Qt.CheckState.Unchecked)

    @Slot(str)
    def filter(self, text: str) -> None:
        """Show the entries whose text or key contains a text."""
        wanted = folded(text.strip())
        for item in self._entries():
            item.setHidden(wanted not in folded(f"{item.text()} {item.data(KEY)}"))

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the first checked entry."""
        super().showEvent(event)
        self.scrollToItem(self.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def _set(self, state: Qt.CheckState) -> None:
        for item in self._entries():
            if not item.isHidden():
                item.setCheckState(state)

    def _entries(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

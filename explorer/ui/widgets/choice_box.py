"""A list of choices on a page that scrolls."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from explorer.guard import guarded

MINIMUM_WIDTH = 160


@guarded
class ChoiceBox(QComboBox):
    """A combo box that shortens the current choice to its width and leaves the mouse wheel to the page.

    `chosen` is the key that the reader chose, None while the box shows a default.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: str | None = None
        self.activated.connect(self._choose)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.chosen = self.itemData(index)

    def choose(self, index: int) -> None:
        """Choose an entry as a reader does."""
        self.setCurrentIndex(index)
        self._choose(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Return a small width, so that a long choice does not widen the page."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), MINIMUM_WIDTH), hint.height())

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

"""A field for a number in set bounds; what is none, or lies outside, falls back to the number shown before."""

import math

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from explorer.guard import guarded


@guarded
class NumberField(QLineEdit):
    """Shows a number with so many decimals; `valueChanged` tells that another one was typed."""

    valueChanged = Signal()

    def __init__(self, name: str, low: float, high: float) -> None:
        super().__init__()
        self._low, self._high = low, high
        self._value, self._decimals = low, 0
        self.setAccessibleName(name)
        self.setFixedWidth(76)
        self.editingFinished.connect(self._take)

    def value(self) -> float:
        """Return the number."""
        return self._value

    def set_value(self, value: float, decimals: int = 0) -> None:
        """Show a number without telling."""
        self._value, self._decimals = value, decimals
        text = f"{value:.{decimals}f}"
        self.setText(text.rstrip("0").rstrip(".") if decimals else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number on Enter, and keep the key from the button of the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _take(self) -> None:
        try:
            value = float(self.text().strip().replace(",", "."))
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            value = self._value
        inside = round(min(max(value, self._low), self._high), self._decimals)
        changed = inside != self._value
        self.set_value(inside, self._decimals)
        if changed:
            self.valueChanged.emit()

"""A field for a number within limits.

QDoubleSpinBox ignores the decimal separator that its locale does not use, and so reads 12,5 or 12.5 as 125.
"""

import math

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from explorer.guard import guarded


@guarded
class NumberField(QLineEdit):
    """Shows a number; a text that is not a number is replaced by the previous value."""

    valueChanged = Signal()

    def __init__(self, name: str, low: float, high: float) -> None:
        super().__init__()
        self._low, self._high = low, high
        self._value, self._decimals = low, 0
        self.setAccessibleName(name)
        self.setFixedWidth(76)
        self.editingFinished.connect(self._apply_text)

    def value(self) -> float:
        """Return the number."""
        return self._value

    def set_value(self, value: float, decimals: int = 0) -> None:
        """Show a number without emitting a signal."""
        self._value, self._decimals = value, decimals
        text = f"{value:.{decimals}f}"
        self.setText(text.rstrip("0").rstrip(".") if decimals else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply the number on Enter, without pressing the default button of the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply_text()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _apply_text(self) -> None:
        try:
            value = float(self.text().strip().replace(",", "."))
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            value = self._value
        bounded = round(min(max(value, self._low), self._high), self._decimals)
        changed = bounded != self._value
        self.set_value(bounded, self._decimals)
        if changed:
            self.valueChanged.emit()

"""A metal as a button with its name and its status."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from explorer.data.context import Context
from explorer.data.glossary import explanation
from explorer.data.metal_names import short_name
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP


@guarded
class MetalChip(QPushButton):
    """Shows a metal with its pill for a context; `chosen` reports a click."""

    chosen = Signal(str)

    def __init__(
        self, shared: ViewContext, metal_id: str, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shared, self._metal_id, self._theme = shared, metal_id, shared.theme
        self._name = name = short_name(shared.store.metal(metal_id))
        self._words = words = shared.controls.pill_words(metal_id, context)
        self.setProperty("role", "metal")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._explain()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, 3, 3, 3)
        row.setSpacing(2 * STEP)
        self.pill = Pill(words.full, words.state, shared.theme)
        for part in (label(name, wrap=False, selectable=False), self.pill):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self.clicked.connect(self._clicked)

    def _explain(self) -> None:
        words = self._words
        self.setAccessibleName(gettext("{metal}: {status}").format(metal=self._name, status=words.full))
        self.setToolTip(wrapped("\n".join((words.full, explanation(*words.terms)))))

    def show_context(self, context: Context, width: int) -> None:
        """Show the status for another context, in at most a width in pixels."""
        words = self._shared.controls.pill_words(self._metal_id, context)
        if words != self._words:
            self._words = words
            self._explain()
            self.fit(width)

    def sizeHint(self) -> QSize:
        """Return the size of the texts, which the button itself does not know."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the size with the shortest words for the status."""
        size = self.sizeHint()
        metrics = self.pill.fontMetrics()
        shortest = min(map(metrics.horizontalAdvance, self._words.versions))
        return QSize(size.width() - metrics.horizontalAdvance(self.pill.text()) + shortest, size.height())

    def fit(self, width: int) -> None:
        """Show the longest words for the status with which the chip is at most as wide as a width in pixels."""
        for version in self._words.versions:
            self.pill.show_status(version, self._words.state, self._theme)
            if self.sizeHint().width() <= width:
                break
        self.updateGeometry()

    @Slot()
    def _clicked(self) -> None:
        self.chosen.emit(self._metal_id)


@guarded
class MetalChips(QWidget):
    """Metals as buttons in lines; `chosen` reports a click."""

    chosen = Signal(str)

    def __init__(
        self,
        shared: ViewContext,
        metal_ids: tuple[str, ...],
        context: Context,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        flow = FlowLayout(self)
        self._chips = [MetalChip(shared, metal_id, context) for metal_id in metal_ids]
        for chip in self._chips:
            chip.chosen.connect(self.chosen)
            flow.addWidget(chip)

    def show_context(self, context: Context) -> None:
        """Show the statuses for another context."""
        for chip in self._chips:
            chip.show_context(context, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for chip in self._chips:
            chip.fit(event.size().width())

"""A metal as a button with its name and its status."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

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
        self._metal_id = metal_id
        name = short_name(shared.store.metal(metal_id))
        words = shared.controls.pill_words(metal_id, context)
        self.setProperty("role", "metal")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(gettext("{metal}: {status}").format(metal=name, status=words.full))
        self.setToolTip(wrapped(explanation(*words.terms)))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, 3, 3, 3)
        row.setSpacing(2 * STEP)
        for part in (label(name, wrap=False, selectable=False), Pill(words.full, words.state, shared.theme)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self.clicked.connect(self._clicked)

    def sizeHint(self) -> QSize:
        """Return the size of the texts, which the button itself does not know."""
        return self._row.sizeHint()

    @Slot()
    def _clicked(self) -> None:
        self.chosen.emit(self._metal_id)


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
        for metal_id in metal_ids:
            chip = MetalChip(shared, metal_id, context)
            chip.chosen.connect(self.chosen)
            flow.addWidget(chip)

"""What the pages of the view share: each is filled once it was painted, and again when its options change."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.models.views import DATA_VIEW
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.views.data.grid_panel import GridPanel
from explorer.ui.views.page import MARGINS
from explorer.ui.widgets.style import STEP


@guarded
class DataPage(QWidget):
    """A page of the view; `opened` reports that it was filled for the first time. A hidden page is filled when shown.

    The facts do not depend on date and places, so that a page follows its options only.
    """

    opened = Signal()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared = shared
        self._is_painted, self.is_stale = False, True
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGINS[0], 2 * STEP, MARGINS[0], 3 * STEP)
        self.column.setSpacing(2 * STEP)
        self.build()
        shared.state.optionsChanged.connect(self._options_changed)

    def build(self) -> None:
        """Build the parts, once."""
        raise NotImplementedError

    def fill(self) -> None:
        """Show the facts for the options of the state."""
        raise NotImplementedError

    def focus_content(self) -> None:
        """Move the focus to what the page shows."""
        self.setFocus()

    def export_content(self) -> bool:
        """Save the table of the page; return whether it has one."""
        return any(panel.save() for panel in self.findChildren(GridPanel))

    def restyle(self, _theme: Theme) -> None:
        """Draw everything again in a theme."""
        self.update()

    @property
    def options(self) -> dict[str, str]:
        """The options of the view."""
        return self.shared.state.options(DATA_VIEW)

    def choose(self, **options: str) -> None:
        """Choose options of the view, in the order given."""
        for name, value in options.items():
            self.shared.state.set_option(DATA_VIEW, name, value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the page be painted first, then fill it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._fill_first)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_if_stale()

    @Slot()
    def _fill_first(self) -> None:
        self._fill_if_stale()
        self.opened.emit()

    @Slot(str)
    def _options_changed(self, view: str) -> None:
        if view == DATA_VIEW:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Fill the page again, now or when it is shown."""
        self.is_stale = True
        if self.isVisible():
            self._fill_if_stale()

    def _fill_if_stale(self) -> None:
        if self.is_stale and self._is_painted:
            self.is_stale = False
            self.fill()


def side_by_side(*parts: tuple[QWidget, int]) -> QSplitter:
    """Return two widgets with a handle between them, each with its first width; the wider one grows."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    for place, (part, size) in enumerate(parts):
        part.setContentsMargins(*((3 * STEP if place else 0), 0, (0 if place else 3 * STEP), 0))
        split.addWidget(part)
        split.setStretchFactor(place, int(size == max(s for _, s in parts)))
    split.setSizes([size for _, size in parts])
    return split

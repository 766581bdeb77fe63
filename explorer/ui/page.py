"""What every tab of the detail shares: a scrolling column of cards that refreshes only when it is seen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.charts.spec import ChartContext
from explorer.data.records import Metal
from explorer.data.status import Status
from explorer.data.store import Store
from explorer.models.entries import EntryMaker
from explorer.models.state import AppState
from explorer.ui.theme import LIGHT, Theme
from explorer.ui.widgets import STEP, Columns

LEAST_COLUMN = 400


@dataclass(slots=True)
class Desk:
    """What the views read: the facts, the state, the maker of entries, and the theme in use."""

    store: Store
    state: AppState
    maker: EntryMaker
    theme: Theme = LIGHT

    @property
    def metal(self) -> Metal:
        """The metal shown."""
        return self.store.metal(self.state.metal_id)

    @property
    def status(self) -> Status:
        """The status of the metal shown."""
        return self.maker.status(self.state.metal_id, self.state)

    @property
    def context(self) -> ChartContext:
        """Day, origin and destination as charts take them."""
        return ChartContext(self.state.as_of, self.state.origin, self.state.destination)

    @property
    def dark(self) -> bool:
        """Whether the dark theme is in use."""
        return self.theme.name == "dark"


class Page(QScrollArea):
    """A tab's content. A hidden page only notes that it is stale, and refreshes when it is shown."""

    tabRequested = Signal(str)
    sourceRequested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("page")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(20, 12, 20, 20)
        self.column.setSpacing(3 * STEP)
        self.build()
        self.column.addStretch(1)
        self.setWidget(content)

    def build(self) -> None:
        """Make the cards, once."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Fill the cards for the state."""
        raise NotImplementedError

    def invalidate(self, *, to_top: bool = False) -> None:
        """The state changed: refresh now if seen, else when shown."""
        self._stale = True
        if to_top:
            self.verticalScrollBar().setValue(0)
        if self.isVisible():
            self._refresh_once()

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh_once()
        super().showEvent(event)

    def _refresh_once(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()

    def row(self, *parts: tuple[QWidget, int], least: int = LEAST_COLUMN) -> None:
        """Add widgets with their shares of the width, side by side as far as each has its least width in pixels."""
        self.column.addWidget(Columns(*parts, least=least))

"""What the pages of all tabs share: a beginning and a rest, and whether they show the same metal as before."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from explorer.guard import guarded
from explorer.ui.view_context import ViewContext
from explorer.ui.views.page import ScrollPage


@guarded
class Page(ScrollPage):
    """The content of a tab: what is seen first, to which `complete` adds the rest.

    The page that opens with the window is painted before the rest is built, which `beginningPainted` reports.
    `same_metal` is whether it showed the same metal before, so that the choices of the reader stay. `evidenceRequested`
    asks for an evidence file of the metal.
    """

    beginningPainted = Signal()
    evidenceRequested = Signal()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self._metal_id = ""
        self.same_metal = self.is_complete = False
        super().__init__(shared, parent)

    def build_rest(self) -> None:
        """Build the cards below those that `build` has built, where there are more."""

    def refresh_rest(self) -> None:
        """Fill the cards of `build_rest`."""

    def complete(self) -> None:
        """Build the rest of the page, and fill it where the beginning is filled."""
        self.is_complete = True
        self.column.takeAt(self.column.count() - 1)  # the stretch
        self.build_rest()
        self.column.addStretch(1)
        if not self.is_stale:
            with self.filling():
                self.refresh_rest()

    def content_paints(self) -> None:
        """Report afterwards that the beginning is painted."""
        if not self.is_complete:
            QTimer.singleShot(0, self, self.beginningPainted.emit)

    def refresh_once(self) -> None:
        """Fill the cards if they are out of date."""
        if self.is_stale:
            metal_id = self.shared.state.metal_id
            self.same_metal, self._metal_id = metal_id == self._metal_id, metal_id
            with self.filling():
                super().refresh_once()
                if self.is_complete:
                    self.refresh_rest()

"""The claim beside the list, in the page that the records of the metals use too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.views.claims.choice import selected_claim
from explorer.ui.views.metals.records.claim_page import ClaimPage
from explorer.ui.views.page import MARGINS
from explorer.ui.widgets.content_area import ContentArea
from explorer.ui.widgets.labels import label


@guarded
class ClaimPane(ContentArea):
    """Shows the selected claim; `exportRequested` asks for the export of its chart."""

    exportRequested = Signal(object)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._shown: tuple[object, ...] = ()
        self._page: ClaimPage | None = None
        self.setProperty("role", "content")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_selected(self) -> None:
        """Show the selected claim, another one from its top; another date or place changes its page."""
        shared, selected = self._shared, selected_claim(self._shared)
        claim_id = selected.claim.claim_id if selected is not None else ""
        shown = claim_id, shared.context, shared.theme
        if shown == self._shown:
            return
        if self._page is not None and (shown[0], shown[2]) == (self._shown[0], self._shown[2]):
            self._shown = shown
            self._page.show_context()
            return
        place = self.verticalScrollBar().value() if self._shown[:1] == (claim_id,) else 0
        self._shown = shown
        previous, self._page = self.takeWidget(), None
        if previous is not None:
            previous.deleteLater()
        if selected is None:
            reason = label(gettext("No claim has this verdict."), "muted")
            reason.setContentsMargins(*MARGINS)
            self.setWidget(reason)
            return
        page = self._page = ClaimPage(shared, claim_id)
        page.exportRequested.connect(self.exportRequested)
        self.setWidget(page)
        self.setAccessibleName(page.name)
        self.verticalScrollBar().setValue(place)

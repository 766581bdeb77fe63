"""The list of the claims, which selects the one that is shown beside it."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.data.claims import CheckedClaim
from explorer.data.terms import verdict_label
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import Cell, RecordTable
from explorer.models.views import CLAIMS_VIEW
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.views.claims.choice import claims_of, selected_claim
from explorer.ui.views.page import ABOVE
from explorer.ui.views.view_page import ViewPage
from explorer.ui.widgets.table_view import TableView


@guarded
class ClaimList(ViewPage):
    """Lists the claims with the chosen verdict; `chosen` reports the claim of the row that becomes the current one.

    `filled` reports that the list shows the state.
    """

    view = CLAIMS_VIEW

    chosen = Signal(str)
    filled = Signal()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self._shown: tuple[CheckedClaim, ...] | None = None
        self._is_filling = False
        super().__init__(shared, parent)

    def build(self) -> None:
        """Build the table."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the table takes the keys
        self.table = TableView((gettext("Claim"), gettext("Verdict")), gettext("Claims"))
        self.table.set_weights(5, 2)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.verticalScrollBar().rangeChanged.connect(
            self._bring_mark_into_view
        )  # the rows have their places
        self.column.setContentsMargins(12, 4, 2, 12)
        self.column.addWidget(self.table)

    def show_title(self) -> None:
        """Leave the title to the view."""

    def fill(self) -> None:
        """List the claims, and mark the one that is shown."""
        claims, selected = claims_of(self.shared), selected_claim(self.shared)
        self._is_filling = True
        if claims != self._shown:
            self._shown = claims
            self.table.set_rows([self._row(claim) for claim in claims])
        if selected is not None:
            self.table.mark(selected.claim.claim_id, self.shared.theme.selected)
            self._bring_mark_into_view()
        self._is_filling = False
        self.filled.emit()

    def restyle(self, theme: Theme) -> None:
        """Draw the list again in a theme."""
        self._shown = None
        super().restyle(theme)

    def focus_content(self) -> None:
        """Move the focus to the list, where the arrow keys go from claim to claim."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _bring_mark_into_view(self) -> None:
        table = self.table
        row = table.visualRect(table.currentIndex())
        for corner in (row.bottomLeft(), row.topLeft()):
            self.ensureVisible(0, table.mapToParent(table.viewport().mapToParent(corner)).y(), 0, ABOVE)

    @staticmethod
    def _row(checked: CheckedClaim) -> list[Cell]:
        claim = checked.claim
        return [
            Cell(claim.claim, key=claim.claim_id, source_ids=claim.source_ids),
            Cell(verdict_label(claim.verdict)),
        ]

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_filling and current.isValid():
            self.chosen.emit(str(current.siblingAtColumn(0).data(RecordTable.KeyRole)))

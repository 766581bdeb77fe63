"""All claims as one table."""

from PySide6.QtCore import Signal

from explorer.data.claims import CheckedClaim
from explorer.data.metal_names import plain_name
from explorer.data.terms import confidence_word, verdict_label
from explorer.guard import guarded
from explorer.language import gettext, list_of
from explorer.models.table import Cell
from explorer.ui.cards.provenance import offer_sources
from explorer.ui.views.claims.choice import claims_of
from explorer.ui.views.view_page import ViewPage
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


@guarded
class ClaimsTable(ViewPage):
    """Shows the claims with the chosen verdict, with figures, reasons and confidence; `chosen` reports one to open."""

    chosen = Signal(str)

    def build(self) -> None:
        """Build the table."""
        header = (
            *(gettext("Claim"), gettext("Verdict"), gettext("Claimed"), gettext("Best figure on file")),
            *(gettext("As of"), gettext("Confidence"), gettext("Metals"), gettext("Reasons")),
        )
        self.table = TableView(header, gettext("Claims"))
        self.table.set_weights(8, 3, 4, 5, 3, 3, 4, 14, long=(7,))
        self.table.record_name = gettext("Open claim")
        self.table.opened.connect(self.chosen)
        store = self.shared.store
        offer_sources(store, (self.table,))
        card = Card()
        card.add(self.table)
        card.add(label(gettext("Press Enter or double-click a row to open the claim."), "small"))
        self.column.addWidget(card)

    def show_title(self) -> None:
        """Leave the title to the view."""

    def fill(self) -> None:
        """Show the claims."""
        self.table.set_rows([self._row(claim) for claim in claims_of(self.shared)])

    @staticmethod
    def _row(checked: CheckedClaim) -> list[Cell]:
        claim = checked.claim
        return [
            Cell(claim.claim, key=claim.claim_id, source_ids=claim.source_ids),
            Cell(verdict_label(claim.verdict)),
            Cell(checked.claimed),
            Cell(checked.found or gettext("none on file")),
            Cell(checked.as_of, claim.as_of),
            Cell(confidence_word(claim.confidence)),
            Cell(list_of([plain_name(metal) for metal in checked.metals])),
            Cell(claim.explanation),
        ]

"""The card of a claim: what was claimed, the verdict, the figures and the sources."""

from html import escape

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.citation import citation
from explorer.data.claims import checked_claim
from explorer.data.terms import confidence_word, verdict_label
from explorer.language import gettext
from explorer.ui.cards.legal.sources_table import SourcesTable
from explorer.ui.cards.metal_chip import MetalChips
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.records.page import RecordPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import facts_html, label
from explorer.ui.widgets.pill import Pill


class ClaimPage(RecordPage):
    """Shows a claim of the press article with what the data say about it."""

    def __init__(self, shared: ViewContext, claim_id: str, parent: QWidget | None = None) -> None:
        self._checked = checked_claim(shared.store, claim_id)
        name = gettext("Claim: {claim}").format(claim=self._checked.claim.claim)
        super().__init__(shared, name, parent)

    def build(self) -> None:
        shared, claim = self.shared, self._checked.claim
        heading = gettext("“{claim}”").format(claim=claim.claim)
        facts = label(facts_html(self._facts(), shared.theme.muted), rich=True)
        card = self.add_card(
            heading,
            label(claim.explanation),
            facts,
            section=gettext("Claim"),
            subtitle=gettext("A claim, checked"),
            stacked=True,
        )
        card.add_action(Pill(verdict_label(claim.verdict), "none", shared.theme))
        copy = link_button(gettext("Copy citation"))
        copy.clicked.connect(self._copy_citation)
        card.add_action(copy)
        if self._checked.metals:
            chips = MetalChips(shared, tuple(m.metal_id for m in self._checked.metals), shared.context)
            chips.chosen.connect(shared.state.set_metal)
            self.add_card(gettext("Metals"), chips, section=gettext("Metals"))
        sources = SourcesTable(shared.store, claim.source_ids)
        self.add_card(gettext("Sources"), sources, section=gettext("Sources"))

    def _facts(self) -> list[tuple[str, str]]:
        checked = self._checked
        unknown = gettext("none on file")
        return [
            (gettext("Verdict"), escape(verdict_label(checked.claim.verdict))),
            (gettext("Claimed"), escape(checked.claimed)),
            (gettext("Best figure on file"), escape(checked.found or unknown)),
            (gettext("As of"), escape(checked.as_of)),
            (gettext("Confidence"), escape(confidence_word(checked.claim.confidence))),
        ]

    @Slot()
    def _copy_citation(self) -> None:
        claim = self._checked.claim
        text = gettext("“{claim}”: {verdict}. {explanation}").format(
            claim=claim.claim, verdict=verdict_label(claim.verdict), explanation=claim.explanation
        )
        sources = citation(self.shared.store, claim.source_ids)
        copy_text(self, "\n".join((text, sources)))

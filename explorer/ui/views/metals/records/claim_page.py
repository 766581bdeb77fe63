"""The page of a claim: what was claimed, the verdict, the figures, the chart that shows them, and the sources."""

from datetime import date
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.charts.builders.claim_chart import claim_chart
from explorer.data.claims import checked_claim, claim_citation
from explorer.data.terms import confidence_word, verdict_label
from explorer.language import gettext
from explorer.ui.cards.legal.sources_table import SourcesTable
from explorer.ui.cards.metal_chip import MetalChips
from explorer.ui.cards.provenance import menu_entries
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.records.page import RecordPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import facts_html, label
from explorer.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from explorer.ui.cards.chart_card import ChartCard


class ClaimPage(RecordPage):
    """Shows a claim of the press article with what the data say about it."""

    def __init__(self, shared: ViewContext, claim_id: str, parent: QWidget | None = None) -> None:
        self._checked = checked_claim(shared.store, claim_id)
        self._chips: MetalChips | None = None
        self._chart: ChartCard | None = None
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
        self._add_chart()
        if self._checked.metals:
            ids = tuple(m.metal_id for m in self._checked.metals)
            self._chips = chips = MetalChips(shared, ids, shared.context)
            chips.chosen.connect(self._show_metal)
            self.add_card(gettext("Metals"), chips, section=gettext("Metals"))
        sources = SourcesTable(shared.store, claim.source_ids)
        self.add_card(gettext("Sources"), sources, section=gettext("Sources"))

    def _add_chart(self) -> None:
        """Add the chart that shows the figure, or the reason why it can't be drawn."""
        shared = self.shared
        if claim_chart(shared.store, self._checked.claim, shared.context.as_of) is None:
            return
        from explorer.ui.cards.chart_card import ChartCard  # charts take time to import

        self._chart = card = ChartCard()
        card.source_entries = partial(menu_entries, shared.store, card)
        card.exportRequested.connect(self.exportRequested)
        card.view.asOfDragged.connect(self._day_dragged)
        self._show_chart()
        self.place_card(card, gettext("Chart"))

    def show_context(self) -> None:
        """Show the statuses and the chart for another date and other places; nothing else depends on them."""
        if self._chips is not None:
            self._chips.show_context(self.shared.context)
        self._show_chart()

    def _show_chart(self) -> None:
        shared = self.shared
        chart = claim_chart(shared.store, self._checked.claim, shared.context.as_of)
        if (
            chart is not None and self._chart is not None
        ):  # without a heading, so that its title names the metal
            self._chart.show_chart(replace(chart, heading=""), shared.theme)

    @Slot(str)
    def _show_metal(self, metal_id: str) -> None:
        """Open a metal in the view of the metals, where the page may not be shown."""
        state = self.shared.state
        state.set_metal(metal_id)
        state.set_tab(state.tab)

    @Slot(date, bool)
    def _day_dragged(self, day: date, done: bool) -> None:
        """Set the as-of date at the end of a drag."""
        if done:
            self.shared.state.set_context(day=day)

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
        copy_text(self, claim_citation(self.shared.store, self._checked))

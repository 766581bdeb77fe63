"""The stress test: how much of each metal's world output remains without some countries."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.charts.builders.stress import stepwise_stress
from explorer.data.metal_names import short_name
from explorer.data.places import ALL
from explorer.data.steps import Steps
from explorer.data.supply.buyer_texts import military_note
from explorer.data.supply.buyers import buyer_name, buyer_of
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.assumptions import assumptions
from explorer.data.supply.stress.imports import buyer_fault
from explorer.data.supply.stress.stress_test import StressTest, source_ids, stepwise_test
from explorer.guard import guarded
from explorer.language import gettext, ngettext, paragraph
from explorer.models.table import Cell
from explorer.models.tooltip import wrapped
from explorer.models.views import STRESS_VIEW
from explorer.palette import Theme
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.destination_choice import DestinationChoice
from explorer.ui.views.stepped_page import SteppedPage
from explorer.ui.views.stress.empty_card import EmptyCard
from explorer.ui.views.stress.losses_card import LossesCard
from explorer.ui.views.stress.options_bar import OptionsBar
from explorer.ui.views.stress.producers_card import ProducersCard
from explorer.ui.views.stress.projects_card import ProjectsCard
from explorer.ui.views.stress.removal_bar import RemovalBar
from explorer.ui.views.stress.sites_card import SitesCard
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import stacked
from explorer.ui.widgets.style import STEP
from explorer.ui.widgets.table_view import TableView

LEAST_COLUMN = 520
MOST_HEIGHT = 240


@guarded
class StressView(SteppedPage):
    """Shows what each metal loses without what the options of the state remove; the buyer is the destination."""

    view = STRESS_VIEW

    def build(self) -> None:
        """Build the heading and the cards."""
        shared = self.shared
        self._test: StressTest | None = None
        self._theme: Theme | None = None
        self.setAccessibleName(gettext("Stress test"))
        self.title, self.subtitle = label(gettext("Stress test"), "title", wrap=False), label("", "muted")
        self.removal, self.options = RemovalBar(shared), OptionsBar(shared.state)
        self.buyer, self.destination = label(""), DestinationChoice(shared)
        self.empty = EmptyCard(shared)
        self.empty.chosen.connect(self.removal.add)
        self.losses, self.producers = LossesCard(shared), ProducersCard(shared)
        self.projects, self.sites = ProjectsCard(shared), SitesCard(shared)
        self.chart = ChartCard()
        self.chart_cards = (self.chart,)
        self.chart.source_entries = partial(provenance.menu_entries, shared.store, self.chart)
        self.chart.exportRequested.connect(self.exportRequested)
        self.assumptions = Card(gettext("Assumptions"))
        self.assumption_text, self.sources = label(""), label("", "small")
        self.assumptions.add(self.assumption_text)
        self.assumptions.add(self.sources)
        self.not_computed = Card(" ")
        self.reasons = TableView(
            (gettext("Metal"), gettext("Reason")), gettext("Metals not calculated"), max_height=MOST_HEIGHT
        )
        self.reasons.set_weights(1, 3)
        self.not_computed.add(self.reasons)
        self._arrange()
        for part in (self.empty, self.options, *self._cards()):
            part.hide()
        self.losses.selected.connect(shared.state.set_metal)
        shared.state.metalChanged.connect(self._metal_changed)

    def _cards(self) -> tuple[Card, ...]:
        """Return the cards of a result."""
        return (
            *(self.losses, self.producers, self.projects, self.sites),
            *(self.chart, self.assumptions, self.not_computed),
        )

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(head)
        buyers = QHBoxLayout()
        buyers.addWidget(self.buyer, 1)
        buyers.addWidget(self.destination)
        self.column.addWidget(self.removal)
        self.column.addWidget(self.options)
        self.column.addLayout(buyers)
        self.column.addWidget(self.waiting)
        self.column.addWidget(self.empty)
        self.column.addWidget(self.sites)
        self.row(
            (self.losses, 2),
            (stacked(self.producers, self.projects, spacing=3 * STEP), 1),
            least=LEAST_COLUMN,
        )
        self.column.addWidget(self.chart)
        self.row((self.assumptions, 1), (self.not_computed, 1), least=LEAST_COLUMN)

    def focus_content(self) -> None:
        """Move the focus to the field for what is removed."""
        self.removal.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_title(self) -> None:
        """Show what is removed, and the options."""
        self.removal.show_removal()
        self.options.show_options()
        removal = self.removal.removal
        text = gettext("Latest figures on file; the as-of date does not change them.")
        if removal.text:
            without = gettext(
                "Without {removed}. Latest figures on file; the as-of date does not change them."
            )
            text = without.format(removed=texts.removed_text(self.shared.store, removal))
        self.subtitle.setText(text)

    @property
    def results(self) -> tuple[QWidget, ...]:
        """The cards, and what concerns them."""
        return self.empty, self.buyer, *self._cards()

    def fill_in_steps(self) -> Steps[None]:
        """Fill the cards."""
        removal, options = self.removal.removal, self.shared.state.options(STRESS_VIEW)
        is_empty = not removal.text
        buyer, buyer_text = self._buyer()
        self.buyer.setText(buyer_text)
        has_countries = bool(removal.countries)
        self.options.setVisible(has_countries)
        self.destination.offer(has_countries and self.shared.context.destination == ALL)
        if is_empty:
            self._test = None
            for part in (*self._cards(), self.buyer):
                part.hide()
            yield from self.empty.show_in_steps()
            self.empty.show()
            return
        threshold = int(options["threshold"])
        test = yield from stepwise_test(
            self.shared.store,
            removal,
            buyer,
            stage=options["stage"],
            threshold=threshold or None,
            delay=int(options["delay"]),
        )
        chart = yield from stepwise_stress(
            self.shared.store, self.shared.context, removal.text, test.stage, test.threshold
        )
        if test is not self._test or self._theme is not self.shared.theme:
            self._test = None  # until the tables are filled, they are of no result
            yield from self._show_test_in_steps(test)
        self._show_metal(test)
        self.empty.hide()
        self.buyer.setVisible(has_countries)
        self._show_cards(test)
        self.chart.show_chart(chart, self.shared.theme)

    def _buyer(self) -> tuple[str | None, str]:
        """Return the buyer, None where its imports cannot be shown, and the sentence on it."""
        store, destination = self.shared.store, self.shared.context.destination
        buyer = buyer_of(destination)
        if not self.removal.removal.countries:
            return None, ""
        if buyer is None:
            return None, gettext("Choose a destination to see whether it imports from what is removed.")
        fault = buyer_fault(store, buyer, self.removal.removal)
        if fault:
            return None, fault
        text = gettext("The buyer is the destination: {buyer}.").format(buyer=buyer_name(store, buyer))
        return buyer, paragraph((text, military_note(store, destination)))

    def _show_cards(self, test: StressTest) -> None:
        """Show the cards that have a content."""
        for card in (self.losses, self.projects, self.chart, self.not_computed):
            card.setVisible(bool(test.rows))
        self.assumptions.show()
        self.sites.show_test(test)

    def _show_test_in_steps(self, test: StressTest) -> Steps[None]:
        store = self.shared.store
        yield from self.losses.show_in_steps(test)
        self.projects.show_test(test)
        self.assumption_text.setText("\n".join(assumptions(store, test)))
        used = source_ids(test)
        self.sources.setText(gettext("Sources: {sources}.").format(sources=provenance.short(store, used)))
        self.sources.setToolTip(wrapped(provenance.citations(store, used)))
        self.sources.setVisible(bool(used))
        count = len(test.not_computed)
        heading = ngettext("Not calculated: {count} metal", "Not calculated: {count} metals", count)
        self.not_computed.set_heading(heading.format(count=count))
        yield from self.reasons.fill_in_steps(
            (
                Cell(short_name(store.metal(row.metal_id)), key=row.metal_id),
                Cell(texts.reason_text(store, row)),
            )
            for row in test.not_computed
        )
        self._test, self._theme = test, self.shared.theme

    @Slot(str)
    def _metal_changed(self, _metal_id: str) -> None:
        """Show another metal; a hidden page is filled when it is next shown."""
        if not self.isVisible() or self._test is None:
            self.is_stale = True
            return
        self._show_metal(self._test)

    def _show_metal(self, test: StressTest) -> None:
        """Mark the metal of the state, and show its producers."""
        self.losses.mark(self.shared.state.metal_id)
        self.producers.show_test(test)

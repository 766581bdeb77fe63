"""The view that compares up to eight metals: key figures, indexed prices, prices around the control, risk."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.charts.builders.price_change import price_change
from explorer.charts.builders.risk import risk_compare
from explorer.data.comparison.comparison import comparison
from explorer.data.comparison.key_figures import KEY_FIGURES
from explorer.data.context import Context
from explorer.data.places import setting
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.compared import compared
from explorer.models.day_drag import DayDrag
from explorer.models.views import COMPARE_VIEW
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.views.compare.empty_card import EmptyCard
from explorer.ui.views.compare.metals_bar import MetalsBar
from explorer.ui.views.compare.prices_card import PricesCard
from explorer.ui.views.compare.table_card import TableCard
from explorer.ui.views.view_page import ViewPage
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

LEAST_COLUMN = 430


@guarded
class CompareView(ViewPage):
    """Follows date, places and options of the state."""

    view = COMPARE_VIEW

    def build(self) -> None:
        """Build the heading, the metals and the cards."""
        shared = self.shared
        self._filled: tuple[Context, tuple[str, ...]] | None = None
        self.setAccessibleName(gettext("Compare"))
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        self.subtitle = label("", "muted")
        head.addWidget(label(gettext("Compare"), "title", wrap=False), 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(head)
        self.metals, self.empty = MetalsBar(shared), EmptyCard(shared)
        self.caution = label("", "warning")
        self.figures, self.prices = TableCard(shared), PricesCard(shared)
        self.around = ChartCard(name=gettext("Price around the control date"))
        self.risk = ChartCard(name=gettext("Concentration and import reliance"))
        self.chart_cards = (self.prices, self.around, self.risk)
        parts: tuple[QWidget, ...] = (self.metals, self.caution, self.empty, self.figures)
        for part in parts:
            self.column.addWidget(part)
        self.row((self.prices, 5), (self.around, 4), (self.risk, 4), least=LEAST_COLUMN)
        for card in self.chart_cards:
            card.source_entries = partial(provenance.menu_entries, shared.store, card)
            card.exportRequested.connect(self.exportRequested)
        self._day_drag = DayDrag(shared.state, self)
        self.prices.view.asOfDragged.connect(self._day_drag.move)
        for part in (*parts[1:], *self.chart_cards):
            part.hide()

    def show_title(self) -> None:
        """Show day and places, and the metals."""
        self.subtitle.setText(setting(self.shared.store, self.shared.context))
        self.metals.show_metals()

    def fill(self) -> None:
        """Fill the table and the charts, or say that no metal is chosen."""
        shared, chosen = self.shared, compared(self.shared.state)
        self.empty.setVisible(not chosen)
        for card in (self.figures, *self.chart_cards):
            card.setVisible(bool(chosen))
        self.caution.hide()
        if not chosen:
            self.empty.show_context()
            return
        self._filled = (shared.context, chosen)
        found = comparison(shared.store, shared.context, chosen, KEY_FIGURES)
        self.caution.setText("\n".join(found.cautions))
        self.caution.setVisible(bool(found.cautions))
        self.figures.show_comparison(found)
        self.prices.show_metals(chosen)
        self.around.show_chart(price_change(shared.store, chosen, shared.context), shared.theme)
        self.risk.show_chart(risk_compare(shared.store, chosen, shared.context), shared.theme)

    @Slot(str)
    def _options_changed(self, view: str) -> None:
        """Show another base date or scale at once, without what does not depend on them."""
        filled = (self.shared.context, compared(self.shared.state))
        if view == self.view and not self.is_stale and self._filled == filled and self.isVisible():
            self.prices.show_metals(filled[1])
        else:
            super()._options_changed(view)

    def focus_content(self) -> None:
        """Move the focus to the field that adds a metal, or to the table."""
        target = self.figures.table if compared(self.shared.state) else self.metals.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)

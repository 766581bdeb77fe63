"""Trade: net import reliance, where importers buy, exports over time with control dates."""

from explorer.charts.builders import registry
from explorer.language import gettext
from explorer.ui.cards.chart_card import ChartCard, set_choices
from explorer.ui.views.metals.page import Page


class TabPage(Page):
    """Import reliance, suppliers and trade flows."""

    def build(self) -> None:
        self._reliance = ChartCard()
        self._reliance_of = self._reliance.add_choice(gettext("Importer and form"))
        self._sources = ChartCard()
        self._sources_of = self._sources.add_choice(gettext("Importer, form and years"))
        self._trade = ChartCard()
        self._trade_of = self._trade.add_choice(gettext("Reporter, partner, product and length of period"))
        self._reliance.changed.connect(self._show_reliance)
        self._sources.changed.connect(self._show_sources)
        self._trade.changed.connect(self._show_trade)
        self.chart_cards = (self._reliance, self._sources, self._trade)
        self.row((self._reliance, 1), (self._sources, 1))
        self.column.addWidget(self._trade)

    def refresh(self) -> None:
        store, metal_id = self.shared.store, self.shared.state.metal_id
        context = self.shared.context
        set_choices(
            self._reliance_of, registry.reliance_choices(store, metal_id, context), keep=self.same_metal
        )
        set_choices(
            self._sources_of, registry.import_source_choices(store, metal_id, context), keep=self.same_metal
        )
        set_choices(self._trade_of, registry.trade_choices(store, metal_id, context), keep=self.same_metal)
        self._show_reliance()
        self._show_sources()
        self._show_trade()

    def _show_reliance(self) -> None:
        self._show(self._reliance, registry.reliance, self._reliance_of.currentData())

    def _show_sources(self) -> None:
        self._show(self._sources, registry.import_sources, self._sources_of.currentData())

    def _show_trade(self) -> None:
        self._show(self._trade, registry.trade, self._trade_of.currentData())

    def _show(self, card: ChartCard, builder, choice: str | None) -> None:  # type: ignore[no-untyped-def]
        chart = builder(self.shared.store, self.shared.state.metal_id, self.shared.context, choice)
        card.show_chart(chart, self.shared.theme)

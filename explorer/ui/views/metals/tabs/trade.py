"""Trade: who supplies the destination, the US survey of importers, exports over time with control dates."""

from PySide6.QtCore import Slot

from explorer.charts.builders.import_sources import import_source_choices, import_sources
from explorer.charts.builders.reliance import published_choices, published_reliance
from explorer.charts.builders.suppliers import destination_choices, suppliers, year_choices
from explorer.charts.builders.suppliers_years import suppliers_years
from explorer.charts.builders.trade import trade, trade_choices
from explorer.data.places import ALL
from explorer.language import gettext
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.chart_options import set_choices
from explorer.ui.cards.destination_choice import DestinationChoice
from explorer.ui.views.metals.page import Page
from explorer.ui.widgets.labels import label


class TabPage(Page):
    """Suppliers to the destination, published import reliance and sources, and trade flows."""

    def build(self) -> None:
        self._suppliers = ChartCard()
        self._suppliers_of = self._suppliers.add_choice(gettext("Customs code of the suppliers"))
        self._suppliers_year = self._suppliers.add_choice(gettext("Year of the suppliers"))
        self.destination_choice = DestinationChoice(self.shared)
        self._suppliers.add_option(self.destination_choice)
        self._supplier_years = ChartCard()
        self._reliance = ChartCard()
        self._reliance_of = self._reliance.add_choice(gettext("Importer and form"))
        self._sources = ChartCard()
        self._sources_of = self._sources.add_choice(gettext("Importer, form and years"))
        self._trade = ChartCard()
        self._trade_of = self._trade.add_choice(gettext("Reporter, partner, product and length of period"))
        self._suppliers_of.currentIndexChanged.connect(self._heading_changed)
        self._suppliers_year.currentIndexChanged.connect(self._show_suppliers)
        self._reliance.changed.connect(self._show_reliance)
        self._sources.changed.connect(self._show_sources)
        self._trade.changed.connect(self._show_trade)
        self.chart_cards = (
            self._suppliers,
            self._supplier_years,
            self._reliance,
            self._sources,
            self._trade,
        )
        self.row((self._suppliers, 1), (self._supplier_years, 1))
        self._apart = label(
            gettext(
                "Above: customs figures of the destination. Below: published surveys. They count different things: do "
                "not add them up or rank one beside the other."
            ),
            "muted",
        )
        self.column.addWidget(self._apart)
        self.row((self._reliance, 1), (self._sources, 1))
        self.column.addWidget(self._trade)
        self.shared.state.headingSelected.connect(self._select_heading)

    def refresh(self) -> None:
        store, metal_id = self.shared.store, self.shared.state.metal_id
        context = self.shared.context
        keep = self.same_metal
        set_choices(self._suppliers_of, destination_choices(store, metal_id, context), keep=keep)
        self._select_heading()
        self.destination_choice.offer(context.destination == ALL)
        self._heading_changed()
        published = published_choices(store, metal_id, context.destination)
        set_choices(self._reliance_of, published, keep=keep)
        set_choices(self._sources_of, import_source_choices(store, metal_id, context), keep=keep)
        set_choices(self._trade_of, trade_choices(store, metal_id, context), keep=keep)
        self._show_reliance()
        self._show_sources()
        self._show_trade()

    @Slot()
    def _select_heading(self) -> None:
        """Show the suppliers under the heading that was selected, where the destination imports under it."""
        index = self._suppliers_of.findData(self.shared.state.selected_heading)
        if index >= 0:
            self._suppliers_of.setCurrentIndex(index)

    @Slot()
    def _heading_changed(self) -> None:
        """Another customs heading: other years, other suppliers, other shares."""
        store, metal_id, context = self.shared.store, self.shared.state.metal_id, self.shared.context
        code = self._suppliers_of.currentData()
        years = year_choices(store, metal_id, context, code)
        set_choices(self._suppliers_year, years, keep=self.same_metal)
        self._show_suppliers()
        self._show(self._supplier_years, suppliers_years, code)
        self._supplier_years.setVisible(bool(years))

    @Slot()
    def _show_suppliers(self) -> None:
        code, year = self._suppliers_of.currentData(), self._suppliers_year.currentData()
        chart = suppliers(
            self.shared.store,
            self.shared.state.metal_id,
            self.shared.context,
            code,
            int(year) if year else None,
        )
        self._suppliers.show_chart(chart, self.shared.theme)

    def _show_reliance(self) -> None:
        self._show(self._reliance, published_reliance, self._reliance_of.currentData())

    def _show_sources(self) -> None:
        self._show(self._sources, import_sources, self._sources_of.currentData())

    def _show_trade(self) -> None:
        self._show(self._trade, trade, self._trade_of.currentData())

    def _show(self, card: ChartCard, builder, choice: str | None) -> None:  # type: ignore[no-untyped-def]
        chart = builder(self.shared.store, self.shared.state.metal_id, self.shared.context, choice)
        card.show_chart(chart, self.shared.theme)

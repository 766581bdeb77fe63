"""Supply: production by country, over time, reserves, producers and projects."""

from PySide6.QtCore import Slot

from explorer.charts.builders.concentration import concentration
from explorer.charts.builders.production import production
from explorer.charts.builders.production_tables import (
    production_choices,
    production_years_choices,
    years_of_production,
)
from explorer.charts.builders.production_years import production_years
from explorer.charts.builders.reserves import reserve_choices, reserves
from explorer.charts.builders.suppliers_years import suppliers_years
from explorer.charts.spec import Choice
from explorer.data.dates import show, with_dates_in_words
from explorer.data.numbers import exact
from explorer.data.supply.records import Producer, Project
from explorer.data.terms import site_state, stage_name
from explorer.language import gettext, paragraph
from explorer.models.table import Cell
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.chart_options import set_choices
from explorer.ui.views.metals.page import Page
from explorer.ui.views.metals.suppliers_card import SuppliersCard
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


class TabPage(Page):
    """Production, concentration, reserves, producers and projects."""

    def build(self) -> None:
        self._production = ChartCard()
        self._table = self._production.add_choice(gettext("Publisher, stage and form"))
        self._year = self._production.add_choice(gettext("Year"))
        self._years = ChartCard()
        self._years_table = self._years.add_choice(
            gettext("Publisher, stage and form over the years"), "series"
        )
        self._shape = self._years.add_choice(gettext("Chart type: lines, areas or shares"), "shape")
        words = {
            "lines": gettext("Lines"),
            "stacked": gettext("Stacked areas"),
            "share": gettext("World shares"),
        }
        set_choices(self._shape, [Choice(key, word) for key, word in words.items()])
        self._years.changed.connect(self._show_years)
        self._concentration = ChartCard()
        self._reserves = ChartCard()
        self._reserve_form = self._reserves.add_choice(gettext("Form of the reserves"))
        self._table.currentIndexChanged.connect(self._table_changed)
        self._year.currentIndexChanged.connect(self._show_bars)
        self._reserves.changed.connect(self._show_reserves)
        self.suppliers = SuppliersCard(self.shared)
        self._supplier_years = ChartCard()
        self.suppliers.changed.connect(self._show_supplier_years)
        self.chart_cards = (
            self._production,
            self._years,
            self._concentration,
            self._reserves,
            self._supplier_years,
        )
        self.row((self._production, 1), (self._years, 1))
        self.column.addWidget(self.suppliers)
        self.column.addWidget(self._supplier_years)
        self.row((self._concentration, 1), (self._reserves, 1))
        self._producers_card = Card(
            gettext("Producers"), gettext("Main mines and plants (capacity per year)")
        )
        self._producers = TableView(
            (
                gettext("Company"),
                gettext("Site"),
                gettext("Country"),
                gettext("Stage"),
                gettext("Capacity"),
                gettext("Status"),
                gettext("Note"),
            ),
            gettext("Producers"),
        )
        self._producers.set_weights(4, 4, 3, 3, 3, 3, 6, long=(6, 3, 4))
        self._producers_card.add(self._producers)
        self.column.addWidget(self._producers_card)
        self._projects_card = Card(
            gettext("Projects"), gettext("Planned and growing supply (status as of the date given)")
        )
        self._projects = TableView(
            (
                gettext("Company"),
                gettext("Site"),
                gettext("Country"),
                gettext("Stage"),
                gettext("Planned"),
                gettext("Status, as of"),
                gettext("Start"),
                gettext("Note"),
            ),
            gettext("Projects"),
        )
        self._projects.set_weights(4, 4, 3, 3, 3, 4, 2, 7, long=(7, 6, 4, 3))
        self._projects_card.add(self._projects)
        self.column.addWidget(self._projects_card)
        self._nothing = label(gettext("No producers or projects on file for this metal."), "muted")
        self.column.addWidget(self._nothing)

    def refresh(self) -> None:
        store, metal_id = self.shared.store, self.shared.state.metal_id
        set_choices(self._table, production_choices(store, metal_id), keep=self.same_metal)
        set_choices(self._years_table, production_years_choices(store, metal_id), keep=self.same_metal)
        self._shape.setVisible(self._years_table.count() > 0)
        self._table_changed()
        self._show_years()
        set_choices(self._reserve_form, reserve_choices(store, metal_id), keep=self.same_metal)
        self._show_reserves()
        self.suppliers.refresh(keep=self.same_metal)
        self._show_supplier_years()
        producers, projects = store.producers(metal_id), store.projects(metal_id)
        self._producers.set_rows([self._producer_row(p) for p in producers])
        self._projects.set_rows([self._project_row(p) for p in projects])
        self._producers_card.setVisible(bool(producers))
        self._projects_card.setVisible(bool(projects))
        self._nothing.setVisible(not producers and not projects)

    @Slot()
    def _table_changed(self) -> None:
        """Another table: other years and other bars."""
        years = years_of_production(self.shared.store, self.shared.state.metal_id, self._table.currentData())
        set_choices(self._year, [Choice(str(y), str(y)) for y in years], keep=self.same_metal)
        self._show_bars()

    @Slot()
    def _show_bars(self) -> None:
        store, metal_id, context = (
            self.shared.store,
            self.shared.state.metal_id,
            self.shared.context,
        )
        choice, year = self._table.currentData(), self._year.currentData()
        bars = production(store, metal_id, context, choice, int(year) if year else None)
        self._production.show_chart(bars, self.shared.theme)

    @Slot()
    def _show_years(self) -> None:
        store, metal_id, context = (
            self.shared.store,
            self.shared.state.metal_id,
            self.shared.context,
        )
        choice = self._years_table.currentData()
        chart = production_years(store, metal_id, context, choice, shape=self._shape.currentData())
        self._years.show_chart(chart, self.shared.theme)
        by_year = concentration(store, (metal_id,), context, choice)
        self._concentration.show_chart(by_year, self.shared.theme)

    @Slot()
    def _show_reserves(self) -> None:
        chart = reserves(
            self.shared.store,
            self.shared.state.metal_id,
            self.shared.context,
            self._reserve_form.currentData(),
        )
        self._reserves.show_chart(chart, self.shared.theme)

    @Slot()
    def _show_supplier_years(self) -> None:
        """Show the share of the origin over the years where the destination has suppliers on file."""
        self._supplier_years.setVisible(self.suppliers.has_tables)
        if self.suppliers.has_tables:
            store, metal_id, context = self.shared.store, self.shared.state.metal_id, self.shared.context
            chart = suppliers_years(store, metal_id, context, self.suppliers.code)
            self._supplier_years.show_chart(chart, self.shared.theme)

    def _producer_row(self, p: Producer) -> tuple[Cell, ...]:
        store = self.shared.store
        capacity = f"{exact(p.capacity)} {p.unit}" if p.capacity is not None else ""
        if capacity and p.capacity_year:
            planned = p.capacity_year > self.shared.state.context.as_of.year
            text = gettext("{capacity} (planned for {year})") if planned else gettext("{capacity} ({year})")
            capacity = text.format(capacity=capacity, year=p.capacity_year)
        note = with_dates_in_words(p.note)
        return (
            provenance.cell(store, p.company, p.source_ids),
            Cell(p.site or ""),
            Cell(store.country_name(p.country_id)),
            Cell(f"{stage_name(p.stage)}: {p.form}" if p.form else stage_name(p.stage)),
            Cell(capacity, p.capacity),
            Cell(site_state(p.status)),
            Cell(note, tip=note),
        )

    def _project_row(self, p: Project) -> tuple[Cell, ...]:
        store = self.shared.store
        planned = f"{exact(p.planned_capacity)} {p.unit}" if p.planned_capacity is not None else ""
        support = gettext("Public support: {support}.").format(support=(p.public_support or "").rstrip("."))
        sentences = (f"{p.note.rstrip('.')}." if p.note else "", support if p.public_support else "")
        note = with_dates_in_words(paragraph(sentences))
        return (
            provenance.cell(store, p.company, p.source_ids),
            Cell(p.site or ""),
            Cell(store.country_name(p.country_id)),
            Cell(stage_name(p.stage)),
            Cell(planned, p.planned_capacity),
            Cell(f"{site_state(p.status)}, {show(p.status_as_of)}", p.status_as_of),
            Cell(with_dates_in_words(p.expected_start), p.expected_start),
            Cell(note, tip=note),
        )

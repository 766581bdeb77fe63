"""Uses: shares by end-use, why each matters, substitutes, recycling, official lists, physical properties."""

from collections.abc import Sequence
from html import escape

from explorer.charts.builders.uses import use_choices, uses
from explorer.data.dates import show, with_dates_in_words
from explorer.data.numbers import exact, percent
from explorer.data.terms import group_label
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.chart_options import set_choices
from explorer.ui.views.metals.page import Page
from explorer.ui.views.metals.words import list_state
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import facts_html, label
from explorer.ui.widgets.table_view import TableView


class TabPage(Page):
    """Uses, substitutes, recycling, official lists and properties."""

    def build(self) -> None:
        self._card_of: dict[TableView, Card] = {}
        self._chart = ChartCard()
        self._group = self._chart.add_choice(gettext("Region, year and basis of the shares"))
        self._chart.changed.connect(self._show_chart)
        self.chart_cards = (self._chart,)
        self._facts = Card(gettext("Properties"))
        self._facts_text = label(rich=True)
        self._facts.add(self._facts_text)
        self.row((self._chart, 3), (self._facts, 2))
        self._uses = self._table_card(
            gettext("End uses"),
            (
                gettext("Use"),
                gettext("Sector"),
                gettext("Share"),
                gettext("Region, year"),
                gettext("Why it matters"),
            ),
            (6, 4, 2, 3, 9),
            long=(4,),
        )
        self._substitutes = self._table_card(
            gettext("Substitutes"),
            (gettext("Use"), gettext("Substitute"), gettext("Drawback")),
            (3, 4, 4),
        )
        self._recycling = self._table_card(
            gettext("Recycling"),
            (gettext("Rate type"), gettext("Year"), gettext("Rate"), gettext("Region")),
            (6, 2, 2, 3),
        )
        self._lists = self._table_card(
            gettext("Official lists of critical materials"),
            (gettext("List"), gettext("Issuer"), gettext("Date"), gettext("Named as"), gettext("Status")),
            (5, 4, 2, 4, 2),
        )

    def _table_card(
        self, title: str, header: tuple[str, ...], weights: tuple[int, ...], *, long: tuple[int, ...] = ()
    ) -> TableView:
        card = Card(title)
        table = TableView(header, title)
        table.set_weights(*weights, long=long)
        card.add(table)
        self._card_of[table] = card
        self.column.addWidget(card)
        return table

    def refresh(self) -> None:
        store, metal_id = self.shared.store, self.shared.state.metal_id
        set_choices(
            self._group,
            use_choices(store, metal_id, self.shared.state.context.destination),
            keep=self.same_metal,
        )
        self._show_chart()
        self._facts_text.setText(self._facts_html())
        self._fill_uses()
        self._fill(
            self._substitutes,
            [
                (
                    Cell(s.use),
                    provenance.cell(store, s.substitute, s.source_ids),
                    Cell(s.penalty or ""),
                )
                for s in store.substitutes(metal_id)
            ],
        )
        self._fill(
            self._recycling,
            [
                (
                    provenance.cell(store, r.kind, r.source_ids),
                    Cell(str(r.year or "")),
                    Cell(
                        f"{r.qualifier or ''}{percent(r.rate_pct)}" if r.rate_pct is not None else "",
                        r.rate_pct,
                    ),
                    Cell(self._place(r.region)),
                )
                for r in store.recycling(metal_id)
            ],
        )
        self._fill(
            self._lists,
            [
                (
                    provenance.cell(store, store.lists[m.list_id].name, m.source_ids),
                    Cell(store.lists[m.list_id].issuer),
                    Cell(show(store.lists[m.list_id].date), store.lists[m.list_id].date),
                    Cell(m.as_named or "", tip=with_dates_in_words(m.note)),
                    Cell(list_state(store.lists[m.list_id].status)),
                )
                for m in store.list_members(metal_id)
            ],
        )

    def _show_chart(self) -> None:
        chart = uses(
            self.shared.store,
            self.shared.state.metal_id,
            self.shared.context,
            self._group.currentData(),
        )
        self._chart.show_chart(chart, self.shared.theme)

    def _fill_uses(self) -> None:
        store = self.shared.store
        rows = []
        for use in store.uses(self.shared.state.metal_id):
            share = f"{use.qualifier or ''}{percent(use.share_pct)}" if use.share_pct is not None else ""
            share = f"{share} ({use.basis})" if use.basis and share else share
            sector = store.sectors.get(use.sector_id)
            where = ", ".join(filter(None, (self._place(use.region), str(use.year or ""))))
            rows.append(
                (
                    provenance.cell(store, use.use, use.source_ids),
                    Cell(sector.name_en if sector else use.sector_id),
                    Cell(share, use.share_pct),
                    Cell(where),
                    Cell(use.why_it_matters or "", tip=with_dates_in_words(use.note)),
                )
            )
        self._fill(self._uses, rows)

    def _fill(self, table: TableView, rows: Sequence[Sequence[Cell]]) -> None:
        table.set_rows(rows)
        self._card_of[table].setVisible(bool(rows))

    def _place(self, region: str | None) -> str:
        if region == "WLD":
            return gettext("World")
        return self.shared.store.country_name(region) if region else ""

    def _facts_html(self) -> str:
        metal = self.shared.metal
        ppm, boils, melts = metal.crustal_abundance_ppm, metal.boiling_point_c, metal.melting_point_c
        rows = (
            (gettext("Chinese"), escape(f"{metal.name_zh} ({metal.pinyin})")),
            (gettext("Group"), escape(group_label(metal))),
            (gettext("Main source"), escape(metal.main_source or "")),
            (
                gettext("Density"),
                f"{exact(metal.density_g_cm3)} g/cm³" if metal.density_g_cm3 is not None else "",
            ),
            (gettext("Melting point"), f"{exact(melts)} °C" if melts is not None else ""),
            (gettext("Boiling point"), f"{exact(boils)} °C" if boils is not None else ""),
            (gettext("Abundance in the crust"), f"{exact(ppm)} ppm" if ppm is not None else ""),
            (gettext("Note"), escape(with_dates_in_words(metal.note))),
            (gettext("Sources"), escape(provenance.short(self.shared.store, metal.source_ids))),
        )
        return facts_html(rows, self.shared.theme.muted)

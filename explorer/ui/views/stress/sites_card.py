"""The sites of the companies that are removed, with capacity where one is on file."""

from PySide6.QtWidgets import QWidget

from explorer.data.metal_names import short_name
from explorer.data.supply.stress.site_texts import capacity_text, site_columns, sites_count_text, status_text
from explorer.data.supply.stress.sites import Site
from explorer.data.supply.stress.stress_test import StressTest
from explorer.data.terms import stage_name
from explorer.language import gettext, list_of
from explorer.models.table import Cell
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


class SitesCard(Card):
    """A table of sites, shown where a company is removed; no loss is calculated from capacity."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", " ", parent)
        self._shared = shared
        self.counts = label("")
        self.table = TableView(site_columns(), gettext("Sites of the companies"))
        self.table.set_weights(5, 5, 3, 3, 3, 4, 5, 5)
        self.add(self.counts)
        self.add(self.table)

    def show_test(self, test: StressTest) -> None:
        """Show the sites of a result."""
        self.setVisible(bool(test.removal.companies))
        heading = gettext("Sites of {companies}")
        self.set_heading(heading.format(companies=list_of(test.removal.companies)))
        self.counts.setText(sites_count_text(test.sites))
        self.table.set_rows([self._row(site) for site in test.sites])

    def _row(self, site: Site) -> tuple[Cell, ...]:
        record, store = site.record, self._shared.store
        return (
            Cell(record.company, source_ids=record.source_ids),
            Cell(record.site or ""),
            Cell(store.country_name(record.country_id)),
            Cell(short_name(store.metal(record.metal_id))),
            Cell(stage_name(record.stage)),
            Cell(site.form or gettext("unknown")),
            Cell(capacity_text(site) or gettext("unknown")),
            Cell(status_text(site)),
        )

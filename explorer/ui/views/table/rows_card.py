"""The values of the periodic table as rows, which sort, copy and save."""

from PySide6.QtWidgets import QWidget

from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.periodic.coloured_table import ColouredTable
from explorer.data.periodic.colourings import STATUS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.value_texts import flags_text
from explorer.data.steps import Steps
from explorer.data.supply.figure_text import entries
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.cards import provenance
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


class RowsCard(Card):
    """A table of all metals; Enter or a double click on a row opens the metal."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shared = shared
        header = (
            gettext("Metal"),
            gettext("Symbol"),
            gettext("Value"),
            gettext("Date"),
            gettext("Remarks"),
            gettext("Details"),
            gettext("Source"),
        )
        self.table = TableView(header, gettext("Values of the periodic table"))
        self.table.set_weights(4, 1, 4, 2, 3, 8, 4)
        self.table.record_name = gettext("Open metal")
        self.add(self.table)
        self.add(label(gettext("Press Enter or double-click a row to open the metal."), "small"))

    def show_in_steps(self, found: ColouredTable) -> Steps[None]:
        """Show the values of a colouring in steps."""
        yield from self.table.fill_in_steps(
            self._row(value, found.colouring) for value in found.values.values()
        )

    def _row(self, value: MetalValue, colouring: str) -> list[Cell]:
        store = self._shared.store
        metal = store.metal(value.metal_id)
        order = value.text if colouring == STATUS else value.value
        return [
            Cell(short_name(metal), key=metal.metal_id),
            Cell(metal.symbol or ""),
            Cell(value.text or value.versions[0], order, tip=value.subject),
            Cell(show(value.date), value.date or None),
            Cell(flags_text(value)),
            Cell("\n".join(entries(value.reason, *value.details))),
            provenance.cell(
                store, value.source or provenance.short(store, value.source_ids), value.source_ids
            ),
        ]

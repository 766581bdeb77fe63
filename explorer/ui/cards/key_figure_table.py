"""A table of metals with their key figures: each with flags, date and source, the reason for a gap as its tooltip."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from explorer.data.comparison.cell_texts import cell_text, cell_tip
from explorer.data.comparison.comparison import Comparison
from explorer.data.comparison.key_figures import (
    LAST_PRICE,
    PRICE_CONTROL,
    PRICE_YEAR,
    PRODUCER,
    figure_name,
    sort_value,
)
from explorer.data.metal_names import short_name
from explorer.data.periodic.colourings import BUYER, HHI, LISTS, RELIANCE, SHARE, STATUS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.steps import Steps, result_of
from explorer.language import gettext
from explorer.models.table import Cell, ShareBar
from explorer.ui.cards.compare_entry import compare_entry
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.context_menu import Entry
from explorer.ui.widgets.table_view import TableView

METAL_WEIGHT, WEIGHT = 4, 3
_WEIGHTS = {SHARE: 4, PRODUCER: 4, HHI: 5, RELIANCE: 4, BUYER: 4, LAST_PRICE: 5}
COMFORT = 90  # pixels; most texts are short and may wrap
# In this order they move below the row where the window is narrow.
_MOVED_FIRST = (LAST_PRICE, BUYER, PRODUCER, HHI, PRICE_CONTROL, PRICE_YEAR, RELIANCE, SHARE, LISTS)


class KeyFigureTable(TableView):
    """Shows some of KEY_FIGURES; Enter or a double click on a row reports its metal as `opened`."""

    comfort = long_comfort = COMFORT

    def __init__(
        self, shared: ViewContext, figures: Sequence[str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__((gettext("Metal"), *map(figure_name, figures)), name, parent)
        self._shared = shared
        self.figures = tuple(figures)
        columns = {figure: column for column, figure in enumerate(figures, start=1)}
        long = [columns[figure] for figure in _MOVED_FIRST if figure in columns]
        self.set_weights(METAL_WEIGHT, *(_WEIGHTS.get(figure, WEIGHT) for figure in figures), long=long)
        self.record_name = gettext("Open metal")

    def show_comparison(self, found: Comparison) -> None:
        """Show the values of a comparison, in the order of its metals."""
        result_of(self.show_in_steps(found))

    def show_in_steps(self, found: Comparison) -> Steps[None]:
        """Show the values of a comparison in steps."""
        self.set_theme(self._shared.theme)
        yield from self.fill_in_steps(self._row(found, metal_id) for metal_id in found.metal_ids)

    def sort_like(self, other: "KeyFigureTable") -> None:
        """Sort by the figure by which another table is sorted, where this one has it."""
        header = other.horizontalHeader()
        name = (
            other.records.header[header.sortIndicatorSection()] if header.sortIndicatorSection() >= 0 else ""
        )
        if name in self.records.header:
            order = header.sortIndicatorOrder()
            self.horizontalHeader().setSortIndicator(self.records.header.index(name), order)

    def entries(self) -> list[Entry]:
        """Return the entries of the menu of a row, with one that adds its metal to the comparison or removes it."""
        found, metal_id = super().entries(), self.key_at(self.currentIndex())
        if metal_id:
            found.append(compare_entry(self._shared, metal_id, self, new_section=True))
        return found

    def _row(self, found: Comparison, metal_id: str) -> list[Cell]:
        metal = self._shared.store.metal(metal_id)
        name = gettext("{metal} {chinese}").format(metal=short_name(metal), chinese=metal.name_zh)
        cells = (
            _cell(figure, value, found.usual_sources.get(figure, ""))
            for figure, value in zip(self.figures, found.row(metal_id), strict=True)
        )
        return [Cell(name, short_name(metal), key=metal_id), *cells]


def _cell(figure: str, value: MetalValue, usual_source: str) -> Cell:
    bar = None
    if figure == SHARE and value.value is not None:
        bar = ShareBar(value.value, is_uncertain=value.flag in ("e", "p"))
    return Cell(
        cell_text(figure, value, usual_source),
        sort_value(figure, value),
        tip=cell_tip(value),
        source_ids=value.source_ids,
        bar=bar,
        pill=value.state if figure == STATUS else "",
    )

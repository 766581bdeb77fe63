"""Tables of legal records: columns that are left out where no row has anything in them."""

from collections.abc import Sequence

from msgspec import Struct

from explorer.models.table import Cell
from explorer.ui.widgets.table_view import TableView


class LegalColumn(Struct, frozen=True):
    """A column with its cells; one of `long` texts moves below the row where there is no room."""

    title: str
    cells: Sequence[Cell]
    weight: int
    long: bool = False


class LegalTable(TableView):
    """A table of those columns that have a text in any row; the last ones of long text move below first."""

    def __init__(self, columns: Sequence[LegalColumn], name: str) -> None:
        used = [c for n, c in enumerate(columns) if n == 0 or any(cell.text for cell in c.cells)]
        super().__init__([column.title for column in used], name)
        long = [n for n, column in enumerate(used) if column.long]
        self.set_weights(*(column.weight for column in used), long=long[::-1])
        self.set_rows(list(zip(*(column.cells for column in used), strict=True)))

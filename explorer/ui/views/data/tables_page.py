"""Tables: every table of the data file, to browse, filter, sort and save."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from explorer.data.contents.cells import csv_bytes, row_reference, rows_csv, rows_workbook
from explorer.data.contents.rows import RowQuery
from explorer.data.contents.tables import CountedTable, counted_tables
from explorer.data.numbers import exact
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.background_query import BackgroundQuery
from explorer.models.rows_model import RowsModel
from explorer.ui.views.data.grid_panel import GridPanel, rows_text
from explorer.ui.views.data.page import DataPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.context_menu import Entry, copy_entry
from explorer.ui.widgets.file_saving import XLSX
from explorer.ui.widgets.labels import label

CHOICE_WIDTH = 300


@guarded
class TablesPage(DataPage):
    """Shows the rows of the chosen table that match the filter, and cite a source where one is chosen."""

    def build(self) -> None:
        """Build the choice of the table and the rows."""
        self._tables: dict[str, CountedTable] = {}
        self._must_fit = True
        self.rows = RowsModel(self.shared.store, self)
        self.rows.rowsFound.connect(self._show_found)
        self.panel = GridPanel(gettext("Rows of the table"), self.rows)
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(gettext("Table"))
        self.choice.setFixedWidth(CHOICE_WIDTH)
        self.choice.activated.connect(self._choose_table)
        self.citing = link_button("")
        self.citing.clicked.connect(self._show_all_sources)
        self.about = label("", "muted")
        self.panel.bar.addWidget(self.citing)
        self.panel.filterChanged.connect(self._filter)
        self.panel.csv, self.panel.workbook = self.csv, self.workbook
        self.panel.large_file = self._large_file
        self.panel.reference, self.panel.grid.row_entries = self._reference, self._entries
        self.column.addWidget(self.choice)
        self.column.addWidget(self.about)
        self.column.addWidget(self.panel, 1)

    def fill(self) -> None:
        """Show the table of the options."""
        if not self._tables:
            self._tables = {t.table.name: t for t in counted_tables(self.shared.store)}
            text = gettext("{title} ({rows})")
            for name, table in self._tables.items():
                self.choice.addItem(text.format(title=table.title, rows=exact(table.rows)), name)
        options = self.options
        shown = self._tables[options["table"]]
        self.choice.setCurrentIndex(self.choice.findData(options["table"]))
        self.about.setText(shown.description)
        self.panel.set_filter(options["filter"])
        cited = options["cites"]
        self.citing.setText(gettext("Show all rows, not only those that cite {source}").format(source=cited))
        self.citing.setVisible(bool(cited))
        self.panel.file_name = options["table"]
        if self.rows.table is not shown.table:
            self.panel.grid.forget_order()
            self._must_fit = True
        self.rows.show_rows(shown.table, self._wanted())
        self._show_count()

    def csv(self) -> str:
        """Return the rows shown as `minor-metals data table --csv` prints them, in the order shown."""
        return self.rows.with_rows(rows_csv)

    def workbook(self) -> bytes:
        """Return the rows shown as a workbook."""
        return self.rows.with_rows(rows_workbook)

    def _large_file(self, ending: str) -> BackgroundQuery | None:
        return self.rows.in_background(rows_workbook if ending == XLSX else csv_bytes)

    def focus_content(self) -> None:
        """Move the focus to the rows."""
        self.panel.grid.setFocus()

    def _wanted(self) -> RowQuery:
        return RowQuery(self.options["filter"], self.options["cites"])

    @Slot()
    def _show_found(self) -> None:
        if self._must_fit:
            self._must_fit = False
            self.panel.grid.fit_columns()
        if self.rows.rowCount():
            self.panel.grid.select_row(0)
        self._show_count()

    def _show_count(self) -> None:
        table = self._tables.get(self.options["table"])
        if table is None:
            return
        shown, total = self.rows.rowCount(), table.rows
        self.panel.set_busy(self.rows.is_searching)
        if self.rows.is_searching:
            text = gettext("Searching {rows} rows…").format(rows=exact(total))
        elif self.rows.fault:
            text = self.rows.fault
        elif not total:
            text = gettext("The table is empty.")
        else:
            text = rows_text(shown, total)
        self.panel.show_count(text)

    def _reference(self, row: int) -> str:
        table = self.rows.table
        return row_reference(self.shared.store, table, self.rows.row(row)) if table is not None else ""

    def _entries(self, row: int) -> Sequence[Entry]:
        return (copy_entry(gettext("Copy reference of this fact"), self._reference(row), self),)

    @Slot(int)
    def _choose_table(self, _index: int) -> None:
        name = str(self.choice.currentData())
        if name != self.options["table"]:
            self.choose(filter="", cites="", table=name)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.choose(filter=text)

    @Slot()
    def _show_all_sources(self) -> None:
        self.choose(cites="")

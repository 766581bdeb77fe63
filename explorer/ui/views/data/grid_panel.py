"""A table of facts with what belongs to it: filter, number of rows, files, and the whole text of the current cell."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.numbers import exact
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.models.background_query import BackgroundQuery
from explorer.models.tooltip import wrapped
from explorer.models.views import LONGEST_VALUE
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.clearable_field import ClearableField
from explorer.ui.widgets.clipboard import confirm, copy_text
from explorer.ui.widgets.file_saving import CSV, XLSX, ChosenFile, ask_for_file, write_chosen
from explorer.ui.widgets.grid_view import GridView
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP

PAUSE = 250  # milliseconds after the last key before a filter counts
FILTER_WIDTH = 260
LINES = 3  # of the text of a cell that are shown below the table


@guarded
class GridPanel(QWidget):
    """A table with its filter and files; `filterChanged` reports the words typed after a short pause.

    `csv` and `workbook` return the files, named after `file_name`; `large_file` makes one in the background where there
    are many rows. `reference` returns the reference of a row, where rows have one, `describe` the text on the current
    cell below the table.
    """

    filterChanged = Signal(str)

    def __init__(self, name: str, model: QAbstractItemModel, *, can_filter: bool = True) -> None:
        super().__init__()
        self.csv: Callable[[], str] = str
        self.workbook: Callable[[], bytes] = bytes
        self.large_file: Callable[[str], BackgroundQuery | None] | None = None
        self.file_name = "table"
        self.reference: Callable[[int], str] | None = None
        self.describe: Callable[[QModelIndex], str] = _with_title
        self.grid = GridView(name)
        self.grid.setModel(model)
        self.grid.cellChanged.connect(self._show_cell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._bar())
        self.filter.setVisible(can_filter)  # not before it has a place: it would be a window for a moment
        column.addWidget(self.grid, 1)
        column.addLayout(self._foot())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._report_filter)

    def _bar(self) -> QWidget:
        """Return the line above the table; `bar` takes further parts."""
        holder = QWidget()
        self.bar = FlowLayout(holder, 2 * STEP)
        self.filter = ClearableField()
        self.filter.setPlaceholderText(gettext("Filter the rows"))
        self.filter.setAccessibleName(gettext("Filter the rows"))
        self.filter.setToolTip(gettext("Shows rows that contain every word, in any column."))
        self.filter.setMaxLength(LONGEST_VALUE)
        self.filter.setFixedWidth(FILTER_WIDTH)
        self.filter.textEdited.connect(self._typed)
        self.filter.returnPressed.connect(self._report_filter)
        self.count = label("", "muted", wrap=False)
        self.save_csv, self.save_xlsx = (
            link_button(gettext("Save as CSV…")),
            link_button(gettext("Save as XLSX…")),
        )
        self.save_csv.clicked.connect(self._save_csv)
        self.save_xlsx.clicked.connect(self._save_xlsx)
        for part in (self.filter, self.count, self.save_csv, self.save_xlsx):
            self.bar.addWidget(part)
        return holder

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.cell = label("", "small")
        self.cell.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.cell.setFixedHeight(LINES * self.cell.fontMetrics().lineSpacing())
        self.copy_reference = link_button(gettext("Copy reference of this fact"))
        self.copy_reference.clicked.connect(self._copy_reference)
        self.copy_reference.hide()
        row.addWidget(self.cell, 1)
        row.addWidget(self.copy_reference, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def set_filter(self, text: str) -> None:
        """Show the words of the filter, unless they are being typed."""
        if not self._timer.isActive() and " ".join(self.filter.text().split()) != text:
            self.filter.setText(text)

    def show_count(self, text: str) -> None:
        """Show how many rows there are, and the current cell of the new rows."""
        self.count.setText(text)
        self.count.setVisible(bool(text))
        self._show_cell()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._timer.start()

    @Slot()
    def _report_filter(self) -> None:
        self._timer.stop()
        self.filterChanged.emit(" ".join(self.filter.text().split()))

    @Slot()
    def _show_cell(self) -> None:
        """Show the title and the whole text of the current cell."""
        index = self.grid.currentIndex()
        text = self.describe(index) if index.isValid() else ""
        self.cell.setText(text)
        self.cell.setToolTip(wrapped(text))
        self.copy_reference.setVisible(self.reference is not None and index.isValid())

    @Slot()
    def _copy_reference(self) -> None:
        if self.reference is not None and self.grid.currentIndex().isValid():
            copy_text(self, self.reference(self.grid.currentIndex().row()))

    @property
    def can_save(self) -> bool:
        """Whether there are rows to save, and none are searched for or saved."""
        return self.save_xlsx.isEnabled() and self.grid.model().rowCount() > 0

    def save(self) -> bool:
        """Save the rows as a workbook; return whether there are any."""
        can_save = self.can_save
        if can_save:
            self._save_xlsx()
        return can_save

    @Slot()
    def _save_csv(self) -> None:
        self._save(
            CSV, gettext("Save as CSV"), gettext("CSV files (*.csv)"), lambda: self.csv().encode("utf-8")
        )

    @Slot()
    def _save_xlsx(self) -> None:
        self._save(
            XLSX, gettext("Save table as XLSX"), gettext("XLSX files (*.xlsx)"), lambda: self.workbook()
        )

    def _save(self, ending: str, title: str, filters: str, content: Callable[[], bytes]) -> None:
        """Ask for a file and write it, a large one in the background."""
        chosen = ask_for_file(self, title, f"{self.file_name}{ending}", ending, filters)
        if chosen is None:
            return
        job = self.large_file(ending) if self.large_file is not None else None
        if job is None:
            write_chosen(self, chosen, content)
            return
        self.set_busy(True)
        confirm(self, gettext("Saving {file}…").format(file=chosen[0]))
        job.finished.connect(partial(self._write, chosen))
        job.failed.connect(self._not_saved)
        job.finished.connect(job.deleteLater)
        job.failed.connect(job.deleteLater)
        job.start()

    def _write(self, chosen: ChosenFile, content: bytes) -> None:
        self.set_busy(False)
        write_chosen(self, chosen, lambda: content)

    @Slot(str)
    def _not_saved(self, sentence: str) -> None:
        self.set_busy(False)
        confirm(self, sentence)

    def set_busy(self, busy: bool) -> None:
        """Offer no file while rows are searched for or saved."""
        for button in (self.save_csv, self.save_xlsx):
            button.setEnabled(not busy)


def _with_title(index: QModelIndex) -> str:
    """Return the whole text of a cell after the title of its column."""
    text = str(index.data() or "")
    title = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or "")
    return gettext("{column}: {value}").format(column=title, value=text) if text else ""


def rows_text(shown: int, total: int) -> str:
    """Return how many of the rows match a filter."""
    if shown == total:
        text = ngettext("{total} row", "{total} rows", total)
    elif shown:
        text = ngettext("{shown} of {total} row", "{shown} of {total} rows", total)
    else:
        text = gettext("No rows match the filter.")
    return text.format(shown=exact(shown), total=exact(total))

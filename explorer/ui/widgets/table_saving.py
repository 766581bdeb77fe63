"""Saves a table of the window as an XLSX workbook or as CSV."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.errors import KnownError
from explorer.files import write_file
from explorer.language import gettext
from explorer.ui.widgets.clipboard import confirm

if TYPE_CHECKING:
    from explorer.ui.widgets.table_view import TableView

XLSX, CSV = ".xlsx", ".csv"


def save_table(table: "TableView") -> None:
    """Ask for a file and write the table to it; the status bar says what was saved, or why it was not."""
    title, name = gettext("Save table as XLSX"), gettext("table.xlsx")
    _save(table, title, name, XLSX, gettext("XLSX files (*.xlsx)"), partial(workbook, table))


def save_csv(owner: QWidget, name: str, text: Callable[[], str]) -> None:
    """Ask for a file and write a table to it as CSV; the status bar says what was saved, or why it was not."""
    filters = gettext("CSV files (*.csv)")
    _save(owner, gettext("Save as CSV"), name, CSV, filters, lambda: text().encode("utf-8"))


def _save(
    owner: QWidget, title: str, name: str, ending: str, filters: str, content: Callable[[], bytes]
) -> None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(owner.window(), title, str(Path(folder) / name), filters)
    if not chosen:
        return
    path = Path(chosen)
    is_confirmed = path.suffix.casefold() == ending
    path = path if is_confirmed else path.with_name(path.name + ending)
    try:
        write_file(path, content(), force=is_confirmed)
    except KnownError as error:
        confirm(owner, str(error))
    else:
        confirm(owner, gettext("Saved {file}").format(file=path))


def workbook(table: "TableView") -> bytes:
    """Return the table as a workbook, with the sources of its rows."""
    from explorer.models.table_file import table_file

    ids = dict.fromkeys(i for row in table.records.rows for cell in row for i in cell.source_ids)
    sources = table.source_rows(ids) if table.source_rows is not None else ()
    return table_file(table.records, table.accessibleName(), sources)

"""Saves a table of the window as an XLSX workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from explorer.errors import KnownError
from explorer.files import write_file
from explorer.language import gettext
from explorer.ui.widgets.clipboard import confirm

if TYPE_CHECKING:
    from explorer.ui.widgets.table_view import TableView

ENDING = ".xlsx"


def save_table(table: "TableView") -> None:
    """Ask for a file and write the table to it; the status bar says what was saved, or why it was not."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = str(Path(folder) / gettext("table.xlsx"))
    chosen, _ = QFileDialog.getSaveFileName(
        table.window(), gettext("Save table as XLSX"), start, gettext("XLSX files (*.xlsx)")
    )
    if not chosen:
        return
    path = Path(chosen)
    is_confirmed = path.suffix.casefold() == ENDING
    path = path if is_confirmed else path.with_name(path.name + ENDING)
    try:
        write_file(path, workbook(table), force=is_confirmed)
    except KnownError as error:
        confirm(table, str(error))
    else:
        confirm(table, gettext("Saved {file}").format(file=path))


def workbook(table: "TableView") -> bytes:
    """Return the table as a workbook, with the sources of its rows."""
    from explorer.models.table_file import table_file

    ids = dict.fromkeys(i for row in table.records.rows for cell in row for i in cell.source_ids)
    sources = table.source_rows(ids) if table.source_rows is not None else ()
    return table_file(table.records, table.accessibleName(), sources)

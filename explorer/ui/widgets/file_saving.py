"""Asks for a file and writes to it: what was saved, or why it was not, is on the status bar."""

from collections.abc import Callable, Collection
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
ChosenFile = tuple[Path, bool]  # and whether it may be replaced


def save_table(table: "TableView") -> None:
    """Save a table as a workbook."""
    title, name = gettext("Save table as XLSX"), gettext("table.xlsx")
    save_file(table, title, name, XLSX, gettext("XLSX files (*.xlsx)"), partial(workbook, table))


def save_csv(owner: QWidget, name: str, text: Callable[[], str]) -> None:
    """Save a table as CSV."""
    filters = gettext("CSV files (*.csv)")
    save_file(owner, gettext("Save as CSV"), name, CSV, filters, lambda: text().encode("utf-8"))


def save_file(
    owner: QWidget, title: str, name: str, ending: str, filters: str, content: Callable[[], bytes]
) -> None:
    """Ask for a file with an ending and write content to it."""
    chosen = ask_for_file(owner, title, name, ending, filters)
    if chosen is not None:
        write_chosen(owner, chosen, content)


def ask_for_file(owner: QWidget, title: str, name: str, ending: str, filters: str) -> ChosenFile | None:
    """Ask for a file with an ending; return None where none is chosen."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(owner.window(), title, str(Path(folder) / name), filters)
    return with_ending(chosen, (ending,), ending) if chosen else None


def write_chosen(owner: QWidget, chosen: ChosenFile, content: Callable[[], bytes]) -> None:
    """Write content to a chosen file, and show what was saved or why it was not."""
    path, is_confirmed = chosen
    try:
        write_file(path, content(), force=is_confirmed)
    except KnownError as error:
        confirm(owner, str(error))
    else:
        confirm(owner, gettext("Saved {file}").format(file=path))


def with_ending(chosen: str, endings: Collection[str], ending: str) -> ChosenFile:
    """Return a chosen file with one of the endings, `ending` where it has none, and whether it may be replaced.

    The file dialog confirms the replacement only of the name that it returns, not of one that gets its ending here.
    """
    path = Path(chosen)
    is_confirmed = path.suffix.casefold() in endings
    return (path if is_confirmed else path.with_name(path.name + ending)), is_confirmed


def workbook(table: "TableView") -> bytes:
    """Return the table as a workbook, with the sources of its rows."""
    from explorer.models.table_file import table_file

    ids = dict.fromkeys(i for row in table.records.rows for cell in row for i in cell.source_ids)
    sources = table.source_rows(ids) if table.source_rows is not None else ()
    return table_file(table.records, table.accessibleName(), sources)

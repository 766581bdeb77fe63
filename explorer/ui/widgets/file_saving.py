"""Asks for a file and writes to it: what was saved, or why it was not, is on the status bar."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QWidget

from explorer.errors import KnownError
from explorer.files import write_file
from explorer.language import gettext
from explorer.ui.widgets.clipboard import confirm
from explorer.ui.widgets.focus import focused_first

if TYPE_CHECKING:
    from explorer.ui.widgets.table_view import TableView

XLSX, CSV = ".xlsx", ".csv"
ChosenFile = tuple[Path, bool]  # and whether it may be replaced


class SavedFileEvent(QStatusTipEvent):
    """Reports to the window of a widget that a file was written, so that its status bar offers to open it."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path


def save_table(table: "TableView") -> None:
    """Save a table as a workbook."""
    title, name = gettext("Save table as XLSX"), gettext("table.xlsx")
    save_file(table, title, name, XLSX, gettext("XLSX files (*.xlsx)"), partial(workbook, table))


def save_rows(owner: QWidget, stem: str, csv: Callable[[], str], book: Callable[[], bytes]) -> None:
    """Ask for a workbook or a CSV file and save a table to it."""
    filters = ";;".join((gettext("XLSX files (*.xlsx)"), gettext("CSV files (*.csv)")))
    path, chosen_filter = _ask(owner, gettext("Save table"), stem + XLSX, filters)
    if path:
        chosen = with_ending(path, (XLSX, CSV), CSV if CSV in chosen_filter else XLSX)
        is_csv = chosen[0].suffix.casefold() == CSV
        write_chosen(owner, chosen, (lambda: csv().encode("utf-8")) if is_csv else book)


def save_shown_table(page: QWidget) -> bool:
    """Save the table with the focus, else the first one shown on a page; return whether there is one."""
    from explorer.models.table_file import table_csv
    from explorer.ui.widgets.table_view import TableView

    shown = [t for t in page.findChildren(TableView) if t.isVisible() and t.records.rowCount()]
    for table in focused_first(shown)[:1]:
        save_rows(table, gettext("table"), partial(table_csv, table.records), partial(workbook, table))
    return bool(shown)


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
    chosen, _ = _ask(owner, title, name, filters)
    return with_ending(chosen, (ending,), ending) if chosen else None


def _ask(owner: QWidget, title: str, name: str, filters: str) -> tuple[str, str]:
    """Ask for a file, by default in the folder of documents; return its path, empty without one, and its filter."""
    from PySide6.QtWidgets import QFileDialog

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return QFileDialog.getSaveFileName(owner.window(), title, str(Path(folder) / name), filters)


def write_chosen(owner: QWidget, chosen: ChosenFile, content: Callable[[], bytes]) -> None:
    """Write content to a chosen file, and show what was saved or why it was not."""
    path, is_confirmed = chosen
    try:
        write_file(path, content(), force=is_confirmed)
    except KnownError as error:
        confirm(owner, str(error))
    else:
        QCoreApplication.sendEvent(owner, SavedFileEvent(gettext("Saved {file}").format(file=path), path))


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

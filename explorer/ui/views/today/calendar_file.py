"""Saves the dates ahead as a calendar file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.data.overview.calendar_entries import dates_as_calendar
from explorer.data.overview.overview import Overview
from explorer.data.store import Store
from explorer.files import write_file
from explorer.language import gettext

FILE_NAME = "control-dates-{day}.ics"


def save_calendar(store: Store, found: Overview, window: QWidget) -> Path | None:
    """Ask for a file and write the dates ahead to it; return the file, None where none was chosen."""
    name = FILE_NAME.format(day=found.context.as_of.isoformat())
    filters = gettext("Calendar files (*.ics)")
    chosen, _ = QFileDialog.getSaveFileName(window, gettext("Add dates to calendar"), name, filters)
    if not chosen:
        return None
    path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".ics")
    write_file(path, dates_as_calendar(store, found.ahead), force=True)
    return path

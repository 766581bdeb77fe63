"""The rows of a CSV, text or XLSX file, whatever they hold."""

from collections.abc import Callable
from pathlib import Path

from explorer.data.progress import Report, no_report
from explorer.data.reading import xlsx_rows
from explorer.data.reading.records import Table
from explorer.data.reading.text_file import decoded
from explorer.data.reading.text_rows import text_table
from explorer.data.storage.limited_file import read_limited
from explorer.errors import KnownError
from explorer.language import gettext

MOST_BYTES = 100_000_000
# Splits a text, with the name that messages call it, into rows.
TextReader = Callable[[str, str, Report], Table]


def file_table(
    path: Path, sheet: str | None = None, report: Report = no_report, read_text: TextReader = text_table
) -> Table:
    """Return the rows of a file, for a workbook those of a sheet; raise KnownError where it can't be read.

    `read_text` splits the text of another file into rows.
    """
    data = read_limited(path, MOST_BYTES)
    if data.startswith(xlsx_rows.SIGNATURE):
        return xlsx_rows.xlsx_table(data, path.name, sheet)
    if data.startswith(xlsx_rows.OLD_SIGNATURE):
        text = gettext("{file} is an old Excel file (XLS) or is encrypted. Save it as XLSX or CSV.")
        raise KnownError(text.format(file=path.name))
    return read_text(decoded(data, path.name), path.name, report)

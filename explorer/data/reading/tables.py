"""The rows of a CSV, text or XLSX file, whatever they hold."""

from collections.abc import Callable, Sequence
from pathlib import Path

from explorer.data.reading import xlsx_rows
from explorer.data.reading.records import Report, Table, no_report
from explorer.data.reading.text_file import decoded
from explorer.data.reading.text_rows import has_date_and_price, text_table
from explorer.data.storage.limited_file import read_limited
from explorer.errors import KnownError
from explorer.language import gettext

MOST_BYTES = 100_000_000


def file_table(
    path: Path,
    sheet: str | None = None,
    report: Report = no_report,
    is_useful: Callable[[Sequence[str]], bool] = has_date_and_price,
) -> Table:
    """Return the rows of a file, for a workbook those of a sheet; raise KnownError where it can't be read.

    `is_useful` chooses the separator of a text, as in `text_table`.
    """
    data = read_limited(path, MOST_BYTES)
    if data.startswith(xlsx_rows.SIGNATURE):
        return xlsx_rows.xlsx_table(data, path.name, sheet)
    if data.startswith(xlsx_rows.OLD_SIGNATURE):
        text = gettext("{file} is an old Excel file (XLS) or is encrypted. Save it as XLSX or CSV.")
        raise KnownError(text.format(file=path.name))
    return text_table(decoded(data, path.name), path.name, report, is_useful)

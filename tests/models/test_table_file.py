"""Tables of the window as workbooks."""

import datetime
import io

from python_calamine import CalamineWorkbook

from explorer.models.table import Cell, RecordTable
from explorer.models.table_file import table_file


def test_codes_stay_text_and_figures_and_days_have_their_types(qtbot) -> None:
    table = RecordTable(("Code", "Price", "Share", "Last date", "Flag"))
    table.set_rows(
        [
            (
                Cell("0811290"),
                Cell("1\u202f234.5", 1234.5),
                Cell("12 %", 12.0),
                Cell("27 Nov 2026", "2026-11-27"),
                Cell(""),
            ),
            (
                Cell("=1+1"),
                Cell("withheld", None),
                Cell("unknown", None),
                Cell("Nov 2026", "2026-11"),
                Cell("estimated"),
            ),
        ]
    )
    data = table_file(table, "A table", [("usgs", "USGS", "Summaries")])
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["A table", "Sources"]
    assert book.get_sheet_by_index(0).to_python() == [
        ["Code", "Price", "Share", "Last date", "Flag"],
        ["0811290", 1234.5, "12 %", datetime.date(2026, 11, 27), ""],
        ["=1+1", "withheld", "unknown", "Nov 2026", "estimated"],
    ]
    assert book.get_sheet_by_index(1).to_python()[1:] == [["usgs", "USGS", "Summaries"]]
    assert table_file(table, "A table", [("usgs", "USGS", "Summaries")]) == data


def test_rows_are_saved_in_the_order_shown(qtbot) -> None:
    table = RecordTable(("Price",))
    table.set_rows([(Cell("2", 2),), (Cell("1", 1),)])
    table.sort(0)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(table_file(table, "a", []))).get_sheet_by_index(0)
    assert sheet.to_python() == [["Price"], [1.0], [2.0]]

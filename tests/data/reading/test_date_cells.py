"""The dates of cells, and what is asked where their order does not show."""

from datetime import date, datetime

import pytest

from explorer.data.reading.date_cells import DateReader, find_order, is_date, weak_kind
from explorer.data.reading.records import Undecided


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2026-11-27", "2026-11-27"),
        ("2026/11/27", "2026-11-27"),
        ("2026.11.27", "2026-11-27"),
        ("27 Nov 2026", "2026-11-27"),
        ("27-Nov-26", "2026-11-27"),
        ("27nov2026", "2026-11-27"),
        ("27th November, 2026", "2026-11-27"),
        ("Fri, 27 Nov 2026", "2026-11-27"),
        ("November 27, 2026", "2026-11-27"),
        ("2026 Nov 27", "2026-11-27"),
        ("2026年11月27日", "2026-11-27"),
        ("2026年11月27日星期五", "2026-11-27"),
        ("27.11.2026", "2026-11-27"),
        ("27.11.26", "2026-11-27"),
        ("27-Nov-49", "2049-11-27"),
        ("27-Nov-50", "1950-11-27"),
        ("2026-11-27 16:30", "2026-11-27"),
        ("2026-11-27T00:00:00.000Z", "2026-11-27"),
        ("2026-11", "2026-11"),
        ("2026M11", "2026-11"),
        ("11/2026", "2026-11"),
        ("Nov 2026", "2026-11"),
        ("Nov-26", "2026-11"),
        ("Nov '26", "2026-11"),
        ("2026年11月", "2026-11"),
        ("Q3 2026", "2026-Q3"),
        ("2026-Q3", "2026-Q3"),
        ("3Q26", "2026-Q3"),
        ("2026年第三季度", "2026-Q3"),
        ("2026年", "2026"),
        (date(2026, 11, 27), "2026-11-27"),
        (datetime(2026, 11, 27, 12), "2026-11-27"),
    ],
)
def test_a_date_of_a_table(cell: str | date, iso: str) -> None:
    assert DateReader("dmy").read(cell) == iso and is_date(cell)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("2026-11-31", "“2026-11-31” is not a valid date."),
        ("29 Feb 2026", "“29 feb 2026” is not a valid date."),
        ("13/13/2026", "“13/13/2026” is not a valid date."),
        ("Nov 26", "“Nov 26” is not a date."),
        ("26-Nov", "“26-Nov” is not a date."),
        ("1850-01-01", "“1850-01-01” is out of range (1900 to 2199)."),
        ("2026", "“2026” is not a date."),
        ("12.5", "“12.5” is not a date."),
        ("", "“” is not a date."),
    ],
)
def test_what_is_not_a_date(cell: str, reason: str) -> None:
    with pytest.raises(ValueError) as raised:
        DateReader("dmy").read(cell)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    "price", ["2000.10", "12.2026", "20261127", "2026", "46351", "5-7", "1.234,5", "1,234.56"]
)
def test_a_price_is_not_taken_for_a_date(price: str) -> None:
    assert not is_date(price)


@pytest.mark.parametrize(
    ("cells", "kind", "iso"),
    [
        (["20261126", "20261127"], "day", "2026-11-26"),
        (["202610", "202611"], "month", "2026-10"),
        (["2025", "2026"], "year", "2025"),
        ([46352.0, 46353.0], "serial", "2026-11-26"),
        (["60", "61"], "", ""),
        (["2025", "46353"], "", ""),
        ([], "", ""),
    ],
)
def test_a_column_of_numbers_can_be_dates(cells: list[str | float], kind: str, iso: str) -> None:
    assert weak_kind(cells) == kind
    if kind:
        assert DateReader(weak=kind).read(cells[0]) == iso


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["01/02/2026", "13/02/2026"], "dmy"),
        (["01/02/2026", "02/13/2026"], "mdy"),
        (["2026-11-27"], "dmy"),
        (["05/05/2026"], "dmy"),
        (["01.02.2026"], "dmy"),
    ],
)
def test_the_order_is_that_of_the_whole_column(cells: list[str], order: str) -> None:
    assert find_order(enumerate(cells), None) == order


@pytest.mark.parametrize("cells", [["01/02/2026"], ["01/02/26", "3-4-26"], ["13/02/2026", "02/13/2026"]])
def test_an_order_that_does_not_show_is_asked_for(cells: list[str]) -> None:
    with pytest.raises(Undecided) as raised:
        find_order(enumerate(cells), None)
    assert raised.value.what == "dates"
    assert find_order(enumerate(cells), "mdy") == "mdy"

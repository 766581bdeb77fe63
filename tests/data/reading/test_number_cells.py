"""The prices of cells, and what is asked where the decimal sign does not show."""

import pytest

from explorer.data.reading.number_cells import Amount, NumberReader, find_decimal, is_number
from explorer.data.reading.records import Undecided


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("12", ".", 12),
        ("12.5", ".", 12.5),
        ("1,234.5", ".", 1234.5),
        ("1 234.5", ".", 1234.5),
        ("1\u00a0234\u202f567,5", ",", 1234567.5),
        ("1.234.567,25", ",", 1234567.25),
        ("1'234.50", ".", 1234.5),
        ("1,23,456.50", ".", 123456.5),
        (".5", ".", 0.5),
        ("5.", ".", 5),
        ("$1,200", ".", 1200),
        ("US$ 1,200", ".", 1200),
        ("12,5 €", ",", 12.5),
        ("1.2e3", ".", 1200),
        ("-5", ".", -5),
        ("−5", ".", -5),
        ("(5)", ".", -5),
        (7.25, ",", 7.25),
    ],
)
def test_a_number_of_a_table(cell: str | float, decimal: str, value: float) -> None:
    assert NumberReader(decimal).read(cell) == Amount(value) and is_number(cell)


@pytest.mark.parametrize(
    "cell", ["", None, "-", "–", "n/a", "N.A.", "NA", "#N/A", "nan", "..", "暂无", "null"]
)
def test_a_gap(cell: str | None) -> None:
    assert NumberReader().read(cell) is None and not is_number(cell)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("12.5 e", Amount(12.5, flag="e")),
        ("12.5(p)", Amount(12.5, flag="p")),
        ("420-440", Amount(430, 420, 440)),
        ("1,420 – 1,440", Amount(1430, 1420, 1440)),
        ("420 to 440 e", Amount(430, 420, 440, "e")),
    ],
)
def test_flags_and_ranges(cell: str, amount: Amount) -> None:
    assert NumberReader().read(cell) == amount


@pytest.mark.parametrize(
    "cell",
    ["many", "12%", "1,5", "1.2.3", "12,34,5", "12 5", "5r", "5*", "inf", "1e999", "0x10", "1_000", "5 6 7"],
)
def test_what_is_not_a_number_is_not_read_as_one(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        NumberReader().read(cell)


@pytest.mark.parametrize(
    ("cells", "sign"),
    [
        (["12", "1200"], "."),
        (["1,234", "12.5"], "."),
        (["1.234", "12,5"], ","),
        (["1.234.567"], ","),
        (["1,234", "1,234,567"], "."),
        (["0,123", "1,234"], ","),
        (["1234,567"], ","),
        (["1 234,567"], ","),
        (["1,234.50"], "."),
        ([12.5, "1,234", "99.5"], "."),
        (["3C001.a", "107.5", "107."], "."),
    ],
)
def test_the_decimal_sign_is_that_of_the_whole_table(cells: list[str | float], sign: str) -> None:
    assert find_decimal(enumerate(cells), None) == sign


@pytest.mark.parametrize("cells", [["1.234"], ["1,234", "5,678"], ["1.5", "1,5"], ["1,234.5", "1.234,5"]])
def test_a_sign_that_does_not_show_is_asked_for(cells: list[str]) -> None:
    with pytest.raises(Undecided) as raised:
        find_decimal(enumerate(cells), None)
    assert raised.value.what == "decimal"
    assert find_decimal(enumerate(cells), "comma") == ","

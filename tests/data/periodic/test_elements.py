"""The places of the 118 elements."""

import pytest

from explorer.data.periodic.elements import COLUMNS, ROWS, SYMBOLS, Place, place_of


def test_every_element_has_a_place_of_its_own() -> None:
    places = {place_of(number) for number in range(1, 119)}
    assert len(SYMBOLS) == len(set(SYMBOLS)) == len(places) == 118
    assert all(p.row in range(ROWS) and p.column in range(COLUMNS) for p in places)


@pytest.mark.parametrize(
    ("symbol", "row", "column"),
    [
        ("H", 0, 0),
        ("He", 0, 17),
        ("Be", 1, 1),
        ("B", 1, 12),
        ("Ga", 3, 12),
        ("Y", 4, 2),
        ("La", 5, 2),
        ("Ce", 7, 2),
        ("Lu", 7, 15),
        ("Hf", 5, 3),
        ("U", 8, 4),
        ("Lr", 8, 15),
        ("Rf", 6, 3),
        ("Og", 6, 17),
    ],
)
def test_an_element_is_where_tables_print_it(symbol: str, row: int, column: int) -> None:
    assert place_of(SYMBOLS.index(symbol) + 1) == Place(row, column)


def test_numbers_and_symbols_agree_with_the_metals_on_file(live_store) -> None:
    on_file = {m.atomic_number: m.symbol for m in live_store.metals.values() if m.atomic_number is not None}
    assert on_file and all(SYMBOLS[number - 1] == symbol for number, symbol in on_file.items())

"""The room that the columns of a table need."""

from explorer.models.table import Cell
from explorer.ui.widgets.needed_widths import MAX_LEAST, WORD_MARGIN, NeededWidths
from explorer.ui.widgets.pill import MARGIN


def needs(*rows: tuple[Cell, ...], header: tuple[str, ...] = ("Name",)) -> list[tuple[int, int]]:
    """Return the needs where each letter is one pixel wide."""
    found = NeededWidths(header, len)
    for row in rows:
        found.add_row(row)
    return found.widths()


def test_a_column_needs_its_longest_word_and_its_longest_line():
    assert needs((Cell("rare earths\nand others"),), (Cell("antimony"),)) == [
        (8 + WORD_MARGIN, 11 + WORD_MARGIN)
    ]


def test_without_rows_a_column_needs_its_title():
    assert needs(header=("Name", "Since")) == [(4 + WORD_MARGIN,) * 2, (5 + WORD_MARGIN,) * 2]


def test_days_are_one_word_and_very_long_words_have_a_limit():
    assert needs((Cell("8 Oct 2026"),)) == [(10 + WORD_MARGIN,) * 2]
    assert needs((Cell("x" * 900),)) == [(MAX_LEAST, 900 + WORD_MARGIN)]


def test_a_pill_needs_room_around_it():
    assert needs((Cell("ban", pill="ban"),)) == [(4 + WORD_MARGIN + 2 * MARGIN,) * 2]


def test_the_needs_do_not_depend_on_the_order_of_the_rows():
    rows = [(Cell(text),) for text in ("aaa bb", "b", "cccccc", "aaa bb", "中文字")]
    assert needs(*rows) == needs(*reversed(rows))

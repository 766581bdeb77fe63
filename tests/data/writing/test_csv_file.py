"""Tables as CSV."""

from explorer.data.writing.csv_file import csv_text


def test_cells_are_quoted_where_needed_and_unknown_ones_are_empty() -> None:
    text = csv_text(("name", "value"), [("a, b", 1.5), ('say "x"', None)])
    assert text == 'name,value\n"a, b",1.5\n"say ""x""",\n'

"""Tables as CSV."""

from explorer.data.writing.csv_file import csv_notes, csv_text


def test_cells_are_quoted_where_needed_and_unknown_ones_are_empty() -> None:
    text = csv_text(("name", "value"), [("a, b", 1.5), ('say "x"', None)])
    assert text == 'name,value\n"a, b",1.5\n"say ""x""",\n'


def test_notes_are_lines_that_begin_with_a_sign() -> None:
    assert (
        csv_notes(["World output", "loses 90\N{NARROW NO-BREAK SPACE}%"]) == "# World output\n# loses 90 %\n"
    )

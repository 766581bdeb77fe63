"""Tables and numbers."""

import sys

import pytest

from explorer.commands.support.output import display_width, number, pad, share, table, wrap


def test_a_chinese_character_takes_two_columns() -> None:
    assert display_width("镓 Ga") == 5
    assert display_width("e\u0301") == 1
    assert pad("镓", 4) == "镓  "
    assert pad("7", 3, right=True) == "  7"


def test_table_is_aligned() -> None:
    lines = table(("Name", "t"), [("镓", "5"), ("Gallium", "10 000")], right=(1,)).splitlines()
    assert lines == ["Name          t", "-------  ------", "镓            5", "Gallium  10 000"]
    assert len({display_width(x) for x in lines}) == 1


def test_a_cell_is_one_line() -> None:
    assert table(("A",), [("a\n b\tc",)]).splitlines()[-1] == "a b c"


def test_the_last_column_wraps_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    lines = table(("Id", "Text"), [("a", "word " * 20)]).splitlines()
    assert len(lines) > 3 and all(display_width(x) <= 40 for x in lines)
    assert lines[3].startswith("    word")


def test_wrap_keeps_long_words() -> None:
    assert wrap("a bbbbbbbbbb c", 4) == ["a", "bbbbbbbbbb", "c"]


def test_numbers() -> None:
    assert number(None) == "unknown"
    assert number(0) == "0"
    assert number(1234567.0) == "1 234 567"
    assert (number(9_999), number(10_000), number(-25_000.5)) == ("9999", "10 000", "−25 000.5")
    assert number(0.125) == "0.125"
    assert number(1234.56) == "1234.6"
    assert number(12.3456789) == "12.3457"


def test_percents_do_not_round_to_what_they_are_not() -> None:
    assert [share(v) for v in (None, 0, 0.01, 5.04, 98.7, 99.6, 99.97, 100)] == [
        "unknown", "0 %", "< 0.1 %", "5 %", "99 %", "99.6 %", "> 99.9 %", "100 %",
    ]  # fmt: skip

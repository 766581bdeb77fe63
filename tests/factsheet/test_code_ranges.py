"""Consecutive control codes as ranges."""

import pytest

from explorer.factsheet.facts.code_ranges import ranges


@pytest.mark.parametrize(
    ("codes", "shown"),
    [
        ([], []),
        (["3C001"], ["3C001"]),
        (["3C003.b", "3C003.a"], ["3C003.a", "3C003.b"]),
        (["3C003.a", "3C003.b", "3C003.c", "3E003"], ["3C003.a–c", "3E003"]),
        (["1C909.a.9", "1C909.a.10", "1C909.a.11"], ["1C909.a.9–11"]),
        (["3C001.a", "3C001.b", "3C001.d"], ["3C001.a", "3C001.b", "3C001.d"]),
        (["3C001.a", "3C002.b", "3C003.c"], ["3C001.a", "3C002.b", "3C003.c"]),
        (["3C001.a", "3C001.a", "3C001.b", "3C001.c"], ["3C001.a–c"]),
    ],
)
def test_three_consecutive_codes_are_a_range(codes: list[str], shown: list[str]) -> None:
    assert ranges(codes) == shown

"""Where words are found in a text."""

import pytest

from explorer.data.finding.matching import marks, pieces, stem


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Gallium nitride wafers", ("gallium",), ["Gallium"]),
        ("Gallium nitride wafers", ("gallium nitride",), ["Gallium nitride"]),
        ("samarium-cobalt magnets", ("samarium cobalt",), ["samarium-cobalt"]),
        ("an existing tin mine", ("tin",), ["tin"]),
        ("Sangdong", ("gan",), []),
        ("含GaN的晶片", ("gan",), ["GaN"]),
        ("氮化镓：晶片", ("镓",), ["镓"]),
        ("battery and batteries", ("battery",), ["battery", "batteries"]),
        ("tin, tin", ("tin",), ["tin", "tin"]),
        ("gallium gallium", ("gall", "gallium"), ["gallium", "gallium"]),
        ("nothing", (), []),
    ],
)
def test_words_are_marked_where_they_begin(text: str, words: tuple[str, ...], found: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, words)] == found


def test_a_short_word_can_be_marked_as_a_whole_word_only() -> None:
    assert marks("Ganzhou makes GaN", ("gan",), whole=True) == ((14, 17),)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("magnets", "magnet"),
        ("batteries", "battery"),
        ("glass", "glass"),
        ("gas", "gas"),
        ("status", "status"),
        ("镓", "镓"),
    ],
)
def test_the_singular(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_the_index_is_asked_for_what_both_numbers_contain() -> None:
    assert pieces(("lead-acid battery",)) == ("lead", "acid", "batter")

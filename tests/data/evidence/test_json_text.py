"""JSON without trust: numbers, names and levels that no evidence file has."""

import pytest

from explorer.data.evidence.json_text import MOST_LEVELS, NotJsonError, json_bytes, read_json


def test_what_is_written_is_read_back() -> None:
    value = {"a": [1, 2.5, None, True, "镓 [[[ “"], "b": {"c": []}}
    assert read_json(json_bytes(value)) == value
    assert json_bytes(value) == json_bytes(dict(value))
    assert json_bytes(value).endswith(b"}\n") and "镓".encode() in json_bytes(value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"a": 1, "a": 2}',
        b"[NaN]",
        b"[Infinity]",
        b"\xff\xfe",
        b"[" + b"9" * 5000 + b"]",
        b"[" * 100_000,
        b"[" * (MOST_LEVELS + 1) + b"]" * (MOST_LEVELS + 1),
    ],
)
def test_anything_else_is_not_json(content: bytes) -> None:
    with pytest.raises(NotJsonError):
        read_json(content)


def test_brackets_in_a_text_are_not_levels() -> None:
    assert read_json(json_bytes(["[" * 100, '"[' * 100])) == ["[" * 100, '"[' * 100]

"""Lines of a stream, whatever pieces it comes in."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from explorer.protocol.lines import bounded_lines

MOST = 8


def reader(pieces: list[bytes]) -> Callable[[int], bytes]:
    left = [piece for piece in pieces if piece]
    return lambda _most: left.pop(0) if left else b""


def test_lines_end_where_the_stream_ends_them() -> None:
    assert list(bounded_lines(reader([b"ab\ncd", b"ef\n", b"\ngh"]), MOST)) == [b"ab", b"cdef", b"", b"gh"]
    assert list(bounded_lines(reader([]), MOST)) == []


def test_a_long_line_is_dropped_and_the_next_one_is_read() -> None:
    assert list(bounded_lines(reader([b"123456789\nab\n"]), MOST)) == [None, b"ab"]
    assert list(bounded_lines(reader([b"1234", b"5678", b"9", b"\nab"]), MOST)) == [None, b"ab"]
    assert list(bounded_lines(reader([b"12345678\n"]), MOST)) == [b"12345678"]
    assert list(bounded_lines(reader([b"1234567890"] * 1000), MOST)) == [None]


@given(st.lists(st.binary(max_size=20), max_size=8))
def test_pieces_make_no_difference(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    expected = [line if len(line) <= MOST else None for line in whole.split(b"\n")]
    if expected[-1] == b"":
        expected.pop()
    assert list(bounded_lines(reader(pieces), MOST)) == expected

"""Cells of a CSV file: plain numbers, and words as in the data."""

from explorer.charts.spec import Point


def plain(value: float | None) -> str:
    """Return a number as a program reads it, empty if it is unknown."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def share(value: float | None) -> str:
    """Return a share in per cent with four decimals."""
    return "" if value is None else plain(round(value, 4))


def word_in_place(point: Point) -> str:
    """Return the word in place of a figure as in the data, without the quotation marks of a publisher's word."""
    return point.word_key or (point.word or "").strip("“”")

"""How the columns of a table share its width: by weight, each as wide as its texts need where there is room."""

from collections.abc import Sequence

from msgspec import Struct

MIN_COLUMN = 36


class Column(Struct, frozen=True):
    """What a column needs, in pixels: `least` for its longest word, `whole` for its longest text on one line."""

    least: int = MIN_COLUMN
    whole: int = MIN_COLUMN
    weight: int = 1


def column_widths(width: int, columns: Sequence[Column]) -> list[int]:
    """Return widths that add up to `width`, in pixels.

    No column is below `least` while the width suffices, and none is above `whole` while another one has to wrap.
    """
    least = _reduced([column.least for column in columns], width)
    whole = [max(column.whole, low) for column, low in zip(columns, least, strict=True)]
    if sum(whole) <= width:
        return _spread(whole, columns, width)
    fixed: dict[int, int] = {}
    while len(fixed) < len(columns):
        shares = _shares(width - sum(fixed.values()), columns, fixed)
        bounded = {i: min(max(share, least[i]), whole[i]) for i, share in shares.items()}
        excess = sum(bounded.values()) - sum(shares.values())
        if excess == 0:
            fixed |= bounded
        else:  # what is taken from the others, or left to them, changes their shares
            fixed |= {i: size for i, size in bounded.items() if (size - shares[i]) * excess > 0}
    return [fixed[i] for i in range(len(columns))]


def _shares(width: int, columns: Sequence[Column], fixed: dict[int, int]) -> dict[int, int]:
    """Return the shares of the columns that are not fixed; they add up to the width."""
    free = [i for i in range(len(columns)) if i not in fixed]
    sizes = _spread([0] * len(free), [columns[i] for i in free], width)
    return dict(zip(free, sizes, strict=True))


def _spread(sizes: Sequence[int], columns: Sequence[Column], width: int) -> list[int]:
    """Return sizes with what the width has beyond them, shared by weight."""
    extra, total = width - sum(sizes), sum(column.weight for column in columns) or 1
    spread = [size + extra * column.weight // total for size, column in zip(sizes, columns, strict=True)]
    if spread:
        spread[-1] += width - sum(spread)  # what the division leaves over
    return spread


def _reduced(least: Sequence[int], width: int) -> list[int]:
    """Return widths that fit, taken off the widest ones: there a long word is cut."""
    reduced = list(least)
    while sum(reduced) > width and max(reduced) > MIN_COLUMN:
        reduced[reduced.index(max(reduced))] -= 1
    return reduced

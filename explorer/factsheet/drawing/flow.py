"""Blocks in their order on as many pages as they take."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from explorer.factsheet.drawing.primitives import Block, stacked

NOTHING = Block(0)


class Row(Struct, frozen=True):
    """A block that is not divided; `heads` are repeated above it where it begins a page, `gap` is the room above it."""

    block: Block
    heads: Block = NOTHING
    gap: float = 0.0


def pages(rows: Iterable[Row], height: float) -> Iterator[Block]:
    """Yield the rows as pages of a height, each as soon as it is full."""
    page: list[Block] = []
    used = 0.0
    for row in rows:
        needed = row.gap + row.block.height
        if page and used + needed > height:
            yield stacked(page)
            page = [row.heads] if row.heads.height else []
            used, needed = row.heads.height, row.block.height
        if page and needed > row.block.height:
            page.append(Block(row.gap))
        page.append(row.block)
        used += needed
    if page:
        yield stacked(page)

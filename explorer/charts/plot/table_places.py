"""How an image of the periodic table is arranged: the elements in their places, or in their order where space is short.

Each arrangement has a least height; the first one for which there is room is drawn, stretched to the room.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from explorer.charts.plot.table_arrangement import (
    INSET,
    SPACE,
    Arrangement,
    Element,
    Material,
    Place,
    text_width,
)
from explorer.charts.plot.table_legend import legend_entries
from explorer.charts.plot.table_texts import Lines, TableTexts, material_name, name_width, value_width
from explorer.charts.spec import ColouredTiles
from explorer.data.periodic.colourings import STATUS
from explorer.data.periodic.elements import COLUMNS, PERIODS
from explorer.data.periodic.layout import MATERIAL_COLUMNS
from explorer.data.periodic.value_tile import ValueTile

LEAST_COLUMNS = 6
EVEN_STEPS, ROUNDING = 16, 0.1
Part = tuple[ValueTile, Lines, float]  # with the width that it needs


class Arrangements:
    """The arrangements of a table for a width, the best ones first."""

    def __init__(self, table: ColouredTiles, width: float) -> None:
        self._table, self._width = table, width
        self._texts = TableTexts(table)
        self._elements = [t for t in table.tiles if not t.tile.is_material]
        self._materials = [t for t in table.tiles if t.tile.is_material]

    @cached_property
    def least_in_places(self) -> float | None:
        """The least height of an arrangement with every element in its place, None where a value does not fit."""
        return min((a.least_height for a in self.in_places(is_short=True)), default=None)

    @cached_property
    def least_height(self) -> float | None:
        """The least height of any arrangement, None where no value fits."""
        heights = [a.least_height for a in self.in_order(is_short=True)]
        if self.least_in_places is not None:
            heights.append(self.least_in_places)
        return min(heights, default=None)

    def every(self) -> Iterator[Arrangement]:
        """Yield all arrangements."""
        return chain(
            self.in_places(), self.in_places(is_short=True), self.in_order(), self.in_order(is_short=True)
        )

    def in_places(self, *, is_short: bool = False) -> Iterator[Arrangement]:
        """Yield those with every element in its place, then without the rows that have no data."""
        known = {t.tile.row for t in self._elements if t.value is not None}
        for tiles in (self._elements, [t for t in self._elements if t.tile.row in known]):
            lines = self._lines(tiles, COLUMNS, is_short=is_short)
            below = [number for number, t in enumerate(tiles) if t.tile.row > PERIODS]
            if lines is not None:
                elements = [*zip(tiles, _in_table(tiles), lines, strict=True)]
                gap_row = min((elements[number][1][1] for number in below), default=None)
                yield from self._with_materials(COLUMNS, elements, is_short=is_short, gap_row=gap_row)

    def in_order(self, *, is_short: bool = False) -> Iterator[Arrangement]:
        """Yield those with the elements on file one after the other; short ones at last without unknown values."""
        tiles = [t for t in self._elements if t.value is not None]
        for only_known in (False, True) if is_short else (False,):
            shown = [t for t in tiles if _is_shown(t, only_known=only_known)]
            for columns in range(LEAST_COLUMNS, COLUMNS + 1):
                lines = self._lines(shown, columns, is_short=is_short)
                if lines is not None:
                    places = [(number % columns, number // columns) for number in range(len(shown))]
                    elements = [*zip(shown, places, lines, strict=True)]
                    yield from self._with_materials(
                        columns, elements, is_short=is_short, only_known=only_known
                    )

    def for_height(self, height: float) -> Arrangement:
        """Return the first arrangement for which there is room, otherwise the lowest."""
        fitting = (a for a in self.every() if a.least_height <= height)
        return next(fitting, None) or min(self.every(), key=lambda a: a.least_height)

    def _with_materials(
        self,
        columns: int,
        elements: Sequence[Element],
        *,
        is_short: bool,
        gap_row: int | None = None,
        only_known: bool = False,
    ) -> Iterator[Arrangement]:
        """Yield the arrangement of elements with the materials below them, none where these do not fit."""
        materials = self._below(columns, is_short=is_short, only_known=only_known)
        if materials is not None:
            numbered = is_short and self._table.colouring == STATUS
            yield Arrangement(
                self._width,
                columns,
                tuple(elements),
                materials,
                legend_entries(
                    self._table, numbered=numbered, complete=gap_row is not None, only_known=only_known
                ),
                is_short,
                gap_row,
            )

    def _lines(self, tiles: Sequence[ValueTile], columns: int, *, is_short: bool) -> list[Lines] | None:
        width = text_width(self._width / columns)
        return self._texts.short(tiles, width) if is_short else self._texts.words(tiles, width)

    def _below(self, columns: int, *, is_short: bool, only_known: bool) -> tuple[Material, ...] | None:
        """Return the materials with their places and their values in one line; None where they do not fit."""
        tiles = [t for t in self._materials if _is_shown(t, only_known=only_known)]
        if is_short:
            lines = self._texts.short(tiles, self._width)
            assert lines is not None
            return tuple(_flowed(tiles, lines, self._width))
        for count in range(max(1, columns // MATERIAL_COLUMNS), 0, -1):
            width = self._width / count
            lines = self._texts.words(tiles, text_width(width), 1)
            if lines is not None and all(material_name(tile, text_width(width)) for tile in tiles):
                places = ((number // count, number % count * width) for number in range(len(tiles)))
                return tuple(
                    Material(tile, row, x, width, texts)
                    for tile, (row, x), texts in zip(tiles, places, lines, strict=True)
                )
        return None


def _is_shown(tile: ValueTile, *, only_known: bool) -> bool:
    return not only_known or (tile.value is not None and tile.value.is_known)


def _in_table(tiles: Sequence[ValueTile]) -> list[Place]:
    """Return the places of elements in the periodic table, without the rows that have none of them."""
    rows = {row: number for number, row in enumerate(sorted({t.tile.row for t in tiles}))}
    return [(t.tile.column, rows[t.tile.row]) for t in tiles]


def _flowed(tiles: Sequence[ValueTile], lines: Sequence[Lines], width: float) -> Iterator[Material]:
    """Yield materials in rows, each as wide as its name and value, widened so that the rows are full."""
    parts = [(tile, texts, _needed(tile, texts)) for tile, texts in zip(tiles, lines, strict=True)]
    for number, row in enumerate(_even_rows(parts, width)):
        more = (width - sum(wide for _, _, wide in row)) / len(row)
        x = 0.0
        for tile, texts, wide in row:
            yield Material(tile, number, x, wide + more, texts)
            x += wide + more


def _even_rows(parts: Sequence[Part], width: float) -> list[list[Part]]:
    """Return parts in as few rows as a width allows, of about the same length."""
    rows = _rows(parts, width)
    total = sum(wide for _, _, wide in parts)
    limits = (total / max(1, len(rows)) + step * width / EVEN_STEPS for step in range(EVEN_STEPS))
    even = (_rows(parts, limit) for limit in limits if limit < width)
    return next((found for found in even if len(found) == len(rows)), rows)


def _rows(parts: Sequence[Part], width: float) -> list[list[Part]]:
    rows: list[list[Part]] = []
    for part in parts:
        if not rows or sum(wide for _, _, wide in rows[-1]) + part[2] > width:
            rows.append([])
        rows[-1].append(part)
    return rows


def _needed(tile: ValueTile, texts: Lines) -> float:
    value = sum(map(value_width, texts)) + 2 * INSET if texts else 0.0
    return name_width(tile.tile.sign) + value + 2 * (SPACE + INSET) + ROUNDING

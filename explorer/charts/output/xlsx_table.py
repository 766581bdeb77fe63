"""The figures of a chart as a workbook: a sheet of figures, one of sources, one of notes."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from explorer.charts.output.csv_file import head_lines
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec
from explorer.data.writing.xlsx_file import Cell, Column, Sheet, workbook_bytes
from explorer.language import gettext

_NUMBERS = frozenset(("x", "value", "low", "high", "share_pct", "value_share_pct", "published"))
_DATES = frozenset(("date", "from", "to"))


def xlsx_table(spec: ChartSpec, command: str, own_title: str = "", own_note: str = "") -> bytes:
    """Return the columns of the CSV file with figures as numbers and days as dates; every other cell is text."""
    heads, *rows = shape_of(spec).csv_rows()
    kinds = [_kind(head) for head in heads]
    figures = Sheet(
        gettext("Figures"),
        [Column(head, kind) for head, kind in zip(heads, kinds, strict=True)],
        [_typed(row, kinds) for row in rows],
    )
    sources = Sheet(
        gettext("Sources"),
        [Column("source_id"), Column("publisher"), Column("title")],
        [
            *((s.source_id, s.publisher, s.title) for s in spec.sources),
            *([("", spec.own_sources, "")] if spec.own_sources else []),
        ],
    )
    lines = head_lines(spec, command, own_title, own_note)
    about = Sheet(gettext("About"), [Column("about")], [(line,) for line in lines])
    return workbook_bytes((figures, sources, about))


def _kind(head: str) -> Literal["text", "number", "date"]:
    return "number" if head in _NUMBERS else "date" if head in _DATES else "text"


def _typed(row: Sequence[str], kinds: Sequence[str]) -> list[Cell]:
    """Return the cells of a row with the types of their columns; a month or a word stays text."""
    return [_cell(text, kind) for text, kind in zip(row, kinds, strict=True)]


def _cell(text: str, kind: str) -> Cell:
    try:
        if kind == "number" and text:
            return float(text)
        if kind == "date" and text:
            return date.fromisoformat(text)
    except ValueError:
        return text
    return text

"""The lines of a parts list from a list of codes as it was read, and the other way round."""

from explorer.data.controls.code_text import normalise
from explorer.data.reading.code_list import ONLY_COLUMN, CodeList
from explorer.data.reading.line_list import ListLine, cell_text
from explorer.data.user.parts_records import PartsLine, PartsList
from explorer.errors import KnownError

PART_COLUMN = "part"
BadLine = tuple[int, str]  # its number, and why its code can't be read


def parts_lines(codes: CodeList) -> tuple[tuple[PartsLine, ...], tuple[BadLine, ...]]:
    """Return the lines with a valid code, with the text of their other columns, and the lines without one."""
    lines, bad = [], []
    for line in codes.lines:
        try:
            code = codes.code(line)
            normalise(code)
        except KnownError as error:
            bad.append((line.number, str(error)))
        else:
            others = [cell_text(cell) for n, cell in enumerate(line.cells) if n != codes.column]
            lines.append(PartsLine(line.number, code, "; ".join(text for text in others if text)))
    return tuple(lines), tuple(bad)


def code_list(parts: PartsList) -> CodeList:
    """Return a saved parts list as a list of codes, which Code check shows; its name is that of the list."""
    if not any(line.part for line in parts.lines):
        lines = tuple(ListLine(line.number, (line.code,)) for line in parts.lines)
        return CodeList(parts.facts.name, (ONLY_COLUMN,), False, lines, 0)
    lines = tuple(ListLine(line.number, (line.part, line.code)) for line in parts.lines)
    return CodeList(parts.facts.name, (PART_COLUMN, ONLY_COLUMN), False, lines, 1)

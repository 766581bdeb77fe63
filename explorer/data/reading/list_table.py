"""A checked list as a table: the number of each line, its own cells, the added ones, and why it can't be checked."""

from collections.abc import Iterable, Iterator, Sequence

from explorer.data.reading.line_list import LineList, ListLine, cell_text

LINE, ERROR = "line", "error"


def distinct_names(names: Sequence[str]) -> list[str]:
    """Return the names of columns, each once: the second `code` becomes `code 2`."""
    keys: dict[str, None] = {}
    counts: dict[str, int] = {}
    for name in names:
        count = counts.get(name, 0) + 1
        while (key := f"{name} {count}" if count > 1 else name) in keys:
            count += 1
        counts[name], keys[key] = count, None
    return [*keys]


def added_name(name: str, names: Sequence[str]) -> str:
    """Return the name of an added column, with a prefix where the list has a column with that name."""
    return f"checked_{name}" if name in names else name


def header(lines: LineList, added: Iterable[str]) -> list[str]:
    """Return the number of the line, the columns of the list, the added columns, and the reason without a verdict."""
    names = distinct_names(lines.names)
    return [added_name(LINE, names), *names, *(added_name(name, names) for name in (*added, ERROR))]


def rows(lines: LineList, answers: Iterable[tuple[ListLine, Sequence[str], str]]) -> Iterator[list[str]]:
    """Yield the rows under the header, each from a line, its added cells and the reason without a verdict.

    Cells beyond the columns of the list are joined to the last one.
    """
    width = len(lines.names)
    for line, added, fault in answers:
        texts = [cell_text(cell) for cell in line.cells]
        texts += [""] * (width - len(texts))
        if len(texts) > width:
            texts = [*texts[: width - 1], "; ".join(filter(None, texts[width - 1 :]))]
        yield [str(line.number), *texts, *added, fault]

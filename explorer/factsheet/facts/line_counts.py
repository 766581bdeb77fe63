"""How many lines a checked list has, and how many have each verdict."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from explorer.data.numbers import exact
from explorer.language import gettext, list_of, ngettext, paragraph


def count_lines(
    groups: Sequence[str], order: Iterable[str], name_of: Callable[[str], str], file_name: str
) -> str:
    """Return the number of lines, by the groups of their answers in an order, with the file that they are from."""
    counts, total = Counter(groups), len(groups)
    first = ngettext("{count} line.", "{count} lines.", total)
    if file_name:
        first = ngettext("{count} line from {file}.", "{count} lines from {file}.", total)
    parts = [
        gettext("{name}: {count}").format(name=name_of(group), count=exact(counts[group]))
        for group in order
        if counts[group]
    ]
    named = gettext("{counts}.").format(counts=list_of(parts)) if parts else ""
    return paragraph((first.format(count=exact(total), file=file_name), named))

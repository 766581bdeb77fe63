"""The line on parts lists that have changed, which a start needs without all other texts."""

from collections.abc import Sequence

from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.parts.records import PartsResult
from explorer.errors import quoted
from explorer.language import list_of, ngettext


def notice_text(results: Sequence[PartsResult]) -> str:
    """Return the line on lists with different verdicts since the last check, empty where there is none."""
    changed = [result for result in results if result.changes]
    if not changed:
        return ""
    count = sum(len(result.changes) for result in changed)
    if len(changed) == 1:
        text = ngettext(
            "{count} verdict in your parts list {name} differs from that on {since}.",
            "{count} verdicts in your parts list {name} differ from those on {since}.",
            count,
        )
        [only] = changed
        return text.format(count=exact(count), name=quoted(only.parts.facts.name), since=show(only.since))
    text = ngettext(
        "{count} verdict in your parts lists {names} differs from the last check.",
        "{count} verdicts in your parts lists {names} differ from the last check.",
        count,
    )
    return text.format(count=exact(count), names=list_of([quoted(r.parts.facts.name) for r in changed]))

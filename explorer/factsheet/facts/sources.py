"""The sources of a fact sheet: which of them a fact names, and how the list shows them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from explorer.charts.builders.sources import source_rank
from explorer.data.dates import show
from explorer.data.records import Source
from explorer.data.store import Store
from explorer.language import gettext

SHORT_ADDRESS = 44


def ranked(store: Store, source_ids: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the foremost sources in the order of the facts, after entries of the user and official ones."""
    ids = sorted(dict.fromkeys(source_ids), key=lambda i: source_rank(store.sources[i]))
    return tuple(ids[:most])


def line(source: Source) -> str:
    """Return publisher, title and date of a source as one line."""
    text = gettext("{publisher}, “{title}”, {day}.") if source.date else gettext("{publisher}, “{title}”.")
    return text.format(publisher=source.publisher, title=source.title, day=_day(source.date))


def _day(partial: str | None) -> str:
    """Return a date as text; a period is returned unchanged."""
    return show(partial) if partial and "/" not in partial else partial or ""


def address(source: Source) -> str:
    """Return the address of a source; a long one is shortened to its site."""
    if not source.url:
        return ""
    parts = urlsplit(source.url)
    site = parts.netloc.removeprefix("www.")
    full = f"{site}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")
    return full if len(full) <= SHORT_ADDRESS else site

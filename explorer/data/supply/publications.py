"""The publications that figures are from: one name for each, in every view, chart, answer and file."""

from collections import defaultdict
from collections.abc import Iterable

from explorer.data.words import publisher_name
from explorer.language import gettext, gettext_noop, list_of

# By the word with which an edition of the data begins.
_TITLES = {
    "MCS": gettext_noop("USGS Mineral Commodity Summaries"),
    "MYB": gettext_noop("USGS Minerals Yearbook"),
    "OFR": gettext_noop("USGS Open-File Report"),
    "DS140": gettext_noop("USGS Data Series 140"),
    "BGS WMS": gettext_noop("BGS World Mineral Statistics"),
    "WMD": gettext_noop("World Mining Data"),
}


def publication(edition: str | None, publisher: str = "") -> str:
    """Return the name of a publication: `USGS Mineral Commodity Summaries 2026` for the edition `MCS 2026`.

    Without an edition it is the name of the publisher of figures, empty without either.
    """
    if not edition:
        return publisher_name(publisher) if publisher else ""
    title, number = _title_and_edition(edition)
    return _named(title, [number])


def publications(editions: Iterable[str | None]) -> str:
    """Return the names of publications in order, separated by commas; several editions of one share its name."""
    by_title: dict[str, list[str]] = defaultdict(list)
    for title, number in sorted({_title_and_edition(edition) for edition in editions if edition}):
        by_title[title].append(number)
    return ", ".join(_named(title, numbers) for title, numbers in by_title.items())


def _title_and_edition(edition: str) -> tuple[str, str]:
    """Return the title of a publication and its edition, empty where the data have none."""
    for begin, title in _TITLES.items():
        if edition == begin or edition.startswith(f"{begin} "):
            return gettext(title), edition.removeprefix(begin).strip()
    return edition, ""


def _named(title: str, editions: list[str]) -> str:
    """Return a title with its editions: `USGS Mineral Commodity Summaries 2026 and 2026 v1.3`."""
    named = [edition for edition in editions if edition]
    if not named:
        return title
    return gettext("{publication} {edition}").format(publication=title, edition=list_of(named))

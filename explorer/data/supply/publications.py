"""The publications that figures are from: one name for each, in every view, chart, answer and file."""

from collections.abc import Iterable

from explorer.data.words import publisher_name
from explorer.language import gettext, gettext_noop

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
    for begin, title in _TITLES.items():
        if edition == begin:
            return gettext(title)
        if edition.startswith(f"{begin} "):
            text = gettext("{publication} {edition}")
            return text.format(publication=gettext(title), edition=edition.removeprefix(f"{begin} "))
    return edition


def publications(editions: Iterable[str | None]) -> str:
    """Return the names of publications, each once and in order, separated by commas."""
    return ", ".join(sorted({publication(edition) for edition in editions if edition}))

"""The addresses of the official text of a document, with whether the page was opened and what was read."""

import re

from msgspec import Struct

from explorer.data.controls.legal_texts import texts_by_subject
from explorer.data.controls.wording import ADDRESS, note_words
from explorer.data.records import Instrument, Source
from explorer.data.store import Store

# How the notes say that not the page itself was read, but a copy, or that only its address is known.
_NOT_OPENED = re.compile(
    r"\bpages?( itself)?,?( was| were)? not opened|not on the ministry page itself|"
    r"\baddress(es)?\b[^;]*\b(from|through|by)\b|\bread (through|in the (summary|generated copy))\b|"
    r"\bcontent taken from\b",
    re.IGNORECASE,
)
# The same as a clause of its own, which says no more than that.
_ONLY_NOT_OPENED = re.compile(
    r"(?:^|[;,] )the (?:ministry )?page(?: itself)?(?: was)? not opened(?=;|$)", re.IGNORECASE
)
# The last one is the notice behind an entry of the user.
_OFFICIAL_KINDS = ("official", "law", "own")


class Address(Struct, frozen=True):
    """An address with the title of what is there and the note on how it was read.

    `not_opened` is set where the data say that the page itself was not opened. `own` is set where it is the address of
    the document itself; others are of official texts about it.
    """

    url: str
    title: str
    not_opened: bool
    own: bool
    note: str
    source_ids: tuple[str, ...]


def addresses(store: Store, instrument: Instrument) -> tuple[Address, ...]:
    """Return the addresses of a document, its own ones first; each address once."""
    found: dict[str, Address] = {}
    for text in texts_by_subject(store, "instrument").get(instrument.instrument_id, ()):
        if text.article == ADDRESS and _is_web_address(text.text):
            not_opened = bool(_NOT_OPENED.search(text.note or ""))
            note = note_words(store, text.note)
            title = instrument.number or instrument.title_en
            found[text.text] = Address(text.text, title, not_opened, True, note, text.source_ids)
    official = [s for s in map(store.sources.__getitem__, instrument.source_ids) if _is_official(s)]
    for source in sorted(official, key=lambda s: not _is_of(s, instrument)):
        url = source.url or ""
        known = found.get(url)
        not_opened = bool(_NOT_OPENED.search(source.note or "")) or (known is not None and known.not_opened)
        own = _is_of(source, instrument) or (known is not None and known.own)
        note = note_words(store, source.note)
        found[url] = Address(url, source.title, not_opened, own, note, (source.source_id,))
    return tuple(sorted(found.values(), key=lambda a: not a.own))


def how_read(address: Address) -> str:
    """Return how an address was read, without the words that its page was not opened."""
    return _ONLY_NOT_OPENED.sub("", address.note).strip("; ") if address.not_opened else address.note


def own_address(found: tuple[Address, ...]) -> Address | None:
    """Return the first address of the document itself, None without any."""
    return next((a for a in found if a.own), None)


def _is_official(source: Source) -> bool:
    return source.kind in _OFFICIAL_KINDS and _is_web_address(source.url or "")


def _is_web_address(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _is_of(source: Source, instrument: Instrument) -> bool:
    """Return whether a source is the document itself, by the beginning of its title."""
    names = (instrument.number, instrument.title_en)
    return any(source.title.startswith(name) for name in names if name)

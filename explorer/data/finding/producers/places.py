"""The places that a text means, which can be set as destination or origin, and what is on file about them."""

import re
from collections.abc import Iterator
from functools import partial

from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.full_text import TITLE, Record
from explorer.data.finding.place_lookup import PlaceLookup
from explorer.data.finding.producers.metals import metal_row
from explorer.data.finding.producers.records import site_row
from explorer.data.finding.rows import METALS, SET_DESTINATION, SET_ORIGIN, SITES, VIEW, Action, Row
from explorer.data.places import is_on_file, place_name
from explorer.data.store import Store
from explorer.language import gettext, ngettext

_FROM = re.compile(r"(?:from|out of)\s+(.+)|[从自由]\s*(.+)", re.IGNORECASE)
_TO = re.compile(r"(?:to|into)\s+(.+)|[到至往向]\s*(.+)", re.IGNORECASE)
_SHORTEST = 3
# Other names of two letters are symbols of elements or words.
_SHORT_NAMES = ("US", "UK", "EU")


def candidates(request: Request) -> Iterator[Candidate]:
    """Yield the destination and the origin to set; `from` and `to` before the name say which of the two is meant."""
    text = request.query.text
    source, target = _FROM.fullmatch(text), _TO.fullmatch(text)
    lookup = PlaceLookup.of(request.store)
    if source is not None:
        yield from _origins(
            request, _origins_of(request.store, lookup.meant(source[1] or source[2])), Rank.EXACT
        )
        return
    if target is not None:
        yield from _destinations(request, lookup.destinations(target[1] or target[2]), Rank.EXACT)
        return
    exact = lookup.destinations(text) if _is_name(text) else ()
    if exact:
        yield from _destinations(request, exact, Rank.EXACT)
        yield from _origins(request, _origins_of(request.store, lookup.meant(text)), Rank.EXACT)
        yield from _sites(request, exact)
    elif _is_name(text):
        yield from _destinations(request, lookup.beginning(text), Rank.RECORD_TITLE)


def _is_name(text: str) -> bool:
    return len(text) >= _SHORTEST or not text.isascii() or text.upper() in _SHORT_NAMES


def _origins_of(store: Store, places: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(place for place in places if is_on_file(store, place))


def _destinations(request: Request, places: tuple[str, ...], rank: Rank) -> Iterator[Candidate]:
    for position, place_id in enumerate(places):
        order = place_id == request.context.origin, 0, position
        make = partial(_destination_row, request, place_id)
        yield Candidate(rank, VIEW, SET_DESTINATION, place_id, make, order)


def _origins(request: Request, places: tuple[str, ...], rank: Rank) -> Iterator[Candidate]:
    """Yield the origins, and the metals that measures of one of them target."""
    for position, place_id in enumerate(places):
        metals = _controlled(request.store, place_id)
        make = partial(_origin_row, request, place_id, len(metals))
        yield Candidate(rank, VIEW, SET_ORIGIN, place_id, make, (False, 1, position))
        if place_id != request.context.origin and len(places) == 1:
            for number, metal_id in enumerate(metals):
                row = partial(metal_row, request, metal_id)
                yield Candidate(Rank.RELATED, METALS, "metal", metal_id, row, (number,))


def _controlled(store: Store, origin: str) -> list[str]:
    """Return the metals that measures of an origin target."""
    measures = [m for m in store.measures.values() if m.jurisdiction == origin]
    return [metal_id for metal_id in store.metals if any(m.target(metal_id) for m in measures)]


def _sites(request: Request, places: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield the producers and projects in the places."""
    for kind in ("producer", "project"):
        marks = ", ".join("?" for _ in places)
        rows = request.store.query(
            "SELECT key, metal_id, title, title_zh, body FROM search WHERE kind = ? AND key IN "
            f"(SELECT {kind}_id FROM {kind}s WHERE country_id IN ({marks})) ORDER BY title, key",
            kind,
            *places,
        )
        for position, (key, metal_id, title, title_zh, body) in enumerate(rows):
            record = Record(kind, key, metal_id, title, title_zh or "", body, TITLE)
            make = partial(site_row, request, record)
            yield Candidate(Rank.SUPPLIERS, SITES, kind, key, make, (position,))


def _destination_row(request: Request, place_id: str) -> Row:
    title = gettext("Set the destination to {place}").format(place=place_name(request.store, place_id))
    return Row(
        kind=SET_DESTINATION,
        key=place_id,
        group=VIEW,
        title=title,
        detail=gettext("Shows what applies to exports to this destination."),
        action=Action(SET_DESTINATION, destination=place_id),
        title_marks=request.marks(title),
    )


def _origin_row(request: Request, place_id: str, metals: int) -> Row:
    title = gettext("Set the origin to {place}").format(place=place_name(request.store, place_id))
    detail = ngettext(
        "Measures of this origin on {count} metal are on file.",
        "Measures of this origin on {count} metals are on file.",
        metals,
    ).format(count=metals)
    return Row(
        kind=SET_ORIGIN,
        key=place_id,
        group=VIEW,
        title=title,
        detail=detail if metals else gettext("Shows what applies to exports from this origin."),
        action=Action(SET_ORIGIN, origin=place_id),
        title_marks=request.marks(title),
    )

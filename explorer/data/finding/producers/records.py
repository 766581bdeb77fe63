"""The records whose texts contain a text: items, uses, claims, producers, projects, named parties and sources."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from explorer.data.controls.legal_records import Listing
from explorer.data.controls.listings import listing_words
from explorer.data.dates import show
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.full_text import BEGINS, PHRASE, TITLE, Record, excerpt
from explorer.data.finding.producers.items import item_row
from explorer.data.finding.rows import (
    CLAIMS,
    ITEMS,
    OPEN_CLAIM,
    OPEN_DOCUMENT,
    OPEN_METAL,
    OPEN_SOURCE,
    PARTIES,
    SITES,
    SOURCES,
    USES,
    Action,
    Row,
)
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.data.terms import verdict_word
from explorer.data.words import instrument_name, measure_kind
from explorer.language import gettext


def candidates(request: Request, records: Iterable[Record]) -> Iterator[Candidate]:
    """Yield the records, each under the heading of its kind."""
    for record in records:
        make = _ROWS.get(record.kind)
        if make is not None:
            group = _GROUPS[record.kind]
            order = *_own_order(request, record), record.place, record.title.casefold(), record.key
            row = partial(make, request, record)
            yield Candidate(_rank(request, record), group, record.kind, record.key, row, order)


def _rank(request: Request, record: Record) -> Rank:
    in_title = record.place <= TITLE
    is_phrase = " " in request.query.plain and not request.query.metals
    if record.kind == "claim" and record.place <= BEGINS and is_phrase:
        return Rank.SAME_TITLE
    if record.kind == "item" and in_title:
        return Rank.ITEM_TITLE
    if record.kind in ("producer", "project", "party"):
        return Rank.SUPPLIERS if not in_title else Rank.RECORD_TITLE
    if record.kind == "use" and in_title:
        return Rank.USE_TITLE
    return Rank.RECORD_TITLE if in_title else Rank.TEXT


def _own_order(request: Request, record: Record) -> tuple[object, ...]:
    """Return what comes before the title in the order: items of the origin and of the target metal first."""
    if record.kind != "item":
        return ()
    item = request.store.items[record.key]
    other = request.store.measures[item.measure_id].jurisdiction != request.context.origin
    return record.place > PHRASE, other, item.relation != "target"


def _item(request: Request, record: Record) -> Row:
    return item_row(request, request.store.items[record.key])


def _use(request: Request, record: Record) -> Row:
    detail = _detail(request, record, short_name(request.store.metal(record.metal_id)))
    return _row(request, record, USES, detail, Action(OPEN_METAL, metal=record.metal_id, tab="uses"))


def site_row(request: Request, record: Record) -> Row:
    """Return the row of a producer or project."""
    detail = _detail(request, record, short_name(request.store.metal(record.metal_id)))
    return _row(request, record, SITES, detail, Action(OPEN_METAL, metal=record.metal_id, tab="supply"))


def _claim(request: Request, record: Record) -> Row:
    claim = next(c for c in request.store.claims if c.claim_id == record.key)
    detail = gettext("Checked: {verdict}").format(verdict=verdict_word(claim.verdict))
    return _row(request, record, CLAIMS, detail, Action(OPEN_CLAIM, record=record.key))


def party_row(request: Request, record: Record) -> Row:
    """Return the row of a named party, which leads to the latest notice that names it."""
    store = request.store
    listings = sorted(store.rows(Listing, party_id=record.key), key=lambda x: x.listed, reverse=True)
    notices = [_notice(request, listing) for listing in listings]
    document = store.measures[listings[0].measure_id].instrument_id if listings else ""
    action = Action(OPEN_DOCUMENT, record=document) if document else None
    return _row(request, record, PARTIES, "; ".join(notices), action)


def _notice(request: Request, listing: Listing) -> str:
    """Return which notice names a party, with the day of the listing and its state."""
    measure = request.store.measures[listing.measure_id]
    entry = gettext("{notice}: {kind}, listed on {day}; {state}")
    return entry.format(
        notice=instrument_name(measure.instrument),
        kind=measure_kind(measure),
        day=show(listing.listed),
        state=listing_words(listing, measure, request.context.as_of),
    )


def _source(request: Request, record: Record) -> Row:
    source = request.store.sources[record.key]
    detail = " · ".join(part for part in (source.publisher, show(source.date)) if part)
    return _row(request, record, SOURCES, detail, Action(OPEN_SOURCE, record=record.key))


def _row(request: Request, record: Record, group: str, detail: str, action: Action | None) -> Row:
    detail = detail if record.kind == "party" else request.with_chinese(record.title, detail, record.title_zh)
    title = (
        f"{record.title} {record.title_zh}" if record.title_zh and record.kind == "party" else record.title
    )
    return Row(
        kind=record.kind,
        key=record.key,
        group=group,
        title=title,
        detail=detail,
        title_zh=record.title_zh,
        metal_id=record.metal_id,
        action=action,
        title_marks=request.marks(title),
        detail_marks=request.marks(detail),
    )


def _detail(request: Request, record: Record, metal: str) -> str:
    """Return the metal of a record, with the line of its text that matches where its title does not."""
    if record.place <= TITLE:
        return metal
    line = excerpt(record, request.query.words)
    return f"{metal} · {line}" if line else metal


_ROWS: dict[str, Callable[[Request, Record], Row]] = {
    "item": _item,
    "use": _use,
    "claim": _claim,
    "producer": site_row,
    "project": site_row,
    "party": party_row,
    "source": _source,
}
_GROUPS = {
    "item": ITEMS,
    "use": USES,
    "claim": CLAIMS,
    "producer": SITES,
    "project": SITES,
    "party": PARTIES,
    "source": SOURCES,
}


def metal_citing(store: Store, source_id: str, shown: str) -> str:
    """Return a metal whose record cites a source, the one shown if it does; empty where none does."""
    return next((m for m in (shown, *store.metals) if m and source_id in store.sources_of(m)), "")

"""The verdicts on names as values for other programs, the same in the window and on the command line."""

from collections.abc import Iterator, Sequence
from typing import Any

from explorer.data.citation import cite
from explorer.data.context import Context
from explorer.data.controls.addresses import Address, addresses, own_address
from explorer.data.dates import first_day
from explorer.data.parties.check import DatedListing, PartyChecker, PartyMatch, PartyVerdict
from explorer.data.parties.checked_list import CheckedName
from explorer.data.parties.texts import cautions, listing_line, matching_words, reasons, source_ids
from explorer.data.reading import list_table
from explorer.data.reading.read_names import NameList
from explorer.data.store import Store
from explorer.data.writing.csv_file import yes_no

ADDED = (
    *(
        "verdict",
        "parties",
        "matching_words",
        "reasons",
        "documents",
        "kinds",
        "listed",
        "states",
        "presumed",
        "your_entry",
    ),
    *("beyond_verified", "source_ids"),
)
SAME, SIMILAR_NAME = "same", "similar"
_Links = dict[str, Address | None]


def as_dict(
    store: Store, checked: Sequence[CheckedName], checker: PartyChecker, context: Context
) -> dict[str, Any]:
    """Return the answers on names as plain values, with what the check is about and what it leaves open."""
    matches = [m for c in checked if c.verdict is not None for m in c.verdict.matches]
    instruments = {x.measure.instrument for m in matches for x in m.listings}
    links = {i.instrument_id: own_address(addresses(store, i)) for i in instruments}
    return {
        "on": context.as_of.isoformat(),
        "from": context.origin,
        "beyond_verified": is_beyond(store, context),
        "lists_on_file": checker.has_lists,
        "names": [_name_dict(c, context, links) for c in checked],
        "not_covered": cautions(store, context, has_lists=checker.has_lists),
        "sources": {i: cite(store.sources[i]) for i in source_ids(matches)},
    }


def is_beyond(store: Store, context: Context) -> bool:
    """Return whether the day is later than the last one checked."""
    return context.as_of > first_day(store.edition.verified_to)


def _name_dict(checked: CheckedName, context: Context, links: _Links) -> dict[str, Any]:
    values: dict[str, Any] = {"line": checked.line.number, "name": checked.text}
    verdict = checked.verdict
    if verdict is None:
        return values | {"verdict": None, "error": checked.fault, "matches": []}
    matches = [_match_dict(verdict, match, context, links) for match in verdict.matches]
    return values | {"verdict": verdict.verdict, "error": None, "matches": matches}


def _match_dict(verdict: PartyVerdict, match: PartyMatch, context: Context, links: _Links) -> dict[str, Any]:
    party, known = match.party, match.found.known
    return {
        "match": SAME if match.is_same else SIMILAR_NAME,
        "party_id": party.party_id,
        "name_en": party.name_en,
        "name_zh": party.name_zh,
        "aliases": list(party.aliases),
        "country_id": party.country_id,
        "matched_name": known.name.text,
        "matching_words": matching_words(verdict.name, match),
        "reasons": reasons(verdict.name, match),
        "is_listed": match.is_listed,
        "listings": [_listing_dict(x, context, links) for x in match.listings],
        "confidence": party.confidence,
        "note": party.note,
        "source_ids": list(party.source_ids),
    }


def _listing_dict(dated: DatedListing, context: Context, links: _Links) -> dict[str, Any]:
    listing, measure, state = dated.listing, dated.measure, dated.state
    instrument = measure.instrument
    address = links[instrument.instrument_id]
    return {
        "measure_id": measure.measure_id,
        "document": instrument.instrument_id,
        "number": instrument.number,
        "title_en": instrument.title_en,
        "title_zh": instrument.title_zh,
        "kind": measure.kind,
        "list_no": listing.list_no,
        "listed": listing.listed,
        "state": state.name,
        "presumed": state.presumed,
        "your_entry": state.your_entry,
        "until": state.until,
        "since": state.since,
        "text": listing_line(dated, context),
        "url": address.url if address is not None else None,
        "page_not_opened": address.not_opened if address is not None else None,
        "confidence": listing.confidence,
        "note": listing.note,
        "source_ids": list(listing.source_ids),
    }


def stem(context: Context) -> str:
    """Return the name of a file without its suffix: `names-CHN-2026-11-24`."""
    return f"names-{context.origin}-{context.as_of.isoformat()}"


def header(names: NameList) -> list[str]:
    """Return the number of the line, the columns of the list, the added columns, and the reason without a verdict."""
    return list_table.header(names, ADDED)


def rows(
    store: Store, names: NameList, checked: Sequence[CheckedName], context: Context
) -> Iterator[list[str]]:
    """Yield the rows under the header: the parties with the same name, or, without any, those with similar ones."""
    beyond = yes_no(is_beyond(store, context))
    return list_table.rows(names, ((c.line, _added(c, context, beyond), c.fault) for c in checked))


def _added(checked: CheckedName, context: Context, beyond: str) -> list[str]:
    verdict = checked.verdict
    if verdict is None:
        return [""] * len(ADDED)
    found = verdict.decisive
    listings = [x for m in found for x in m.listings]
    return [
        verdict.verdict,
        _joined(f"{m.party.name_en} ({m.party.party_id})" for m in found),
        _joined(word for m in found for word in matching_words(verdict.name, m)),
        _joined(reason for m in found for reason in reasons(verdict.name, m)),
        _joined(x.measure.instrument_id for x in listings),
        _joined(x.measure.kind for x in listings),
        _joined(x.listing.listed for x in listings),
        _joined(listing_line(x, context) for x in listings),
        yes_no(any(x.state.presumed for x in listings)),
        yes_no(any(x.state.your_entry for x in listings)),
        beyond,
        _joined(source_ids(found)),
    ]


def _joined(texts: Iterator[str] | Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(texts))

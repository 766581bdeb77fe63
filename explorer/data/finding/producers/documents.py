"""The documents that a text means: by number, by a kind of measure on a metal, or by their texts."""

from collections.abc import Iterable, Iterator
from functools import partial

from explorer.data.dates import show
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.document_numbers import documents, whole_number
from explorer.data.finding.full_text import PHRASE, TITLE, Record, excerpt
from explorer.data.finding.rows import DOCUMENTS, OPEN_DOCUMENT, Action, Row
from explorer.data.records import Instrument
from explorer.data.words import instrument_name
from explorer.language import gettext

# Words for kinds of measures; in a text that also names a metal they mean the documents with such a measure on it.
_MEASURE_KINDS = {
    "ban": "prohibition",
    "prohibition": "prohibition",
    "licence": "licence",
    "license": "licence",
    "quota": "quota",
    "technology": "technology",
    "禁令": "prohibition",
    "许可证": "licence",
    "配额": "quota",
}


def candidates(request: Request, records: Iterable[Record]) -> Iterator[Candidate]:
    """Yield the documents that a text means, the surest first."""
    number = whole_number(request.query.text)
    if number is not None:
        for position, instrument in enumerate(documents(request.store, number)):
            yield _candidate(request, Rank.EXACT, (position,), instrument)
    yield from _by_kind(request)
    for record in records:
        if record.kind == "instrument":
            instrument = request.store.instruments[record.key]
            rank = Rank.RECORD_TITLE if record.place <= TITLE else Rank.TEXT
            other = instrument.jurisdiction != request.context.origin
            order = record.place > PHRASE, record.place, other, _newest_first(instrument)
            yield _candidate(request, rank, order, instrument, record)


def _by_kind(request: Request) -> Iterator[Candidate]:
    """Yield the documents with a measure of the kind on the metal that are named."""
    query = request.query
    kinds = {_MEASURE_KINDS[word] for word in query.rest if word in _MEASURE_KINDS}
    if len(kinds) != 1 or len(query.rest) != 1 or not query.metals:
        return
    measures = [m for m in request.store.measures.values() if m.kind in kinds]
    found = {m.instrument_id: m for m in measures if any(m.target(metal) for metal in query.metals)}
    for instrument_id, measure in found.items():
        other = measure.jurisdiction != request.context.origin
        order = other, _newest_first(measure.instrument)
        yield _candidate(request, Rank.MEASURE_KIND, order, request.store.instruments[instrument_id])


def _newest_first(instrument: Instrument) -> tuple[int, ...]:
    """Return the sort key by which the newest document is first."""
    digits = (instrument.announced or "0").replace("-", "").ljust(8, "0")
    return (-int(digits),)


def _candidate(
    request: Request,
    rank: Rank,
    order: tuple[object, ...],
    instrument: Instrument,
    record: Record | None = None,
) -> Candidate:
    make = partial(document_row, request, instrument, record)
    return Candidate(rank, DOCUMENTS, "document", instrument.instrument_id, make, order)


def document_row(
    request: Request, instrument: Instrument, record: Record | None = None, detail: str = ""
) -> Row:
    """Return the row of a document: number and title, issuer and date, or the line of its text that matches."""
    title = document_title(instrument)
    if not detail:
        line = excerpt(record, request.query.words) if record is not None and record.place > TITLE else ""
        when = show(instrument.announced)
        detail = line or " · ".join(p for p in (instrument.issuer, when, instrument.title_zh or "") if p)
    return Row(
        kind="document",
        key=instrument.instrument_id,
        group=DOCUMENTS,
        title=title,
        detail=detail,
        title_zh=instrument.title_zh or "",
        action=Action(OPEN_DOCUMENT, record=instrument.instrument_id),
        title_marks=request.marks(title),
        detail_marks=request.marks(detail),
    )


def document_title(instrument: Instrument) -> str:
    """Return the number of a document with its title, or its title alone."""
    if not instrument.number:
        return instrument.title_en
    return gettext("{number}: {title}").format(number=instrument_name(instrument), title=instrument.title_en)

"""The day that a text means: it can be set as the as-of date, and the documents and events of that day."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from explorer.data.dates import first_day, last_day, read_day, show
from explorer.data.finding.calendar import happenings
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.producers.documents import document_row
from explorer.data.finding.rows import DOCUMENTS, EVENTS, OPEN_METAL, SEARCH, SET_DAY, VIEW, Action, Row
from explorer.data.metal_names import short_name
from explorer.errors import KnownError
from explorer.language import gettext, ngettext

_MONTH = re.compile(
    r"(\d{4})[-/.](\d{1,2})|(\d{4})\s*年\s*(\d{1,2})\s*月|([a-z]{3,9})\.?,?\s+(\d{4})", re.IGNORECASE
)
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年?")


def candidates(request: Request) -> Iterator[Candidate]:
    """Yield the as-of date to set for a day, and what is on file for a day, a month or a year."""
    day = _day(request.query.text, request.today)
    if day is not None:
        found = happenings(request.store, day, day)
        make = partial(_day_row, day, len(found))
        yield Candidate(Rank.EXACT, VIEW, SET_DAY, day.isoformat(), make)
        yield from records(request, day, day)
        return
    period = _period(request.query.text)
    if period:
        since, until = first_day(period), last_day(period)
        make = partial(_question_row, period)
        yield Candidate(Rank.EXACT, VIEW, "suggestion", period, make, found=False)
        yield from records(request, since, until)


def _day(text: str, today: date) -> date | None:
    try:
        return read_day(text, today)
    except KnownError:
        return None


def _period(text: str) -> str:
    """Return the month or the year that a whole text is, as an ISO date; empty where it is neither."""
    plain = text.strip()
    year = _YEAR.fullmatch(plain)
    if year is not None:
        return year[1]
    match = _MONTH.fullmatch(plain)
    if match is None:
        return ""
    try:
        day = read_day(f"1 {match[5]} {match[6]}") if match[5] else None
        numbers = (match[1] or match[3], match[2] or match[4])
        month = day or date(int(numbers[0]), int(numbers[1]), 1)
    except (KnownError, ValueError):
        return ""
    return f"{month:%Y-%m}"


def _day_row(day: date, count: int) -> Row:
    detail = ngettext(
        "{count} document has an event on that day.", "{count} documents have an event on that day.", count
    )
    none = gettext("No event is on file for that day.")
    return Row(
        kind=SET_DAY,
        key=day.isoformat(),
        group=VIEW,
        title=gettext("Set the as-of date to {day}").format(day=show(day)),
        detail=detail.format(count=count) if count else none,
        action=Action(SET_DAY, day=day),
    )


def _question_row(period: str) -> Row:
    text = gettext("what changed in {period}").format(period=show(period))
    return Row(
        kind="suggestion",
        key=text,
        group=VIEW,
        title=text,
        action=Action(SEARCH, text=text),
    )


def records(request: Request, since: date, until: date) -> Iterator[Candidate]:
    """Yield the documents with events in some days, those of the origin first, and the market events."""
    store = request.store
    for happening in happenings(store, since, until):
        instrument = store.instruments[happening.instrument_id]
        detail = gettext("{day}: {events}").format(day=show(happening.day), events=happening.words)
        make = partial(document_row, request, instrument, None, detail)
        order = instrument.jurisdiction != request.context.origin, happening.day, instrument.instrument_id
        yield Candidate(Rank.NAMED, DOCUMENTS, "document", instrument.instrument_id, make, order)
    rows = store.query(
        "SELECT date, metal_id, headline FROM market_events WHERE date BETWEEN ? AND ? ORDER BY date, metal_id",
        since.isoformat(),
        until.isoformat(),
    )
    for position, (when, metal_id, headline) in enumerate(rows):
        make = partial(_event_row, request, when, metal_id, headline)
        yield Candidate(Rank.RELATED, EVENTS, "event", f"{when}|{metal_id}", make, (position,))


def _event_row(request: Request, when: str, metal_id: str, headline: str) -> Row:
    return Row(
        kind="event",
        key=f"{when}|{metal_id}",
        group=EVENTS,
        title=headline,
        detail=f"{show(when)} · {short_name(request.store.metal(metal_id))}",
        metal_id=metal_id,
        action=Action(OPEN_METAL, metal=metal_id, tab="prices"),
    )

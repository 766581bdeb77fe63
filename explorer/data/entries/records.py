"""The records that entries of the user become: a source and a document each, events, and for new measures the rest.

The records of an entry have its id. What the user has read is not checked by anybody else: its confidence is low.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from explorer.data import records as r
from explorer.data.dates import first_day, show
from explorer.data.user.entry_records import EFFECTIVE, STATEMENT, Entry, EventFacts, MeasureFacts
from explorer.language import gettext

CONFIDENCE = "low"
SOURCE_KIND = "own"


def source(entry: Entry) -> r.Source:
    """Return the notice that was read as a source."""
    publisher = gettext("Your entry (read {day})").format(day=show(entry.notice.read))
    notice = entry.notice
    return r.Source(entry.entry_id, publisher, notice.title, None, notice.address, SOURCE_KIND, None)


def document(entry: Entry, jurisdiction: str) -> r.Instrument:
    """Return the notice that was read as a document of a jurisdiction."""
    facts, title = entry.facts, entry.notice.title
    number = facts.document if isinstance(facts, MeasureFacts) else None
    issuer = facts.issuer or "" if isinstance(facts, MeasureFacts) else ""
    announced = facts.announced if isinstance(facts, MeasureFacts) else None
    return r.Instrument(
        instrument_id=entry.entry_id,
        jurisdiction=jurisdiction,
        issuer=issuer,
        number=number,
        title_en=title,
        title_zh=None,
        announced=announced,
        kind=_document_kind(facts),
        summary=title,
        confidence=CONFIDENCE,
        source_ids=(entry.entry_id,),
    )


def _document_kind(facts: EventFacts | MeasureFacts) -> str:
    if isinstance(facts, MeasureFacts):
        return facts.kind
    if facts.basis == STATEMENT:
        return "statement"
    return "suspension" if facts.event == "suspended" else "policy"


def with_events(measure: r.Measure, entries: Sequence[Entry]) -> r.Measure:
    """Return a measure with the events of entries.

    The day on which it takes effect counts as its effective day where it has none or a later one; otherwise the event
    says that it applies again.
    """
    own = [e for e in entries if isinstance(e.facts, EventFacts)]
    events = [_event(e.entry_id, measure.measure_id, e.facts) for e in own if isinstance(e.facts, EventFacts)]
    starts = [e.date for e in events if e.event == EFFECTIVE]
    if measure.effective is not None:
        starts = [day for day in starts if first_day(day) < first_day(measure.effective)]
    return replace(
        measure,
        effective=min(starts, default=measure.effective),
        events=tuple(sorted((*measure.events, *events), key=lambda e: first_day(e.date))),
        source_ids=tuple(dict.fromkeys((*measure.source_ids, *(e.entry_id for e in own)))),
        published=None if measure.is_own else measure,
    )


def _event(entry_id: str, measure_id: str, facts: EventFacts) -> r.MeasureEvent:
    return r.MeasureEvent(
        measure_id=measure_id,
        date=facts.date,
        event=facts.event,
        until=facts.until,
        basis=facts.basis,
        by_instrument_id=entry_id,
        note=None,
        confidence=CONFIDENCE,
        source_ids=(entry_id,),
    )


def measure(entry: Entry, facts: MeasureFacts, members: dict[str, frozenset[str]]) -> r.Measure:
    """Return a new measure with its events; `members` are the members of each bloc."""
    own_id = entry.entry_id
    return r.Measure(
        measure_id=own_id,
        instrument_id=own_id,
        clause=None,
        kind=facts.kind,
        destination=facts.destination,
        announced=facts.announced,
        effective=facts.effective,
        expires=facts.expires,
        summary=facts.scope or entry.notice.title,
        confidence=CONFIDENCE,
        source_ids=(own_id,),
        reach=None,
        strictness=facts.strictness,
        instrument=document(entry, facts.jurisdiction),
        events=tuple(_events(own_id, facts)),
        targets=tuple(_target(own_id, metal_id, facts) for metal_id in facts.metal_ids),
        jurisdiction_members=members.get(facts.jurisdiction, frozenset()),
        destination_members=members.get(facts.destination, frozenset()),
        is_own=True,
    )


def _events(own_id: str, facts: MeasureFacts) -> Iterable[r.MeasureEvent]:
    after = date.fromisoformat(facts.expires) + timedelta(days=1) if facts.expires else None
    dated = (
        ("announced", facts.announced),
        (EFFECTIVE, facts.effective),
        ("expired", after.isoformat() if after else None),
    )
    for event, day in dated:
        if day is not None:
            found = _event(own_id, own_id, EventFacts(own_id, event, day))
            yield replace(found, by_instrument_id=None)


def _target(own_id: str, metal_id: str, facts: MeasureFacts) -> r.MeasureMetal:
    phrase = facts.scope if facts.covers != "metal" else None
    return r.MeasureMetal(own_id, metal_id, facts.scope, facts.covers, phrase, CONFIDENCE, (own_id,))


def item(entry: Entry, facts: MeasureFacts) -> r.Item | None:
    """Return the codes of a new measure as an item of its metal, None without codes."""
    if not facts.codes:
        return None
    own_id = entry.entry_id
    customs = [code for code in facts.codes if code.isdigit()]
    control = [code for code in facts.codes if not code.isdigit()]
    return r.Item(
        item_id=own_id,
        measure_id=own_id,
        item_no=None,
        metal_id=facts.metal_ids[0],
        control_code=";".join(control) or None,
        description=facts.scope or entry.notice.title,
        form="",
        relation="target",
        code_basis="printed" if customs else "none printed",
        confidence=CONFIDENCE,
        source_ids=(own_id,),
        codes=tuple(r.ItemCode(own_id, code, None, None, CONFIDENCE, (own_id,)) for code in customs),
    )

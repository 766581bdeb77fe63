"""The answer on what changed: documents published, and measures whose state changed, in a span of days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explorer.data.controls.history import spans
from explorer.data.controls.status import matches
from explorer.data.dates import first_day, show
from explorer.data.finding.calendar import happenings
from explorer.data.finding.questions.answers.answer import Answer, open_tab, with_warning
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import SET_DAY, Action
from explorer.data.places import ALL, not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_rule, state_words
from explorer.language import gettext, list_of, ngettext, paragraph

MOST_ENTRIES = 8
_FULL_DATE = len("2026-11-27")


@dataclass(frozen=True, slots=True)
class _Change:
    """What changed on a day: the words for it, and the document; `order` puts documents before measures."""

    day: date
    order: int
    words: str
    document: str


def changes(store: Store, reading: Reading) -> Answer:
    """Return the changes of the span in the order of days; those of one day and one kind are one entry."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    if refusal:
        return Answer(refusal, _action(reading, reading.until))
    found = sorted(set(_changes(store, reading)), key=lambda c: (c.day, c.order, c.words, c.document))
    entries = _entries(found)
    if entries:
        text = gettext("{entries}.").format(entries="; ".join(entries[:MOST_ENTRIES]))
        left = len(entries) - MOST_ENTRIES
        if left > 0:
            more = ngettext(
                "{count} more change is not listed.", "{count} more changes are not listed.", left
            )
            text = paragraph((text, more.format(count=left)))
    else:
        text = paragraph((_nothing(reading), _last_days(store, reading)))
    last = found[-1].day if found else reading.until
    return Answer(with_warning(store, reading, text), _action(reading, last))


def _action(reading: Reading, last: date) -> Action:
    """Return the action that shows the last day of a change."""
    if reading.metals:
        return open_tab(reading, "controls")
    return Action(SET_DAY, day=last, origin=reading.origin, destination=reading.destination)


def _changes(store: Store, reading: Reading) -> Iterator[_Change]:
    for measure in store.measures.values():
        if not _concerns(measure, reading):
            continue
        for span in spans(measure):
            if reading.since <= span.start <= reading.until:
                state = state_words(span.state.name, span.state.until, presumed=span.state.presumed)
                words = gettext("{rule} {state}").format(rule=measure_rule(measure), state=state)
                yield _Change(span.start, 1, words, instrument_name(measure.instrument))
    own = {m.instrument_id for m in store.measures.values() if _concerns(m, reading)}
    for instrument in store.instruments.values():
        day = instrument.announced or ""
        concerned = instrument.instrument_id in own or (
            not reading.metals
            and instrument.jurisdiction == reading.origin
            and not _has_measures(store, instrument.instrument_id)
        )
        if concerned and len(day) == _FULL_DATE and reading.since <= first_day(day) <= reading.until:
            yield _Change(first_day(day), 0, gettext("published"), instrument_name(instrument))


def _has_measures(store: Store, instrument_id: str) -> bool:
    return any(m.instrument_id == instrument_id for m in store.measures.values())


def _concerns(measure: Measure, reading: Reading) -> bool:
    """Return whether a measure applies to the places and, where metals are named, targets one of them."""
    if measure.is_purchasing_rule:
        return False
    if reading.metals and not any(measure.target(metal) for metal in reading.metals):
        return False
    if reading.destination == ALL:
        return reading.origin == measure.jurisdiction or reading.origin in measure.jurisdiction_members
    return matches(measure, reading.context)


def _entries(found: list[_Change]) -> list[str]:
    """Return the changes as entries, the documents of the same change on the same day in one."""
    grouped: dict[tuple[date, str], list[str]] = {}
    for change in found:
        grouped.setdefault((change.day, change.words), []).append(change.document)
    entry = gettext("{day}, {documents}: {change}")
    return [
        entry.format(day=show(day), documents=list_of(list(dict.fromkeys(documents))), change=words)
        for (day, words), documents in grouped.items()
    ]


def _nothing(reading: Reading) -> str:
    if reading.is_day:
        text = gettext("No change on {day} is on file for these exports.")
        return text.format(day=show(reading.until))
    text = gettext("No change from {first} to {last} is on file for these exports.")
    return text.format(first=show(reading.since), last=show(reading.until))


def _last_days(store: Store, reading: Reading) -> str:
    """Return which documents have a last day in the span, such as that of a pause; empty without any."""
    own = {m.instrument_id for m in store.measures.values() if _concerns(m, reading)}
    entry = gettext("{day}, {document}: {events}")
    found = [
        entry.format(
            day=show(h.day), document=instrument_name(store.instruments[h.instrument_id]), events=h.words
        )
        for h in happenings(store, reading.since, reading.until)
        if h.instrument_id in own
    ]
    if not found:
        return ""
    return gettext("Dates in that time: {dates}.").format(dates="; ".join(dict.fromkeys(found)))

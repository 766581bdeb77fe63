"""The answer on what changed: documents published, and measures whose state changed, in a span of days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from explorer.data.controls.history import spans
from explorer.data.controls.paused_days import DUE, listed_events, pause_at
from explorer.data.controls.status import matches
from explorer.data.dates import first_day, show
from explorer.data.finding.calendar import Happening, happenings
from explorer.data.finding.questions.answers.answer import Answer, open_tab, with_warning
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import SET_DAY, Action
from explorer.data.places import ALL, not_an_export
from explorer.data.records import Instrument, Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_rule, state_words
from explorer.language import gettext, list_of, ngettext, paragraph

MOST_ENTRIES = 8
_FULL_DATE = len("2026-11-27")


@dataclass(frozen=True, slots=True)
class Change:
    """What changed on a day: the words for it, the document, and the measure, None for the document itself."""

    day: date
    words: str
    instrument: Instrument
    measure: Measure | None = None

    @property
    def order(self) -> tuple[date, bool, str, str, str]:
        """The sort key: by day, documents before measures; what differs in nothing else is the same change."""
        name = instrument_name(self.instrument)
        return self.day, self.measure is not None, self.words, name, self.instrument.instrument_id


def changes(store: Store, reading: Reading) -> Answer:
    """Return the changes of the span in the order of days; those of one day and one kind are one entry."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    if refusal:
        return Answer(refusal, _action(reading, reading.until))
    found = found_changes(store, reading)
    entries = _entries((c.day, c.words, instrument_name(c.instrument)) for c in found)
    if entries:
        text = _by_day(entries[:MOST_ENTRIES])
        left = len(entries) - MOST_ENTRIES
        if left > 0:
            more = ngettext(
                "{count} more change is not listed.", "{count} more changes are not listed.", left
            )
            text = paragraph((text, more.format(count=left)))
    else:
        text = paragraph((nothing_text(reading), _dates_text(store, reading)))
    last = found[-1].day if found else reading.until
    return Answer(with_warning(store, reading, text), _action(reading, last))


def _action(reading: Reading, last: date) -> Action:
    """Return the action that shows the last day of a change."""
    if reading.metals:
        return open_tab(reading, "controls")
    return Action(SET_DAY, day=last, origin=reading.origin, destination=reading.destination)


def found_changes(store: Store, reading: Reading) -> list[Change]:
    """Return the changes of the span in their order."""
    return sorted(_changes(store, reading), key=lambda change: change.order)


def _changes(store: Store, reading: Reading) -> Iterator[Change]:
    own_measures = concerned(store, reading)
    for measure in own_measures:
        for span in spans(measure):
            if reading.since <= span.start <= reading.until:
                state = state_words(span.state.name, span.state.until, presumed=span.state.presumed)
                words = gettext("{rule} {state}").format(rule=measure_rule(measure), state=state)
                yield Change(span.start, words, measure.instrument, measure)
        yield from _due(measure, reading)
    own = {m.instrument_id for m in own_measures}
    for instrument in store.instruments.values():
        day = instrument.announced or ""
        is_concerned = instrument.instrument_id in own or (
            not reading.metals
            and instrument.jurisdiction == reading.origin
            and not _has_measures(store, instrument.instrument_id)
        )
        if is_concerned and len(day) == _FULL_DATE and reading.since <= first_day(day) <= reading.until:
            yield Change(first_day(day), gettext("published"), instrument)


def concerned(store: Store, reading: Reading) -> list[Measure]:
    """Return the measures that apply to the places of a question and, where it names metals, target one of them."""
    return [m for m in store.measures.values() if _concerns(m, reading)]


def _due(measure: Measure, reading: Reading) -> Iterator[Change]:
    """Yield the day on which a measure should have taken effect during a pause that had begun before."""
    starts = {span.start for span in spans(measure)}
    for event in listed_events(measure):
        day = first_day(event.date)
        pause = pause_at(measure, event) if event.event == DUE and day not in starts else None
        if pause is not None and reading.since <= day <= reading.until:
            words = gettext("{rule} due to take effect, but {state}").format(
                rule=measure_rule(measure),
                state=state_words(pause.name, pause.until, presumed=pause.presumed),
            )
            yield Change(day, words, measure.instrument, measure)


def _has_measures(store: Store, instrument_id: str) -> bool:
    return any(m.instrument_id == instrument_id for m in store.measures.values())


def _concerns(measure: Measure, reading: Reading) -> bool:
    if measure.is_purchasing_rule:
        return False
    if reading.metals and not any(measure.target(metal) for metal in reading.metals):
        return False
    if reading.destination == ALL:
        return reading.origin == measure.jurisdiction or reading.origin in measure.jurisdiction_members
    return matches(measure, reading.context)


def _entries(found: Iterable[tuple[date, str, str]]) -> list[tuple[date, str]]:
    """Return days, words and documents as entries with their days, the documents of the same words in one."""
    grouped: dict[tuple[date, str], list[str]] = {}
    for day, words, document in found:
        grouped.setdefault((day, words), []).append(document)
    entry = gettext("{documents}: {change}")
    return [
        (day, entry.format(documents=list_of(list(dict.fromkeys(documents))), change=words))
        for (day, words), documents in grouped.items()
    ]


def _by_day(entries: Iterable[tuple[date, str]]) -> str:
    """Return entries as one sentence for each day."""
    days: dict[date, list[str]] = {}
    for day, entry in entries:
        days.setdefault(day, []).append(entry)
    text = gettext("{day}, {changes}.")
    return paragraph([text.format(day=show(day), changes="; ".join(own)) for day, own in days.items()])


def nothing_text(reading: Reading) -> str:
    """Return that no change of the span is on file."""
    if reading.is_day:
        text = gettext("No change on {day} is on file for these exports.")
        return text.format(day=show(reading.until))
    text = gettext("No change from {first} to {last} is on file for these exports.")
    return text.format(first=show(reading.since), last=show(reading.until))


def found_dates(store: Store, reading: Reading) -> list[Happening]:
    """Return the dates in the span of the measures that concern the question, such as last days, by document."""
    return happenings(store, reading.since, reading.until, concerned(store, reading))


def _dates_text(store: Store, reading: Reading) -> str:
    """Return which dates are in the span, such as the last day of a pause; empty without any."""
    found = found_dates(store, reading)
    return _by_day(
        _entries((h.day, h.words, instrument_name(store.instruments[h.instrument_id])) for h in found)
    )

"""Whether the edition has by now what an entry of the user states, so that the entry can be removed.

An event is covered when the edition has one of the same effect for the same measure on the same day, or a pause with
the same last day. Effects are: a pause, an end (expired, repealed, replaced), a start (effective, resumed), an
amendment. The first and the last day of the measure itself count like events. A pause from the same day with another
last day is covered too, and differs.

A new measure is covered when measures of the edition have the same origin, destination and kind, together target all
of its metals, and each has the same first day (effective, or announced where neither is effective), or a document
with the same number.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from explorer.data.controls.status import ENDED, RETURNS
from explorer.data.dates import show
from explorer.data.records import ENDINGS, Measure, MeasureEvent
from explorer.data.spelling import fold
from explorer.data.store import Store
from explorer.data.user.entry_records import EFFECTIVE, SUSPENDED, Entry, EventFacts, MeasureFacts
from explorer.data.words import measure_name
from explorer.language import gettext

_DAY = timedelta(days=1)


class Covered(Struct, frozen=True):
    """What of the edition covers an entry, in a sentence; `differs` is set where it is not the same."""

    entry: Entry
    sentence: str
    differs: bool = False


def covered_entries(store: Store, entries: Iterable[Entry]) -> dict[str, Covered]:
    """Return the entries that the edition covers by their ids."""
    found = (_covered(store.published, entry) for entry in entries)
    return {covered.entry.entry_id: covered for covered in found if covered is not None}


def _covered(published: Store, entry: Entry) -> Covered | None:
    if isinstance(entry.facts, MeasureFacts):
        return _covered_measure(published, entry, entry.facts)
    measure = published.measures.get(entry.facts.measure_id)
    return _covered_event(published, entry, entry.facts, measure) if measure is not None else None


def _covered_event(published: Store, entry: Entry, facts: EventFacts, measure: Measure) -> Covered | None:
    edition, name = published.edition.data_version, measure_name(measure)
    if facts.event == SUSPENDED:
        pauses = [e for e in measure.events if e.event == SUSPENDED]
        return _covered_pause(entry, facts, pauses, {"edition": edition, "measure": name})
    if (_effect(facts.event), facts.date) not in _dated_effects(measure):
        return None
    text = gettext("Edition {edition} includes this event of {measure}.")
    return Covered(entry, text.format(edition=edition, measure=name))


def _covered_pause(
    entry: Entry, facts: EventFacts, pauses: list[MeasureEvent], names: dict[str, str]
) -> Covered | None:
    same_end = facts.until is not None and any(e.until == facts.until for e in pauses)
    if same_end or any((e.date, e.until) == (facts.date, facts.until) for e in pauses):
        return Covered(entry, gettext("Edition {edition} includes this pause of {measure}.").format(**names))
    other = next((e for e in pauses if e.date == facts.date), None)
    if other is None:
        return None
    text = gettext("Edition {edition} includes a pause of {measure} from the same day until {until}.")
    if other.until is None:
        text = gettext(
            "Edition {edition} includes a pause of {measure} from the same day without a last day."
        )
    return Covered(entry, text.format(until=show(other.until), **names), differs=True)


def _effect(event: str) -> str:
    if event in ENDINGS:
        return ENDED
    return EFFECTIVE if event in RETURNS else event


def _dated_effects(measure: Measure) -> set[tuple[str, str]]:
    effects = {(_effect(e.event), e.date) for e in measure.events}
    if measure.effective:
        effects.add((EFFECTIVE, measure.effective))
    if measure.expires and len(measure.expires) == len("2026-12-31"):
        effects.add((ENDED, (date.fromisoformat(measure.expires) + _DAY).isoformat()))
    return effects


def _covered_measure(published: Store, entry: Entry, facts: MeasureFacts) -> Covered | None:
    matching = [m for m in published.measures.values() if _is_same(m, facts)]
    if not set(facts.metal_ids) <= {t.metal_id for m in matching for t in m.targets}:
        return None
    text = gettext("Edition {edition} includes this measure: {measure}.")
    name = measure_name(matching[0])
    return Covered(entry, text.format(edition=published.edition.data_version, measure=name))


def _is_same(measure: Measure, facts: MeasureFacts) -> bool:
    same_rule = (measure.jurisdiction, measure.destination, measure.kind) == (
        facts.jurisdiction,
        facts.destination,
        facts.kind,
    )
    if not same_rule or not any(measure.target(metal_id) for metal_id in facts.metal_ids):
        return False
    number = measure.instrument.number
    if number is not None and fold(number) == fold(facts.document):
        return True
    if measure.effective or facts.effective:
        return measure.effective == facts.effective
    return measure.announced == facts.announced

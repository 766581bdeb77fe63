"""An entry of the user in words: what it states, and the notice that it is based on."""

from explorer.data.dates import show
from explorer.data.metal_names import plain_name
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.user.entry_records import STATEMENT, SUSPENDED, Entry, EventFacts, MeasureFacts
from explorer.data.words import kind_word, measure_name
from explorer.language import gettext, gettext_noop, list_of

_EVENTS = {
    "effective": gettext_noop("{measure}: in force from {day}"),
    SUSPENDED: gettext_noop("{measure}: paused from {day} until {until}"),
    "resumed": gettext_noop("{measure}: in force again from {day}"),
    "amended": gettext_noop("{measure}: amended on {day}"),
    "replaced": gettext_noop("{measure}: replaced on {day}"),
    "expired": gettext_noop("{measure}: ended on {day}"),
    "repealed": gettext_noop("{measure}: repealed on {day}"),
}
_ENDLESS_PAUSE = gettext_noop("{measure}: paused from {day}")


def entry_words(store: Store, entry: Entry) -> str:
    """Return what an entry states: `Announcement 46 of 2024, section 2: paused from 28 Nov 2026 until 10 Nov 2027`."""
    if isinstance(entry.facts, EventFacts):
        return _event_words(store, entry.facts)
    return _measure_words(store, entry.facts)


def notice_words(entry: Entry) -> str:
    """Return the notice that the user read: its title and the day."""
    text = gettext("“{title}”, read {day}")
    return text.format(title=entry.notice.title, day=show(entry.notice.read))


def _event_words(store: Store, facts: EventFacts) -> str:
    measure = store.measures.get(facts.measure_id)
    name = measure_name(measure) if measure is not None else facts.measure_id
    is_endless = facts.event == SUSPENDED and facts.until is None
    message = _ENDLESS_PAUSE if is_endless else _EVENTS[facts.event]
    words = gettext(message).format(measure=name, day=show(facts.date), until=show(facts.until))
    if facts.basis == STATEMENT:
        return gettext("{event} (based only on a statement)").format(event=words)
    return words


def _measure_words(store: Store, facts: MeasureFacts) -> str:
    metals = [store.metals[i] for i in facts.metal_ids if i in store.metals]
    names = [plain_name(m) for m in metals] or list(facts.metal_ids)
    fields = {
        "document": facts.document,
        "rule": kind_word(facts.kind, facts.strictness),
        "metals": list_of(names),
        "origin": place_name(store, facts.jurisdiction),
        "destination": place_name(store, facts.destination),
        "day": show(facts.effective or facts.announced),
    }
    if facts.effective:
        text = gettext("{document}: {rule} on {metals} from {origin} to {destination}, in force from {day}")
    else:
        text = gettext("{document}: {rule} on {metals} from {origin} to {destination}, announced on {day}")
    return text.format(**fields)

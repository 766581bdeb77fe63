"""The words for kinds, states, destinations and flags, shared by window, charts and command line."""

from collections.abc import Iterable

from explorer.data.controls.status import (
    ANNOUNCED,
    ENDED,
    IN_FORCE,
    IN_PRINCIPLE,
    SUSPENDED,
    MeasureStatus,
    State,
)
from explorer.data.dates import show
from explorer.data.records import Instrument, Measure
from explorer.data.user.entry_records import is_own
from explorer.language import gettext, gettext_noop

REFUSAL = "refusal"
_KINDS = {
    "prohibition": gettext_noop("ban"),
    REFUSAL: gettext_noop("refusal in principle"),
    "licence": gettext_noop("licence"),
    "end_use": gettext_noop("end-use rule"),
    "quota": gettext_noop("quota"),
    "state_trading": gettext_noop("state trading"),
    "trade_licence": gettext_noop("ordinary export licence"),
    "technology": gettext_noop("technology control"),
    "reporting": gettext_noop("reporting duty"),
    "none": gettext_noop("none"),
}
_RULES = {
    "licence": gettext_noop("licence requirement"),
    "trade_licence": gettext_noop("ordinary export licence requirement"),
    "state_trading": gettext_noop("state trading rule"),
}
_STATES = {
    ANNOUNCED: gettext_noop("announced"),
    IN_FORCE: gettext_noop("in force"),
    SUSPENDED: gettext_noop("paused"),
    ENDED: gettext_noop("ended"),
}
_FLAGS = {
    "e": gettext_noop("estimated"),
    "p": gettext_noop("preliminary"),
    "W": gettext_noop("withheld"),
    "o": gettext_noop("outlier"),
}
_EVENTS = {
    "announced": gettext_noop("announced"),
    "effective": gettext_noop("effective"),
    "suspended": gettext_noop("paused"),
    "resumed": gettext_noop("in force again"),
    "amended": gettext_noop("amended"),
    "replaced": gettext_noop("replaced"),
    "expired": gettext_noop("expired"),
    "repealed": gettext_noop("repealed"),
}
_PUBLISHERS = {
    "usgs": gettext_noop("U.S. Geological Survey"),
    "wmd": gettext_noop("World Mining Data"),
    "bgs": gettext_noop("British Geological Survey"),
}
_PUBLISHERS_SHORT = {"usgs": "USGS", "wmd": "WMD", "bgs": "BGS"}
_MILITARY_USERS = {
    "USA-MIL": gettext_noop("US military users"),
    "JPN-MIL": gettext_noop("Japanese military users"),
}
MILITARY_DESTINATIONS = tuple(_MILITARY_USERS)
_WITH_ARTICLE = {
    "USA": gettext_noop("the United States"),
    "EUU": gettext_noop("the European Union"),
    "GBR": gettext_noop("the United Kingdom"),
    "NLD": gettext_noop("the Netherlands"),
    "ARE": gettext_noop("the United Arab Emirates"),
    "PHL": gettext_noop("the Philippines"),
}


def rule_key(kind: str, strictness: str | None) -> str:
    """Return the key of the words for a kind: REFUSAL for licences that are refused in principle."""
    return REFUSAL if kind == "prohibition" and strictness == IN_PRINCIPLE else kind


def kind_word(kind: str, strictness: str | None = None) -> str:
    """Return the word for a kind of measure; licences that are refused in principle are not called a ban."""
    return gettext(_KINDS[rule_key(kind, strictness)])


def rule_word(kind: str, strictness: str | None = None) -> str:
    """Return the word for the rule that a measure of a kind is: `licence requirement`, `ban`."""
    return gettext(_RULES[kind]) if kind in _RULES else kind_word(kind, strictness)


def state_name(state: str) -> str:
    """Return the word for the state of a measure."""
    return gettext(_STATES[state])


def event_name(event: str) -> str:
    """Return the word for an event in the history of a measure."""
    return gettext(_EVENTS[event]) if event in _EVENTS else event


def flag_name(flag: str | None) -> str:
    """Return the word for the flag of a figure, empty where it has none."""
    return gettext(_FLAGS[flag]) if flag in _FLAGS else flag or ""


def publisher_name(publisher: str) -> str:
    """Return the name of a publisher of figures."""
    return gettext(_PUBLISHERS[publisher])


def publisher_short(publisher: str) -> str:
    """Return the short name of a publisher of figures."""
    return _PUBLISHERS_SHORT[publisher]


def military_users(destination: str) -> str:
    """Return the name of the military users of a country, `USA-MIL` or `JPN-MIL`."""
    return gettext(_MILITARY_USERS[destination])


def other_countries() -> str:
    """Return the name of the row in which a publisher adds up the countries that it does not name."""
    return gettext("Other countries (as published)")


def measure_rule(measure: Measure) -> str:
    """Return the word for the rule that a measure is."""
    return rule_word(measure.kind, measure.strictness)


def measure_kind(measure: Measure) -> str:
    """Return the word for the kind of a measure."""
    return kind_word(measure.kind, measure.strictness)


def state_word(status: MeasureStatus, *, with_end: bool = True) -> str:
    """Return the state of a measure in words: `paused until 27 Nov 2026`, `in force (presumed)`."""
    state = State(status.state, status.presumed, status.until, status.your_entry)
    return measure_state(status.measure, state, with_end=with_end)


def measure_state(measure: Measure, state: State, *, with_end: bool = True) -> str:
    """Return a state of a measure in words; `with_end` adds the last day of a pause."""
    if state.name == ENDED and measure.ends_with_term:
        return with_marks(gettext("term ended"), presumed=state.presumed, your_entry=state.your_entry)
    until = state.until if with_end else None
    return state_words(state.name, until, presumed=state.presumed, your_entry=state.your_entry)


def state_words(state: str, until: str | None, *, presumed: bool, your_entry: bool) -> str:
    """Return a state of no single measure, with the last day of a pause; see `measure_state`."""
    is_dated = state == SUSPENDED and until
    words = gettext("paused until {day}").format(day=show(until)) if is_dated else state_name(state)
    return with_marks(words, presumed=presumed, your_entry=your_entry)


def entry_note(measures: Iterable[MeasureStatus]) -> str:
    """Return the sentence that measures rest on an entry of the user, empty where none does."""
    return rests_on_entry() if any(m.your_entry for m in measures) else ""


def rests_on_entry() -> str:
    """Return the sentence that what was said before rests on an entry of the user."""
    return gettext("This is based on your entry.")


def with_marks(words: str, *, presumed: bool, your_entry: bool) -> str:
    """Return a rule or state with what it rests on, where that is a presumption or an entry of the user."""
    if presumed and your_entry:
        return gettext("{state} (presumed, your entry)").format(state=words)
    if your_entry:
        return gettext("{state} (your entry)").format(state=words)
    return gettext("{state} (presumed)").format(state=words) if presumed else words


def destination_name(destination: str, country_name: str) -> str:
    """Return the name of a destination in a sentence; `country_name` is the table's name for it."""
    if destination == "ALL":
        return gettext("all destinations")
    if destination in _MILITARY_USERS:
        return military_users(destination)
    return gettext(_WITH_ARTICLE[destination]) if destination in _WITH_ARTICLE else country_name


def instrument_name(instrument: Instrument) -> str:
    """Return the short name of a document: its number, or its title where it has none."""
    name = instrument.number or instrument.title_en
    if is_own(instrument.instrument_id):
        return gettext("{document} (your entry)").format(document=name)
    return name


def measure_name(measure: Measure) -> str:
    """Return the short name of a measure: the document and the clause."""
    name = instrument_name(measure.instrument)
    if not measure.clause:
        return name
    return gettext("{document}, {clause}").format(document=name, clause=measure.clause)

"""The words for kinds, states, destinations and flags, shared by window, charts and command line."""

from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, IN_PRINCIPLE, SUSPENDED, MeasureStatus
from explorer.data.dates import show
from explorer.data.records import Instrument, Measure
from explorer.language import gettext, gettext_noop

_KINDS = {
    "prohibition": gettext_noop("ban"),
    "licence": gettext_noop("licence"),
    "end_use": gettext_noop("end-use rule"),
    "quota": gettext_noop("quota"),
    "state_trading": gettext_noop("state trading"),
    "trade_licence": gettext_noop("ordinary export licence"),
    "technology": gettext_noop("technology control"),
    "reporting": gettext_noop("reporting duty"),
    "none": gettext_noop("none"),
}
_REFUSAL = gettext_noop("refusal in principle")
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
_PUBLISHERS = {
    "usgs": gettext_noop("US Geological Survey"),
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
}


def kind_word(kind: str, strictness: str | None = None) -> str:
    """Return the word for a kind of measure; licences that are refused in principle are not called a ban."""
    if kind == "prohibition" and strictness == IN_PRINCIPLE:
        return gettext(_REFUSAL)
    return gettext(_KINDS[kind])


def rule_word(kind: str, strictness: str | None = None) -> str:
    """Return the word for the rule that a measure of a kind is: `licence requirement`, `ban`."""
    return gettext(_RULES[kind]) if kind in _RULES else kind_word(kind, strictness)


def state_name(state: str) -> str:
    """Return the word for the state of a measure."""
    return gettext(_STATES[state])


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
    return gettext("Other countries (as printed)")


def measure_rule(measure: Measure) -> str:
    """Return the word for the rule that a measure is."""
    return rule_word(measure.kind, measure.strictness)


def measure_kind(measure: Measure) -> str:
    """Return the word for the kind of a measure."""
    return kind_word(measure.kind, measure.strictness)


def state_word(status: MeasureStatus) -> str:
    """Return the state of a measure in words: `paused until 27 Nov 2026`, `in force (presumed)`."""
    return state_words(status.state, status.until, presumed=status.presumed)


def state_words(state: str, until: str | None, *, presumed: bool) -> str:
    """Return a state, with the last day of a pause; see `state_word`."""
    word = state_name(state)
    if state == SUSPENDED and until:
        word = f"{word} until {show(until)}"
    return f"{word} (presumed)" if presumed else word


def destination_name(destination: str, country_name: str) -> str:
    """Return the name of a destination in a sentence; `country_name` is the table's name for it."""
    if destination == "ALL":
        return gettext("all destinations")
    if destination in _MILITARY_USERS:
        return military_users(destination)
    return gettext(_WITH_ARTICLE[destination]) if destination in _WITH_ARTICLE else country_name


def instrument_name(instrument: Instrument) -> str:
    """Return the short name of a document: its number, or its title where it has none."""
    return instrument.number or instrument.title_en


def measure_name(measure: Measure) -> str:
    """Return the short name of a measure: the document and the clause."""
    name = instrument_name(measure.instrument)
    return f"{name}, {measure.clause}" if measure.clause else name

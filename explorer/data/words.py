"""The words for kinds, states, destinations and flags, in one place for window, charts and command line."""

from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, IN_PRINCIPLE, SUSPENDED, MeasureStatus
from explorer.data.dates import show
from explorer.data.records import Instrument, Measure

KIND_WORDS = {
    "prohibition": "ban",
    "licence": "licence",
    "end_use": "end-use rule",
    "quota": "quota",
    "state_trading": "state trading",
    "trade_licence": "ordinary export licence",
    "technology": "technology control",
    "reporting": "reporting duty",
    "none": "none",
}

STATE_WORDS = {ANNOUNCED: "announced", IN_FORCE: "in force", SUSPENDED: "paused", ENDED: "ended"}

FLAG_WORDS = {
    "e": "estimated",
    "p": "preliminary",
    "W": "withheld",
    "o": "outlier",
}

PUBLISHER_NAMES = {
    "usgs": "US Geological Survey",
    "wmd": "World Mining Data",
    "bgs": "British Geological Survey",
}
PUBLISHER_SHORT = {"usgs": "USGS", "wmd": "WMD", "bgs": "BGS"}

MILITARY = {"USA-MIL": "US military users", "JPN-MIL": "Japanese military users"}

OTHER_NAME = "Other countries (as printed)"

_WITH_ARTICLE = {"USA": "the United States", "EUU": "the European Union", "GBR": "the United Kingdom"}


def kind_word(kind: str, strictness: str | None = None) -> str:
    """Return the word for a kind of measure; licences that are refused in principle are not called a ban."""
    if kind == "prohibition" and strictness == IN_PRINCIPLE:
        return "refusal in principle"
    return KIND_WORDS[kind]


_RULES = {
    "licence": "licence requirement",
    "trade_licence": "ordinary export licence requirement",
    "state_trading": "state trading rule",
}


def rule_word(kind: str, strictness: str | None = None) -> str:
    """Return the word for the rule that a measure of a kind is: `licence requirement`, `ban`."""
    return _RULES.get(kind) or kind_word(kind, strictness)


def measure_rule(measure: Measure) -> str:
    """Return the word for the rule that a measure is."""
    return rule_word(measure.kind, measure.strictness)


def measure_kind(measure: Measure) -> str:
    """Return the word for the kind of a measure."""
    return kind_word(measure.kind, measure.strictness)


def state_word(status: MeasureStatus) -> str:
    """Return the state of a measure as a reader sees it: `paused until 27 Nov 2026`, `in force (presumed)`."""
    return state_words(status.state, status.until, presumed=status.presumed)


def state_words(state: str, until: str | None, *, presumed: bool) -> str:
    """Return a state, with the last day of a pause; see `state_word`."""
    word = STATE_WORDS[state]
    if state == SUSPENDED and until:
        word = f"{word} until {show(until)}"
    return f"{word} (presumed)" if presumed else word


def destination_name(destination: str, country_name: str) -> str:
    """Return how a sentence names a destination; `country_name` is the table's name for it."""
    if destination == "ALL":
        return "all destinations"
    return MILITARY.get(destination) or _WITH_ARTICLE.get(destination) or country_name


def instrument_name(instrument: Instrument) -> str:
    """Return the short name of a document: its number, or its title where it has none."""
    return instrument.number or instrument.title_en


def measure_name(measure: Measure) -> str:
    """Return the short name of a measure: the document and the clause."""
    name = instrument_name(measure.instrument)
    return f"{name}, {measure.clause}" if measure.clause else name

"""The words for coded values in the tables of a metal; a value without a word is shown as it is."""

from collections.abc import Mapping

from explorer.language import gettext, gettext_noop

TAB_NAMES = {
    "overview": gettext_noop("Overview"),
    "uses": gettext_noop("Uses"),
    "controls": gettext_noop("Controls"),
    "supply": gettext_noop("Supply"),
    "prices": gettext_noop("Prices"),
    "trade": gettext_noop("Trade"),
    "sources": gettext_noop("Sources"),
}
_LIST_STATES = {"current": gettext_noop("Current"), "superseded": gettext_noop("Superseded")}
_TABLES = {
    "metals": gettext_noop("the metal"),
    "measures": gettext_noop("measures"),
    "measure_metals": gettext_noop("scopes of measures"),
    "measure_events": gettext_noop("control dates"),
    "items": gettext_noop("controlled items"),
    "item_codes": gettext_noop("customs codes"),
    "instruments": gettext_noop("announcements"),
    "measure_parties": gettext_noop("named parties"),
    "production": gettext_noop("production"),
    "reserves": gettext_noop("reserves"),
    "producers": gettext_noop("producers"),
    "projects": gettext_noop("projects"),
    "price_series": gettext_noop("prices"),
    "prices": gettext_noop("prices"),
    "market_events": gettext_noop("market events"),
    "trade": gettext_noop("trade"),
    "dependence": gettext_noop("import reliance"),
    "import_sources": gettext_noop("import sources"),
    "uses": gettext_noop("uses"),
    "substitutes": gettext_noop("substitutes"),
    "recycling": gettext_noop("recycling"),
    "list_members": gettext_noop("critical lists"),
    "lists": gettext_noop("critical lists"),
    "claims": gettext_noop("claims"),
    "disagreements": gettext_noop("disagreements between sources"),
    "risk_scores": gettext_noop("criticality scores"),
    "thresholds": gettext_noop("limits of items"),
    "buyer_codes": gettext_noop("customs codes for supplier figures"),
    "buyer_code_measures": gettext_noop("controlled customs codes for supplier figures"),
}


def list_state(status: str) -> str:
    """Return the word for the state of a list of critical materials."""
    return _word(_LIST_STATES, status)


def use_of_source(table: str) -> str:
    """Return the words for what a source is used for, by the table that cites it."""
    return _word(_TABLES, table)


def _word(words: Mapping[str, str], value: str) -> str:
    return gettext(words[value]) if value in words else value

"""Suggests the unit and the currency of a price from headers, such as `USD/kg`, `RMB/t` or `$/mtu WO3`."""

import re
from collections.abc import Iterable
from functools import cache

_CURRENCIES = {
    "USD": ("usd", "us$", "$", "us dollars", "us dollar", "dollars", "美元"),
    "CNY": ("cny", "rmb", "yuan", "元", "人民币"),
    "EUR": ("eur", "€", "euros", "euro", "欧元"),
    "GBP": ("gbp", "£"),
    "JPY": ("jpy", "yen", "日元"),
    "INR": ("inr", "₹", "rs"),
    "KRW": ("krw", "₩"),
    "CAD": ("cad",),
    "AUD": ("aud",),
    "CHF": ("chf",),
    "RUB": ("rub",),
    "ZAR": ("zar",),
    "HKD": ("hkd",),
}
_WEIGHTS = {
    "kg": ("kg", "kilogram", "kilogramme", "kilo", "公斤", "千克"),
    "t": ("t", "mt", "tonne", "metric ton", "metric tonne", "吨"),
    "ton": ("ton", "short ton"),
    "lb": ("lb", "lbs", "pound"),
    "g": ("g", "gram", "克"),
    "troy oz": ("oz", "toz", "troy oz", "troy ounce", "ounce"),
    "mtu": ("mtu",),
    "dmtu": ("dmtu",),
    "ct": ("ct", "carat"),
    "flask": ("flask",),
}
_CURRENCY_OF = {word: code for code, words in _CURRENCIES.items() for word in words}
_WEIGHT_OF = {word: unit for unit, words in _WEIGHTS.items() for word in words}
_CONTENT = re.compile(r"\s*\(?((?:[A-Z][a-z]?\d*){2,5}|Co|Mo|Cr|Nb|Ta|Ti|Mn|V|W|Li|Ni)\b\)?")
_CENTS = r"us\s*cents?|usc|us¢|¢|cents"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _unit_pattern() -> re.Pattern[str]:
    """Return the pattern of a unit; compiled at its first use, since the window needs it for own series only."""
    return re.compile(
        rf"(?<![a-z])(?P<ten_thousand>万)?(?P<currency>{_CENTS}|{_any_of(_CURRENCY_OF)})\s*(?:/|per\b|每)\s*"
        rf"(?P<weight>{_any_of(_WEIGHT_OF)})(?![a-z])",
        re.IGNORECASE,
    )


@cache
def _currency_pattern() -> re.Pattern[str]:
    """Return the pattern of a currency without a unit."""
    names = _any_of(word for word in _CURRENCY_OF if word not in ("rs", "$"))
    return re.compile(rf"(?<![a-z])({names})(?![a-z])", re.IGNORECASE)


def find_unit(text: str) -> tuple[str, str, str]:
    """Return the unit and the currency that a text names, and the text without them; empty where it names none."""
    match = _unit_pattern().search(text)
    if match is None:
        return "", find_currency(text), text
    end, word = match.end(), match["currency"].casefold()
    currency = _CURRENCY_OF.get(word, "USD")
    money = currency if word in _CURRENCY_OF else "US cents"
    if match["ten_thousand"]:
        money = f"10,000 {money}"
    unit = f"{money}/{_WEIGHT_OF[match['weight'].casefold()]}"
    content = _CONTENT.match(text, end)
    if content is not None and (re.search(r"\d", content[1]) or len(content[1]) <= 2):
        unit, end = f"{unit} {content[1]}", content.end()
    return unit, currency, _tidy(text[: match.start()] + " " + text[end:])


def find_currency(text: str) -> str:
    """Return the currency that a text names, empty where it names none."""
    match = _currency_pattern().search(text)
    return _CURRENCY_OF[match[1].casefold()] if match is not None else ""


def find_weight(text: str) -> str:
    """Return the unit of weight that a whole text is, empty where it is none."""
    return _WEIGHT_OF.get(text.strip().casefold(), "")


def _tidy(text: str) -> str:
    """Return a text without the empty brackets and separators that a removed unit leaves."""
    text = re.sub(r"[(\[（【]\s*[)\]）】]", " ", text)
    return " ".join(text.split()).strip(" ,;:-–/|([（【")

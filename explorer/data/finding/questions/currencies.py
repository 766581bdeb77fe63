"""Currencies that a question names: a price is then one of a series in that currency."""

_WORDS = {
    "USD": "usd dollar dollars 美元 美金",
    "EUR": "eur euro euros 欧元",
    "CNY": "cny rmb yuan renminbi 人民币",
    "GBP": "gbp 英镑",
    "JPY": "jpy yen 日元",
}
BY_WORD = {word: currency for currency, words in _WORDS.items() for word in words.split()}


def currency_of(text: str) -> str:
    """Return the currency that a word names, empty for other words."""
    return BY_WORD.get(text.casefold(), "")

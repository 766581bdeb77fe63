"""Words for what the data have no answer to as a question, with the sentence that says so."""

from collections.abc import Iterable

from explorer.language import gettext, gettext_noop, paragraph

_RESERVES = gettext_noop(
    "Reserves are on file but are not given as an answer: see the Supply tab of the metal. Ask who produces "
    "it, what "
    "it costs or whether it may be exported."
)
_DUTIES = gettext_noop("Import duties and taxes are not on file.")
_SHARES = gettext_noop("Shares of companies and investments are not on file.")
_SENTENCES = {
    _RESERVES: "reserve reserves 储量",
    _DUTIES: "duty duties tariff tariffs tax taxes 关税 税率 税",
    _SHARES: "stock stocks invest investment 股票 股价 投资",
}
_BY_WORD = {word: sentence for sentence, words in _SENTENCES.items() for word in words.split()}


def with_reason(fault: str, words: Iterable[str]) -> str:
    """Return why a question is not understood, with what is not on file for the words that it did not use."""
    found = dict.fromkeys(_BY_WORD[w.casefold()] for w in words if w.casefold() in _BY_WORD)
    return paragraph((fault, *(gettext(sentence) for sentence in found)))

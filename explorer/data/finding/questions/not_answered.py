"""Words for what the data have no answer to as a question, with the sentence that says so."""

from collections.abc import Iterable

from explorer.data.hints import hint
from explorer.language import gettext, paragraph

_RESERVES, _DUTIES, _SHARES = "reserves", "duties", "shares"
_WORDS = {
    _RESERVES: "reserve reserves 储量",
    _DUTIES: "duty duties tariff tariffs tax taxes 关税 税率 税",
    _SHARES: "stock stocks invest investment 股票 股价 投资",
}
_BY_WORD = {word: subject for subject, words in _WORDS.items() for word in words.split()}


def with_reason(fault: str, words: Iterable[str]) -> str:
    """Return why a question is not understood, with what is not on file for the words that it did not use."""
    found = dict.fromkeys(_BY_WORD[w.casefold()] for w in words if w.casefold() in _BY_WORD)
    return paragraph((fault, *(_sentence(subject) for subject in found)))


def _sentence(subject: str) -> str:
    """Return that a subject has no answer, and where it is shown if it is on file."""
    if subject == _DUTIES:
        return gettext("Import duties and taxes are not on file.")
    if subject == _SHARES:
        return gettext("Shares of companies and investments are not on file.")
    return hint(
        window=gettext(
            "Reserves are on file but are not given as an answer: see the Supply tab of the metal. Ask who "
            "produces the metal, what it costs or whether it may be exported."
        ),
        command=gettext(
            "Reserves are on file but are not given as an answer: `minor-metals show METAL` lists them. Ask who "
            "produces the metal, what it costs or whether it may be exported."
        ),
    )

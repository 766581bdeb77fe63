"""What English words and expressions say, also in their inflected forms."""

from collections.abc import Iterator
from functools import cache

from explorer.data.finding.questions import applications, buyers_by_industry, currencies, named_rules
from explorer.data.finding.questions.english_expressions import (
    EXPRESSIONS,
    EXPRESSIONS_OF_TRADE,
    FINAL_EXPRESSIONS,
)
from explorer.data.finding.questions.english_words import WORDS
from explorer.data.finding.questions.forms import patterns
from explorer.data.finding.questions.harmless_words import HARMLESS, POLITE_OPENINGS
from explorer.data.finding.questions.meanings import Meaning

_ASKING = ("can", "could", "will", "would")
_REQUESTS = (
    "find",
    "show",
    "show me",
    "look up",
    "pull up",
    "bring up",
    "open",
    "get me",
    "give me",
    "send me",
)
_ENDINGS = (("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")))
_VERBS = frozenset(
    (Meaning.FUNCTION, Meaning.METALS, Meaning.THINGS, Meaning.WORLD, Meaning.UNIT, Meaning.RECEIVER)
)
_WITHOUT_ENDINGS = frozenset(
    (Meaning.NOT, Meaning.TO, Meaning.FROM, Meaning.FOR, Meaning.ON)
)  # unlike `notes`
# Verbs with which a question expects a yes: it asks the same as without the negation.
_EXPECTING_YES = {
    f"{verb}n't": verb
    for verb in ("is", "are", "was", "were", "do", "does", "did", "has", "have", "could", "would", "must")
} | {"can't": "can", "won't": "will"}


@cache
def _table() -> dict[str, frozenset[Meaning]]:
    """Return the meanings of each word as it is listed."""
    table: dict[str, set[Meaning]] = {}
    listed = [*WORDS.items(), *((Meaning.FUNCTION, group.english) for group in HARMLESS)]
    listed += [(Meaning.RECEIVER, word) for word in buyers_by_industry.ENGLISH if " " not in word]
    listed += [(Meaning.CURRENCY, word) for word in currencies.BY_WORD]
    listed += [(Meaning.APPLICATION, word) for word in applications.BY_WORD if " " not in word]
    for meaning, words in listed:
        for word in words.split():
            table.setdefault(word, set()).add(meaning)
    return {word: frozenset(meanings) for word, meanings in table.items()}


@cache
def _expressions() -> dict[str, Meaning]:
    table = {text: meaning for meaning, texts in EXPRESSIONS.items() for text in texts.split(", ")}
    openings = [f"{text}{more}" for text in POLITE_OPENINGS.split(", ") for more in ("", " if", " that")]
    openings += [
        f"{verb} you {more}{what}" for verb in _ASKING for more in ("", "please ") for what in _REQUESTS
    ]
    of_forms = [form for form in patterns() if " " in form]
    openings += [text for group in HARMLESS for text in group.expressions.split(", ") if text]
    return (
        dict.fromkeys(openings, Meaning.FUNCTION)
        | dict.fromkeys(of_forms, Meaning.FORM)
        | EXPRESSIONS_OF_TRADE
        | table
    )


@cache
def _named() -> dict[str, frozenset[Meaning]]:
    """Return names of buyers, of kinds of rules and of what metals are used in, which may have several meanings."""
    table: dict[str, set[Meaning]] = {}
    for meaning, names in (
        (Meaning.RECEIVER, buyers_by_industry.ENGLISH),
        (Meaning.NAMED_RULE, named_rules.ENGLISH),
        (Meaning.APPLICATION, applications.BY_WORD),
    ):
        for name in names:
            if " " in name:
                table.setdefault(name, set()).add(meaning)
    return {name: frozenset(meanings) for name, meanings in table.items()}


@cache
def _final_expressions() -> dict[str, Meaning]:
    return {text: meaning for meaning, texts in FINAL_EXPRESSIONS.items() for text in texts.split(", ")}


@cache
def _longest_expression() -> int:
    return max(len(text.split()) for text in (*_expressions(), *_named()))


def meanings_of(word: str) -> frozenset[Meaning]:
    """Return what a word says, also in its inflected forms; empty for a word that is not in the vocabulary."""
    table, plain = _table(), word.replace("’", "'")
    for form in _forms(plain):
        if form in table and (form == plain or not table[form] & _WITHOUT_ENDINGS):
            return table[form]
    return frozenset()


def expecting_yes(opening: str) -> str:
    """Return the verb of a negative opening, such as `isn't`, with which a question expects a yes; empty for others."""
    return _EXPECTING_YES.get(opening.casefold().replace("’", "'"), "")


def _forms(word: str) -> Iterator[str]:
    """Yield a word and the forms from which it may be inflected."""
    yield word
    for ending, replacements in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            stem = word[: -len(ending)]
            yield from (stem + end for end in replacements)
            if ending in ("ed", "ing") and stem[-1] == stem[-2]:
                yield stem[:-1]


def listed() -> dict[str, frozenset[Meaning]]:
    """Return the words as they are listed, with their meanings."""
    return _table()


def expression_at(words: list[str], *, is_end: bool) -> tuple[int, frozenset[Meaning]] | None:
    """Return how many words an expression at the beginning of a list has, and what it says; None without one.

    `is_end` is whether the words go on to the end of the question.
    """
    for count in range(min(_longest_expression(), len(words)), 0, -1):
        text = " ".join(words[:count])
        meaning = _expressions().get(text)
        if meaning is None and is_end and count == len(words):
            meaning = _final_expressions().get(text)
        meanings = _named().get(text, frozenset()) | (frozenset() if meaning is None else {meaning})
        if meanings:
            return count, meanings
    return None


def is_going_to_act(words: list[str]) -> bool:
    """Return whether words begin with `going to` and a verb, which is about the future: `going to ban`."""
    return words[:2] == ["going", "to"] and len(words) > 2 and bool(meanings_of(words[2]) - _VERBS)

"""Clauses beside a question that are set aside: courtesies, and who asks and why; never one that could change it."""

from itertools import pairwise

from msgspec import Struct

from explorer.data.finding.questions import aside_words as words
from explorer.data.finding.questions import statements
from explorer.data.finding.questions.clauses import Clause, clauses, plain
from explorer.data.finding.questions.dates import Days
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.store import Store


class SetAside(Struct, frozen=True):
    """A clause that is set aside, but for the `kept` parts.

    `homes` are places of the one who asks, `names` unknown words that can be such a place.
    """

    clause: Clause
    kept: tuple[Token, ...] = ()
    homes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    is_courtesy: bool = False

    @property
    def metals(self) -> tuple[str, ...]:
        """The metals that are kept."""
        return tuple(metal for token in self.kept for metal in token.metals)

    @property
    def dates(self) -> tuple[Days, ...]:
        """The dates that are not kept."""
        return tuple(t.days for t in self.clause.tokens if t.days is not None and t not in self.kept)


class Asides(Struct, frozen=True):
    """What is set aside in a text, and the rest with blanks in its place.

    `restricting` are words for which a clause was not set aside. `must_be_aside` is whether a date or a place in a
    clause would be read as that of the question.
    """

    rest: str
    found: tuple[SetAside, ...] = ()
    restricting: tuple[str, ...] = ()
    must_be_aside: bool = False

    @property
    def mentioned(self) -> tuple[SetAside, ...]:
        """What an answer mentions."""
        return tuple(aside for aside in self.found if not aside.is_courtesy)

    @property
    def metals(self) -> tuple[str, ...]:
        """The metals that clauses name for the question."""
        return tuple(metal for aside in self.found for metal in aside.metals)

    @property
    def homes(self) -> tuple[str, ...]:
        """The places of the one who asks."""
        return tuple(dict.fromkeys(home for aside in self.found for home in aside.homes))

    @property
    def names(self) -> tuple[str, ...]:
        """The unknown words that can be places of the one who asks."""
        return tuple(name for aside in self.found for name in aside.names)

    @property
    def dates(self) -> tuple[Days, ...]:
        """The dates that are not used."""
        return tuple(days for aside in self.found for days in aside.dates)


def find_asides(store: Store, text: str, tokens: tuple[Token, ...]) -> Asides:
    """Return what can be set aside in a text."""
    parts = clauses(text, tokens)
    subjects = [clause for clause in parts if statements.has_subject(clause)]
    found: list[SetAside] = []
    restricting: list[str] = []
    for clause in parts:
        if statements.is_courtesy(clause) or statements.is_greeting(store, clause):
            found.append(SetAside(clause, is_courtesy=True))
        elif clause is parts[-1] and _is_below_courtesy(parts, found) and statements.is_name(store, clause):
            found.append(SetAside(clause))
        elif statements.says_who_asks(clause) or statements.is_remark(clause):
            forbidding = statements.restricting_words(store, clause)
            restricting += forbidding
            if not forbidding and statements.is_harmless(clause):
                found.append(_set_aside(clause))
        elif subjects == [clause] and statements.names_goods(clause):
            forbidding = statements.restricting_words(store, clause)
            restricting += forbidding
            if not forbidding:
                found.append(_set_aside(clause))
    rest = text
    for aside in found:
        rest = _blank(rest, aside)
    must_be_aside = any(a.dates or statements.comes_from_place(a.clause) for a in found)
    return Asides(rest, tuple(found), tuple(restricting), must_be_aside)


def _is_below_courtesy(parts: tuple[Clause, ...], found: list[SetAside]) -> bool:
    """Return whether the clause before the last one is a courtesy."""
    return len(parts) > 1 and bool(found) and found[-1].is_courtesy and found[-1].clause is parts[-2]


def _set_aside(clause: Clause) -> SetAside:
    """Return a clause that is set aside, but for its metals and a date that is that of the question."""
    is_date_used = statements.is_about_shipping(clause) or statements.is_about_span(clause)
    has_metal = statements.has_subject(clause)
    kept = tuple(
        t
        for t in clause.tokens
        if (t.days is not None and is_date_used) or (has_metal and (t.metal or Meaning.FORM in t.meanings))
    )
    return SetAside(clause, kept, tuple(_homes(clause)), tuple(_names(clause)))


def _blank(text: str, aside: SetAside) -> str:
    """Return a text with blanks in place of a clause and of the mark after it, but for the parts that are kept."""
    start, end = aside.clause.start, aside.clause.end + len(aside.clause.mark)
    blanks = list(" " * (end - start))
    for token in aside.kept:
        blanks[token.start - start : token.end - start] = text[token.start : token.end]
    return f"{text[:start]}{''.join(blanks)}{text[end:]}"


def _homes(clause: Clause) -> list[str]:
    """Return the places of a clause, without those of newspapers, schools and the like."""
    following = [plain(t.text) for t in clause.tokens[1:]] + [""]
    return [
        token.place.ids[0]
        for token, next_word in zip(clause.tokens, following, strict=True)
        if token.place is not None and token.text != "us" and next_word not in words.PRESS
    ]


def _names(clause: Clause) -> list[str]:
    """Return the unknown words of a clause that can be names of places; the first word has a capital anyway."""
    found = []
    for previous, token in pairwise(clause.tokens):
        if token.is_known or statements.is_task_word(token) or plain(token.text) in words.WEEKDAYS:
            continue
        is_in = Meaning.IN in previous.meanings or previous.text in words.WITHIN
        if is_in or token.text[0].isupper():
            found.append(token.text)
    return found

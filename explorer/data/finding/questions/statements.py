"""What a clause beside a question is: a courtesy, a statement on who asks and why, or one that can change it."""

import re

from explorer.data.controls.legal_records import Party
from explorer.data.finding.questions import aside_words as words
from explorer.data.finding.questions.clauses import Clause, plain
from explorer.data.finding.questions.forms import is_product
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.rule import named
from explorer.data.finding.questions.typing_errors import is_near_name
from explorer.data.finding.words import split_words
from explorer.data.store import Store
from explorer.data.store_service import StoreService

_ASKING = named("WHAT WHICH WHO WHERE WHEN WHY HOW HOW_MUCH HOW_LONG QUESTION")
_RESTRICTING = named("OTHER NOT WITHOUT OUTSIDE SUBSTITUTE OUTRIGHT AFTER")
_EMPTY = named("FUNCTION AUXILIARY FOR OF AND")
_WITH_HYPHEN = re.compile(r"\w+-\w+")
_DIGIT = re.compile(r"\d")
_SMALL_NUMBER = re.compile(r"\d{1,2}[a-z]{0,2}", re.IGNORECASE)  # a longer one can be a code
_ABOUT_IT = ("it", "it's", "its", "they", "they're", "their", "them", "these", "those", "that's")
_SHORTEST_PARTY, _MOST_NAMES = 3, 3


def is_courtesy(clause: Clause) -> bool:
    """Return whether a clause has only words of courtesy."""
    if has_subject(clause) or any(t.place or t.days for t in clause.tokens):
        return False
    if all(t.meanings & _EMPTY for t in clause.tokens):
        return True
    letters = re.sub(r"\W", "", clause.text)
    if not letters.isascii():
        return words.CHINESE_COURTESIES.fullmatch(letters) is not None
    return all(word in words.COURTESIES for word in clause.words)


def is_greeting(store: Store, clause: Clause) -> bool:
    """Return whether a clause greets someone by name: `Dear Anna`."""
    first, *others = clause.tokens
    return plain(first.text) in words.GREETINGS and _are_names(store, others)


def is_name(store: Store, clause: Clause) -> bool:
    """Return whether a clause is the name of a person, as below a letter."""
    return _are_names(store, list(clause.tokens))


def _are_names(store: Store, tokens: list[Token]) -> bool:
    return 0 < len(tokens) <= _MOST_NAMES and all(
        not t.is_known and t.text[0].isupper() and t.text.isascii() and not _is_party(store, t)
        for t in tokens
    )


def says_who_asks(clause: Clause) -> bool:
    """Return whether a clause is a statement on who asks, why, or when goods leave."""
    if "?" in clause.mark or "？" in clause.mark or has_subject(clause):
        return False
    if any(t.meanings & _ASKING and Meaning.FUNCTION not in t.meanings for t in clause.tokens):
        return False
    is_of_asker = (
        not words.ASKERS.isdisjoint(clause.words) or words.CHINESE_ASKERS.search(clause.text) is not None
    )
    has_task = _has_task(clause) or words.OPENINGS.match(clause.text.strip()) is not None
    return is_of_asker or has_task or _has_shipping_date(clause)


def is_remark(clause: Clause) -> bool:
    """Return whether a whole sentence has no word of a question and no name: `long story short`."""
    if not words.ENDS_OF_SENTENCES.intersection(clause.mark) or has_subject(clause):
        return False
    is_name = len(clause.tokens) == 1 and not clause.tokens[0].is_known
    return not is_name and all(
        (
            t.meanings & words.HARMLESS_REMARK
            if t.is_known
            else not t.text[0].isupper() or t is clause.tokens[0]
        )
        and not (t.place or t.days or plain(t.text) in _ABOUT_IT)
        for t in clause.tokens
    )


def names_goods(clause: Clause) -> bool:
    """Return whether a clause only says which metal the question is about: `we have a gallium order waiting`."""
    is_asking = "?" in clause.mark or "？" in clause.mark or any(t.meanings & _ASKING for t in clause.tokens)
    is_of_asker = (
        not words.ASKERS.isdisjoint(clause.words)
        or words.CHINESE_ASKERS.search(clause.text) is not None
        or words.OPENINGS.match(clause.text.strip()) is not None
        or _has_task(clause)
        or is_about_shipping(clause)
    )
    return is_of_asker and not is_asking and all(_is_of_goods(t) for t in clause.tokens)


def _is_of_goods(token: Token) -> bool:
    """Return whether a part is a metal or its form, a date, or a word for an order and where it is."""
    if token.metal or token.days or token.meanings & words.OF_GOODS or is_task_word(token):
        return True
    if token.text.isascii():
        return plain(token.text) in words.ON_THE_WAY
    return not token.is_known and words.CHINESE_ON_THE_WAY.fullmatch(token.text) is not None


def restricting_words(store: Store, clause: Clause) -> list[str]:
    """Return the words for which a clause must not be set aside."""
    found = [t.text for t in clause.tokens if _is_restricting(store, t)]
    found += [t.text for t in clause.tokens if _may_be_name(store, t)]
    latin = [w.text for w in split_words(clause.text) if w.text.casefold() in words.RESTRICTING]
    latin += [w for w in _WITH_HYPHEN.findall(clause.text) if w.casefold() in words.RESTRICTING]
    for word in (*latin, *words.CHINESE_RESTRICTING.findall(clause.text)):
        if not any(word in other for other in found):
            found.append(word)
    return found


def is_harmless(clause: Clause) -> bool:
    """Return whether no word of a clause can be about the goods, their way or the one who gets them."""
    unknown = [t for t in clause.tokens if not t.is_known and not is_task_word(t)]
    for at, token in enumerate(clause.tokens):
        is_product_of_text = is_product(token.text) and _is_about_text(clause)
        if token.meanings and not (
            token.meanings & words.HARMLESS or _says_nothing(token) or is_product_of_text
        ):
            return False
        if token.place is not None and len(token.place.ids) != 1:
            return False
        has_digit = token.days is None and _DIGIT.search(token.text) is not None
        if has_digit and not (_is_about_text(clause) and _SMALL_NUMBER.fullmatch(token.text)):
            return False
        if token in unknown and _is_after_direction(clause, at):
            return False
    is_about_goods = any(
        (t.meanings & words.ABOUT_GOODS and plain(t.text) not in words.OWN_PLACES)
        or plain(t.text) in _ABOUT_IT
        for t in clause.tokens
    )
    return not (unknown and is_about_goods and not _is_about_text(clause) and not _has_shipping_date(clause))


def is_about_shipping(clause: Clause) -> bool:
    """Return whether a clause says when goods leave."""
    return (
        not words.SHIPPING.isdisjoint(clause.words) or words.CHINESE_SHIPPING.search(clause.text) is not None
    )


def is_about_span(clause: Clause) -> bool:
    """Return whether a clause says which year or other span a question is about: `our report covers 2024`."""
    for at, token in enumerate(clause.tokens):
        if token.days is not None and not token.days.is_day:
            before = plain(clause.tokens[at - 1].text) if at else ""
            return before in words.ABOUT or words.CHINESE_ABOUT.search(clause.text) is not None
    return False


def comes_from_place(clause: Clause) -> bool:
    """Return whether a clause says where someone comes from: `I am from Germany`, but not `we buy from Germany`."""
    if any(t.meanings & words.TRADING for t in clause.tokens):
        return False
    is_about = words.CHINESE_ABOUT.search(clause.text) is not None
    return any(
        t.place is not None and (is_about or (at > 0 and Meaning.FROM in clause.tokens[at - 1].meanings))
        for at, t in enumerate(clause.tokens)
    )


def is_task_word(token: Token) -> bool:
    """Return whether a word is for a purpose, a profession or for asking."""
    return plain(token.text) in words.TASKS or words.CHINESE_TASKS.search(token.text) is not None


def has_subject(clause: Clause) -> bool:
    """Return whether a clause names a metal, a document or a code."""
    return any(t.metal or t.is_document or t.code for t in clause.tokens)


def _has_task(clause: Clause) -> bool:
    return not words.TASKS.isdisjoint(clause.words) or words.CHINESE_TASKS.search(clause.text) is not None


def _is_about_text(clause: Clause) -> bool:
    """Return whether a clause is about a text or a question, so that it is not about goods."""
    return not words.TEXTS.isdisjoint(clause.words) or words.CHINESE_TASKS.search(clause.text) is not None


def _has_shipping_date(clause: Clause) -> bool:
    return any(t.days is not None for t in clause.tokens) and is_about_shipping(clause)


def _says_nothing(token: Token) -> bool:
    return is_task_word(token) or plain(token.text) in words.UNRESTRICTING


def _is_restricting(store: Store, token: Token) -> bool:
    """Return whether a part restricts or negates, names military users or, if unknown, a firm on a control list."""
    if token.meanings & _RESTRICTING and plain(token.text) not in words.UNRESTRICTING:
        return True
    if token.place is not None and any(i.endswith("-MIL") for i in token.place.ids):
        return True
    return not token.is_known and _is_party(store, token)


def _may_be_name(store: Store, token: Token) -> bool:
    """Return whether a part that is not known can be a misspelt metal or place."""
    return not token.is_known and not is_task_word(token) and is_near_name(store, token.text)


def _is_after_direction(clause: Clause, at: int) -> bool:
    """Return whether `from`, `to` or the like is before a word, but not a verb with `to`: `trying to settle`."""
    if not at or not clause.tokens[at - 1].meanings & words.OF_DIRECTION:
        return False
    head = clause.tokens[at - 2].meanings if at > 1 else frozenset[Meaning]()
    return not (clause.tokens[at].text.islower() and head & words.BEFORE_VERBS)


def _is_party(store: Store, token: Token) -> bool:
    """Return whether a word is the first of the name of a firm that is named on a control list."""
    if not token.text.isascii():
        return any(name in token.text for name in _Parties.of(store).chinese)
    return token.text.casefold() in _Parties.of(store).latin


class _Parties(StoreService):
    """The first words of the names of firms on control lists."""

    def __init__(self, store: Store) -> None:
        names = [n for p in store.rows(Party) for n in (p.name_en, *p.aliases, p.name_zh) if n]
        firsts = (split_words(n)[0].text.casefold() for n in names if n.isascii() and split_words(n))
        self.latin = frozenset(first for first in firsts if len(first) >= _SHORTEST_PARTY)
        self.chinese = frozenset(n[:2] for n in names if not n[:2].isascii())

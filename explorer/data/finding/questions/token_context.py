"""What the parts of a question say beside each other: `let … out`, `destination Taiwan`, `还是 … 吗`."""

from itertools import pairwise

from msgspec.structs import replace

from explorer.data.finding.document_numbers import documents_of_kind
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Place, Token
from explorer.data.store import Store

_LETTING, _LET_GO = frozenset(("let", "lets", "letting")), ("out", "through")
_STOPPING = ("stop", "stops", "stopped", "stopping", "halt", "halts", "halted")
_RULES_AND_TRADE = frozenset(
    (
        Meaning.BAN,
        Meaning.CONTROL,
        Meaning.LICENCE,
        Meaning.PAUSE,
        Meaning.QUOTA,
        Meaning.IMPORT,
        Meaning.PRODUCE,
    )
)
_ROLES_OF_PLACES = {
    "destination": Meaning.TO,
    "目的地": Meaning.TO,
    "目的国": Meaning.TO,
    "origin": Meaning.FROM,
    "原产地": Meaning.FROM,
}


def in_context(store: Store, text: str, tokens: list[Token]) -> list[Token]:
    """Return the parts of a question in order, with what they say beside each other."""
    found = [_without_form(store, text, tokens, at) for at in range(len(tokens))]
    found = _with_stopping(_with_letting_out(_with_final_use(found)))
    return _with_still(_beside_names(_without_authority(store, found)))


def _without_form(store: Store, text: str, tokens: list[Token], at: int) -> Token:
    """Return a part, without the meaning of a form where it is the formula of the mineral before: `baryte (BaSO4)`."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if (
        before is None
        or not token.metal
        or Meaning.FORM not in token.meanings
        or Meaning.FORM in before.meanings
    ):
        return token
    is_mineral = token.metals == before.metals and store.metal(token.metal).kind == "mineral"
    is_bracketed = text[before.end : token.start].strip() in ("(", "（")
    return replace(token, meanings=frozenset()) if is_mineral and is_bracketed else token


def _without_authority(store: Store, tokens: list[Token]) -> list[Token]:
    """Return the parts without the place beside a document that its authorities issued: `EU regulation 2017/852`."""
    found = list(tokens)
    for place, document in pairwise(tokens):
        if place.place is not None and _is_of(store, document, place.place):
            found.remove(place)
    for document, of, place in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if place.place is not None and Meaning.OF in of.meanings and _is_of(store, document, place.place):
            found = [t for t in found if t not in (of, place)]
    return found


def _is_of(store: Store, token: Token, place: Place) -> bool:
    """Return whether a part is a document whose first one on file is that of a place."""
    if token.named_document is not None:
        return token.named_document.jurisdiction in place.ids
    if token.document is None:
        return False
    on_file = documents_of_kind(store, token.document)
    return bool(on_file) and on_file[0].jurisdiction in place.ids


def _with_final_use(tokens: list[Token]) -> list[Token]:
    """Return the parts, with `for` after a metal or `it` at the end asking for uses: `need niobium for`."""
    if len(tokens) < 3 or tokens[-1].text.casefold() != "for":
        return tokens
    is_pronoun = tokens[-2].text.casefold() in ("it", "they") and any(t.metal for t in tokens)
    if not tokens[-2].metal and not is_pronoun:
        return tokens
    return [*tokens[:-1], replace(tokens[-1], meanings=frozenset((Meaning.USE,)))]


def _with_letting_out(tokens: list[Token]) -> list[Token]:
    """Return the parts of a question, with `let … out` and `let … through` asking whether exports are allowed."""
    at = next((i for i, t in enumerate(tokens) if t.text.casefold() in _LETTING), len(tokens))
    may = frozenset((Meaning.MAY, Meaning.EXPORT))
    return [
        replace(t, meanings=may) if i > at and t.text.casefold() in _LET_GO else t
        for i, t in enumerate(tokens)
    ]


def _with_stopping(tokens: list[Token]) -> list[Token]:
    """Return the parts of a question, with `stopped` before a metal or exports as a ban, and not before a rule."""
    return [
        replace(t, meanings=frozenset((Meaning.BAN,)))
        if t.text.casefold() in _STOPPING and at + 1 < len(tokens) and _is_stopped(tokens[at + 1 :])
        else t
        for at, t in enumerate(tokens)
    ]


def _is_stopped(after: list[Token]) -> bool:
    """Return whether words say what no longer leaves a place: a metal or exports, and nothing on rules or buying."""
    is_goods = bool(after[0].metal) or bool(after[0].meanings & {Meaning.EXPORT, Meaning.EXPORTS})
    return is_goods and not any(t.meanings & _RULES_AND_TRADE for t in after)


def _beside_names(tokens: list[Token]) -> list[Token]:
    """Return the parts of a question, with words that say what the name after them is: `destination Taiwan`.

    `back` before a date says only that it is past.
    """
    found = list(tokens)
    for at, (token, following) in enumerate(pairwise(tokens)):
        word = token.text.casefold()
        if following.place is not None and word in _ROLES_OF_PLACES:
            found[at] = replace(token, meanings=frozenset((_ROLES_OF_PLACES[word],)))
        elif (
            (following.days is not None and word == "back")
            or (
                word in ("date", "day")
                and following.text.casefold() == "when"
                and following.start == token.end + 1
            )
            or (word == "before" and _is_before_trade(tokens, at))
        ):
            found[at] = replace(token, meanings=frozenset((Meaning.FUNCTION,)))
    return found


def _is_before_trade(tokens: list[Token], at: int) -> bool:
    """Return whether `before` is about the export for which a licence is needed: `a permit before it can be sent`."""
    trade = frozenset((Meaning.EXPORT, Meaning.IMPORT))
    is_needed = any(t.meanings & {Meaning.NEED, Meaning.LICENCE} for t in tokens[:at])
    return is_needed and any(t.meanings & trade for t in tokens[at:]) and not any(t.days for t in tokens)


def _with_still(tokens: list[Token]) -> list[Token]:
    """Return the parts of a question, with `还是` as `still` in a question that ends in `吗` and so has no choice."""
    if not tokens or tokens[-1].text not in ("吗", "么"):
        return tokens
    still = frozenset((Meaning.FUNCTION,))
    return [replace(t, meanings=still) if t.text == "还是" else t for t in tokens]

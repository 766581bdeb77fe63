"""Whether a place in a question is the origin of exports or their destination, by the words around it."""

from collections.abc import Sequence

from explorer.data.finding.questions.chinese import SHORT_PLACES
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.place_neighbours import (
    ARTICLE,
    RULE_NOUNS,
    has,
    is_bought_from,
    is_exporting,
    is_exposed,
    is_industry_next,
    is_left_out,
    is_metal_next,
    is_owner,
    is_place_next,
    is_rule_next,
    is_rule_on_metals_next,
    is_ruling,
    is_sharing_imports,
    is_sold_to_another,
    next_of,
)
from explorer.data.finding.questions.tokens import Token
from explorer.data.places import ALL

ORIGIN, DESTINATION = "origin", "destination"
# A place before a metal, which is the origin where it has a measure on that metal: `DR Congo cobalt quota`.
OWNER = "owner"
# A place right before a word for a rule: the destination where the origin in view has a measure on it: `the US ban`.
RULED = "ruled"
# The same with an adjective, which may also be the place that has the rule: `the American ban`.
RULING = "ruling"
# The place in `the ban on the US`: the destination where the origin in view has a measure on it, else open.
TARGET = "target"
# An adjective in `who supplies German niobium`: the destination unless it has a measure on the metal.
SUPPLIED = "supplied"
# A place whose list of critical materials is asked about.
ISSUER = "issuer"
# The market of a price: `the price of tungsten in China`.
MARKET = "market"
# A place that is left out: `outside China`.
EXCLUDED = "excluded"
# What a place does or has that only a destination, or only an origin, does or has.
_OF_DESTINATION = frozenset((Meaning.IMPORT, Meaning.DEPEND, Meaning.SUPPLIER))
_RULES = frozenset((Meaning.BAN, Meaning.CONTROL, Meaning.LICENCE, Meaning.PAUSE, Meaning.QUOTA))
_OF_ORIGIN = _RULES | {
    Meaning.EXPORT,
    Meaning.EXPORTS,
    Meaning.PRODUCE,
    Meaning.MAY,
    Meaning.NEED,
    Meaning.ISSUE,
}
_TRADED = frozenset((Meaning.IMPORT, Meaning.EXPORTS, Meaning.PRODUCE, Meaning.FROM))
_DOING = frozenset((Meaning.EXPORT, Meaning.EXPORTS, Meaning.PRODUCE))
_PREPOSITIONS = frozenset((Meaning.FROM, Meaning.TO, Meaning.BY, Meaning.ON))
_ENTERING = ("enter", "enters", "entering", "reach", "reaches", "reaching", "into", "进入", "流向")
_COMING = ("来自", "来源于", "产自", "进口自", "购自", "买自")
_DEPENDENT = ("dependent", "reliant", "exposed", "vulnerable")  # `how dependent Germany is`
_COVERING = ("cover", "covers")  # of a rule: `does the ban cover Germany`
_CONTROL_LISTS = ("export control list", "control list", "dual use list")
_ACTING = ("did", "does", "has", "have")
_CHANGING = ("change", "changed", "update", "updated", "decide", "decided")
_LEAVING = ("leave", "leaves", "leaving", "from")


def role_of(tokens: Sequence[Token], at: int) -> str:
    """Return the role of the place at a position, empty where the words around it leave it open."""
    before = [t for t in tokens[:at] if t.text.casefold() != ARTICLE]
    after = tokens[at + 1 :]
    previous, place = before[-1] if before else None, tokens[at].place
    if is_left_out(tokens, at):
        return EXCLUDED
    if tokens[at].text in SHORT_PLACES:
        return ORIGIN if has(tokens, Meaning.DEPEND) else DESTINATION
    if place is not None and place.ids == (ALL,):
        return DESTINATION
    if place is not None and place.adjective and after and after[0].text.casefold() in _CONTROL_LISTS:
        return ORIGIN
    if place is not None and place.adjective and _is_ruler_or_seller(tokens, after):
        return ORIGIN
    if place is not None and place.adjective and _is_rule_on(previous, after):
        return RULING
    if is_industry_next(tokens, at, previous):
        return DESTINATION
    to_place = previous is not None and bool(previous.meanings & {Meaning.TO, Meaning.IN, Meaning.FOR})
    if (is_sold_to_another(tokens, at) or is_sharing_imports(after)) and not to_place:
        return ORIGIN
    owns = place is not None and place.adjective and previous is not None
    if previous is not None and not (owns and not previous.meanings & _PREPOSITIONS):
        role = _after_word(previous, before[:-1], tokens, after)
        if role is not None:
            return role
    if place is not None and place.adjective and _is_asked_where_from(tokens):
        return DESTINATION
    if place is not None and place.adjective and after and Meaning.RECEIVER in after[0].meanings:
        return DESTINATION
    if place is not None and place.adjective and _is_supplied(tokens[at], before):
        return DESTINATION
    if place is not None and place.adjective and has(before, Meaning.SUPPLY) and is_metal_next(after):
        return SUPPLIED
    if _is_share_of_buyer(tokens, at):
        return DESTINATION
    if place is not None and place.adjective and is_rule_next(after):
        return RULING
    if place is not None and place.adjective:
        return DESTINATION if next_of(after, _OF_DESTINATION | _OF_ORIGIN) in _OF_DESTINATION else ORIGIN
    return _as_subject(tokens, previous, after, tokens[at].end)


def _after_word(
    previous: Token, before: Sequence[Token], tokens: Sequence[Token], after: Sequence[Token]
) -> str | None:
    """Return the role that the word before a place gives it, None where that word gives none."""
    meanings = previous.meanings
    depends = has(tokens, Meaning.DEPEND)
    if Meaning.TO in meanings:
        head = before[-1] if before else None
        to_source = (head is not None and Meaning.DEPEND in head.meanings) or is_exposed(tokens)
        return ORIGIN if to_source or (depends and previous.text == "对") else DESTINATION
    if (
        Meaning.FROM in meanings
        or Meaning.BY in meanings
        or previous.text in _LEAVING + _COMING
        or previous.text.endswith("from")
    ):
        return ORIGIN
    if Meaning.FOR in meanings or previous.text.casefold() in (*_ENTERING, *_COVERING):
        return DESTINATION
    if Meaning.ON in meanings:
        is_rule = bool(before) and before[-1].text.casefold() in RULE_NOUNS
        return ORIGIN if depends else TARGET if is_rule else ""
    if Meaning.IN in meanings:
        if before and Meaning.RECEIVER in before[-1].meanings:
            return DESTINATION
        if before and Meaning.PRODUCE in before[-1].meanings and has(before[-4:-1], Meaning.TO):
            return DESTINATION  # `to our smelter in Pennsylvania`
        if has(tokens, Meaning.QUOTA) or (is_exporting(tokens) and is_ruling(tokens)):
            return OWNER
        if has(tokens, Meaning.IMPORT):
            return DESTINATION
        if has(tokens, Meaning.PRICE):
            return MARKET
        return ORIGIN if has(tokens, Meaning.PRODUCE) else ""
    if Meaning.OF in meanings:
        return _after_of(before, tokens, after)
    if Meaning.DEPEND in meanings:
        return None if previous.text.casefold() in _DEPENDENT else ORIGIN
    if Meaning.SUPPLY in meanings or (Meaning.EXPORT in meanings and not previous.text.isascii()):
        return DESTINATION
    return None


def _is_rule_on(previous: Token | None, after: Sequence[Token]) -> bool:
    """Return whether a place has the rule that something is about: `the pause on China's gallium controls`."""
    return previous is not None and Meaning.ON in previous.meanings and is_rule_on_metals_next(after)


def _is_asked_where_from(tokens: Sequence[Token]) -> bool:
    """Return whether a question asks where the imports of a place come from."""
    return has(tokens, Meaning.WHERE) and has(tokens, Meaning.SUPPLY)


def _after_of(before: Sequence[Token], tokens: Sequence[Token], after: Sequence[Token]) -> str:
    """Return the role of a place that a noun with `of` is about: `dependence of Germany`, `share of China in`."""
    if before and Meaning.SHARE in before[-1].meanings:
        place = next((i for i, t in enumerate(after) if t.place is not None), len(after))
        if next_of(after[:place], _TRADED) is Meaning.IMPORT:
            return DESTINATION
        return DESTINATION if has(tokens, Meaning.SUPPLY) else ORIGIN
    for token in reversed(before):
        if token.meanings & _OF_DESTINATION:
            return DESTINATION
        if token.meanings & (_OF_ORIGIN - {Meaning.MAY, Meaning.NEED, Meaning.ISSUE}):
            return ORIGIN
    return ""


def _as_subject(
    tokens: Sequence[Token], previous: Token | None, after: Sequence[Token], place_end: int
) -> str:
    """Return the role of a place without a preposition, by what it does."""
    if len(after) > 1 and Meaning.TO in after[0].meanings and is_place_next(after[1:]):
        return ORIGIN if not has(tokens, Meaning.DEPEND) else DESTINATION
    if is_bought_from(previous, after):
        return ORIGIN
    if is_rule_next(after):
        return RULED
    if _is_buying_from(tokens, after):
        return DESTINATION
    if has(tokens, Meaning.IMPORT) or has(tokens, Meaning.DEPEND):
        return DESTINATION
    if previous is not None and previous.text.casefold() in _ACTING and _is_change(after):
        return ORIGIN
    first = next((t for t in after if t.meanings & (_OF_DESTINATION | _OF_ORIGIN | {Meaning.SUPPLY})), None)
    if after and Meaning.RECEIVER in after[0].meanings:
        return DESTINATION
    if first is None and has(tokens, Meaning.SUPPLIER):
        return DESTINATION
    if first is None and has(tokens, Meaning.NEW):
        return ORIGIN
    if first is None:
        return ORIGIN if is_owner(place_end, after) else OWNER if is_metal_next(after) else ""
    if first.meanings & _RULES and not first.meanings & _DOING and is_metal_next(after):
        return OWNER
    if Meaning.SUPPLY in first.meanings:
        supplies = any(t.place is not None for t in after) or first.text.isascii()
        return ORIGIN if supplies and not has(tokens, Meaning.WHERE) else DESTINATION
    if first.meanings & _OF_DESTINATION:
        return DESTINATION
    if first.meanings & _RULES and first.text.endswith("ed"):  # `has China banned`, but not `is Japan banned`
        has_done = after[0].text == "has" and not any(t.text == "been" for t in after)
        return (
            ORIGIN
            if has_done or (previous is not None and previous.text.casefold() in ("has", "have"))
            else ""
        )
    return "" if after and after[0].text.startswith(("被", "受")) else ORIGIN


def _is_change(after: Sequence[Token]) -> bool:
    """Return whether a place has changed its rules: `what did China change`."""
    return bool(after) and after[0].text.casefold() in _CHANGING


def _is_ruler_or_seller(tokens: Sequence[Token], after: Sequence[Token]) -> bool:
    """Return whether a place has export rules or a seller: `Chinese export controls`, `Chinese suppliers`."""
    if not after or after[0].meanings & {Meaning.IMPORT}:
        return False
    if Meaning.SUPPLIER in after[0].meanings:
        return has(tokens, Meaning.MAY) and has(tokens, Meaning.EXPORT)
    is_export = bool(after[0].meanings & {Meaning.EXPORT, Meaning.EXPORTS})
    return is_export and len(after) > 1 and bool(after[1].meanings & _RULES)


def _is_buying_from(tokens: Sequence[Token], after: Sequence[Token]) -> bool:
    """Return whether a place needs or may have what comes from another: `does Germany need a licence … from China`."""
    if is_exporting(tokens):
        return False
    at = next((i for i, t in enumerate(after) if Meaning.FROM in t.meanings), len(after))
    has_need = any(t.meanings & {Meaning.NEED, Meaning.MAY} for t in after[:at])
    return has_need and is_place_next(after[at + 1 :])


def _is_supplied(token: Token, before: Sequence[Token]) -> bool:
    """Return whether a place has what another supplies: `who supplies Germany's graphite`."""
    return token.text.casefold().endswith(("'s", "’s")) and has(before, Meaning.SUPPLY)


def _is_share_of_buyer(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a question asks how much of what a place has comes from another: `日本的石墨有多少来自中国`."""
    after = tokens[at + 1 :]
    place = tokens[at].place
    owns = (place is not None and place.adjective) or (bool(after) and after[0].text == "的")
    supply = next((i for i, t in enumerate(after) if t.meanings & {Meaning.SUPPLY, Meaning.FROM}), len(after))
    asks_how_much = has(tokens, Meaning.SHARE) or has(tokens, Meaning.HOW_MUCH)
    return owns and asks_how_much and any(t.place is not None for t in after[supply:])

"""Whether a place in a question is the origin of exports or their destination, by the words around it."""

from collections.abc import Sequence

from explorer.data.controls.status import MILITARY_USERS
from explorer.data.finding.questions.chinese import SHORT_PLACES
from explorer.data.finding.questions.cities import CITIES
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.place_neighbours import (
    ARTICLE,
    has,
    is_bought_from,
    is_exporting,
    is_industry_next,
    is_left_out,
    is_metal_next,
    is_owner,
    is_place_next,
    is_rule_next,
    is_rule_on_metals_next,
    is_sharing_imports,
    is_sold_to_another,
    next_of,
)
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.role_names import (
    DESTINATION,
    EXCLUDED,
    MARKET,
    ORIGIN,
    OWNER,
    RULED,
    RULING,
    SUPPLIED,
)
from explorer.data.finding.questions.roles_after_words import OF_DESTINATION, OF_ORIGIN, RULES, role_after
from explorer.data.places import ALL

_OF_RULES_OR_TRADE = RULES | {Meaning.EXPORT, Meaning.EXPORTS, Meaning.SUPPLY, Meaning.PRODUCE}
_DOING = frozenset((Meaning.EXPORT, Meaning.EXPORTS, Meaning.PRODUCE))
_PREPOSITIONS = frozenset((Meaning.FROM, Meaning.TO, Meaning.BY, Meaning.ON))
_CONTROL_LISTS = ("export control list", "control list", "dual use list")
_ACTING = ("did", "does", "has", "have")
_CHANGING = ("change", "changed", "update", "updated", "decide", "decided")


def role_of(tokens: Sequence[Token], at: int) -> str:
    """Return the role of the place at a position, empty where the words around it leave it open."""
    before = [t for t in tokens[:at] if t.text.casefold() != ARTICLE]
    after = tokens[at + 1 :]
    previous, place = before[-1] if before else None, tokens[at].place
    if is_left_out(tokens, at):
        return EXCLUDED
    if place is not None and all(each.endswith(MILITARY_USERS) for each in place.ids):
        return DESTINATION
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
        role = role_after(previous, before[:-1], tokens, after)
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
        return DESTINATION if next_of(after, OF_DESTINATION | OF_ORIGIN) in OF_DESTINATION else ORIGIN
    role = _as_subject(tokens, previous, after, tokens[at].end)
    is_city = tokens[at].text.casefold() in CITIES
    return "" if role == MARKET and is_city else role  # `Rotterdam price`: markets are on file by country


def _is_rule_on(previous: Token | None, after: Sequence[Token]) -> bool:
    """Return whether a place has the rule that something is about: `the pause on China's gallium controls`."""
    return previous is not None and Meaning.ON in previous.meanings and is_rule_on_metals_next(after)


def _is_asked_where_from(tokens: Sequence[Token]) -> bool:
    """Return whether a question asks where the imports of a place come from."""
    return has(tokens, Meaning.WHERE) and has(tokens, Meaning.SUPPLY)


def _as_subject(
    tokens: Sequence[Token], previous: Token | None, after: Sequence[Token], place_end: int
) -> str:
    """Return the role of a place without a preposition, by what it does."""
    if len(after) > 1 and Meaning.TO in after[0].meanings and is_place_next(after[1:]):
        return ORIGIN if not has(tokens, Meaning.DEPEND) else DESTINATION
    if is_bought_from(previous, after) or _has_share_of_imports(tokens, after):
        return ORIGIN
    if after and after[0].text.casefold() == "bound":
        return DESTINATION
    if is_rule_next(after):
        return RULED
    if _is_buying_from(tokens, after):
        return DESTINATION
    if has(tokens, Meaning.IMPORT) or has(tokens, Meaning.DEPEND) or has(tokens, Meaning.NET):
        return DESTINATION
    if has(tokens, Meaning.PRICE) and not any(t.meanings & _OF_RULES_OR_TRADE for t in tokens):
        return MARKET
    if previous is not None and previous.text.casefold() in _ACTING and _is_change(after):
        return ORIGIN
    first = next((t for t in after if t.meanings & (OF_DESTINATION | OF_ORIGIN | {Meaning.SUPPLY})), None)
    if after and Meaning.RECEIVER in after[0].meanings:
        return DESTINATION
    if first is None and has(tokens, Meaning.SUPPLIER):
        return DESTINATION
    if first is None and has(tokens, Meaning.NEW):
        return ORIGIN
    if first is None:
        return ORIGIN if is_owner(place_end, after) else OWNER if is_metal_next(after) else ""
    if first.meanings & RULES and not first.meanings & _DOING and is_metal_next(after):
        return OWNER
    if Meaning.SUPPLY in first.meanings:
        supplies = any(t.place is not None for t in after) or first.text.isascii()
        return ORIGIN if supplies and not has(tokens, Meaning.WHERE) else DESTINATION
    if first.meanings & OF_DESTINATION:
        return DESTINATION
    if first.meanings & RULES and first.text.endswith("ed"):  # `has China banned`, but not `is Japan banned`
        has_done = after[0].text == "has" and not any(t.text == "been" for t in after)
        return (
            ORIGIN
            if has_done or (previous is not None and previous.text.casefold() in ("has", "have"))
            else ""
        )
    return "" if after and after[0].text.startswith(("被", "受")) else ORIGIN


def _has_share_of_imports(tokens: Sequence[Token], after: Sequence[Token]) -> bool:
    """Return whether a place has a share of what another imports: `韩国石墨进口中中国占多少`."""
    is_share = bool(after) and not after[0].text.isascii() and Meaning.SHARE in after[0].meanings
    before = tokens[: len(tokens) - len(after) - 1]
    return is_share and has(before, Meaning.IMPORT) and any(t.place is not None for t in before)


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
    return is_export and len(after) > 1 and bool(after[1].meanings & RULES)


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
